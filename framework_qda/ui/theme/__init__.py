"""The Theme desk: one sub-topic down all its rows, in groups, with its synthesis at the side."""
