"""A library of blocks: what a file holds, how it is listed, and what is said where it cannot be."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from app import library
from app.library import LibraryError
from nodes import files
from nodes.custom import CustomLayer
from nodes.errors import EditError
from nodes.network import Block, Graph, Network, Node, wire
from nodes.network.clipboard import with_definitions
from nodes.network.document import Document, dumps, read, save
from nodes.network.edits import move
from presets import preset
from presets.blocks import BLOCKS

GATE = '''import torch
from torch import Tensor, nn


class Gate(nn.Module):
    """Opens and closes."""

    def forward(self, x: Tensor) -> Tensor:
        return x * torch.sigmoid(x)
'''


def gated_by(source: str) -> Network:
    """A network with a block around a custom layer, and another custom layer beside it."""
    beside = source.replace("Gate", "Beside")
    nodes = (Node("input", "Input"), Node("gate", "Gate"), Node("output", "Output"))
    wires = (wire("input", "output", "gate", "x"), wire("gate", "output", "output", "input"))
    return Network(
        blocks=(Block("Gated", graph=Graph(nodes, wires)),),
        custom=(CustomLayer(source), CustomLayer(beside)),
    )


def piece_of(name: str = "Bottleneck") -> Network:
    return BLOCKS[name].definitions


def names(folder: Path) -> list[str]:
    return [kept.name for kept in library.listed(folder)]


@pytest.mark.parametrize("name", list(BLOCKS))
def test_a_block_comes_back_as_it_was(tmp_path: Path, name: str) -> None:
    piece = piece_of(name)
    path = library.keep(tmp_path / "new" / "folder", piece)
    assert path.name == f"{name}.skipblock"
    found = library.read(path)
    assert found.block_by_name == piece.block_by_name
    assert library.block_of(found) == BLOCKS[name].block
    assert library.present(path.parent, found)


def test_the_file_is_an_ordinary_document(tmp_path: Path) -> None:
    path = library.keep(tmp_path, piece_of())
    assert read(path).network.block("Bottleneck") == BLOCKS["Bottleneck"].block


def test_a_block_takes_what_it_needs_and_no_more(tmp_path: Path) -> None:
    network = preset("googlenet").network()
    piece = library.packed(network, "Inception")
    kinds = {n.kind for b in piece.blocks for n in b.graph.nodes}
    assert set(piece.block_by_name) == {"Inception", *(kinds & set(network.block_by_name))}
    assert set(piece.block_by_name) < set(network.block_by_name)
    assert not piece.graph.nodes
    network, known = with_definitions(Network(), library.read(library.keep(tmp_path, piece)))
    assert known["Inception"] == "Inception"
    assert network.blocks == piece.blocks


def test_another_content_is_not_the_same_block(tmp_path: Path) -> None:
    piece = library.packed(piece_of(), "Bottleneck")
    library.keep(tmp_path, piece)
    assert library.present(tmp_path, piece)
    moved = move(piece, "Bottleneck", {"conv1": (900.0, 900.0)})
    assert not library.present(tmp_path, moved)
    library.keep(tmp_path, moved)
    assert library.present(tmp_path, moved)


def test_the_list_is_in_order_and_leaves_out_other_files(tmp_path: Path) -> None:
    assert names(tmp_path / "nowhere") == []
    for name in ("Bottleneck", "VGGBlock", "BasicBlock"):
        library.keep(tmp_path, piece_of(name))
    for other in (".hidden.skipblock", "notes.txt", "net.skipwire"):
        (tmp_path / other).write_text("{}")
    assert names(tmp_path) == ["BasicBlock", "Bottleneck", "VGGBlock"]


def test_a_renamed_block_has_its_new_name_inside_and_out(tmp_path: Path) -> None:
    path = library.keep(tmp_path, piece_of())
    path = library.rename(path, "Narrow")
    assert path.name == "Narrow.skipblock"
    assert names(tmp_path) == ["Narrow"]
    assert library.block_of(library.read(path)).graph == BLOCKS["Bottleneck"].block.graph
    library.keep(tmp_path, piece_of())
    with pytest.raises(LibraryError, match="a block named “Narrow” in the library already"):
        library.rename(library.place(tmp_path, "Bottleneck"), "Narrow")
    for bad in ("Conv2d", "two words", "", "../up", "Downsample"):
        with pytest.raises(EditError):
            library.rename(path, bad)
    assert names(tmp_path) == ["Bottleneck", "Narrow"]


def test_a_removed_block_can_be_had_again(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        path = library.keep(tmp_path, piece_of())
        gone = library.remove(path)
        assert names(tmp_path) == []
        assert library.read(gone).name == "Bottleneck"
        assert len(list((tmp_path / library.BIN).iterdir())) == number


def test_a_free_name_is_one_that_nothing_has(tmp_path: Path) -> None:
    piece = piece_of()
    assert library.free_name(tmp_path, piece) == "Bottleneck"
    library.keep(tmp_path, piece)
    assert library.free_name(tmp_path, piece) == "Bottleneck2"
    second = library.renamed(piece, "Bottleneck2")
    library.keep(tmp_path, second)
    assert library.free_name(tmp_path, piece) == "Bottleneck3"
    assert names(tmp_path) == ["Bottleneck", "Bottleneck2"]


# --- files that cannot be used -------------------------------------------------------------------


def other(field: str, value: object) -> str:
    plain = json.loads(dumps(Document(piece_of())))
    return json.dumps({**plain, field: value})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ('{"format": "skipwire",', "ends too early"),
        ("[1, 2]", "not a Skipwire document"),
        (other("name", "Elsewhere"), "holds no block named “Elsewhere”"),
        (other("version", 99), "Update Skipwire"),
        (other("surprise", 1), "surprise"),
        (other("custom", [{"source": ["import os", "x"]}]), "custom"),
    ],
)
def test_a_damaged_file_is_listed_with_its_reason(tmp_path: Path, text: str, said: str) -> None:
    library.keep(tmp_path, piece_of())
    (tmp_path / "Bad.skipblock").write_text(text)
    bad, good = library.listed(tmp_path)
    assert (good.name, good.problem) == ("Bottleneck", "")
    assert (bad.name, bad.piece) == ("Bad", None)
    assert said in bad.problem
    assert "Bad.skipblock" in bad.problem


def test_a_block_that_holds_itself_is_refused(tmp_path: Path) -> None:
    plain = json.loads(dumps(Document(piece_of())))
    for block in plain["blocks"]:
        for node in block["nodes"]:
            if node["name"] == "conv1":
                node.update(kind="Bottleneck", args={})
    path = tmp_path / "Endless.skipblock"
    path.write_text(json.dumps(plain))
    with pytest.raises(LibraryError, match="itself"):
        library.read(path)


def test_a_file_is_bounded_in_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = library.keep(tmp_path, piece_of())
    monkeypatch.setattr(library, "MAX_BYTES", 100)
    with pytest.raises(LibraryError, match=r"Bottleneck\.skipblock.* at most"):
        library.read(path)
    with pytest.raises(LibraryError, match="Bottleneck is too large"):
        library.write(tmp_path / "Other.skipblock", piece_of())
    assert names(tmp_path) == ["Bottleneck"]


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "Pipe.skipblock")
    (tmp_path / "Folder.skipblock").mkdir()
    assert all("is not a file" in kept.problem for kept in library.listed(tmp_path))


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = library.keep(tmp_path, piece_of())
    assert library.read(path) is library.read(path)
    save(path, Document(library.renamed(piece_of(), "Changed")))
    assert library.read(path).name == "Changed"


def test_code_in_a_file_is_not_run_and_not_trusted(tmp_path: Path) -> None:
    mark = tmp_path / "was run"
    source = GATE.replace(
        "    def forward", f"    open({str(mark)!r}, 'w').close()\n\n    def forward"
    )
    network = gated_by(source)
    piece = library.packed(network, "Gated")
    assert [c.name for c in piece.custom] == ["Gate"]
    found = library.read(library.keep(tmp_path / "library", piece))
    assert found.custom == piece.custom
    assert not found.custom[0].trusted
    network, known = with_definitions(Network(), found)
    assert known["Gated"] == "Gated"
    assert not mark.exists()


# --- folders that cannot be used -----------------------------------------------------------------


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = library.keep(tmp_path, piece_of())
    before = path.read_bytes()

    def full(path: str, write: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files, "replace", full)
    with pytest.raises(LibraryError, match="the disk is full"):
        library.keep(tmp_path, library.renamed(piece_of("BasicBlock"), "Bottleneck"))
    assert path.read_bytes() == before


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryError, match="cannot be made"):
        library.keep(tmp_path / "file", piece_of())
    with pytest.raises(LibraryError, match="cannot be listed: a part of the path is not a folder"):
        list(library.listed(tmp_path / "file"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_the_right_to_write(tmp_path: Path) -> None:
    path = library.keep(tmp_path, piece_of())
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(LibraryError, match="the permissions there do not allow it"):
            library.keep(tmp_path, piece_of("BasicBlock"))
        with pytest.raises(LibraryError, match="the permissions there do not allow it"):
            library.remove(path)
    finally:
        tmp_path.chmod(0o700)
