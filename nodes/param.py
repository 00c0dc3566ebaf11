"""A parameter of a layer or block: what it holds, its bounds, and how it is written in code."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeGuard, TypeVar

from nodes.errors import ParameterError

Value = int | float | bool | str | None | tuple[int, ...]
MAX_INTS = 64
_LONGEST = 60  # characters of a value in a message
Number = TypeVar("Number", int, float)


class Kind(StrEnum):
    """What a parameter holds, and therefore how it is edited."""

    INT = "int"
    FLOAT = "float"
    BOOL = "bool"
    CHOICE = "choice"
    PAIR = "pair"  # one number for both, or (height, width)
    TRIPLE = "triple"  # one number for all, or (depth, height, width)
    SHAPE = "shape"  # (channels, height, width), without the batch
    INTS = "ints"  # a list of whole numbers, such as the sizes of a split
    INIT = "init"  # how weights begin, such as "kaiming_normal(mode=fan_out)"


class Style(StrEnum):
    """How a parameter appears in the constructor call of the generated code."""

    POSITIONAL = "positional"
    KEYWORD = "keyword"  # left out where it equals the default, which is torch's own
    ALWAYS = "always"  # a keyword even at its default, because torch has another or none


@dataclass(frozen=True)
class Param:
    """One parameter of a layer or of a block.

    `minimum` and `maximum` are inclusive and hold for every element of a pair, shape or list;
    `above` is an exclusive lower bound. `optional` admits None, `unit` is shown after the number.
    `words` stand in the place of numbers, as “same” does for a padding. Of Kind.INIT, `choices`
    are the initialisers that fit, where not all do.
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
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.kind is Kind.INIT and isinstance(self.default, str):
            object.__setattr__(self, "default", self._initialiser(self.default))

    def check(self, value: object) -> Value:
        """The value in its stored form (lists become tuples).

        Raises:
            ParameterError: the value is of the wrong kind or out of bounds; says which and why.
        """
        if value is None:
            if self.optional:
                return None
            raise ParameterError(self.name, f"needs {self._expected()}, and has no value")
        if isinstance(value, str) and value in self.words:
            return value
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
            case Kind.INIT:
                if isinstance(value, str):
                    return self._initialiser(value)
            case Kind.PAIR | Kind.TRIPLE:
                if isinstance(value, int) and not isinstance(value, bool):
                    return self._bounded(value)
                if _is_ints(value) and len(value) == (2 if self.kind is Kind.PAIR else 3):
                    return tuple(self._bounded(v) for v in value)
            case Kind.SHAPE | Kind.INTS:
                most = 4 if self.kind is Kind.SHAPE else MAX_INTS
                if _is_ints(value) and 1 <= len(value) <= most:
                    return tuple(self._bounded(v) for v in value)
        raise ParameterError(self.name, f"needs {self._expected()}, not {_shown(value)}")

    def _initialiser(self, value: str) -> str:
        """The text in its one form."""
        from nodes.initialisers import read  # whose own parameters are declared with this class

        found = read(value, self.name)
        if self.choices and found.of.name not in self.choices:
            raise ParameterError(
                self.name,
                f"is for tensors of any shape, and {found.of.name} needs two axes: use "
                f"{', '.join(self.choices)}",
            )
        return str(found)

    def _bounded(self, value: Number) -> Number:
        if self.minimum is not None and value < self.minimum:
            raise ParameterError(
                self.name, f"must be at least {self.minimum:g}, not {_shown(value)}"
            )
        if self.above is not None and value <= self.above:
            raise ParameterError(
                self.name, f"must be more than {self.above:g}, not {_shown(value)}"
            )
        if self.maximum is not None and value > self.maximum:
            raise ParameterError(
                self.name, f"must be at most {self.maximum:g}, not {_shown(value)}"
            )
        return value

    def _expected(self) -> str:
        expected = {
            Kind.INT: "a whole number",
            Kind.FLOAT: "a number",
            Kind.BOOL: "true or false",
            Kind.CHOICE: f"one of {', '.join(self.choices)}",
            Kind.PAIR: "one whole number or a pair (height, width)",
            Kind.TRIPLE: "one whole number or three (depth, height, width)",
            Kind.SHAPE: "one to four whole numbers, such as (3, 224, 224)",
            Kind.INTS: f"one to {MAX_INTS} whole numbers, such as (16, 32)",
            Kind.INIT: "an initialiser, such as normal(std=0.01)",
        }[self.kind]
        return " or ".join([expected, *self.words])


def _shown(value: object) -> str:
    """A value as a message shows it; of a long one the beginning, and how long it is."""
    text = repr(value)
    if len(text) <= _LONGEST:
        return text
    many = f" ({len(value)} values)" if isinstance(value, tuple | list) else ""
    return f"{text[: _LONGEST - 1]}…{many}"


def _is_ints(value: object) -> TypeGuard[tuple[int, ...] | list[int]]:
    return isinstance(value, tuple | list) and all(
        isinstance(v, int) and not isinstance(v, bool) for v in value
    )
