"""The handwritten digits that come inside scikit-learn: 1,797 grey images of 8×8, ten classes.

Source: E. Alpaydin, C. Kaynak, Optical Recognition of Handwritten Digits, UCI, 1998.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from app.data.arrays import ArraySource
from app.data.names import DIGITS
from app.data.source import GREY, About, Source

SIDE = 8
CLASSES = 10
_BRIGHTEST = 16


@cache
def digits() -> Source:
    from sklearn.datasets import load_digits  # takes a second

    pixels, labels = load_digits(return_X_y=True)
    images = pixels.astype(np.float32).reshape(-1, GREY, SIDE, SIDE) * (255 / _BRIGHTEST)
    about = About(
        kind=DIGITS,
        classes=tuple(map(str, range(CLASSES))),
        noun="handwritten digits",
        channels=GREY,
        sizes={(SIDE, SIDE): len(labels)},
    )
    return ArraySource(about, [images], labels.astype(np.int64))
