"""Padding “same” is TensorFlow's, in shape and in value, for all that slides a window.

The reference has no padding at all: it says for every output cell which input cells it sees, as
TensorFlow defines it, and sums, averages or takes the largest of those.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from app.analysis import analyse
from app.codegen import generate
from nodes.catalogue import CATALOGUE
from nodes.errors import LayerError
from nodes.network import Block, Expression, Network
from nodes.spec import Kind, Param, Shape
from tests.app.networks import ends, graph, network, node
from tests.nodes.layers.cases import Case
from tests.nodes.measured import build

Array = NDArray[np.float64]
Seen = list[list[tuple[int, int]]]  # for every output cell: the taps of the filter, and their cells


def seen(n: int, kernel: int, stride: int, dilation: int) -> Seen:
    """Which cells each output cell sees along one axis of n cells."""
    outputs = -(-n // stride)
    missing = max((outputs - 1) * stride + (kernel - 1) * dilation + 1 - n, 0)
    first = -(missing // 2)
    found: Seen = []
    for output in range(outputs):
        cells = [(tap, first + output * stride + tap * dilation) for tap in range(kernel)]
        found.append([(tap, cell) for tap, cell in cells if 0 <= cell < n])
    return found


def at(x: Array, *place: int) -> Array:
    """What stands at a place along the last axes."""
    index: Any = (..., *place)
    return np.asarray(x[index])


def over(
    x: Array, axes: Sequence[Seen], value: Callable[[Sequence[tuple[int, ...]], Array], Any]
) -> Array:
    """The value of every output cell: from the taps, and from what they see as (channels, taps)."""
    rows = []
    for places in itertools.product(*axes):
        both = list(itertools.product(*places))
        taps = [tuple(tap for tap, _ in each) for each in both]
        cells = [at(x, *(c for _, c in each)) for each in both]
        rows.append(value(taps, np.array(cells).reshape(-1, len(x)).T))
    return np.stack(rows, axis=1).reshape(-1, *(len(axis) for axis in axes))


def convolved(weight: Array, bias: Array, groups: int) -> Callable[..., Any]:
    def value(taps: Sequence[tuple[int, ...]], cells: Array) -> Array:
        filters = np.array([at(weight, *t) for t in taps]).reshape(-1, *weight.shape[:2])
        parts = zip(np.split(filters, groups, axis=1), np.split(cells, groups), strict=True)
        return np.asarray(np.concatenate([np.einsum("toc,ct->o", *p) for p in parts]) + bias)

    return value


POOLED: dict[str, Callable[..., Any]] = {
    "Max": lambda taps, cells: cells.max(axis=1),
    "Avg": lambda taps, cells: cells.mean(axis=1),  # of the cells that there are
}


def compare(kind: str, values: dict[str, Any], shape: Shape) -> None:
    """Run the layer as it is generated, and its shape rule, against the reference."""
    spec, rank = CATALOGUE[kind], len(shape) - 1
    values = {"padding": "same", **values}
    given = [values["kernel_size"], values.get("stride", 1), values.get("dilation", 1)]
    numbers = [v if isinstance(v, tuple) else (v,) * rank for v in given]
    axes = [seen(*along) for along in zip(shape[1:], *numbers, strict=True)]
    if kind.startswith("Max") and not all(cells for axis in axes for cells in axis):
        with pytest.raises(LayerError, match="see none of"):
            spec.infer(spec.resolve(values), [shape])
        return
    layer = build(spec, Case(values, [shape]))
    assert layer.module is not None
    module = layer.module.double()
    x = torch.randn(2, *shape, dtype=torch.float64) - 3  # so that a zero would be the largest
    (made,) = layer.run(x)
    if "Pool" in kind:
        value = POOLED[kind[:3]]
    else:
        state = {name: t.detach().numpy() for name, t in module.named_parameters()}
        groups = shape[0] if kind.startswith("Depthwise") else values.get("groups", 1)
        value = convolved(state["weight"], state["bias"], groups)
    for sample, out in zip(x.numpy(), made.detach().numpy(), strict=True):
        wanted = over(sample, axes, value)
        assert wanted.shape == out.shape == spec.infer(spec.resolve(values), [shape]).outputs[0]
        np.testing.assert_allclose(out, wanted, rtol=1e-9, atol=1e-9)


# --- in value ------------------------------------------------------------------------------------

KERNELS, STRIDES, DILATIONS = (1, 2, 3, 4, 5), (1, 2, 3, 4), (1, 2, 3)


@pytest.mark.parametrize("dilation", DILATIONS)
@pytest.mark.parametrize("stride", STRIDES)
@pytest.mark.parametrize("kernel", KERNELS)
@pytest.mark.parametrize("kind", ["Conv1d", "MaxPool1d", "AvgPool1d"])
def test_along_one_axis_of_any_size(kind: str, kernel: int, stride: int, dilation: int) -> None:
    values = {"kernel_size": kernel, "stride": stride}
    if kind == "Conv1d":
        values["out_channels"] = 2
    if kind != "AvgPool1d":
        values["dilation"] = dilation
    elif dilation > 1:
        return
    for n in range(1, 11):
        compare(kind, values, (2, n))


PLANES: list[tuple[Any, Any, Any]] = [  # kernel, stride, dilation
    (3, 1, 1),
    (3, 2, 1),
    (2, 1, 1),
    (2, 2, 1),
    (4, 3, 1),
    (3, 1, 2),
    (3, 2, 2),
    (1, 2, 1),
    ((3, 1), 1, 1),
    ((3, 1), (1, 2), 1),
    ((2, 5), (3, 1), (2, 1)),
    ((1, 4), (2, 2), (1, 3)),
]
SIZES: list[Shape] = [(4, 7, 8), (4, 5, 5), (4, 6, 3), (4, 1, 2)]


@pytest.mark.parametrize(("kernel", "stride", "dilation"), PLANES)
@pytest.mark.parametrize("kind", ["Conv2d", "DepthwiseConv2d", "MaxPool2d", "AvgPool2d"])
def test_over_images(kind: str, kernel: Any, stride: Any, dilation: Any) -> None:
    values = {"kernel_size": kernel, "stride": stride}
    if kind != "AvgPool2d":
        values["dilation"] = dilation
    values |= {
        "Conv2d": {"out_channels": 6, "groups": 2},
        "DepthwiseConv2d": {"depth_multiplier": 2},
    }.get(kind, {})
    for shape in SIZES:
        compare(kind, values, shape)


@pytest.mark.parametrize(
    ("kernel", "stride", "dilation"),
    [(3, 1, 1), (3, 2, 1), (2, 1, 1), ((1, 2, 3), (2, 1, 2), (1, 2, 1)), ((3, 3, 1), 1, 2)],
)
@pytest.mark.parametrize("kind", ["Conv3d", "MaxPool3d", "AvgPool3d"])
def test_through_volumes(kind: str, kernel: Any, stride: Any, dilation: Any) -> None:
    values = {"kernel_size": kernel, "stride": stride}
    if kind != "AvgPool3d":
        values["dilation"] = dilation
    if kind == "Conv3d":
        values["out_channels"] = 2
    for shape in ((2, 3, 4, 5), (2, 2, 1, 2)):
        compare(kind, values, shape)


@pytest.mark.parametrize("n", range(1, 10))
@pytest.mark.parametrize("stride", STRIDES)
@pytest.mark.parametrize("kernel", KERNELS)
def test_valid_gives_the_size_that_tensorflow_gives(kernel: int, stride: int, n: int) -> None:
    if kernel > n:
        return
    spec = CATALOGUE["MaxPool1d"]
    args = spec.resolve({"kernel_size": kernel, "stride": stride, "padding": "valid"})
    assert spec.infer(args, [(1, n)]).outputs == ((1, -(-(n - kernel + 1) // stride)),)


# --- in code -------------------------------------------------------------------------------------


def drawn(kind: str, **values: Any) -> str:
    net = network(
        [
            node("input", "Input", shape=(4, 9, 9)),
            node("layer", kind, **values),
            node("output", "Output"),
        ],
        "input layer output",
    )
    return code_of(net)


def code_of(net: Network) -> str:
    return generate(net, analyse(net)).text


@pytest.mark.parametrize(
    ("kind", "values", "line"),
    [
        ("Conv2d", {"kernel_size": 4}, 'nn.Conv2d(4, 64, 4, padding="same")'),
        ("Conv2d", {"dilation": 2}, 'nn.Conv2d(4, 64, 3, padding="same", dilation=2)'),
        ("Conv2d", {"kernel_size": 1, "stride": 2}, "nn.Conv2d(4, 64, 1, stride=2)"),
        ("Conv2d", {"kernel_size": (3, 1), "stride": (1, 2)},
         "nn.Conv2d(4, 64, (3, 1), stride=(1, 2), padding=(1, 0))"),
        ("Conv2d", {"stride": 2}, "Conv2dSame(4, 64, 3, stride=2)"),
        ("DepthwiseConv2d", {}, 'nn.Conv2d(4, 4, 3, padding="same", groups=4)'),
        ("DepthwiseConv2d", {"stride": 2}, "Conv2dSame(4, 4, 3, stride=2, groups=4)"),
        ("MaxPool2d", {"kernel_size": 3, "stride": 1}, "nn.MaxPool2d(3, stride=1, padding=1)"),
        ("MaxPool2d", {"kernel_size": 3, "stride": 2, "ceil_mode": True},
         "MaxPool2dSame(3, stride=2)"),
        ("AvgPool2d", {"kernel_size": 3, "stride": 1},
         "nn.AvgPool2d(3, stride=1, padding=1, count_include_pad=False)"),
        ("AvgPool2d", {"kernel_size": 3, "stride": 2}, "AvgPool2dSame(3, stride=2)"),
        ("AvgPool2d", {"kernel_size": 1, "stride": 2}, "nn.AvgPool2d(1, stride=2)"),
    ],
)  # fmt: skip
def test_torch_says_it_where_it_can(kind: str, values: dict[str, Any], line: str) -> None:
    text = drawn(kind, padding="same", **values)
    assert f"self.layer = {line}\n" in text
    assert ("def pad_same(" in text) == (not line.startswith("nn."))


def test_a_class_of_ours_has_the_keys_of_torchs_own() -> None:
    values = {"padding": "same", "stride": 2, "out_channels": 3}
    layer = build(CATALOGUE["Conv2d"], Case(values, [(4, 9, 9)]))
    assert isinstance(layer.module, torch.nn.Conv2d)
    assert list(layer.module.state_dict()) == ["weight", "bias"]


@pytest.mark.parametrize("kind", ["Conv2d", "MaxPool2d", "AvgPool2d"])
def test_one_class_is_right_for_every_stride_of_a_block(kind: str) -> None:
    values = {"padding": "same", "kernel_size": 3, "stride": Expression("stride")}
    if kind == "Conv2d":
        values["out_channels"] = 4
    step = Block(
        "Step",
        (Param("stride", Kind.INT, 1, "", 1),),
        graph([*ends(), node("layer", kind, **values), node("act", "ReLU")],
              "input layer act output"),
    )  # fmt: skip
    net = network(
        [
            node("input", "Input", shape=(4, 9, 9)),
            node("first", "Step"),
            node("second", "Step", stride=2),
            node("output", "Output"),
        ],
        "input first second output",
        blocks=(step,),
    )
    text = code_of(net)
    assert text.count("class Step") == 1
    space: dict[str, Any] = {}
    exec(text, space)
    assert space["Test"]()(torch.zeros(2, 4, 9, 9)).shape == (2, 4, 5, 5)
