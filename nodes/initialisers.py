"""The ways in which weights begin, in torch's words, such as `kaiming_normal(mode=fan_out)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from nodes.errors import ParameterError
from nodes.param import Kind, Param, Style, Value

MAX_TEXT = 200  # characters
_MOST = 1e6  # no number of an initialiser is further from 0; its square is finite in float32
_WHOLE = re.compile(r"\s*(\w+)\s*(?:\((.*)\)\s*)?", re.DOTALL)
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", re.ASCII)


@dataclass(frozen=True)
class Initialiser:
    """One function of `torch.nn.init`, by its name without the underscore at the end.

    `formula` says what is drawn, `source` where it comes from. One that counts `fans` needs a
    tensor of two axes or more, such as the weight of a convolution, and no bias.
    """

    name: str
    title: str
    formula: str
    source: str
    params: tuple[Param, ...]
    fans: bool = False

    def plain(self) -> Initialisation:
        """With every parameter at its default."""
        return Initialisation(self, tuple(p.default for p in self.params))


@dataclass(frozen=True)
class Initialisation:
    """An initialiser with the values of its parameters, in their order."""

    of: Initialiser
    values: tuple[Value, ...]

    def __str__(self) -> str:
        """The text form, without what is at its default: `normal(std=0.01)`."""
        given = ", ".join(f"{name}={_word(value)}" for name, value in self.given())
        return f"{self.of.name}({given})" if given else self.of.name

    @property
    def by_name(self) -> Mapping[str, Value]:
        return {p.name: v for p, v in zip(self.of.params, self.values, strict=True)}

    def given(self) -> Iterator[tuple[str, Value]]:
        """What is written: the values that differ from torch's own, or for which it has none."""
        for param, value in zip(self.of.params, self.values, strict=True):
            if param.style is Style.ALWAYS or value != param.default:
                yield param.name, value

    def replaced(self, name: str, value: Value) -> Initialisation:
        """With another value of one parameter; raises ParameterError where they do not agree."""
        return _checked(self.of, {**self.by_name, name: value})


def _number(
    name: str,
    default: float,
    help: str,
    minimum: float = -_MOST,
    style: Style = Style.KEYWORD,
) -> Param:
    return Param(name, Kind.FLOAT, default, help, minimum, _MOST, style=style)


_HE = "He et al., Delving Deep into Rectifiers, 2015"
_GLOROT = "Glorot and Bengio, Understanding the difficulty of training deep networks, 2010"
_GAINS = ("linear", "sigmoid", "tanh", "relu", "leaky_relu", "selu")
_KAIMING = (
    _number("a", 0.0, "Negative slope of the leaky ReLU that follows; of others no effect"),
    Param(
        "mode",
        Kind.CHOICE,
        "fan_in",
        "What stays of one size from layer to layer: fan_in the activations, fan_out the gradients",
        choices=("fan_in", "fan_out"),
    ),
    Param(
        "nonlinearity",
        Kind.CHOICE,
        "leaky_relu",
        "The activation that follows; its gain is √2 for relu, √(2 / (1 + a²)) for leaky_relu, "
        "5/3 for tanh, 3/4 for selu, 1 for linear and sigmoid",
        choices=_GAINS,
    ),
)
_GAIN = _number("gain", 1.0, "What all is multiplied by; √2 ahead of a ReLU", 0)
_MEAN = _number("mean", 0.0, "Mean")

INITIALISERS: Mapping[str, Initialiser] = {
    made.name: made
    for made in (
        Initialiser(
            "kaiming_normal",
            "Kaiming normal",
            "w ~ N(0, gain² / fan), where the fan is the number of inputs (fan_in) or outputs "
            "(fan_out) times the cells of the kernel",
            _HE,
            _KAIMING,
            fans=True,
        ),
        Initialiser(
            "kaiming_uniform",
            "Kaiming uniform",
            "w ~ U(−r, r) with r = gain · √(3 / fan)",
            _HE,
            _KAIMING,
            fans=True,
        ),
        Initialiser(
            "xavier_normal",
            "Xavier normal",
            "w ~ N(0, gain² · 2 / (fan_in + fan_out))",
            _GLOROT,
            (_GAIN,),
            fans=True,
        ),
        Initialiser(
            "xavier_uniform",
            "Xavier uniform",
            "w ~ U(−r, r) with r = gain · √(6 / (fan_in + fan_out))",
            _GLOROT,
            (_GAIN,),
            fans=True,
        ),
        Initialiser(
            "orthogonal",
            "Orthogonal",
            "gain times a random matrix whose rows, or columns, are orthonormal",
            "Saxe et al., Exact solutions to the nonlinear dynamics of learning, 2013",
            (_GAIN,),
            fans=True,
        ),
        Initialiser(
            "normal",
            "Normal",
            "w ~ N(mean, std²)",
            "torch.nn.init.normal_",
            (_MEAN, _number("std", 1.0, "Standard deviation", 0)),
        ),
        Initialiser(
            "trunc_normal",
            "Truncated normal",
            "w ~ N(mean, std²), drawn again where it falls outside [a, b]",
            "torch.nn.init.trunc_normal_",
            (
                _MEAN,
                _number("std", 1.0, "Standard deviation, before anything is cut off", 1e-9),
                _number("a", -2.0, "Least value, whatever the standard deviation"),
                _number("b", 2.0, "Largest value, whatever the standard deviation"),
            ),
        ),
        Initialiser(
            "uniform",
            "Uniform",
            "w ~ U(a, b)",
            "torch.nn.init.uniform_",
            (_number("a", 0.0, "Least value"), _number("b", 1.0, "Largest value")),
        ),
        Initialiser(
            "constant",
            "Constant",
            "w = value",
            "torch.nn.init.constant_",
            (_number("value", 0.0, "The value of every element", style=Style.ALWAYS),),
        ),
    )
}
OF_ANY_SHAPE = tuple(name for name, made in INITIALISERS.items() if not made.fans)


def initial(tensor: str, axes: int = 1) -> Param:
    """The parameter of a layer that says how one of its tensors begins: `weight_init`.

    A tensor of fewer than two `axes` has no fans, and takes the initialisers that need none.
    """
    return Param(
        f"{tensor}_init",
        Kind.INIT,
        None,
        f"How the {tensor} begins, where there is one; empty means torch's own way",
        choices=() if axes > 1 else OF_ANY_SHAPE,
        optional=True,
    )


WEIGHT_AND_BIAS = (initial("weight", 2), initial("bias"))  # of a convolution or a linear layer
SCALE_AND_SHIFT = (initial("weight"), initial("bias"))  # of a normalisation


def tensor_of(param: Param) -> str:
    """The tensor that a parameter of Kind.INIT is about: the weight for `weight_init`."""
    return param.name.removesuffix("_init")


def read(text: str, parameter: str = "initialiser") -> Initialisation:
    """An initialiser as it is written, such as `trunc_normal(std=0.1)`; blanks do not count.

    Raises:
        ParameterError: with the name `parameter`; it is not of this form, names something unknown
            (says what is near), or has a value out of bounds.
    """
    try:
        return _read(text)
    except ParameterError as error:
        raise ParameterError(parameter, error.reason) from None


@lru_cache(maxsize=1024)
def _read(text: str) -> Initialisation:
    if len(text) > MAX_TEXT:
        raise _error(f"may have {MAX_TEXT} characters; this has {len(text):,}")
    found = _WHOLE.fullmatch(text)
    if found is None:
        raise _error(f"is written as normal(std=0.01), and not as {text!r}")
    name, inside = found.groups()
    made = INITIALISERS.get(name)
    if made is None:
        raise _error(f"names {name}, which is no initialiser {_near(name, INITIALISERS)}")
    params = {p.name: p for p in made.params}
    given: dict[str, Value] = {}
    for part in inside.split(",") if inside and inside.strip() else ():
        key, equals, word = (piece.strip() for piece in part.partition("="))
        if not equals:
            raise _error(f"has {part.strip()!r} in its brackets, which is not of the form a=1")
        if key not in params:
            raise _error(f"has {key!r}, which {name} does not take {_near(key, params)}")
        if key in given:
            raise _error(f"has {key} twice")
        given[key] = float(word) if _NUMBER.fullmatch(word) else word
    return _checked(made, given)


def _checked(made: Initialiser, given: Mapping[str, Value]) -> Initialisation:
    """The initialiser with defaults for what is not given."""
    values: dict[str, Any] = {}
    for param in made.params:
        try:
            value = param.check(given.get(param.name, param.default))
        except ParameterError as error:
            raise _error(f"is {made.name}, whose {error}") from None
        values[param.name] = float(value) if isinstance(value, int) else value
    if {"a", "b"} <= values.keys() and not values["a"] < values["b"]:
        raise _error(
            f"is {made.name}, whose a must be less than its b, and has a = {values['a']:g}, "
            f"b = {values['b']:g}"
        )
    if made.name == "trunc_normal":
        far = 2 * values["std"]
        if not values["a"] - far <= values["mean"] <= values["b"] + far:
            raise _error(
                f"is trunc_normal, whose mean = {values['mean']:g} must be within two standard "
                f"deviations of what a = {values['a']:g} and b = {values['b']:g} leave"
            )
    return Initialisation(made, tuple(values.values()))


def _error(reason: str) -> ParameterError:
    return ParameterError("initialiser", reason)


def _near(name: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(name.lower().rstrip("_"), list(known), n=1)
    return f"(did you mean {near[0]}?)" if near else f"(there are {', '.join(known)})"


def _word(value: Value) -> str:
    """A value in the text form: whole numbers without a decimal point."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)
