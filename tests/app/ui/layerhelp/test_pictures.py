"""Every layer has a picture that fits its paper, and the numbers in it are those of the layer."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.ui import theme
from app.ui.layerhelp import picture_of
from app.ui.layerhelp.picture import Picture
from app.ui.layerhelp.sketch import TALL, WIDE
from app.ui.layerhelp.view import paint_picture
from nodes.catalogue import CATALOGUE
from nodes.spec import Facts, LayerSpec, Port, Shape

MARGIN = 10  # px around the paper, where nothing may be painted
SHAPES: Mapping[int, Shape] = {1: (12,), 2: (8, 12), 3: (8, 12, 12), 4: (8, 6, 12, 12)}
# Pictures that may be the same: what they do is, but for the number of axes.
ALIKE = {"Dropout", "BatchNorm", "InstanceNorm"}


def image(picture: Picture, family: str, scale: float = 1.0, step: int | None = None) -> QImage:
    """The paper with a margin around it, white where nothing is painted."""
    size = round(WIDE * scale) + 2 * MARGIN, round(TALL * scale) + 2 * MARGIN
    painted = QImage(*size, QImage.Format.Format_RGB32)
    painted.fill(QColor(theme.current().card))
    painter = QPainter(painted)
    area = QRectF(MARGIN, MARGIN, WIDE * scale, TALL * scale)
    shown = picture.still if step is None else step
    try:
        paint_picture(painter, area, picture, family, QApplication.font(), shown)
    finally:
        painter.end()
    return painted


def ink(painted: QImage) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Where something is painted."""
    raw = np.frombuffer(painted.constBits(), dtype=np.uint32)
    pixels = raw.reshape(painted.height(), painted.width()) & 0xFFFFFF
    return pixels != (QColor(theme.current().card).rgb() & 0xFFFFFF)


def assert_fits(painted: QImage) -> None:
    marks = ink(painted)
    assert marks.sum() > 300
    inside = marks[MARGIN:-MARGIN, MARGIN:-MARGIN].sum()
    assert inside == marks.sum(), "something is painted beside the paper"


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_every_picture_fits_its_paper(qapp: QApplication, name: str) -> None:
    before = theme.current()
    theme.apply(theme.THEMES[name])
    try:
        for spec in CATALOGUE.values():
            picture = picture_of(spec)
            assert 0 <= picture.still < picture.steps
            assert_fits(image(picture, spec.family))
    finally:
        theme.apply(before)


@pytest.mark.parametrize("scale", [1.7, 2.0])
def test_pictures_fit_at_other_sizes(qapp: QApplication, scale: float) -> None:
    for spec in CATALOGUE.values():
        assert_fits(image(picture_of(spec), spec.family, scale))


def test_every_step_fits(qapp: QApplication) -> None:
    for spec in CATALOGUE.values():
        picture = picture_of(spec)
        for step in {0, picture.steps - 1}:
            assert_fits(image(picture, spec.family, step=step))


def test_every_layer_has_a_picture_of_its_own(qapp: QApplication) -> None:
    pictures = {kind: picture_of(spec) for kind, spec in CATALOGUE.items()}
    assert not any(type(p).__name__ == "General" for p in pictures.values())
    for one, other in combinations(CATALOGUE, 2):
        alike = one[:-2] == other[:-2] and one[:-2] in ALIKE
        assert alike or pictures[one] != pictures[other], f"{one} and {other}"


def values(spec: LayerSpec) -> list[dict[str, object]]:
    """Arguments from one end of every parameter to the other, one at a time."""
    found: list[dict[str, object]] = [{}]
    for param in spec.params:
        tried: list[object] = [*param.choices, *param.words]
        if param.kind == "bool":
            tried = [True, False]
        elif param.kind in ("int", "pair", "triple"):
            tried += [v for v in (0, 1, 2, 3, 4, 5, 7, 16) if (param.minimum or 0) <= v]
        elif param.kind == "float":
            tried += [0.0, 0.3, 1.0, 2.5]
        elif param.kind in ("ints", "shape"):
            tried += [(1,), (2, 1), (1, 2, 3, 4), (4, 4, 4, 4, 4, 4), (3, 1, 2), (-1, 4)]
        found += [{param.name: value} for value in tried]
    return found


@pytest.mark.parametrize("kind", list(CATALOGUE))
def test_whatever_the_parameters_and_shapes(qapp: QApplication, kind: str) -> None:
    spec = CATALOGUE[kind]
    many = max(len(spec.inputs), 1)
    for args in values(spec):
        for rank in (0, 1, 2, 3, 4):
            inputs = [SHAPES[rank]] * many if rank else []
            picture = picture_of(spec, args, inputs)
            assert 0 <= picture.still < picture.steps
        assert_fits(image(picture_of(spec, args), spec.family))


def test_a_layer_that_is_not_ours_shows_what_goes_in_and_out(qapp: QApplication) -> None:
    def infer(a: object, inputs: Sequence[Shape]) -> Facts:
        return Facts(outputs=(inputs[0], (7,)))

    spec = LayerSpec(
        "Theirs", "Custom", "Does what they want", "y = f(x, m)", infer,
        inputs=(Port("x"), Port("mask")), outputs=("y", "weights"),
    )  # fmt: skip
    named: Any = picture_of(spec)
    assert (named.inputs, named.outputs) == (("x", "mask"), ("y", "weights"))
    shaped: Any = picture_of(spec, {}, [(3, 8, 8), (1, 8, 8)])
    assert shaped.inputs == ("3×8×8", "1×8×8")
    assert_fits(image(shaped, spec.family))


# --- numbers --------------------------------------------------------------------------------------


def picture(kind: str, **args: object) -> Any:
    return picture_of(CATALOGUE[kind], args)


def plain(grid: Any) -> list[list[float]]:
    return [[round(float(v), 4) for v in row] for row in grid]


def windows(grid: list[list[float]], k: int, s: int) -> list[list[list[float]]]:
    size = (len(grid) - k) // s + 1
    return [
        [[grid[i * s + r][j * s + c] for r in range(k) for c in range(k)] for j in range(size)]
        for i in range(size)
    ]


def test_the_grids_of_pooling() -> None:
    grid = plain(picture("MaxPool2d").input)
    cut = windows(grid, 2, 2)
    assert plain(picture("MaxPool2d").output) == [[max(w) for w in row] for row in cut]
    assert plain(picture("AvgPool2d").output) == [[sum(w) / 4 for w in row] for row in cut]
    assert plain(picture("LPPool2d").output) == [
        [round(math.sqrt(sum(v * v for v in w)), 4) for w in row] for row in cut
    ]
    shifted = plain(picture("MaxPool2d", kernel_size=3, stride=1).input)
    assert plain(picture("MaxPool2d", kernel_size=3, stride=1).output) == [
        [max(w) for w in row] for row in windows(shifted, 3, 1)
    ]


def test_padding_counts_in_a_mean_where_it_is_to() -> None:
    corner = picture("AvgPool2d", padding=1).input[1, 1]
    assert picture("AvgPool2d", padding=1).output[0, 0] == corner / 4
    assert picture("AvgPool2d", padding=1, count_include_pad=False).output[0, 0] == corner
    assert (
        picture("AvgPool2d", divisor_override=2).output[0, 0]
        == sum(picture("AvgPool2d").input[:2, :2].ravel()) / 2
    )


def test_the_grid_of_a_convolution() -> None:
    shown = picture("Conv2d", padding=1, stride=2)
    weights = [w for row in shown.rule.weights for w in row]
    cut = windows(plain(shown.input), 3, 2)
    assert plain(shown.output) == [
        [sum(v * w for v, w in zip(cells, weights, strict=True)) for cells in row] for row in cut
    ]
    assert shown.input[0].sum() == 0
    assert shown.told(0).endswith(f"= {shown.output[0, 0]:g}".replace("-", "−"))


def test_a_transposed_convolution_adds_where_copies_overlap() -> None:
    shown = picture("ConvTranspose1d", kernel_size=2, stride=1)
    assert plain(shown.input) == [[1, 2, 3]]
    assert shown.weights == ((1, 2),)
    assert plain(shown.output) == [[1, 2 + 2, 4 + 3, 6]]


def test_adaptive_windows_overlap() -> None:
    shown = picture("AdaptiveAvgPool1d", output_size=3)
    cells = [float(v) for v in shown.input[0]]
    assert len(cells) == 7
    parts = cells[0:3], cells[2:5], cells[4:7]
    assert plain(shown.output) == [[round(sum(p) / 3, 4) for p in parts]]


def test_upsampling() -> None:
    assert plain(picture("Upsample").output)[0] == [1, 1, 3, 3]
    assert plain(picture("Upsample", mode="bilinear").output)[0] == [1, 1.5, 2.5, 3]
    corners = picture("Upsample", mode="bilinear", align_corners=True)
    assert plain(corners.output)[0] == [1, round(1 + 2 / 3, 4), round(1 + 4 / 3, 4), 3]


def cells(side: Any) -> list[list[int]]:
    return [list(tensor.cells) for tensor in side]


def test_where_cells_travel() -> None:
    assert cells(picture("PixelShuffle").after)[0][:4] == [0, 4, 1, 5]
    assert cells(picture("ChannelShuffle").after) == [[0, 3, 1, 4, 2, 5]]
    assert cells(picture("Permute").after)[0][:4] == [0, 6, 1, 7]
    assert cells(picture("Flatten").after) == [[0, 1, 2, 3, 4, 5, 6, 7]]
    reflected = picture("Pad", padding=(1, 1, 0, 0), mode="reflect")
    assert cells(reflected.after)[0][:5] == [1, 0, 1, 2, 1]
    assert cells(picture("Pad", padding=(1, 0), value=5.0).after)[0][0] < 0
    assert [len(part) for part in cells(picture("Split", sizes=(16, 32)).after)] == [8, 12]


def test_activations_are_those_of_the_layer() -> None:
    assert picture("ReLU").value(-2) == 0
    assert picture("LeakyReLU", negative_slope=0.25).value(-2) == -0.5
    assert picture("Sigmoid").value(0) == 0.5
    assert round(picture("GELU").value(1), 4) == 0.8413
    assert round(picture("Mish").value(1), 4) == 0.8651
    assert picture("Hardswish").value(-2) == pytest.approx(-1 / 3)
    assert picture("Softplus").value(0) == pytest.approx(math.log(2))


def test_a_softmax_sums_to_one() -> None:
    assert sum(picture("Softmax").results) == pytest.approx(1)
    assert sum(math.exp(v) for v in picture("LogSoftmax").results) == pytest.approx(1)


def test_what_is_normalised_together() -> None:
    def share(kind: str, **args: object) -> int:
        shown = picture(kind, **args)
        across, down, deep = shown.size
        places = [(x, y, z) for x in range(across) for y in range(down) for z in range(deep)]
        return sum(map(shown.lit, places))

    assert share("BatchNorm2d") == 4 * 3  # a channel, of all samples
    assert share("InstanceNorm2d") == 4
    assert share("GroupNorm") == 2 * 4
    assert share("LayerNorm") == 4
    centred = picture("LayerNorm").after
    assert sum(centred) == pytest.approx(0)
    assert sum(v * v for v in picture("RMSNorm").after) / 4 == pytest.approx(1, rel=1e-3)


def test_attention_mixes_the_values() -> None:
    shown = picture("MultiheadAttention")
    assert [round(sum(row), 6) for row in shown.weights] == [1, 1, 1]
    assert plain(shown.result)[2] == [1, 2]


def test_units_and_branches() -> None:
    assert [picture("Linear").value(k) for k in range(3)] == [-1, 2, 0]
    assert picture("RBF").value(0) == 1 + 0 + 0 + 0.25
    assert picture("Add").result[0, 0] == 7
    assert picture("Average").result[0, 0] == 3.5
    assert plain(picture("MatMul").result) == [[8, 11], [6, 15], [10, 7]]


def test_what_a_dropout_lets_go() -> None:
    assert len(picture("Dropout").gone()) == 12
    assert len(picture("Dropout2d").gone()) == 3
    assert len(picture("DropPath", p=0.0).gone()) == 0
    assert picture("Dropout", p=0.75).scale == 4
