"""Where images for training come from: opened, checked, described and read, as numpy arrays."""
