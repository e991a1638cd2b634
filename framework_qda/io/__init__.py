"""Files in and out, one module a format: they read and write plain data."""
