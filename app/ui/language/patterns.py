"""Finds which template a finished sentence was made of, and says it by the translated one.

The analysis and the other parts without a window know no language: they give finished English
sentences, with names and numbers in them. Rather than have each of them carry its template along,
a sentence is matched here with the templates that are translated, the most telling first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain

_PLACE = re.compile(r"\{(\w+)(?:![rs])?(?::[^{}]*)?\}")
_SENTENCES = re.compile(r"(?<=[.!?]) +")
_CLAUSES = re.compile(r"(?<=[:;]) +")
_FULL_WIDTH = ("\u3002", "\uff1a", "\uff1b", "\uff01", "\uff1f")  # stops that need no space
_STOPS = {".": "\u3002", ":": "\uff1a", ";": "\uff1b"}  # and those stops at half the width
_LETTERS = re.compile(r"[A-Za-z]{2}")  # without them a template fits anything
_TELLING = 3  # words of a template that tell what it is
_WORDS = re.compile(r"[A-Za-z]{2,}")
_WORD = re.compile(r"[\w.]+\Z")  # a name or a number, which stays as it is


class _Pattern:
    """A template that finished sentences may be made of."""

    def __init__(self, source: str, translation: str) -> None:
        self._source = source
        self.weight = len(source)
        self.telling = max(_PLACE.split(source)[::2], key=len)  # what such a sentence must hold
        inside = re.findall(r"(?<=\W)[A-Za-z]{2,}(?=\W)", self.telling)
        self.word = max(inside, key=len, default="")  # a whole one of it
        # "{a} of {b}" fits half of all sentences: what says so little takes names and numbers only.
        said = len(_WORDS.findall(_PLACE.sub(" ", source)))
        self._value = ".+?" if said >= _TELLING else r"[^\s;]*[^\s;,](?:(?:, | × )[^\s;]*[^\s;,])*"
        self.translation = _PLACE.sub(lambda m: f"{{{m[1]}}}", translation)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Made when it is needed: most never are."""
        seen: set[str] = set()

        def group(match: re.Match[str]) -> str:
            name = match[1]
            if name in seen:
                return f"(?P={name})"
            seen.add(name)
            return f"(?P<{name}>{self._value})"

        regex, at = "", 0
        for match in _PLACE.finditer(self._source):
            regex += re.escape(self._source[at : match.start()]) + group(match)
            at = match.end()
        return re.compile(regex + re.escape(self._source[at:]), re.DOTALL)


class Patterns:
    """The translated templates of one language."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._table = table
        told = ((s.strip(), t.strip()) for s, t in table.items() if s != t)
        made = [_Pattern(s, t) for s, t in told if _PLACE.search(s)]
        made = [pattern for pattern in made if _LETTERS.search(pattern.telling)]
        self._by_word: dict[str, list[_Pattern]] = {}
        for pattern in sorted(made, key=lambda pattern: -pattern.weight):
            self._by_word.setdefault(pattern.word, []).append(pattern)

    def say(self, sentence: str) -> str | None:
        """The sentence in the other language; None where no template fits it."""
        if (known := self._table.get(sentence)) is not None:
            return known
        if (found := self._whole(sentence)) is not None:
            return found
        for between in (_SENTENCES, _CLAUSES):
            if len(parts := between.split(sentence)) > 1:
                said = [self._part(part) for part in parts]
                return "".join(_joined(iter(said))).rstrip() if said != parts else None
        return None

    def _whole(self, sentence: str) -> str | None:
        words = {"", *_WORDS.findall(sentence)}
        near = chain.from_iterable(self._by_word.get(word, ()) for word in words)
        for pattern in sorted(near, key=lambda pattern: -pattern.weight):
            if pattern.telling in sentence and (match := pattern.regex.fullmatch(sentence)):
                values = {k: self._value(v) for k, v in match.groupdict().items()}
                return pattern.translation.format_map(values)
        return None

    def _part(self, text: str) -> str:
        """A sentence or clause of several; templates may have it without its stop."""
        said, stop = self._value(text), _STOPS.get(text[-1:], "")
        if said != text or not stop:
            return said
        body = text[:-1]
        return f"{told}{stop}" if (told := self._value(body)) != body else text

    def _value(self, text: str) -> str:
        if _WORD.match(text):
            return text
        return self.say(text) or text


def _joined(parts: Iterator[str]) -> Iterator[str]:
    """Full-width punctuation needs no space after it."""
    for part in parts:
        yield part if part.endswith(_FULL_WIDTH) else f"{part} "
