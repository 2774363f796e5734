"""The pages that compute something from the record: one module per page."""
