"""Exports: a small dialog with the real options, then work beside the window."""
