"""What the command line and the start page open: a document file, or a preset with parameters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from app.origins import made_of
from nodes.errors import SkipwireError
from nodes.network.document import Document, read
from nodes.spec import Kind, Param, Value
from presets import preset

PRESET = "preset:"
WEIGHTS = ".safetensors"  # that carry their network


class TargetError(SkipwireError):
    """What was asked for cannot be opened."""


def load(target: str, settings: Sequence[str] = ()) -> Document:
    """The document behind `FILE` or `preset:NAME`; `settings` are `KEY=VALUE` for the preset.

    A file of weights gives the network that it carries, with these weights.

    Raises:
        SkipwireError: a damaged or missing file, an unknown preset, a bad setting.
    """
    if not target.startswith(PRESET):
        if settings:
            raise TargetError("--set gives the parameters of a preset; a file has none.")
        path = Path(target)
        if path.suffix.lower() == WEIGHTS:
            from app.weights.attached import read_network  # of which nothing else here has need

            return read_network(path)
        return read(path)
    chosen = preset(target.removeprefix(PRESET))
    params = {p.name: p for p in chosen.parameters}
    return made_of(chosen, dict(_setting(text, params) for text in settings))


def path_of(target: str) -> Path | None:
    """The file that a target is saved to; a preset has none, and weights are no document."""
    path = Path(target)
    return None if target.startswith(PRESET) or path.suffix.lower() == WEIGHTS else path.absolute()


def _setting(text: str, params: Mapping[str, Param]) -> tuple[str, Value]:
    key, equals, value = text.partition("=")
    if not equals:
        raise TargetError(f"--set needs KEY=VALUE, not “{text}”.")
    if key not in params:
        raise TargetError(f"This preset has no parameter “{key}”; it has: {', '.join(params)}.")
    return key, _parsed(value, params[key])


def _parsed(text: str, param: Param) -> Value:
    """Text as a value of the parameter's kind; other text stays, and the preset refuses it."""
    words = {"true": True, "yes": True, "false": False, "no": False}
    try:
        match param.kind:
            case Kind.INT:
                return int(text)
            case Kind.FLOAT:
                return float(text)
            case Kind.BOOL:
                return words[text.lower()]
            case Kind.CHOICE | Kind.INIT:
                return text
            case Kind.PAIR | Kind.TRIPLE | Kind.SHAPE | Kind.INTS:
                numbers = tuple(int(n) for n in text.replace("x", ",").split(","))
                window = param.kind in (Kind.PAIR, Kind.TRIPLE)
                return numbers[0] if len(numbers) == 1 and window else numbers
    except (ValueError, KeyError):
        return text
