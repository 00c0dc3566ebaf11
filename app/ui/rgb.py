"""Arrays of pixels as images for the screen."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

Pixels = NDArray[np.uint8]


def image(pixels: Pixels) -> QImage:
    """Of channels × height × width: in colours where there are three, else grey by the first."""
    shown = pixels if len(pixels) == 3 else np.repeat(pixels[:1], 3, axis=0)
    return of_rows(shown.transpose(1, 2, 0))


def of_rows(rows: Pixels) -> QImage:
    """Of height × width × 3, or 4 with the opacity."""
    whole = np.ascontiguousarray(rows)
    height, width, channels = whole.shape
    kind = QImage.Format.Format_RGB888 if channels == 3 else QImage.Format.Format_RGBA8888
    view = QImage(whole.data, width, height, channels * width, kind)
    return view.copy()  # the view looks at bytes that Python frees
