"""What is open is kept as it is edited, and comes back after a crash."""
