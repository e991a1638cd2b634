"""The Board desk: where the study stands, what is to be done, and the way back to where one was."""
