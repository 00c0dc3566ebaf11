"""Layers that hand on a range of one axis, or cut it into several."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence

from nodes.axes import axis
from nodes.errors import LayerError
from nodes.shapes import single, text
from nodes.spec import (
    Args,
    ExpressionCode,
    Facts,
    Kind,
    LayerSpec,
    Param,
    Shape,
    Window,
)

MAX_OUTPUTS = 64


# --- several outputs ------------------------------------------------------------------------------


def _numbered(count: int) -> tuple[str, ...]:
    return tuple(str(k) for k in range(count))


def _literal(value: object) -> object:
    """The value itself; of an expression its syntax tree, where it can be read."""
    try:
        tree = ast.parse(str(value).removeprefix("="), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return tree.value if isinstance(tree, ast.Constant) else tree


def _split_ports(values: Mapping[str, object]) -> tuple[str, ...]:
    sizes = values["sizes"]
    if not isinstance(sizes, tuple | list):
        tree = _literal(sizes)
        sizes = tree.elts if isinstance(tree, ast.Tuple) else _SIZES.default
    assert isinstance(sizes, tuple | list)
    return _numbered(min(max(len(sizes), 1), MAX_OUTPUTS))


def _chunk_ports(values: Mapping[str, object]) -> tuple[str, ...]:
    chunks = values["chunks"]
    if not isinstance(chunks, int):
        chunks = _literal(chunks)
    if not isinstance(chunks, int):
        chunks = _CHUNKS.default
    assert isinstance(chunks, int)
    return _numbered(min(max(chunks, 1), MAX_OUTPUTS))


def _pieces(shape: Shape, at: int, sizes: Sequence[int]) -> Facts:
    """The facts of an axis that is cut into pieces of these sizes."""
    # One cell of each piece: between the first and the last of them lie the pieces before the last.
    window = Window(1 + sum(sizes[:-1]))
    return Facts(
        outputs=tuple((*shape[:at], size, *shape[at + 1 :]) for size in sizes),
        windows=_along(shape, at, window),
        view=True,
    )


def _along(shape: Shape, at: int, window: Window) -> tuple[Window, ...]:
    """One axis with a window of its own; the channels' axis has none."""
    if at == 0:
        return ()
    return tuple(window if i == at else Window(1) for i in range(1, len(shape)))


def _split(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    at = axis("Split", a.dim, shape)
    if sum(a.sizes) != shape[at]:
        raise LayerError(
            "sizes",
            f"Split's sizes {', '.join(map(str, a.sizes))} sum to {sum(a.sizes)}, and axis "
            f"{a.dim} of {text(shape)} has {shape[at]}.",
            f"Use sizes that sum to {shape[at]}, or Chunk for equal parts.",
        )
    return _pieces(shape, at, a.sizes)


def _chunk(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    at = axis("Chunk", a.dim, shape)
    length, each = shape[at], -(-shape[at] // a.chunks)
    count = -(-length // each)
    if count != a.chunks:
        raise LayerError(
            "chunks",
            f"Chunk cuts the {length} of axis {a.dim} of {text(shape)} into parts of {each}, which "
            f"makes {count}, and not {a.chunks}.",
            f"Use {count} chunks, a number that divides {length}, or Split with sizes of your own.",
        )
    if length % a.chunks == 0:
        return _pieces(shape, at, [length // a.chunks] * a.chunks)
    return _pieces(shape, at, [*[each] * (count - 1), length - each * (count - 1)])


# --- one part -------------------------------------------------------------------------------------


def _slice(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    at = axis("Slice", a.dim, shape)
    length = shape[at]
    start = _place(a.start, length)
    stop = length if a.stop is None else _place(a.stop, length)
    if stop <= start:
        raise LayerError(
            "empty",
            f"Slice leaves nothing of axis {a.dim} of {text(shape)}: it goes from {start} to "
            f"{stop} of {length}.",
            "Let it stop behind its start; without a stop it goes to the end.",
        )
    count = stop - start
    count = count // a.step if count % a.step == 0 else -(-count // a.step)
    return Facts(
        outputs=((*shape[:at], count, *shape[at + 1 :]),),
        windows=_along(shape, at, Window(1, a.step, start)),
        view=True,
    )


def _place(index: int, length: int) -> int:
    """Where an index stands that may count from the end, as in Python."""
    if index < 0:
        index = length + index
    return 0 if index < 0 else length if index > length else index


def _slice_text(a: Args, names: Sequence[str]) -> str:
    start = str(a.start) if a.start else ""
    stop = "" if a.stop is None else str(a.stop)
    part = f"{start}:{stop}" + (f":{a.step}" if a.step != 1 else "")
    if a.dim >= 0:
        return f"{names[0]}[{':, ' * a.dim}{part}]"
    return f"{names[0]}[..., {part}{', :' * (-a.dim - 1)}]"


# --- declarations ---------------------------------------------------------------------------------

_DIM = Param("dim", Kind.INT, 1, "Axis to cut; 0 is the batch, 1 the channels", -5, 5)
_SIZES = Param("sizes", Kind.INTS, (16, 16), "Sizes of the parts, in order", 1, 1_000_000)
_CHUNKS = Param("chunks", Kind.INT, 2, "Number of parts", 1, MAX_OUTPUTS)


def _parts(cut: str, count: int) -> str:
    """The text of a cut; where there is a single part that part itself, not a tuple of it."""
    return cut if count > 1 else f"{cut}[0]"


SLICE = LayerSpec(
    id="Slice",
    family="Reshape",
    summary="Keeps a range of one axis",
    help=(
        "x[start:stop:step] along axis dim. Negative numbers count from the end, and without a "
        "stop the range goes to the end, as in Python.\n\n"
        "n → ⌈(stop − start) / step⌉ along that axis.\n\nSource: torch.Tensor indexing."
    ),
    params=(
        _DIM,
        Param("start", Kind.INT, 0, "First place that is kept", -1_000_000, 1_000_000),
        Param(
            "stop",
            Kind.INT,
            None,
            "First place behind the range; none goes to the end",
            -1_000_000,
            1_000_000,
            optional=True,
        ),
        Param("step", Kind.INT, 1, "From one place that is kept to the next", 1, 1_000_000),
    ),
    infer=_slice,
    code=ExpressionCode(_slice_text),
)

SPLIT = LayerSpec(
    id="Split",
    family="Reshape",
    summary="Cuts one axis into parts of given sizes, one output each",
    help=(
        "(s₁ + s₂ + …)×H×W → s₁×H×W, s₂×H×W, … along the channels, or another axis.\n\n"
        "Source: torch.split; the dual paths of Chen et al., 2017."
    ),
    params=(_SIZES, _DIM),
    outputs=_split_ports,
    infer=_split,
    code=ExpressionCode(
        lambda a, names: _parts(
            f"torch.split({names[0]}, {[int(s) for s in a.sizes]}, dim={a.dim})", len(a.sizes)
        )
    ),
)

CHUNK = LayerSpec(
    id="Chunk",
    family="Reshape",
    summary="Cuts one axis into equal parts, one output each",
    help=(
        "n → parts of ⌈n / chunks⌉, the last of what is left. Where so many parts do not come out, "
        "as of 5 in 4, it is refused.\n\nSource: torch.chunk; the channel split of Ma et al., "
        "ShuffleNet V2, 2018."
    ),
    params=(_CHUNKS, _DIM),
    outputs=_chunk_ports,
    infer=_chunk,
    code=ExpressionCode(
        lambda a, names: _parts(f"torch.chunk({names[0]}, {a.chunks}, dim={a.dim})", a.chunks)
    ),
)

LAYERS = (SLICE, SPLIT, CHUNK)
