"""Values out of a pickle without running it: numbers, texts, lists, dicts and plain arrays.

A pickle is a program. Here its steps are looked at one by one, and one that would call anything
but what makes an array or bytes ends the reading.
"""

from __future__ import annotations

import pickletools
from collections.abc import Callable
from typing import Any, BinaryIO

import numpy as np

from app.data.source import DataError

_MARK = object()
_VALUES = {
    "INT", "BININT", "BININT1", "BININT2", "LONG", "LONG1", "LONG4", "FLOAT", "BINFLOAT",
    "UNICODE", "BINUNICODE", "SHORT_BINUNICODE", "BINUNICODE8", "BINBYTES", "SHORT_BINBYTES",
    "BINBYTES8",
}  # fmt: skip
_OLD_TEXTS = {"STRING", "BINSTRING", "SHORT_BINSTRING"}  # bytes, of Python 2
_MADE: dict[str, Callable[[], Any]] = {
    "NONE": lambda: None, "NEWTRUE": lambda: True, "NEWFALSE": lambda: False,
    "EMPTY_LIST": list, "EMPTY_TUPLE": tuple, "EMPTY_DICT": dict,
}  # fmt: skip
_PASSED_OVER = {"PROTO", "FRAME"}
_KEPT = {"PUT", "BINPUT", "LONG_BINPUT"}
_GOT = {"GET", "BINGET", "LONG_BINGET"}
_NUMERIC = "biuf"  # kinds of numpy's types that are plain numbers


class UnsafeError(DataError):
    """A pickle asks for more than values."""


class _Array:
    """An array whose content has not come yet."""

    def __init__(self) -> None:
        self.value: Any = None


class _Type:
    def __init__(self, code: str) -> None:
        self.code = code
        self.order = "|"


def values(file: BinaryIO, name: str) -> Any:
    """The one value that a pickle holds; `name` is that of the file, for the words.

    Raises:
        UnsafeError: it holds code that would run.
        DataError: it is damaged.
    """
    try:
        return _settled(_Machine(name).run(file))
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, EOFError) as error:
        raise DataError(f"{name} is damaged, or no pickle: {error}. Get it again.") from None


class _Machine:
    """The stack and the memory of a pickle."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._stack: list[Any] = []
        self._memory: dict[int, Any] = {}

    def run(self, file: BinaryIO) -> Any:
        for step, argument, _ in pickletools.genops(file):
            if step.name == "STOP":
                return self._stack.pop()
            self._take(step.name, argument)
        raise ValueError("it ends too soon")

    def _take(self, name: str, argument: Any) -> None:
        stack, memory = self._stack, self._memory
        if name in _VALUES:
            stack.append(argument)
        elif name in _OLD_TEXTS:
            stack.append(argument.encode("latin-1"))
        elif name in _MADE:
            stack.append(_MADE[name]())
        elif name in _KEPT:
            memory[int(argument)] = stack[-1]
        elif name == "MEMOIZE":
            memory[len(memory)] = stack[-1]
        elif name in _GOT:
            stack.append(memory[int(argument)])
        elif name not in _PASSED_OVER:
            self._build(name, argument)

    def _build(self, name: str, argument: Any) -> None:
        stack = self._stack
        match name:
            case "MARK":
                stack.append(_MARK)
            case "POP":
                stack.pop()
            case "POP_MARK":
                self._marked()
            case "TUPLE":
                stack.append(tuple(self._marked()))
            case "TUPLE1" | "TUPLE2" | "TUPLE3":
                number = int(name[-1])
                stack[-number:] = [tuple(stack[-number:])]
            case "LIST":
                stack.append(self._marked())
            case "DICT":
                stack.append(_paired(self._marked()))
            case "APPEND":
                value = stack.pop()
                stack[-1].append(value)
            case "APPENDS":
                found = self._marked()
                stack[-1].extend(found)
            case "SETITEM":
                value, key = stack.pop(), stack.pop()
                stack[-1][key] = value
            case "SETITEMS":
                pairs = _paired(self._marked())
                stack[-1].update(pairs)
            case "GLOBAL":
                stack.append(self._named(*argument.split(" ")))
            case "STACK_GLOBAL":
                attribute, module = stack.pop(), stack.pop()
                stack.append(self._named(module, attribute))
            case "REDUCE":
                arguments, called = stack.pop(), stack.pop()
                stack.append(self._called(called, arguments))
            case "BUILD":
                state = stack.pop()
                self._filled(stack[-1], state)
            case _:
                raise self._refusal(name.lower())

    def _marked(self) -> list[Any]:
        """What has come since the last mark."""
        place = len(self._stack) - 1
        while self._stack[place] is not _MARK:
            place -= 1
            if place < 0:
                raise ValueError("a mark is missing")
        found = self._stack[place + 1 :]
        del self._stack[place:]
        return found

    def _named(self, module: str, name: str) -> str:
        told = f"{module}.{name}".replace("numpy._core", "numpy.core")
        if told not in _CALLED and told != "numpy.ndarray":
            raise self._refusal(told)
        return told

    def _called(self, called: Any, arguments: Any) -> Any:
        if not isinstance(called, str) or called not in _CALLED:
            raise self._refusal(str(called))
        return _CALLED[called](*arguments)

    def _filled(self, made: Any, state: Any) -> None:
        if isinstance(made, _Type):
            made.order = state[1]
        elif isinstance(made, _Array):
            _, shape, kind, by_column, content = state
            made.value = _array(shape, kind, bool(by_column), content)
        else:
            raise self._refusal("a state")

    def _refusal(self, what: str) -> UnsafeError:
        return UnsafeError(
            f"{self._name} holds {what}, which is code that would run when it is read, so it is "
            "not. Use the binary version of the set, or get the file from its first source."
        )


def _reconstruct(kind: Any, shape: Any, code: Any) -> _Array:
    if kind != "numpy.ndarray":
        raise ValueError("an array of an unknown kind")
    return _Array()


def _typed(code: Any, *flags: Any) -> _Type:
    return _Type(code.decode("ascii") if isinstance(code, bytes) else str(code))


def _encoded(text: str, encoding: str) -> bytes:
    if encoding not in ("latin1", "latin-1"):
        raise ValueError(f"bytes in {encoding}")
    return text.encode("latin-1")


_CALLED: dict[str, Callable[..., Any]] = {
    "numpy.core.multiarray._reconstruct": _reconstruct,
    "numpy.dtype": _typed,
    "_codecs.encode": _encoded,
}


def _array(shape: Any, kind: _Type, by_column: bool, content: Any) -> Any:
    order = kind.order.decode("ascii") if isinstance(kind.order, bytes) else kind.order
    dtype = np.dtype(f"{order}{kind.code}")
    if dtype.kind not in _NUMERIC or not isinstance(content, bytes):
        raise ValueError(f"an array of {kind.code}")
    return np.frombuffer(content, dtype).reshape(shape, order="F" if by_column else "C")


def _paired(found: list[Any]) -> dict[Any, Any]:
    return dict(zip(found[::2], found[1::2], strict=True))


def _settled(value: Any) -> Any:
    """A value with its arrays in place; what is left over of their making is damage."""
    if isinstance(value, _Array):
        if value.value is None:
            raise ValueError("an array without content")
        return value.value
    if isinstance(value, dict):
        return {key: _settled(each) for key, each in value.items()}
    return value
