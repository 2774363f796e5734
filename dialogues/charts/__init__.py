"""Numbers as drawings: rows of the analytics become a Chart, which a template prints as SVG."""
