"""Bookmarks in the document file, and how they follow edits."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from nodes.errors import DocumentError
from nodes.network import ROOT, edits
from nodes.network.bookmarks import Bookmark, followed, leads
from nodes.network.document import Document, dumps, loads
from tests.nodes.network.samples import chain, nested

TOP = Bookmark(1, "Ünïcode ☺", (), -3.5, 1e4, 0.25)


def inside() -> Bookmark:
    """In the first block of the nested sample."""
    network = nested()
    name = next(n.name for n in network.graph.nodes if n.kind in network.block_by_name)
    return Bookmark(9, "inside", (name,), 1.0, 2.0, 1.0)


def test_bookmarks_are_written_and_read() -> None:
    document = Document(nested(), bookmarks=(TOP, inside()))
    text = dumps(document)
    assert loads(text) == document
    assert dumps(loads(text)) == text


def test_a_document_without_them_has_no_such_field() -> None:
    assert "bookmarks" not in json.loads(dumps(Document(chain())))


def test_an_older_version_knew_none() -> None:
    plain = json.loads(dumps(Document(chain(), bookmarks=(TOP,))))
    with pytest.raises(DocumentError, match="bookmarks"):
        loads(json.dumps({**plain, "version": 3}))


@pytest.mark.parametrize(
    "wrong",
    [{"number": 0}, {"number": 10}, {"zoom": 0}, {"at": [0]}, {"trail": [1]}, {"other": 1}],
)
def test_a_damaged_bookmark_is_refused(wrong: dict[str, object]) -> None:
    plain = json.loads(dumps(Document(chain(), bookmarks=(TOP,))))
    plain["bookmarks"][0] |= wrong
    with pytest.raises(DocumentError):
        loads(json.dumps(plain))


def test_of_two_with_one_number_the_later_holds() -> None:
    plain = json.loads(dumps(Document(chain(), bookmarks=(TOP,))))
    plain["bookmarks"].append({**plain["bookmarks"][0], "name": "later"})
    assert [mark.name for mark in loads(json.dumps(plain)).bookmarks] == ["later"]


def test_they_follow_a_renamed_block_and_nothing_else() -> None:
    old, marks = nested(), (TOP, inside())
    (name,) = marks[1].trail
    renamed = edits.rename(old, ROOT, name, "renamed")
    assert followed(marks, old, renamed) == (TOP, replace(marks[1], trail=("renamed",)))
    gone = edits.remove(old, ROOT, [name])
    assert followed(marks, old, gone) == marks
    assert not leads(gone, marks[1].trail)
    assert followed(marks, gone, old) == marks
    assert leads(old, marks[1].trail)
