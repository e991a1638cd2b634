"""The Find desk: words in notes, cells, extracts, comments and names, as they are typed."""
