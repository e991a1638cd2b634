"""The Chart desk: the notes of an interview beside one cell of its row."""
