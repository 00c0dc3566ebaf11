"""Reading JSON that may be damaged or hostile: every fault becomes a DocumentError with its place.

Stricter than the `json` module: no NaN or Infinity, no number beyond what is ever meant, no key
twice, no half of a surrogate pair, bounded size and depth.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any, NoReturn, TypeVar

import msgspec

from nodes.errors import DocumentError

MAX_BYTES = 64 * 1024 * 1024
_MAX_DIGITS = 20
_SHOWN = 60

Record = TypeVar("Record")


def parse(text: str | bytes) -> Any:
    """The plain values of a JSON text.

    Raises:
        DocumentError: says what is wrong, with line and column where there is one.
    """
    text = _decoded(text).removeprefix("\ufeff")  # which some editors put first
    if not text.strip():
        raise DocumentError("The file is empty.")
    try:
        plain = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_real,
            parse_constant=_constant,
        )
        _check_surrogates(plain, text)
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string")
        what = "ends too early" if cut else "is damaged"
        raise DocumentError(
            f"The file {what} at line {error.lineno}, column {error.colno}: {error.msg}."
        ) from None
    except RecursionError:
        raise DocumentError("The file is nested far deeper than a network ever is.") from None
    return plain


def convert(plain: Any, record: type[Record], root: str = "The file") -> Record:
    """The plain values as a record; raises DocumentError with the place in words."""
    try:
        return msgspec.convert(plain, record)
    except msgspec.ValidationError as error:
        text, _, path = str(error).rpartition(" - at `$")
        if not text:
            text, path = str(error), ""
        raise DocumentError(f"{place(plain, path) or root}: {_in_words(text)}.") from None


def place(plain: Any, path: str) -> str:
    """A path such as `.blocks[0].nodes[3].args` in words, naming things by their names."""
    words: list[str] = []
    collection = ""
    for key, index in re.findall(r"\.(\w+)|\[(\d+)\]", path):
        if key:
            plain = plain.get(key) if isinstance(plain, dict) else None
            collection = key
            words.append(key)
            continue
        number = int(index)
        plain = plain[number] if isinstance(plain, list) else None
        if collection:
            words[-1] = f"{collection.removesuffix('s')} {number + 1}"
        else:
            words.append(f"element {number + 1}")
        collection = ""
        name = plain.get("name") if isinstance(plain, dict) else None
        if isinstance(name, str):
            words[-1] += f" “{short(name)}”"
    return ", ".join(words)


def short(text: object) -> str:
    """A text cut to what fits into a message."""
    whole = str(text)
    return whole if len(whole) <= _SHOWN else f"{whole[: _SHOWN - 1]}…"


def _decoded(text: str | bytes) -> str:
    if len(text) > MAX_BYTES:
        raise DocumentError(f"The file is larger than {MAX_BYTES // 2**20} MiB.")
    try:
        if isinstance(text, bytes):
            return text.decode()
        text.encode()
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"The file is not text: byte {error.start + 1} is not UTF-8. It is damaged, or not "
            "from Skipwire."
        ) from None
    except UnicodeEncodeError as error:
        raise DocumentError(
            f"The text holds half of a surrogate pair at character {error.start + 1}."
        ) from None
    return text


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        name = found.get("name")
        where = f" “{short(name)}”" if isinstance(name, str) else ""
        raise DocumentError(f"An object{where} holds the field “{short(twice)}” twice.")
    return found


def _integer(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise DocumentError(f"The number {digits[:12]}… has {len(digits)} digits.")
    return int(digits)


def _real(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise DocumentError(f"The number {short(digits)} is too large.")
    return value


def _constant(word: str) -> NoReturn:
    raise DocumentError(f"{word} is not a number that a network can hold.")


def _check_surrogates(plain: Any, text: str) -> None:
    # Only an escape can bring one in, and escapes are rare: the costly check is rarely made.
    if not re.search(r"\\u[dD][89a-fA-F]", text):
        return
    try:
        json.dumps(plain, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        escape = f"\\u{ord(error.object[error.start]):04x}"
        line = text.count("\n", 0, text.lower().find(escape)) + 1
        raise DocumentError(
            f"Line {line} holds {escape}, which is half of a surrogate pair."
        ) from None


_TYPES = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "nothing",
}


def _in_words(text: str) -> str:
    """A sentence of msgspec in the words of this program."""

    def types(match: re.Match[str]) -> str:
        return " or ".join(_TYPES.get(t, t) for t in match[1].split(" | "))

    text = text if len(text) <= 200 else f"{text[:199]}…"
    text = text.replace("Object contains unknown field", "has the unknown field")
    text = text.replace("Object missing required field", "lacks the field")
    text = re.sub(r"^Expected `((?:\w+ \| )*\w+)`, got `(\w+)`$", r"needs `\1`, not `\2`", text)
    text = re.sub(r"^Expected ", "needs ", text)
    if text.startswith("needs"):
        return re.sub(r"`([\w |]+)`", types, text)
    return re.sub(r"`(.*)`", r"“\1”", text, flags=re.DOTALL)
