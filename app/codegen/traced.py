"""Whole numbers that remember where they come from.

The code generator runs the very shape rules of the layers on such numbers, so that a block's class
says `in_channels + growth_rate` where one instance of it has 28. Comparisons go by value; sums,
differences and products keep the origin as a polynomial; anything else gives a plain number, which
then stands in the code as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

MAX_TEXT = 60  # characters
Monomial = tuple[str, ...]  # sorted names; empty for the constant
Terms = dict[Monomial, int]


class Traced(int):
    """An int with its origin, a polynomial over names of the generated constructor."""

    terms: Terms

    def __new__(cls, value: int, terms: Terms) -> Traced:
        self = super().__new__(cls, value)
        self.terms = {m: c for m, c in terms.items() if c}
        return self

    @classmethod
    def named(cls, value: int, name: str) -> Traced:
        return cls(value, {(name,): 1})

    def _times(self, other: int) -> Traced:
        """By a plain number: sizes and kernels count as they are, and these are by far the most."""
        product = int.__new__(Traced, int(self) * other)
        product.terms = {m: c * other for m, c in self.terms.items()} if other else {}
        return product

    def __add__(self, other: int) -> Traced:
        return Traced(int(self) + int(other), _sum(self.terms, terms(other)))

    def __radd__(self, other: int) -> Traced:
        return Traced(int(other) + int(self), _sum(terms(other), self.terms))

    def __neg__(self) -> Traced:
        return Traced(-int(self), {m: -c for m, c in self.terms.items()})

    def __sub__(self, other: int) -> Traced:
        return self + -other

    def __rsub__(self, other: int) -> Traced:
        return -self + other

    def __mul__(self, other: Any) -> Any:
        if not isinstance(other, int):
            return int(self) * other
        if not isinstance(other, Traced):
            return self._times(other)
        product: Terms = {}
        for a, x in self.terms.items():
            for b, y in other.terms.items():
                product = _sum(product, {tuple(sorted(a + b)): x * y})
        return Traced(int(self) * int(other), product)

    __rmul__ = __mul__

    def __floordiv__(self, other: Any) -> Any:
        if not isinstance(other, Traced) and other == 1:
            return self
        if isinstance(other, int):
            name = f"{_factor(self)} // {_factor(other)}"
            return Traced(int(self) // int(other), {(name,): 1})
        return int(self) // other

    def among(self, name: str, values: Sequence[int], found: int) -> int:
        """The one of several numbers that a function of this name has found, with its origin."""
        if not all(isinstance(v, int) for v in values):
            return found
        return Traced(int(found), {(f"{name}({', '.join(map(text, values))})",): 1})


def terms(value: int) -> Terms:
    return value.terms if isinstance(value, Traced) else {(): int(value)}


def text(value: int) -> str:
    """The number as it stands in code; as it is where its origin would fill a line."""
    shown = _polynomial(value) if isinstance(value, Traced) else ""
    return shown if 0 < len(shown) <= MAX_TEXT else repr(int(value))


def _polynomial(value: Traced) -> str:
    out = ""
    for monomial, factor in sorted(value.terms.items(), key=lambda t: not t[0]):
        size = [str(abs(factor))] if abs(factor) != 1 or not monomial else []
        several = bool(size) or len(monomial) > 1
        names = [f"({n})" if several and _divides(n) else n for n in monomial]
        term = " * ".join([*size, *names])
        out += (
            (" - " if factor < 0 else " + ") + term if out else ("-" if factor < 0 else "") + term
        )
    return out or "0"


def _divides(name: str) -> bool:
    """Whether a name is a quotient, which needs its brackets in a product."""
    depth = 0
    for at, sign in enumerate(name):
        depth += (sign == "(") - (sign == ")")
        if not depth and name.startswith("//", at):
            return True
    return False


def fit(values: Sequence[int], index: str) -> str:
    """One expression in the index that gives each of the values in turn."""
    first, texts = values[0], [text(v) for v in values]
    if len(set(texts)) == 1:
        return texts[0]
    steps = [terms(_difference(b, a)) for a, b in pairwise(values)]
    grows = all(s == steps[0] for s in steps) and (len(steps) > 1 or _extends(first, values[1]))
    if grows:
        step = _difference(values[1], first)
        times = "" if text(step) == "1" else f" * {_factor(step)}"
        return f"{texts[0]} + {index}{times}"
    if len(set(texts[1:])) == 1:
        return f"{texts[0]} if {index} == 0 else {texts[1]}"
    return f"({', '.join(texts)})[{index}]"


def _extends(first: int, second: int) -> bool:
    """Whether the second is the first and something more, by origin and not by accident."""
    if not isinstance(first, Traced):
        return False
    return first.terms.items() <= terms(second).items()


def _difference(a: int, b: int) -> Traced:
    return Traced(int(a), terms(a)) - b


def _factor(value: int) -> str:
    shown = text(value)
    return f"({shown})" if " " in shown else shown


def _sum(a: Terms, b: Terms) -> Terms:
    total = dict(a)
    for monomial, factor in b.items():
        total[monomial] = total.get(monomial, 0) + factor
    return total
