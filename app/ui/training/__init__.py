"""Training in the window: the worker, the controls, the curves."""
