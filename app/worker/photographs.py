"""The two colour photographs that come inside scikit-learn: a temple in China, and a flower.

They are there to be looked at, and nothing is learned from them.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from PIL import Image
from sklearn.datasets import load_sample_images

from app.worker.images import ImageSet, ImageSize


def read_photographs(size: ImageSize) -> ImageSet:
    """Both photographs, 427×640 as they come, resized bilinearly; each is a class of its own."""
    found = load_sample_images()
    mode, shape = "L" if size.channels == 1 else "RGB", (size.width, size.height)
    pixels = [
        np.asarray(Image.fromarray(image).convert(mode).resize(shape, Image.Resampling.BILINEAR))
        for image in found.images
    ]
    images = np.stack(pixels).reshape(len(pixels), size.height, size.width, size.channels)
    return ImageSet(
        images=torch.from_numpy(images).permute(0, 3, 1, 2).contiguous(),
        labels=torch.arange(len(pixels)),
        classes=tuple(Path(name).stem for name in found.filenames),
        noun="sample photographs",
    )
