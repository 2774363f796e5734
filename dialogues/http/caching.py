"""Values of the header Cache-Control."""

# Clients and proxies may store a response, but must ask each time whether it is still current.
REVALIDATE = "no-cache"
