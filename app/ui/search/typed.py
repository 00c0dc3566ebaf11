"""Arguments typed after a name: “conv2d 64 3x3 /2” as values of the parameters of a Conv2d."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.ui.inspector.values import Names, parse, reason
from nodes.errors import ExpressionError, ParameterError
from nodes.network import Argument
from nodes.network.model import MAX_REPEAT
from nodes.spec import Kind, Param, Style

_NUMBERS = r"-?\d+(?:[.,x×*]-?\d+)*(?:\.\d*)?(?:e-?\d+)?|-?\.\d+"
_ARGUMENT = re.compile(rf"(?:{_NUMBERS}|/\d+|[x×]\d+|\w+=.*|=.*|[kspdg]\d+(?:x\d+)*)\Z", re.I)
_SHORT = {
    "k": "kernel_size",
    "s": "stride",
    "p": "padding",
    "d": "dilation",
    "g": "groups",
}
_REDUCING = ("stride", "downscale_factor")
_NOT = ("no", "no_", "no-", "not_", "not-")
_LISTS = (Kind.PAIR, Kind.TRIPLE, Kind.SHAPE, Kind.INTS)


@dataclass(frozen=True)
class Typed:
    """Values by parameter, how often it repeats, and why the rest was not understood."""

    args: Mapping[str, Argument] = field(default_factory=dict)
    repeat: int = 1
    problems: tuple[str, ...] = ()


def is_argument(word: str) -> bool:
    """Whether a typed word looks like a value rather than part of a name."""
    return bool(_ARGUMENT.match(word))


def read(
    kind: str, params: Sequence[Param], words: Sequence[str], names: Names, *, repeats: bool
) -> Typed:
    """The words as arguments of a kind that has these parameters.

    A bare value goes to the next parameter that takes it; `/2` is a stride, `k3` a kernel size,
    `x4` the number of copies where it `repeats`, `name=value` and the start of a name say which
    parameter is meant, a word such as `same` or `nobias` what it is a value of. `names` are what
    an expression may refer to.
    """
    reading = _Reading(kind, params, names, repeats)
    for word in words:
        try:
            reading.take(word)
        except ParameterError as error:
            reading.problems.append(f"{error.parameter}: {reason(error)}")
        except (ExpressionError, _UnknownError) as error:
            reading.problems.append(str(error))
    return Typed(reading.args, reading.repeat, tuple(reading.problems))


class _UnknownError(Exception):
    """A word is no argument of this kind."""


class _Reading:
    def __init__(self, kind: str, params: Sequence[Param], names: Names, repeats: bool) -> None:
        self._kind = kind
        self._params = {p.name: p for p in params}
        self._names = names
        self._repeats = repeats
        self.args: dict[str, Argument] = {}
        self.repeat = 1
        self.problems: list[str] = []

    def take(self, word: str) -> None:
        name, equals, value = word.partition("=")
        if equals and name:
            self._set(self._named(name), value)
        elif word[0] == "/":
            self._set(self._reducing(), word[1:])
        elif word[0] in "x×" and word[1:].isdigit():
            self._copies(int(word[1:]))
        elif len(word) > 1 and word[0].lower() in _SHORT and word[1].isdigit():
            self._set(self._named(_SHORT[word[0].lower()]), word[1:])
        else:
            self._place(word)

    def _set(self, param: Param, text: str) -> None:
        self.args[param.name] = self._value(param, text)

    def _value(self, param: Param, text: str) -> Argument:
        if self._refers(text):
            text = f"={text.removeprefix('=')}"
        value = parse(param, text, self._names)
        if param.kind in (Kind.PAIR, Kind.TRIPLE) and isinstance(value, tuple):
            return value[0] if len(set(value)) == 1 else value
        return value

    def _refers(self, text: str) -> bool:
        """Whether it is an expression over what is known in this block."""
        return any(name in self._names for name in re.findall(r"[A-Za-z_]\w*", text))

    def _copies(self, number: int) -> None:
        if not self._repeats:
            raise _UnknownError(f"{self._kind} is a layer; only a block repeats.")
        if not 1 <= number <= MAX_REPEAT:
            raise _UnknownError(f"A block repeats 1 to {MAX_REPEAT} times.")
        self.repeat = number

    def _named(self, start: str) -> Param:
        """The parameter of this name, or the first that begins so."""
        wanted = start.lower()
        exact = self._params.get(wanted)
        found = exact or next((p for n, p in self._params.items() if n.startswith(wanted)), None)
        if found is None:
            raise self._unknown(start)
        return found

    def _unknown(self, name: str) -> _UnknownError:
        known = ", ".join(self._params)
        if not known:
            return _UnknownError(f"{self._kind} has no parameters.")
        return _UnknownError(f"{self._kind} has no “{name}”. It has: {known}.")

    def _reducing(self) -> Param:
        found = next((self._params[n] for n in _REDUCING if n in self._params), None)
        if found is None:
            raise self._unknown("stride")
        return found

    def _place(self, word: str) -> None:
        """To the next parameter that takes this value; a word may mean any."""
        if (switch := self._switch(word)) is not None:
            self.args[switch[0]] = switch[1]
            return
        refused: ParameterError | ExpressionError | None = None
        for param in sorted(self._params.values(), key=lambda p: p.style is Style.KEYWORD):
            if param.name in self.args or not self._may_mean(param, word):
                continue
            try:
                self._set(param, word)
            except (ParameterError, ExpressionError) as error:
                refused = refused or error
            else:
                return
        if refused is not None:
            raise refused
        if is_argument(word) and self._params:
            raise _UnknownError(f"There is no parameter left for “{word}”.")
        raise self._unknown(word)

    def _may_mean(self, param: Param, word: str) -> bool:
        """A bare number is never meant for a switch, and a bare word for no number."""
        if is_argument(word) or self._refers(word):
            many = any(c in word for c in ",x×")
            numbers = _LISTS if many else (Kind.INT, Kind.FLOAT, *_LISTS)
            return param.kind in numbers or (many and param.kind is Kind.INT)
        return param.kind in (Kind.CHOICE, Kind.INIT) or word in param.words

    def _switch(self, word: str) -> tuple[str, bool] | None:
        """A parameter that is on or off, by its name or with “no” before it."""
        text = word.lower()
        for name, param in self._params.items():
            if param.kind is Kind.BOOL and text in (name, *(f"{no}{name}" for no in _NOT)):
                return name, text == name
        return None
