"""Runs as folders of plain files: what the worker writes, and what is read of it afterwards."""
