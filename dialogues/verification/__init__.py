"""Whether quotations match the collection, and whether cited texts have changed since."""
