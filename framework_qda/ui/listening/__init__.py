"""Hearing recordings: the sound, its waveform, and the bar that plays it."""
