"""What every request passes through: the page cache, redirects and compression."""
