"""The two colour photographs that come inside scikit-learn: a temple in China, and a flower.

They are there to be looked at, and nothing is learned from them.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from app.data.arrays import ArraySource
from app.data.names import PHOTOGRAPHS
from app.data.source import RGB, About, Source


def photographs() -> Source:
    """Both photographs, 427×640; each is a class of its own."""
    from sklearn.datasets import load_sample_images  # takes a second

    found = load_sample_images()
    images = np.stack(found.images).transpose(0, 3, 1, 2)
    about = About(
        kind=PHOTOGRAPHS,
        classes=tuple(Path(name).stem for name in found.filenames),
        noun="sample photographs",
        channels=RGB,
        sizes={(images.shape[2], images.shape[3]): len(images)},
    )
    return ArraySource(about, [images], np.arange(len(images)))
