"""Readings of a project as plain data: the grid of a theme, the row order, filters."""
