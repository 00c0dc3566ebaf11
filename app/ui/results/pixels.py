"""Images and overlays of an answer, as pictures for the screen."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

from app.training.messages import Answer
from app.ui import rgb
from app.ui.plots.colours import table
from app.ui.rgb import Pixels

_OPAQUE = 2 / 3  # of the strongest, from which an overlay is no longer seen through
_SMOOTH = 96  # px, from which an image is no longer shown pixel by pixel


def images(answer: Answer, payload: bytes) -> Pixels:
    """Number x channels x height x width. Raises ValueError: the payload has another length."""
    return np.frombuffer(payload, np.uint8)[: _split(answer)].reshape(
        _number(answer), answer.channels, answer.height, answer.width
    )


def overlays(answer: Answer, payload: bytes) -> Pixels:
    """Number x height x width. Raises ValueError: the payload has another length."""
    return np.frombuffer(payload, np.uint8)[_split(answer) :].reshape(
        _number(answer), answer.height, answer.width
    )


def picture(pixels: Pixels) -> QPixmap:
    """Of channels x height x width."""
    return QPixmap.fromImage(rgb.image(pixels))


def coloured(heat: Pixels, colours: str) -> QPixmap:
    """Of height x width, in one of the colour maps; seen through where there is little of it."""
    opacity = np.minimum(heat / (255 * _OPAQUE), 1.0) * 255
    rows = np.dstack([table(colours)[heat], opacity.astype(np.uint8)])
    return QPixmap.fromImage(rgb.of_rows(rows))


def draw(painter: QPainter, picture: QPixmap, area: QRect, *, smooth: bool = False) -> None:
    """As large as it fits, in the middle; small pictures pixel by pixel, unless smooth."""
    size = picture.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(0, 0, size.width(), size.height())
    place.moveCenter(area.center())
    large = max(picture.width(), picture.height()) >= _SMOOTH
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth or large)
    painter.drawPixmap(place, picture)


def _number(answer: Answer) -> int:
    return len(answer.images) or 1  # a file is no image of the data


def _split(answer: Answer) -> int:
    return _number(answer) * answer.channels * answer.height * answer.width
