"""Exports: each format, tables, estimates, and export jobs in other processes."""
