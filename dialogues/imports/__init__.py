"""A document read into proposals, each with its evidence: plain functions, no database.

bytes → lines or blocks → pieces → mentions → proposals. The same bytes and rules give the same
proposals.
"""
