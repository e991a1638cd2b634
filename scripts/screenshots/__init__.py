"""The pictures of the user guide, drawn from the running program."""
