"""Augmentation: a batch of images changed at once, on the device, by numbers that none keeps."""
