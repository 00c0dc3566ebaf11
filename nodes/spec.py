"""The contract of a layer: parameters, ports, shape rule, cost and its line of PyTorch.

A layer is one declaration, a `LayerSpec`. The palette entry, the inspector form, validation, the
shape and cost shown on the canvas, the generated code and the help text all derive from it.
Shapes never carry the batch dimension: an RGB image is `(3, 224, 224)`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

from nodes.errors import ParameterError
from nodes.param import Kind, Param, Style, Value

__all__ = [
    "LEFT_OUT",
    "Args",
    "ExpressionCode",
    "Facts",
    "Infer",
    "Kept",
    "Kind",
    "LayerSpec",
    "LeftOut",
    "ModuleCode",
    "Param",
    "Port",
    "Shape",
    "Style",
    "Support",
    "Tensor",
    "Value",
    "Window",
]

Shape = tuple[int, ...]


class Args(SimpleNamespace):
    """The resolved parameters of one layer, as attributes: `a.kernel_size`."""

    def __getattr__(self, name: str) -> Any:  # only reached for a missing name; tells mypy the rest
        raise AttributeError(name)


@dataclass(frozen=True)
class Port:
    """An input of a layer. A variadic port takes any number of wires, in an order that counts."""

    name: str
    variadic: bool = False


@dataclass(frozen=True)
class Tensor:
    """A parameter or buffer as it stands in the `state_dict`: name within the layer, and shape.

    The name is empty where the layer is no module: its key is then that of the layer itself.
    """

    name: str
    shape: Shape

    def key(self, path: str) -> str:
        """Its key in the `state_dict`, of a layer at this path."""
        return f"{path}.{self.name}" if self.name else path

    @property
    def elements(self) -> int:
        return math.prod(self.shape)


@dataclass(frozen=True)
class Window:
    """How one output cell sees the input along one axis, in cells of the input.

    `reach` counts from the first to the last cell seen, `step` is the way from one output cell to
    the next (below 1 where the output is finer), `start` the first cell that output 0 sees, below
    zero with padding.
    """

    reach: int
    step: int | Fraction = 1
    start: int | Fraction = 0


@dataclass(frozen=True)
class Kept:
    """What autograd keeps in training for the backward pass, beside the parameters.

    `inputs` and `outputs` name whole tensors by their index. `extra` counts the bytes of anything
    else for one sample, such as indices and masks; `fixed` those that no batch size changes.
    """

    inputs: tuple[int, ...] = ()
    outputs: tuple[int, ...] = ()
    extra: int = 0
    fixed: int = 0


@dataclass(frozen=True)
class Facts:
    """What a layer makes of given input shapes.

    `macs` counts multiply-adds for one sample, in the convention of the published tables:
    convolutions, linear layers and matrix products; no bias, normalisation, pooling, activation.

    `windows` has one entry for every axis after the channels; it is empty where each output cell
    sees only the input cells at its own place, and None where it sees them all. `view` says that
    the outputs share the memory of the first input. `kept_frozen` is what is kept where the
    parameters do not learn, and `kept_still` where the running statistics stay as they are, too,
    if that is something else.
    """

    outputs: tuple[Shape, ...]
    parameters: tuple[Tensor, ...] = ()
    buffers: tuple[Tensor, ...] = ()
    macs: int = 0
    windows: tuple[Window, ...] | None = ()
    kept: Kept = Kept()
    view: bool = False
    kept_frozen: Kept | None = None
    kept_still: Kept | None = None


Infer = Callable[[Args, Sequence[Shape]], Facts]


class LeftOut(Enum):
    """Says that a parameter is not written in the constructor call."""

    LEFT_OUT = "left out"


LEFT_OUT = LeftOut.LEFT_OUT


@dataclass(frozen=True)
class Support:
    """A class or function that generated code carries along, for what torch has no module for.

    `text` is the whole of it, formatted, without the blank lines around it; it uses `torch`, `nn`,
    `Tensor` and what `imports` bring in, such as `from torch.nn import functional`. Those that it
    `needs` stand before it.
    """

    name: str
    text: str
    imports: tuple[str, ...] = ()
    needs: tuple[Support, ...] = ()

    def in_order(self) -> tuple[Support, ...]:
        """What it needs, then itself."""
        return (*(inner for needed in self.needs for inner in needed.in_order()), self)


def _nothing(args: Args, inputs: Sequence[Shape]) -> tuple[int, ...]:
    return ()


def _as_declared(args: Args, inputs: Sequence[Shape]) -> Mapping[str, Value | LeftOut]:
    return {}


@dataclass(frozen=True)
class ModuleCode:
    """A layer that is an `nn.Module`: `self.name = torch_name(lead..., parameters...)`.

    `torch_name` is a name as in `nn.Conv2d`, or a Support; a function of the parameters where it
    depends on them. `lead` gives the leading arguments that follow from the input shapes, such as
    in_channels. `given` has the keywords that are written otherwise than the node has them, or
    beside the layer's parameters. `call` is the expression in `forward`, from the module and its
    inputs, where it is another than `module(inputs...)`. `imports` are lines that the name needs,
    such as `import acme_layers` for `acme_layers.Swish`. `parameter` says that it is an
    `nn.Parameter` that is made, and no module; its Tensor has no name then.
    """

    torch_name: str | Support | Callable[[Args], str | Support]
    lead: Callable[[Args, Sequence[Shape]], tuple[int, ...]] = _nothing
    given: Callable[[Args, Sequence[Shape]], Mapping[str, Value | LeftOut]] = _as_declared
    call: Callable[[Args, str, Sequence[str]], str] | None = None
    imports: tuple[str, ...] = ()
    parameter: bool = False

    def constructor(self, args: Args) -> str | Support:
        """What is called to make the module."""
        named = self.torch_name
        return named if isinstance(named, str | Support) else named(args)

    def forward(self, args: Args, module: str, inputs: Sequence[str]) -> str:
        """The expression of the module's value, where `module` is the text that names it."""
        if self.call is not None:
            return self.call(args, module, inputs)
        return f"{module}({', '.join(inputs)})"


@dataclass(frozen=True)
class ExpressionCode:
    """A layer without state: an expression over the names of its inputs.

    A layer with several outputs gives a tuple of them.
    """

    expression: Callable[[Args, Sequence[str]], str]
    imports: tuple[str, ...] = ()


@dataclass(frozen=True)
class LayerSpec:
    """One kind of layer, declared once.

    `infer` raises LayerError for inputs that the layer cannot take. `help` holds formula, shapes
    and source, in Markdown. `outputs` may be a function of the arguments of the node, as for a
    split; it must not raise, whatever they are.
    """

    id: str
    family: str
    summary: str
    help: str
    infer: Infer
    code: ModuleCode | ExpressionCode | None = None  # None: Input and Output, which need no line
    params: tuple[Param, ...] = ()
    inputs: tuple[Port, ...] = (Port("input"),)
    outputs: tuple[str, ...] | Callable[[Mapping[str, object]], tuple[str, ...]] = ("output",)

    def output_names(self, values: Mapping[str, object]) -> tuple[str, ...]:
        """The output ports of a node with these arguments."""
        if isinstance(self.outputs, tuple):
            return self.outputs
        return self.outputs({**self.defaults(), **values})

    def defaults(self) -> dict[str, Value]:
        return {p.name: p.default for p in self.params}

    def resolve(self, values: Mapping[str, object]) -> Args:
        """Defaults overlaid with `values`, every one checked.

        Raises:
            ParameterError: a value is unknown, of the wrong kind or out of bounds.
        """
        known = {p.name for p in self.params}
        for name in values:
            if name not in known:
                raise ParameterError(name, f"is not a parameter of {self.id}")
        return Args(**{p.name: p.check(values.get(p.name, p.default)) for p in self.params})
