"""What a few letters mean: the same, however one came to type them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from app.ui.commands.matching import Matcher, Rows
from app.ui.palette.search import title_rank

TITLES = ("Conv2d", "conv2d1", "ConvNorm2d", "relu", "a_b", "layer1.conv2", "Über", "open", "Öl 2")
OTHERS = ("Layer", "layer1", "", "Activation conv", "b", "Über", "file", "", "open")
ALSO = {0: ("convolution", "cnn"), 7: ("file", "conv")}
OFF = frozenset({2, 5})
IDS = tuple("abcdefghi")
QUERIES = st.text("acdelnorv12_. üb", max_size=8)


def rows() -> Rows[str]:
    return Rows(IDS, TITLES, OTHERS, TITLES.__getitem__, ALSO, OFF)


def one_by_one(words: Sequence[str], recent: Sequence[str]) -> list[str]:
    """Every row judged by itself."""
    found = []
    for row, title in enumerate(TITLES):
        ranks = [
            rank if (rank := title_rank(word, title, ALSO.get(row, ()))) is not None
            else 10 if word in OTHERS[row].lower() else None
            for word in words
        ]  # fmt: skip
        text, small = " ".join(words), title.lower()
        if None not in ranks:
            whole = small != text, not small.startswith(text)
            late = recent.index(IDS[row]) if IDS[row] in recent else len(recent)
            found.append(((*whole, sum(r or 0 for r in ranks), row in OFF, late, row), title))
    return [title for _, title in sorted(found)]


@given(QUERIES, st.lists(st.sampled_from(IDS), max_size=2, unique=True))
def test_typing_letter_by_letter_finds_what_the_whole_query_does(
    query: str, recent: list[str]
) -> None:
    typed = Matcher(rows())
    for end in range(len(query) + 1):
        words = query[:end].lower().split()
        assert [*typed.find(words, recent)] == one_by_one(words, recent)
    for end in (len(query) // 2, 0, len(query)):  # and back
        words = query[:end].lower().split()
        assert [*typed.find(words, recent)] == one_by_one(words, recent)


def test_a_row_is_made_only_when_it_is_looked_at() -> None:
    made: list[int] = []
    many = Rows([str(k) for k in range(9)], ["node"] * 9, [""] * 9, made.append)
    found = Matcher(many).find(["node"], ())
    next(found)
    assert made == [0]


def test_beginnings_of_words() -> None:
    for word, title, rank in (
        ("cn2", "ConvNorm2d", 2), ("2", "layer12", 3), ("1", "layer12", 2), ("c2", "conv_2", 2),
        ("bn1", "layer1_bn1", 2), ("o", "conv", 3), ("cv", "conv", 4), ("a_", "b_a_c", 3),
        ("aaaaaaaaaaaaaaab", "_".join("a" * 40), None),
    ):  # fmt: skip
        assert title_rank(word, title) == rank, (word, title)
