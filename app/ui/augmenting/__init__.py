"""What the augmentation makes of an image, seen while its settings are pulled."""
