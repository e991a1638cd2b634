"""The list of statements that wait for a better column."""
