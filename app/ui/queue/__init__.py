"""Runs that wait for the one under way, and runs that go on without a window."""
