"""What the responsibility to protect is: a timeline and a glossary, each fact with its source.

The pages about R2P show them. They are not records of the collection: a source named here need not
be a source document there.
"""
