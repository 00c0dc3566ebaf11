"""Finds which template a finished sentence was made of, and says it by the translated one.

The analysis and the other parts without a window know no language: they give finished English
sentences, with names and numbers in them. Rather than have each of them carry its template along,
a sentence is matched here with the templates that are translated, the most telling first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_PLACE = re.compile(r"\{(\w+)(?:![rs])?(?::[^{}]*)?\}")
_SENTENCES = re.compile(r"(?<=[.:;!?]) +")
_FULL_WIDTH = ("\u3002", "\uff1a", "\uff1b", "\uff01", "\uff1f")  # stops that need no space
_WORD = re.compile(r"[\w.]+\Z")  # a name or a number, which stays as it is


@dataclass(frozen=True)
class _Pattern:
    telling: str  # its longest literal part: what a sentence must hold to be looked at
    regex: re.Pattern[str]
    translation: str


class Patterns:
    """The translated templates of one language."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._table = table
        made = [_pattern(s, t) for s, t in table.items() if _PLACE.search(s)]
        self._patterns = sorted(made, key=lambda p: -len(p.regex.pattern))

    def say(self, sentence: str) -> str | None:
        """The sentence in the other language; None where no template fits it."""
        if (known := self._table.get(sentence)) is not None:
            return known
        if (found := self._whole(sentence)) is not None:
            return found
        parts = _SENTENCES.split(sentence)
        if len(parts) == 1:
            return None
        said = [self._value(part) for part in parts]
        return "".join(_joined(iter(said))).rstrip() if said != parts else None

    def _whole(self, sentence: str) -> str | None:
        for pattern in self._patterns:
            if pattern.telling in sentence and (match := pattern.regex.fullmatch(sentence)):
                values = {k: self._value(v) for k, v in match.groupdict().items()}
                return pattern.translation.format_map(values)
        return None

    def _value(self, text: str) -> str:
        if _WORD.match(text):
            return text
        return self.say(text) or text


def _joined(parts: Iterator[str]) -> Iterator[str]:
    """Full-width punctuation needs no space after it."""
    for part in parts:
        yield part if part.endswith(_FULL_WIDTH) else f"{part} "


def _pattern(source: str, translation: str) -> _Pattern:
    literal = _PLACE.split(source)[::2]
    seen: set[str] = set()

    def group(match: re.Match[str]) -> str:
        name = match[1]
        if name in seen:
            return f"(?P={name})"
        seen.add(name)
        return f"(?P<{name}>.+?)"

    regex, at = "", 0
    for match in _PLACE.finditer(source):
        regex += re.escape(source[at : match.start()]) + group(match)
        at = match.end()
    regex += re.escape(source[at:])
    plain = _PLACE.sub(lambda m: f"{{{m[1]}}}", translation)
    return _Pattern(max(literal, key=len), re.compile(regex, re.DOTALL), plain)
