"""What a question for nodes means: words, flags and conditions, joined by “or”, “not” and brackets.

conv                  the name or the kind holds it; * and ? stand for letters
/layer[12]/           a regular expression for the name or the kind
name:bn kind:conv*    one of the two; with = it is the whole of it
frozen, has problem   a flag
out_channels > 64     a parameter, or a figure such as macs; 3x3 is a pair, 2M two million
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import translate
from typing import NamedTuple

from nodes.errors import SkipwireError

FLAGS = {
    "problem": "something is wrong with it, or inside it",
    "frozen": "training leaves its weights as they are",
    "bypassed": "it passes its input through",
    "unused": "nothing that it gives reaches an Output",
    "changed": "a parameter is not at its default",
    "repeated": "it is a chain of copies",
    "block": "it is a block",
    "custom": "it is a custom layer",
}
TEXTS = ("name", "kind")
FIGURES = {
    "parameters": "weights that it holds",
    "macs": "multiply-adds for one sample",
    "activations": "elements that it gives for one sample",
    "channels": "channels of what it gives",
    "repeat": "copies in its chain",
    "rate": "factor on the learning rate",
}
OPERATORS = (">=", "<=", "!=", "==", "=", ">", "<", ":")
_FILLING = ("has", "is", "with", "and", "a")
_TOKEN = re.compile(
    r"""\s*(?:
      (?P<quoted>"[^"]*"?)
    | (?P<regex>/(?:[^/\\]|\\.)*/?)
    | (?P<operator>>=|<=|!=|==|=|>|<|:)
    | (?P<bracket>[()])
    | (?P<word>[^\s()"<>=!:]+|!)
    )""",
    re.VERBOSE,
)
_NUMBER = re.compile(r"([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)([kmg]?)\Z", re.IGNORECASE)
_TIMES = re.compile(r"[x×,]")
_SUFFIX = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}
_WORDS = {
    "true": True, "yes": True, "on": True, "false": False, "no": False, "off": False, "none": None,
}  # fmt: skip

Wanted = float | int | bool | str | None | tuple[float | int, ...]


class QueryError(SkipwireError):
    """A question cannot be read; says why."""


@dataclass(frozen=True)
class Text:
    """The name or the kind, or `field` of the two, matches; without regard to case."""

    field: str
    pattern: re.Pattern[str]
    plain: str = ""  # what it holds, in small letters, where that is all there is to it


@dataclass(frozen=True)
class Flag:
    name: str


@dataclass(frozen=True)
class Condition:
    """A parameter or a figure compared with a value."""

    name: str
    operator: str
    value: Wanted


@dataclass(frozen=True)
class Not:
    term: Query


@dataclass(frozen=True)
class All:
    """All of the terms; of no term, every node."""

    terms: tuple[Query, ...] = ()


@dataclass(frozen=True)
class Some:
    """At least one of the terms."""

    terms: tuple[Query, ...]


Query = Text | Flag | Condition | Not | All | Some


class Token(NamedTuple):
    kind: str
    text: str
    start: int


def tokens(text: str) -> list[Token]:
    found, at = [], 0
    while (match := _TOKEN.match(text, at)) is not None:
        kind = match.lastgroup or ""
        found.append(Token(kind, match[kind], match.start(kind)))
        at = match.end()
    return found


def read(text: str) -> Query:
    """The meaning of a question; of an empty one, every node.

    Raises:
        QueryError: it cannot be read; says where it goes wrong and how it would be right.
    """
    reading = _Reading(tokens(text))
    found = reading.either()
    if not reading.done:
        raise QueryError("There is a “)” with no “(” before it.")
    return found


class _Reading:
    def __init__(self, found: Sequence[Token]) -> None:
        self._tokens, self._at = found, 0

    @property
    def done(self) -> bool:
        return self._at >= len(self._tokens)

    def _next(self, ahead: int = 0) -> Token:
        at = self._at + ahead
        return self._tokens[at] if at < len(self._tokens) else Token("", "", 0)

    def _take(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def either(self) -> Query:
        terms = [self._together()]
        while self._next().text.lower() in ("or", "|"):
            self._take()
            terms.append(self._together())
        if len(terms) > 1 and All() in terms:
            raise QueryError("Before and after “or” stands what is to be found.")
        return terms[0] if len(terms) == 1 else Some(tuple(terms))

    def _together(self) -> Query:
        terms: list[Query] = []
        while not self.done and self._next().text != ")":
            token = self._next()
            if token.kind == "word" and token.text.lower() in ("or", "|"):
                break
            if token.kind == "word" and self._fills(token.text):
                self._take()
            else:
                terms.append(self._term())
        return terms[0] if len(terms) == 1 else All(tuple(terms))

    def _fills(self, word: str) -> bool:
        """Whether it only leads to what follows: “has problem”."""
        return word.lower() in _FILLING and self._next(1).kind not in ("", "operator")

    def _term(self) -> Query:
        token = self._take()
        if token.text == "(":
            found = self.either()
            if self._next().text != ")":
                raise QueryError("There is a “(” with no “)” after it.")
            self._take()
            return found
        negated = token.text.lower() in ("not", "!", "-")
        if negated and token.kind == "word":
            if self.done:
                raise QueryError(f"After “{token.text}” stands what is not meant.")
            return Not(self._term())
        if token.kind == "operator":
            raise QueryError(
                f"Before “{token.text}” stands a parameter: out_channels {token.text} 64."
            )
        if token.kind == "quoted":
            return _text("", token.text.strip('"'), ":")
        if token.kind == "regex":
            return Text("", _regex(token.text))
        word = token.text.removeprefix("-")
        found = self._condition(word) if self._next().kind == "operator" else _word(word)
        return found if word == token.text else Not(found)

    def _condition(self, name: str) -> Query:
        operator = self._take().text
        value = self._value(name, operator)
        operator = "=" if operator == "==" else operator
        if name.lower() in TEXTS:
            if operator not in (":", "=", "!="):
                raise QueryError(f"A {name.lower()} is compared by : or =.")
            if value.startswith("/"):
                found: Query = Text(name.lower(), _regex(value))
            else:
                found = _text(name.lower(), value, operator.lstrip("!"))
            return Not(found) if operator == "!=" else found
        return Condition(name, "=" if operator == ":" else operator, wanted(value))

    def _value(self, name: str, operator: str) -> str:
        token = self._next()
        if token.text == "(":
            parts = []
            self._take()
            while not self.done and self._next().text != ")":
                parts.append(self._take().text)
            if self.done:
                raise QueryError("There is a “(” with no “)” after it.")
            self._take()
            return "".join(parts)
        if token.kind in ("", "operator", "bracket"):
            raise QueryError(f"After “{name} {operator}” stands a value.")
        value = self._take().text.strip('"')
        while value.endswith(",") and self._next().kind == "word":  # 3, 5
            value += self._take().text
        return value


def _word(word: str) -> Query:
    return Flag(word.lower()) if word.lower() in FLAGS else _text("", word, ":")


def _text(field: str, wanted: str, operator: str) -> Text:
    glob = "*" in wanted or "?" in wanted
    if glob or operator == "=":
        body = translate(wanted) if glob else re.escape(wanted) + r"\Z"
        return Text(field, re.compile(body, re.IGNORECASE))
    return Text(field, re.compile(re.escape(wanted), re.IGNORECASE), wanted.lower())


def _regex(text: str) -> re.Pattern[str]:
    """Found anywhere, unlike the other patterns, which begin at the beginning."""
    body = text[1:].removesuffix("/")
    try:
        return re.compile(f".*?(?:{body})", re.IGNORECASE)
    except re.error as error:
        raise QueryError(f"“{text}” is no regular expression: {error}.") from None


def wanted(text: str) -> Wanted:
    """A value of a condition: a number, a pair or list, yes or no, none, or a word."""
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if (number := _number(text)) is not None:
        return number
    parts = [_number(p) for p in _TIMES.split(text.strip(", "))]
    if len(parts) > 1:
        numbers = tuple(p for p in parts if p is not None)
        if len(numbers) == len(parts):
            return numbers
    return text


def _number(text: str) -> float | int | None:
    match = _NUMBER.match(text.strip())
    if match is None:
        return None
    value = float(match[1]) * _SUFFIX[match[2].lower()]
    return int(value) if value.is_integer() else value
