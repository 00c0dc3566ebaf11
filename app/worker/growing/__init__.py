"""A run whose network becomes another one, and keeps what it has learned."""
