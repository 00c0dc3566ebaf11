"""How a network that was edited in mid-run takes over what the one before has learned."""
