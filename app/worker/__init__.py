"""The child process that trains: the only part that holds torch. Started, never imported."""
