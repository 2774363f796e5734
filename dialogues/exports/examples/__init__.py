"""Example programs that read the data. The tests run them."""
