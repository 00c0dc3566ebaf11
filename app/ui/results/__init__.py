"""How well a run does: what it takes for what, on which images, and why."""
