"""Every source text has a finished translation, with the same places and the same marks."""

from __future__ import annotations

import re

import pytest

from app.ui.language.reading import read_file
from tests.app.ui.language.files import file_of
from tests.app.ui.language.sources import PARTS, texts

_PLACE = re.compile(r"\{[^{}]*\}")
_PLURAL = re.compile(r"(?<=[a-z])\{x\d?\}")  # the "s" of several, which Chinese has not
_TAG = re.compile(r"</?[a-z]+\d?")
_CHINESE = r"[\u4e00-\u9fff]"
_NARROW = re.compile(rf"{_CHINESE}[,;:?!]|[,;?!]{_CHINESE}")  # half the width it should have


@pytest.mark.parametrize("part", PARTS)
def test_every_text_is_translated(part: str) -> None:
    have = read_file(file_of(part))
    assert [text for text in texts(part) if text not in have] == []


@pytest.mark.parametrize("part", PARTS)
def test_no_translation_is_left_of_what_is_said_no_more(part: str) -> None:
    assert sorted(set(read_file(file_of(part))) - set(texts(part))) == []


@pytest.mark.parametrize("part", PARTS)
def test_places_and_tags_are_the_same(part: str) -> None:
    for source, said in read_file(file_of(part)).items():
        meant, given = _PLURAL.sub("", source), _PLURAL.sub("", said)
        for marks in (_PLACE, _TAG):
            assert sorted(set(marks.findall(given))) == sorted(set(marks.findall(meant))), source


@pytest.mark.parametrize("part", PARTS)
def test_what_opens_a_dialog_says_so_in_either_language(part: str) -> None:
    for source, said in read_file(file_of(part)).items():
        if source.endswith("…") and "&" in source:
            assert said.endswith("…"), source


@pytest.mark.parametrize("part", PARTS)
def test_punctuation_between_chinese_words_is_of_full_width(part: str) -> None:
    for said in read_file(file_of(part)).values():
        assert not _NARROW.search(_TAG.sub("", said)), said
