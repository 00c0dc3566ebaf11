"""The document file: what is written, what is read, and what happens to a file that is neither."""

from __future__ import annotations

import difflib
import errno
import json
import os
import re
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nodes.errors import DocumentError
from nodes.network import ROOT, Argument, Block, Expression, Graph, Network, Node, edits, wire
from nodes.network import document as documents
from nodes.network.document import Document, How, Weights, dumps, loads, read, save
from nodes.spec import Kind, Param, Style
from tests.nodes.network.samples import branches, chain, nested

RECIPE = {"data": "digits", "epochs": 5, "learning_rate": 0.002, "precision": "auto", "x": None}

EVERY_KIND = Block(
    "Every",
    (
        Param("whole", Kind.INT, 3, "A “number”\nof two lines", 1, 9.5, unit="maps"),
        Param("real", Kind.FLOAT, 0.25, "", above=0),
        Param("flag", Kind.BOOL, False, "", style=Style.ALWAYS),
        Param("choice", Kind.CHOICE, "b", "", choices=("a", "b")),
        Param("pair", Kind.PAIR, (1, 2), ""),
        Param("size", Kind.SHAPE, (3, 8, 8), ""),
        Param("maybe", Kind.INT, None, "", optional=True),
    ),
    summary="Ünïcode ☺",
)


def every_kind() -> Network:
    args: dict[str, Argument] = {
        "whole": 4,
        "real": 1e-05,
        "flag": True,
        "choice": "a",
        "pair": (5, 6),
        "size": (1, 2, 3),
        "maybe": 7,
    }
    node = Node("every", "Every", args, (-0.125, 3e5), Expression("2 + 3"), Expression("1 > 0"))
    return Network("Ünïcode “ ” \\ \u2028", Graph((node,)), (EVERY_KIND,))


def wrong() -> Network:
    """Well-formed, and wrong in every way that is for the analysis to show."""
    nodes = (
        Node("a", "ReLU"),
        Node("a", "ReLU"),
        Node("not a name", "ReLU"),
        Node("c", "Conv2d", {"stride": Expression("nobody")}),
    )
    wires = (
        wire("a", "output", "c", "input"),
        wire("c", "output", "a", "input"),
        wire("a", "output", "c", "input"),
        wire("zebra", "stripe", "nowhere", "at.all"),
    )
    return Network("", Graph(nodes, wires))


NETWORKS = [Network, chain, branches, nested, every_kind, wrong]


@pytest.mark.parametrize("make", NETWORKS)
def test_what_is_written_is_read(make: Callable[[], Network]) -> None:
    document = Document(make(), RECIPE)
    text = dumps(document)
    assert loads(text) == document
    assert loads(text.encode()) == document
    assert dumps(loads(text)) == text
    assert json.loads(text)["format"] == "skipwire"
    assert text.endswith("}\n")


WEIGHTS = Weights("/far/away/a.pth", 64 * "a", How.ORDER)


@pytest.mark.parametrize("weights", [WEIGHTS, Weights("b.safetensors")])
def test_the_weights_are_of_the_document(weights: Weights) -> None:
    document = Document(chain(), RECIPE, weights)
    assert loads(dumps(document)) == document
    assert loads(dumps(document)) != Document(chain(), RECIPE)


def test_a_file_beside_the_document_moves_with_it(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    inside = replace(WEIGHTS, file=str(here / "weights" / "a.pth"))
    save(here / "a.skipwire", Document(chain(), RECIPE, inside))
    assert '"file": "weights/a.pth"' in (here / "a.skipwire").read_text()
    here.rename(there)
    moved = read(there / "a.skipwire").weights
    assert moved == replace(WEIGHTS, file=str(there / "weights" / "a.pth"))
    save(there / "b.skipwire", Document(chain(), RECIPE, WEIGHTS))
    assert read(there / "b.skipwire").weights == WEIGHTS


def changed_lines(old: Document, new: Document) -> list[str]:
    lines = difflib.unified_diff(dumps(old).splitlines(), dumps(new).splitlines(), n=0)
    return [line for line in lines if re.match(r"[+-](?![+-])", line)]


@pytest.mark.parametrize("scope", [ROOT, "Unit", "Stage"])
def test_moving_one_node_changes_one_line(scope: str) -> None:
    for node in nested().scope(scope).nodes:
        moved = edits.move(nested(), scope, {node.name: (12.5, -700.0)})
        removed, added = changed_lines(Document(nested(), RECIPE), Document(moved, RECIPE))
        assert removed.startswith("-") and f'"{node.name}"' in removed  # noqa: PT018
        assert added.startswith("+") and "[12.5, -700]" in added  # noqa: PT018


def test_one_setting_changes_one_line() -> None:
    old, new = Document(chain(), RECIPE), Document(chain(), {**RECIPE, "epochs": 6})
    assert changed_lines(old, new) == ['-    "epochs": 5,', '+    "epochs": 6,']
    edited = Document(edits.set_argument(chain(), ROOT, ["conv1"], "stride", 2), RECIPE)
    assert len(changed_lines(old, edited)) == 2


def test_only_arguments_that_are_set_are_written() -> None:
    line = next(ln for ln in dumps(Document(chain())).splitlines() if "conv1" in ln)
    assert line.strip() == '{"name": "conv1", "kind": "Conv2d", "position": [0, 100]},'


def test_every_truncation_is_refused_or_whole() -> None:
    document = Document(nested(), RECIPE)
    content = dumps(document).encode()
    for length in range(len(content)):
        try:
            assert loads(content[:length]) == document
        except DocumentError as error:
            assert "line" in str(error) or "empty" in str(error)  # noqa: PT017
            assert length < len(content) - 1


def test_every_damaged_byte_is_refused_or_harmless() -> None:
    content = bytearray(dumps(Document(every_kind(), RECIPE)).encode())
    refused = 0
    for place in range(len(content)):
        damaged = bytearray(content)
        damaged[place] ^= 0x15
        try:
            loads(bytes(damaged))
        except DocumentError:
            refused += 1
    assert refused > len(content) // 4


# Hostile and mistaken content


def text(**changes: Any) -> str:
    plain = json.loads(dumps(Document(nested(), RECIPE)))
    return json.dumps({**plain, **changes})


def conv(**args: Any) -> list[dict[str, Any]]:
    return [
        {"name": "input", "kind": "Input"},
        {"name": "conv1", "kind": "Conv2d", "args": args},
    ]


def block(**changes: Any) -> list[dict[str, Any]]:
    return [{"name": "B", **changes}]


def param(**changes: Any) -> list[dict[str, Any]]:
    return block(parameters=[{"name": "w", "kind": "int", "default": 1, **changes}])


LOOP = [{"name": n, "nodes": [{"name": "x", "kind": k}]} for n, k in ("AB", "BC", "CA")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        # not a document at all
        ("", "empty"),
        (b" \n ", "empty"),
        ("hello", "line 1, column 1"),
        ("[]", "not a Skipwire document"),
        ("null", "not a Skipwire document"),
        ("{}", "not a Skipwire document"),
        ('{"format": ["skipwire"]}', "not a Skipwire document"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not UTF-8"),
        (b"\x00" * 100, "line 1, column 1"),
        ("{}".encode("utf-16"), "not UTF-8"),
        (b'{"format": "skip\xffwire"}', "byte 17 is not UTF-8"),
        # damaged
        ('{"format": "skipwire",\n "version" 1}', "line 2, column 12"),
        ('{"format": "skipwire",\n "version": 1', "ends too early at line 2"),
        (text() + "x", "damaged at line 1"),
        # JSON that is not meant
        ("[" * 100_000, "nested"),
        ('{"a":' * 100_000, "nested"),
        (text()[:-1] + ', "name": "again"}', "“name” twice"),
        (text(nodes=conv()).replace('"args": {}', '"args": {"stride": 1, "stride": 2}'), "twice"),
        (text().replace('"version": 5', '"version": NaN'), "NaN"),
        (text().replace('"epochs": 5', '"epochs": Infinity'), "Infinity"),
        (text().replace('"epochs": 5', '"epochs": 1e999'), "1e999 is too large"),
        (text().replace('"epochs": 5', f'"epochs": {10**400}'), "401 digits"),
        (text().replace('"epochs": 5', f'"epochs": {"9" * 10_000}'), "10000 digits"),
        (text(name="\ud800"), "Line 1 holds .ud800"),
        ('{"format": "\ud800"}', "surrogate"),
        # weights
        (text(weights={"file": ""}), "weights, file"),
        (text(weights={"file": "a.pth", "sha256": "0"}), "weights, sha256"),
        (text(weights={"file": "a.pth", "how": "magic"}), "weights, how"),
        (text(weights={"file": "a.pth", "size": 3}), "size"),
        (text(version=2, weights={"file": "a.pth"}), "unknown field “weights” for its version 2"),
        # versions
        (text(version=6), "version 6 of the format.*Update Skipwire"),
        (text(version=10**12), "Update Skipwire"),
        (text(version=0), "no version 0"),
        (text(version=-1), "no version -1"),
        (text(version="1"), "has no version"),
        (text(version=True), "has no version"),
        (text(version=1.0), "has no version"),
        # wrong types and unknown fields
        (text(surprise=1), "The file: has the unknown field “surprise”"),
        (text(name=None), "name: needs text, not nothing"),
        (text(nodes={}), "nodes: needs a list, not an object"),
        (text(nodes=[[]]), "node 1: needs an object, not a list"),
        (text(nodes=[{"name": "a"}]), "node 1 “a”: lacks the field “kind”"),
        (text(nodes=[{"name": 3, "kind": "ReLU"}]), "node 1, name: needs text, not a whole number"),
        (text(nodes=[{"name": "a", "kind": "ReLU", "x": 1}]), "node 1 “a”: has the unknown field"),
        (text(nodes=[{"name": "a", "kind": "ReLU", "position": [1]}]), "node 1 “a”, position"),
        (text(nodes=[{"name": "a", "kind": "ReLU", "position": [1e300, 1]}]), "“a”, position"),
        (text(nodes=[{"name": "a", "kind": "ReLU", "enabled": 1}]), "node 1 “a”, enabled"),
        (text(nodes=[{"name": "a", "kind": "ReLU", "enabled": "no"}]), "node 1 “a”, enabled"),
        (text(nodes=[{"name": "a" * 201, "kind": "ReLU"}]), "node 1 “aaa"),
        (text(wires=[["a", "b", "c", "d"], ["a", "b", "c"]]), "wire 2: needs a list of length 4"),
        (text(wires=[["a", "b", "c", 4]]), "wire 1, element 4: needs text, not a whole number"),
        (text(recipe={"epochs": {"a": 1}}), "recipe"),
        (text(recipe=[]), "recipe: needs an object"),
        (text(blocks=[{"nodes": []}]), "block 1: lacks the field “name”"),
        (text(blocks=block(nodes=[{"name": "a"}])), "block 1 “B”, node 1 “a”: lacks the field"),
        # kinds and arguments
        (text(nodes=[{"name": "a", "kind": "Relu"}]), "node 1 “a”: .*Did you mean “ReLU”"),
        (text(nodes=[{"name": "a", "kind": ""}]), "node 1 “a”: There is no layer"),
        (text(nodes=conv(width=1)), "node 2 “conv1”: width is not a parameter of Conv2d"),
        (text(nodes=conv(kernel_size=0)), "node 2 “conv1”: kernel_size must be at least 1, not 0"),
        (text(nodes=conv(kernel_size="3")), "node 2 “conv1”: kernel_size needs one whole number"),
        (text(nodes=conv(kernel_size=[3, 3, 3])), "kernel_size needs"),
        (text(nodes=conv(kernel_size=[3, [3]])), "kernel_size needs one value or a flat list"),
        (text(nodes=conv(kernel_size={"a": 1})), "kernel_size needs one value or a flat list"),
        (text(nodes=conv(kernel_size=[1] * 10_000)), "kernel_size needs"),
        (text(nodes=conv(kernel_size="x" * 10_000)), "kernel_size needs"),
        (text(nodes=conv(kernel_size=None)), "kernel_size needs"),
        (text(nodes=conv(kernel_size=True)), "kernel_size needs"),
        (text(nodes=conv(kernel_size=2.5)), "kernel_size needs"),
        (text(nodes=conv(out_channels=10**15)), "out_channels must be"),
        (text(nodes=[{"name": "d", "kind": "Dropout", "args": {"p": 10**19}}]), "p must be"),
        (text(nodes=conv(stride="=")), "node 2 “conv1”: .*not an expression"),
        (text(nodes=conv(stride="=2 *")), "not an expression"),
        (text(nodes=conv(stride="=\x00")), "not an expression"),
        (text(nodes=conv(stride="=" + "(" * 150)), "not an expression"),
        (text(nodes=conv(stride="=" + "1+" * 200 + "1")), "200 characters"),
        (text(nodes=[{"name": "a", "kind": "ReLU", "repeat": 2}]), "repeat is for blocks only"),
        # blocks
        (text(blocks=block(name="Conv2d")), "block 1 “Conv2d”: the name is the name of a layer"),
        (text(blocks=block(name="a b")), "block 1 “a b”: the name may hold letters"),
        (text(nodes=[], blocks=block() * 2), "Two blocks are named “B”"),
        (text(nodes=[], blocks=LOOP), "contains itself: . → . → . → ."),
        (text(nodes=[], blocks=block(nodes=[{"name": "x", "kind": "B"}])), "B contains itself"),
        (text(nodes=[{"name": "b", "kind": "B", "repeat": 10**9}], blocks=block()), "at most"),
        (text(nodes=[{"name": "b", "kind": "B", "repeat": 0}], blocks=block()), "at least 1"),
        (text(nodes=[{"name": "b", "kind": "B", "repeat": "2"}], blocks=block()), "repeat"),
        (text(nodes=[{"name": "b", "kind": "B", "repeat": True}], blocks=block()), "repeat"),
        (text(blocks=param(kind="tensor")), "block 1 “B”, parameter 1 “w”, kind"),
        (text(blocks=param(default=None)), "parameter 1 “w”: the default of w needs"),
        (text(blocks=param(minimum=2)), "the default of w must be at least 2"),
        (text(blocks=param(default={"a": 1})), "the default of w needs"),
        (text(blocks=param(name="i")), "meaning of its own"),
        (text(blocks=param(name="max")), "meaning of its own"),
        (text(blocks=param(name="if")), "Python"),
        (text(blocks=param(kind="choice", default="=a", choices=["=a"])), "begins with ="),
        (text(blocks=block(parameters=param()[0]["parameters"] * 2)), "two parameters are named"),
        (text(blocks=block(parameters=param()[0]["parameters"] * 1001)), "block 1 “B”, parameters"),
    ],
)
def test_refused_with_a_message_that_says_where(content: str | bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message) as caught:
        loads(content)
    assert len(str(caught.value)) < 600


def test_a_file_of_many_megabytes_is_not_even_parsed() -> None:
    with pytest.raises(DocumentError, match="larger than 64 MiB"):
        loads(b" " * (64 * 2**20 + 1))


def test_a_byte_order_mark_and_spaces_do_no_harm() -> None:
    document = Document(chain(), RECIPE)
    compact = json.dumps(json.loads(dumps(document)))
    assert loads(b"\xef\xbb\xbf" + compact.encode() + b"\r\n") == document


def test_a_real_pair_of_surrogates_is_a_character() -> None:
    assert loads(text(name="😀")).network.name == "😀"  # json.dumps escapes it


def test_migrations_lead_from_an_old_version(monkeypatch: pytest.MonkeyPatch) -> None:
    def titled(plain: dict[str, Any]) -> dict[str, Any]:
        name = plain.pop("title")
        return {**plain, "version": 1, "name": name}

    monkeypatch.setattr(documents, "MIGRATIONS", {0: titled, **documents.MIGRATIONS})
    plain = json.loads(dumps(Document(chain(), RECIPE)))
    plain["title"] = plain.pop("name")
    assert loads(json.dumps({**plain, "version": 0})) == Document(chain(), RECIPE)


def test_what_cannot_be_read_is_not_written() -> None:
    for network in (
        Network("\ud800"),
        Network(graph=Graph((Node("a", "ReLU", position=(float("nan"), 0.0)),))),
        Network(graph=Graph((Node("a", "ReLU", position=(float("inf"), 0.0)),))),
    ):
        with pytest.raises(DocumentError, match="cannot be written"):
            dumps(Document(network))
    with pytest.raises(DocumentError, match="cannot be written"):
        dumps(Document(chain(), {"learning_rate": float("nan")}))


# Files


def listing(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir()}


def test_save_and_read(tmp_path: Path) -> None:
    path = tmp_path / "näme.skipwire"
    document = Document(nested(), RECIPE)
    save(path, document)
    assert read(path) == document
    save(str(path), Document(chain()))
    assert read(str(path)) == Document(chain())
    assert os.listdir(tmp_path) == ["näme.skipwire"]


def test_save_keeps_permissions_and_links(tmp_path: Path) -> None:
    path, link = tmp_path / "a.skipwire", tmp_path / "link.skipwire"
    save(path, Document(chain()))
    path.chmod(0o640)
    link.symlink_to(path)
    save(link, Document(nested()))
    assert link.is_symlink()
    assert read(path) == Document(nested())
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "cure"),
    [
        (errno.ENOSPC, "disk is full. Free some space"),
        (errno.EDQUOT, "Free some space"),
        (errno.EROFS, "read-only. Choose another folder"),
        (errno.EACCES, "the permissions there do not allow it"),
        (errno.EIO, "does not answer. Check that it is plugged in"),
    ],
)
def test_a_failed_save_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, cure: str
) -> None:
    path = tmp_path / "a.skipwire"
    save(path, Document(chain()))
    before = listing(tmp_path)

    def fail(*args: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(DocumentError, match=cure):
        save(path, Document(nested()))
    assert listing(tmp_path) == before


def test_an_interrupted_save_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.skipwire"
    save(path, Document(chain()))
    before = listing(tmp_path)

    def interrupt(*args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        save(path, Document(nested()))
    assert listing(tmp_path) == before


def test_a_document_that_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.skipwire"
    save(path, Document(chain()))
    before = listing(tmp_path)
    with pytest.raises(DocumentError):
        save(path, Document(chain(), {"learning_rate": float("inf")}))
    assert listing(tmp_path) == before


def test_a_read_only_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.skipwire"
    save(path, Document(chain()))
    opened = os.open

    def refuse(file: str, flags: int, *rest: int) -> int:
        # root may write everything, so the answer of the system is given here
        if flags & os.O_WRONLY and Path(file) == path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return opened(file, flags, *rest)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(DocumentError, match="permissions"):
        save(path, Document(nested()))
    assert read(path) == Document(chain())


def test_paths_that_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_text("text")
    cases: list[tuple[Path | str, str]] = [
        (tmp_path / "missing.skipwire", "no such file"),
        (tmp_path, "not a file"),
        (tmp_path / "pipe", "not a file"),
        (tmp_path / "file" / "below", "not a folder"),
        (tmp_path / ("x" * 300), "too long"),
        ("a\0b", "null"),
    ]
    for path, reason in cases:
        with pytest.raises(DocumentError, match=reason):
            read(path)
    cases = [
        (tmp_path / "missing" / "a.skipwire", "no such file or folder"),
        (tmp_path, "folder"),
        (tmp_path / "file" / "below", "not a folder"),
        ("a\0b", "null"),
    ]
    for path, reason in cases:
        with pytest.raises(DocumentError, match=reason):
            save(path, Document(chain()))
    assert sorted(os.listdir(tmp_path)) == ["file", "pipe"]


def test_a_damaged_file_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "broken.skipwire"
    path.write_text('{"format": "skipwire",\n')
    with pytest.raises(
        DocumentError, match=r"“broken.skipwire” cannot be opened.*ends too early at line 2"
    ):
        read(path)
    assert path.read_text() == '{"format": "skipwire",\n'
