"""Bytes to blocks: PDF, Word, web pages and text, each as printed."""
