"""The Review desk: what others changed since somebody last looked."""
