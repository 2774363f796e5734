"""From an address to a queryset: what each key of a list's address means."""
