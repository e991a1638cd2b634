"""The Case desk: everything of one case study side by side."""
