"""The values of Cache-Control that several answers use."""

# Browsers and proxies may keep an answer, and ask each time whether it is still the same.
REVALIDATE = "no-cache"
