"""Nothing is lost: what is open outlives a crash, what was saved outlives the next save."""
