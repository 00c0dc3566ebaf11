"""A monkey at the real window: actions, mouse and keys at random, from a seed."""
