"""Sheets on pages: laid out by pure functions, then painted on the screen, on a printer or into a PDF file."""
