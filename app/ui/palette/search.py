"""The search for what can be added: which entries a few letters mean, and which of them best."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from app.ui.palette.entries import BLOCKS, HERE, LAYERS, LIBRARY, PRESETS, Entry

SECTIONS = (LAYERS, HERE, LIBRARY, BLOCKS, PRESETS)
Rank = tuple[int, ...]
BY_NAME = 4  # the last of the ranks of a word for which the title itself is meant
BEGINNING = 2  # the last for which it is its beginning, or those of its words
EXACT, PREFIX, _INITIALS, _WITHIN, _IN_ORDER, _GROUP, _SUMMARY = range(7)
_QUICK = 2  # letters that are looked for at once; with more of them that could take for ever
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_OTHER_AXES = ("1d", "3d")  # images are what most networks here are about
# What other libraries and people call them.
_ALSO = {
    "Linear": ("dense", "fc", "mlp", "fully"),
    "Add": ("sum", "skip", "residual", "shortcut", "plus", "+"),
    "Subtract": ("minus", "-"),
    "Multiply": ("product", "mul", "times", "*"),
    "Concat": ("cat", "join", "merge", "concatenate"),
    "Average": ("mean",),
    "Maximum": ("maxout",),
    "MatMul": ("dot", "bmm", "@"),
    "SiLU": ("swish",),
    "ConvTranspose2d": ("deconv", "upconv"),
    "GlobalAvgPool": ("gap",),
    "GlobalMaxPool": ("gmp",),
    "MultiheadAttention": ("mha", "attention"),
    "LocalResponseNorm": ("lrn",),
    "Upsample": ("interpolate", "resize"),
    "DepthwiseConv2d": ("dwconv",),
    "Permute": ("transpose",),
    "Reshape": ("view",),
    "DropPath": ("stochastic",),
}


def rank(query: str, entry: Entry) -> Rank | None:
    """How well an entry answers the query, the least the best; None where it does not.

    Every word of the query has to be found: as the title or another name of it, at its start, as
    the starts of its words (“bn2” of BatchNorm2d), within it, as letters in their order in it, or
    within the group's name or the summary. What is alike stands in the order of SECTIONS: a layer
    ahead of a block of several.
    """
    ranks = [word_rank(word, entry) for word in query.lower().split()]
    found = [r for r in ranks if r is not None]
    if len(found) < len(ranks):
        return None
    return sum(found), SECTIONS.index(entry.section), entry.title.endswith(_OTHER_AXES)


def word_rank(word: str, entry: Entry) -> int | None:
    """The rank of one word in small letters; up to BY_NAME where it means the title."""
    found = title_rank(word, entry.title, _ALSO.get(entry.title, ()))
    if found is not None:
        return found
    if word in entry.group.lower():
        return _GROUP
    return _SUMMARY if word in entry.summary.lower() else None


def title_rank(word: str, title: str, others: Sequence[str] = ()) -> int | None:
    """The rank of one word in small letters where a title, or another name of it, is meant."""
    small = title.lower()
    if word == small or word in others:
        return EXACT
    if small.startswith(word):
        return PREFIX
    within = word in small
    inside = within or _in_order(word).match(small) is not None  # or none of the others can be
    if (inside and _begins(word, title)) or any(o.startswith(word) for o in others):
        return _INITIALS
    if not inside:
        return None
    return _WITHIN if within else _IN_ORDER


def _begins(typed: str, title: str) -> bool:
    """Whether it is the beginnings of words one after another: “cn2” of ConvNorm2d."""
    if _begun(typed[:_QUICK]).search(title) is None:
        return False
    if len(typed) <= _QUICK:
        return True
    reached = {0}  # how many of the letters the words so far can stand for
    for word in _WORDS.findall(title):
        small = word.lower()
        if small[0] in typed:
            for at in [*reached]:
                for n, letter in enumerate(small, at + 1):
                    if typed[n - 1 : n] != letter:
                        break
                    reached.add(n)
    return len(typed) in reached


@lru_cache(maxsize=256)
def _begun(typed: str) -> re.Pattern[str]:
    """Finds the titles with such beginnings of words, without taking them apart.

    Each letter stands right behind the one before, or begins a word after it.
    """
    if not all("a" <= letter <= "z" or letter.isdecimal() for letter in typed):
        return re.compile("(?!)")  # nothing: in no word are others
    more = (f"(?:{letter}|{letter.upper()}|.*(?:{_start(letter)}))" for letter in typed[1:])
    return re.compile(f"(?:{_start(typed[0])}){''.join(more)}", re.DOTALL)


def _start(letter: str) -> str:
    """Matches the letter where a word begins with it."""
    if letter.isdecimal():
        return rf"(?<!\d){letter}"
    large = letter.upper()
    return rf"(?<![A-Za-z]){letter}|{large}(?=[a-z])|(?<![A-Z]){large}"


@lru_cache(maxsize=256)
def _in_order(word: str) -> re.Pattern[str]:
    """Finds texts that begin with letters one after another.

    What stands before a letter is skipped once: a text is walked through in one go, or a long word
    that is not in it would take for ever.
    """
    steps = (f"[^{re.escape(letter)}]*+{re.escape(letter)}" for letter in word)
    return re.compile("".join(steps), re.DOTALL)
