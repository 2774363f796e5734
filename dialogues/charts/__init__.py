"""Drawings of numbers: rows of the analyses become a Chart, which a template prints as SVG."""
