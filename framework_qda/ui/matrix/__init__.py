"""The Matrix desk: a theme's grid, its evidence, and charting in place."""
