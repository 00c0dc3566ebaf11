"""Another network in the place of the one that learns: what that would be, and doing it."""
