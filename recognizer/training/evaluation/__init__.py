"""Measuring the reader on people whom it never saw: what `make evaluate` does, a subject a file."""
