"""What the canvas shows of a network while it learns."""
