"""The cache of tensors: bounded, and what is used stays."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.weights.cache import cache, kept, trim


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four files of ten bytes; "d" was used last."""
    monkeypatch.setenv("SKIPWIRE_CACHE", str(tmp_path))
    cache("weights").mkdir()
    for when, name in enumerate("abcd"):
        kept(name).write_bytes(bytes(10))
        os.utime(kept(name), (when, when))
    return cache("weights")


@pytest.mark.parametrize(
    ("most", "spared", "left"),
    [
        (40, (), "abcd"),
        (39, (), "bcd"),
        (20, (), "cd"),
        (20, ("a",), "ad"),
        (0, ("a", "d"), "ad"),
    ],
)
def test_what_was_not_used_for_longest_goes(
    folder: Path, most: int, spared: tuple[str, ...], left: str
) -> None:
    trim(spared, most)
    assert sorted(path.stem for path in folder.iterdir()) == list(left)


def test_of_nothing_kept_nothing_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SKIPWIRE_CACHE", str(tmp_path))
    trim(())
    assert not os.listdir(tmp_path)
