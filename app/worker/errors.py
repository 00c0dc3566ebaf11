"""What ends a run before its time, and the words for it."""

from __future__ import annotations

import linecache
import traceback

import torch

from app.data.source import DataError
from app.training.messages import Failed, Start
from nodes.errors import SkipwireError

FILENAME = "<skipwire>"
_MEMORY = ("not enough memory", "DefaultCPUAllocator", "out of memory")


class RunError(SkipwireError):
    """A run cannot go on; the message is one sentence for the person, with the cure."""


class DeviceError(RunError):
    """The device that the recipe asks for is not here."""


class Stopped(Exception):  # noqa: N818 - a wish, not an error
    """The person, or a newer run, asked this run to end."""


def remember(source: str) -> None:
    """Lets tracebacks through the generated module quote its lines."""
    linecache.cache[FILENAME] = (len(source), None, source.splitlines(keepends=True), FILENAME)


def explain(error: Exception, start: Start, doing: str) -> Failed:
    """The event for an error; `doing` is what the worker was at, as in "building the network"."""
    if isinstance(error, RunError | DataError):
        asked = isinstance(error, DataError | DeviceError)
        return Failed(str(error), fault="data" if asked else "run")
    frames = traceback.extract_tb(error.__traceback__)
    lines = tuple(frame.lineno for frame in frames if frame.filename == FILENAME and frame.lineno)
    if isinstance(error, SyntaxError) and error.filename == FILENAME and error.lineno:
        lines = (*lines, error.lineno)
    text = "".join(traceback.format_exception(error))
    if _is_out_of_memory(error):
        size = start.recipe.batch_size
        cure = "take a smaller batch" if size > 1 else "take a smaller input or network"
        reason = f"Memory ran out while {doing} with batches of {size}; {cure}."
        return Failed(reason, text, lines)
    return Failed(f"An error came up while {doing}: {one_line(error)}", text, lines)


def _is_out_of_memory(error: Exception) -> bool:
    if isinstance(error, (torch.OutOfMemoryError, MemoryError)):
        return True
    return isinstance(error, RuntimeError) and any(words in str(error) for words in _MEMORY)


def one_line(error: BaseException) -> str:
    """The kind of an error and the first line of its message, as a sentence."""
    first = str(error).strip().partition("\n")[0]
    text = f"{type(error).__name__}: {first}" if first else type(error).__name__
    return text if text.endswith((".", "!", "?")) else f"{text}."
