"""How samples come to the learner, batch by batch."""
