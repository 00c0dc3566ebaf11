"""This side of a training run: recipe, messages, session and history. No Qt, no torch."""
