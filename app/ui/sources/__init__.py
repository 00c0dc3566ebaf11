"""Where data comes from: chosen on disk by its kind, or downloaded."""
