"""Runs that wait, and runs that outlive their window."""
