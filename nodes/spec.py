"""The contract of a layer: parameters, ports, shape rule, cost and its line of PyTorch.

A layer is one declaration, a `LayerSpec`. The palette entry, the inspector form, validation, the
shape and cost shown on the canvas, the generated code and the help text all derive from it.
Shapes never carry the batch dimension: an RGB image is `(3, 224, 224)`.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import SimpleNamespace
from typing import Any, TypeGuard, TypeVar

from nodes.errors import ParameterError

Shape = tuple[int, ...]
Value = int | float | bool | str | None | tuple[int, ...]
Number = TypeVar("Number", int, float)


class Kind(StrEnum):
    """What a parameter holds, and therefore how it is edited."""

    INT = "int"
    FLOAT = "float"
    BOOL = "bool"
    CHOICE = "choice"
    PAIR = "pair"  # one number for both, or (height, width)
    SHAPE = "shape"  # (channels, height, width), without the batch


class Style(StrEnum):
    """How a parameter appears in the constructor call of the generated code."""

    POSITIONAL = "positional"
    KEYWORD = "keyword"  # left out where it equals the default, which is torch's own
    ALWAYS = "always"  # a keyword even at its default, because torch has another or none


@dataclass(frozen=True)
class Param:
    """One parameter of a layer or of a block.

    `minimum` and `maximum` are inclusive and hold for every element of a pair or shape;
    `above` is an exclusive lower bound. `optional` admits None, `unit` is shown after the number.
    """

    name: str
    kind: Kind
    default: Value
    help: str
    minimum: float | None = None
    maximum: float | None = None
    above: float | None = None
    unit: str = ""
    choices: tuple[str, ...] = ()
    optional: bool = False
    style: Style = Style.KEYWORD

    def check(self, value: object) -> Value:
        """The value in its stored form (lists become tuples).

        Raises:
            ParameterError: the value is of the wrong kind or out of bounds; says which and why.
        """
        if value is None:
            if self.optional:
                return None
            raise ParameterError(self.name, f"needs {self._expected()}, and has no value")
        match self.kind:
            case Kind.BOOL:
                if isinstance(value, bool):
                    return value
            case Kind.INT:
                if isinstance(value, int) and not isinstance(value, bool):
                    return self._bounded(value)
            case Kind.FLOAT:
                if isinstance(value, int | float) and not isinstance(value, bool):
                    if not abs(value) <= sys.float_info.max:
                        shown = value if isinstance(value, float) else "one of that size"
                        raise ParameterError(self.name, f"must be a finite number, not {shown}")
                    return self._bounded(value)
            case Kind.CHOICE:
                if isinstance(value, str) and value in self.choices:
                    return value
            case Kind.PAIR:
                if isinstance(value, int) and not isinstance(value, bool):
                    return self._bounded(value)
                if _is_ints(value) and len(value) == 2:
                    return tuple(self._bounded(v) for v in value)
            case Kind.SHAPE:
                if _is_ints(value) and 1 <= len(value) <= 4:
                    return tuple(self._bounded(v) for v in value)
        raise ParameterError(self.name, f"needs {self._expected()}, not {value!r}")

    def _bounded(self, value: Number) -> Number:
        if self.minimum is not None and value < self.minimum:
            raise ParameterError(self.name, f"must be at least {self.minimum:g}, not {value}")
        if self.above is not None and value <= self.above:
            raise ParameterError(self.name, f"must be more than {self.above:g}, not {value}")
        if self.maximum is not None and value > self.maximum:
            raise ParameterError(self.name, f"must be at most {self.maximum:g}, not {value}")
        return value

    def _expected(self) -> str:
        return {
            Kind.INT: "a whole number",
            Kind.FLOAT: "a number",
            Kind.BOOL: "true or false",
            Kind.CHOICE: "one of " + ", ".join(self.choices),
            Kind.PAIR: "one whole number or a pair (height, width)",
            Kind.SHAPE: "one to four whole numbers, such as (3, 224, 224)",
        }[self.kind]


def _is_ints(value: object) -> TypeGuard[tuple[int, ...] | list[int]]:
    return isinstance(value, tuple | list) and all(
        isinstance(v, int) and not isinstance(v, bool) for v in value
    )


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
    """A parameter or buffer as it stands in the `state_dict`: name within the layer, and shape."""

    name: str
    shape: Shape

    @property
    def elements(self) -> int:
        return math.prod(self.shape)


@dataclass(frozen=True)
class Facts:
    """What a layer makes of given input shapes.

    `macs` counts multiply-adds for one sample, in the convention of the published tables:
    convolutions, linear layers and matrix products; no bias, normalisation, pooling, activation.
    """

    outputs: tuple[Shape, ...]
    parameters: tuple[Tensor, ...] = ()
    buffers: tuple[Tensor, ...] = ()
    macs: int = 0


Infer = Callable[[Args, Sequence[Shape]], Facts]


@dataclass(frozen=True)
class ModuleCode:
    """A layer that is an `nn.Module`: `self.name = torch_name(lead..., parameters...)`.

    `lead` gives the leading arguments that follow from the input shapes, such as in_channels.
    """

    torch_name: str
    lead: Callable[[Args, Sequence[Shape]], tuple[int, ...]] = lambda args, inputs: ()


@dataclass(frozen=True)
class ExpressionCode:
    """A layer without state: an expression over the names of its inputs."""

    expression: Callable[[Args, Sequence[str]], str]


@dataclass(frozen=True)
class LayerSpec:
    """One kind of layer, declared once.

    `infer` raises LayerError for inputs that the layer cannot take. `help` holds formula, shapes
    and source, in Markdown.
    """

    id: str
    family: str
    summary: str
    help: str
    infer: Infer
    code: ModuleCode | ExpressionCode | None = None  # None: Input and Output, which need no line
    params: tuple[Param, ...] = ()
    inputs: tuple[Port, ...] = (Port("input"),)
    outputs: tuple[str, ...] = ("output",)

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
