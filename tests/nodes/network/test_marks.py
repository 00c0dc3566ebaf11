"""Frames, notes and bent wires: they stay through edits and files, and go with what they are of."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from nodes.errors import DocumentError, EditError
from nodes.network import (
    ROOT,
    Colour,
    Frame,
    Network,
    Node,
    Note,
    Wire,
    blocks,
    clipboard,
    edits,
    wire,
)
from nodes.network.difference import diff
from nodes.network.document import Document, dumps, loads
from nodes.network.edits import marks
from nodes.network.edits.marks import Marks
from nodes.network.marks import MAX_MARKS, MAX_POINTS, MAX_TEXT, MAX_TITLE
from tests.nodes.network.samples import chain, nested

INTO_BN = wire("conv1", "output", "bn1", "input")
INTO_RELU = wire("bn1", "output", "relu1", "input")
STEM = Frame("Stem", (-20.0, 90.0, 250.0, 180.5), Colour.GREEN)
NOTE = Note("# Why\n\n*Because* “é”", (0.0, 100.0, 100.0, 60.0))


def marked(network: Network | None = None) -> Network:
    """The chain with a frame about conv1 and bn1, a note in it, and both wires below bent."""
    network = marks.add_frame(network or chain(), ROOT, STEM)
    network = marks.add_note(network, ROOT, NOTE)
    network = marks.lead(network, ROOT, INTO_BN, [(1.0, 150.0), (2.5, 170.0)])
    return marks.lead(network, ROOT, INTO_RELU, [(3.0, 250.0)])


# --- documents -----------------------------------------------------------------------------------


def test_they_are_saved_and_read_again() -> None:
    network = replace(
        marked(), blocks=tuple(replace(b, graph=marked().graph) for b in nested().blocks[:1])
    )
    text = dumps(Document(network))
    assert loads(text).network == network
    assert dumps(loads(text)) == text


def test_without_them_a_file_is_as_it_was() -> None:
    plain = json.loads(dumps(Document(chain())))
    assert not {"frames", "notes", "bends"} & plain.keys()
    assert loads(json.dumps({**plain, "version": 3})).network == chain()


@pytest.mark.parametrize("field", ["frames", "notes", "bends"])
def test_version_3_knew_none(field: str) -> None:
    plain = {**json.loads(dumps(Document(marked()))), "version": 3}
    only = {k: v for k, v in plain.items() if k not in {"frames", "notes", "bends"} - {field}}
    with pytest.raises(DocumentError, match=f"unknown field “{field}” for its version 3"):
        loads(json.dumps(only))


BOX = [0, 0, 100, 100]
BEND = ["conv1", "output", "bn1", "input"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"frames": [{"box": [0, 0, 19, 100]}]}, "frame"),
        ({"frames": [{"box": [0, 0, 100]}]}, "frame"),
        ({"frames": [{"box": [0, 0, 100, 2e9]}]}, "frame"),
        ({"frames": [{"box": BOX, "colour": "mauve"}]}, "mauve"),
        ({"frames": [{"box": BOX, "title": "x" * (MAX_TITLE + 1)}]}, "title"),
        ({"frames": [{"box": BOX, "owner": "x"}]}, "owner"),
        ({"frames": [{"box": BOX}] * (MAX_MARKS + 1)}, "frames"),
        ({"notes": [{"box": BOX}]}, "text"),
        ({"notes": [{"box": BOX, "text": "x" * (MAX_TEXT + 1)}]}, "text"),
        ({"notes": [{"box": BOX, "text": 1}]}, "text"),
        ({"bends": [[*BEND, []]]}, "bend"),
        ({"bends": [[*BEND, [[0, 2e9]]]]}, "bend"),
        ({"bends": [[*BEND, [[0, 0]] * (MAX_POINTS + 1)]]}, "bend"),
        ({"bends": [BEND]}, "bend"),
        ({"bends": [[*BEND, [[0, 0]]]] * 2}, "bend 2: the wire conv1.output → bn1.input is bent t"),
        ({"bends": [["bn1", *BEND[1:], [[0, 0]]]]}, "bend 1: the wire .* is not there"),
    ],
)
def test_damage_is_refused_with_its_place(fields: dict[str, Any], message: str) -> None:
    plain = json.loads(dumps(Document(chain())))
    with pytest.raises(DocumentError, match=message) as caught:
        loads(json.dumps({**plain, **fields}))
    assert len(str(caught.value)) < 600


# --- edits of their own --------------------------------------------------------------------------


def test_a_change_is_seen_as_one() -> None:
    assert diff(chain().graph, marked().graph).marked
    assert not diff(marked().graph, edits.move(marked(), ROOT, {"bn1": (9, 9)}).graph).marked


def test_nodes_and_marks_move_alike() -> None:
    chosen = Marks(frozenset({0}), frozenset({0}), frozenset({(INTO_BN, 1)}))
    graph = marks.shift(marked(), ROOT, (10, -5), ["bn1"], chosen).graph
    assert graph.by_name["bn1"].position == (10, 195)
    assert graph.by_name["conv1"].position == (0, 100)
    assert graph.frames[0].box == (-10, 85, 250, 180.5)
    assert graph.notes[0].box == (10, 95, 100, 60)
    assert graph.points[INTO_BN] == ((1, 150), (12.5, 165))
    assert graph.points[INTO_RELU] == ((3, 250),)


def test_a_wire_between_two_that_move_takes_its_points_along() -> None:
    assert marks.points_between(marked().graph, ["conv1", "bn1"]) == {(INTO_BN, 0), (INTO_BN, 1)}


def test_they_are_removed_and_what_was_in_a_frame_stays() -> None:
    chosen = Marks(frozenset({0}), frozenset({0}), frozenset({(INTO_BN, 0), (INTO_RELU, 0)}))
    graph = marks.remove_marks(marked(), ROOT, chosen).graph
    assert (graph.frames, graph.notes) == ((), ())
    assert graph.bends == ((INTO_BN, ((2.5, 170.0),)),)
    assert graph.nodes == chain().graph.nodes
    everything = marks.every_mark(marked().graph)
    assert len(everything) == 5
    assert marks.remove_marks(marked(), ROOT, everything) == chain()


def test_a_frame_and_a_note_are_changed_in_their_place() -> None:
    other = Frame("Head", STEM.box, Colour.RED)
    network = marks.add_frame(marked(), ROOT, STEM)
    network = marks.change_frames(network, ROOT, {0: other})
    network = marks.change_notes(network, ROOT, {0: Note("", NOTE.box)})
    assert network.graph.frames == (other, STEM)
    assert network.graph.notes == (Note("", NOTE.box),)


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda n: marks.add_frame(n, ROOT, Frame("", (0, 0, 10, 100))), "20.0 units wide"),
        (lambda n: marks.add_frame(n, ROOT, Frame("", (0, 0, float("nan"), 50))), "units wide"),
        (lambda n: marks.add_frame(n, ROOT, Frame("", (1e10, 0, 50, 50))), "off the canvas"),
        (lambda n: marks.add_frame(n, ROOT, Frame("x" * 201, (0, 0, 50, 50))), "200 characters"),
        (lambda n: marks.add_note(n, ROOT, Note("x" * 20_001, (0, 0, 50, 50))), "20000 char"),
        (lambda n: marks.change_frames(n, ROOT, {1: STEM}), "not there any more"),
        (lambda n: marks.remove_marks(n, ROOT, Marks(frozenset({1}))), "not there any more"),
        (lambda n: marks.shift(n, ROOT, (1, 1), ["nobody"]), "no node named"),
        (lambda n: marks.shift(n, ROOT, (1e10, 1), ["bn1"]), "off the canvas"),
        (lambda n: marks.lead(n, ROOT, INTO_BN, [(0, 0)] * 101), "through 20 points"),
        (lambda n: marks.lead(n, ROOT, wire("a", "b", "c", "d"), [(0, 0)]), "no wire"),
        (lambda n: marks.add_frame(n, "Nothing", STEM), "Nothing"),
    ],
)
def test_what_cannot_be_is_refused(edit: Any, message: str) -> None:
    with pytest.raises(EditError, match=message):
        edit(marked())


# --- edits of nodes and wires --------------------------------------------------------------------


def led(network: Network) -> dict[Wire, int]:
    """How many points each bent wire has."""
    return {w: len(points) for w, points in network.graph.bends}


def test_the_points_of_a_wire_follow_a_rename() -> None:
    network = edits.rename(marked(), ROOT, "bn1", "norm")
    assert led(network) == {
        wire("conv1", "output", "norm", "input"): 2,
        wire("norm", "output", "relu1", "input"): 1,
    }
    assert network.graph.frames
    assert network.graph.notes


def test_they_go_with_their_wire() -> None:
    assert led(edits.disconnect(marked(), ROOT, [INTO_BN])) == {INTO_RELU: 1}
    network = edits.remove(marked(), ROOT, ["bn1"])
    assert led(network) == {}
    assert network.graph.frames == (STEM,)
    assert network.graph.notes == (NOTE,)


def test_a_wire_led_elsewhere_keeps_its_way() -> None:
    network = edits.add(marked(), ROOT, Node("relu2", "ReLU"))
    to = wire("conv1", "output", "relu2", "input")
    assert led(edits.reconnect(network, ROOT, INTO_BN, to)) == {to: 2, INTO_RELU: 1}
    other = wire("input", "output", "bn1", "input")
    assert led(edits.reconnect(network, ROOT, INTO_BN, other)) == {other: 2, INTO_RELU: 1}


def test_a_node_on_a_wire_shares_its_points() -> None:
    node = Node("drop", "Dropout", position=(0, 160))
    network = edits.insert_on_wire(marked(), ROOT, INTO_BN, node)
    assert network.graph.points[wire("conv1", "output", "drop", "input")] == ((1, 150),)
    assert network.graph.points[wire("drop", "output", "bn1", "input")] == ((2.5, 170),)


def test_a_copy_has_what_was_selected_and_the_ways_between() -> None:
    chosen = Marks(frozenset({0}), frozenset({0}))
    text = clipboard.copy(marked(), ROOT, ["conv1", "bn1"], chosen)
    graph = clipboard.paste(marked(), ROOT, text, (1000, 1000)).network.graph
    assert graph.frames == (STEM, replace(STEM, box=(1000, 1000, 250, 180.5)))
    assert graph.notes[1].box == (1020, 1010, 100, 60)
    assert graph.points[wire("conv2", "output", "bn2", "input")] == ((1021, 1060), (1022.5, 1080))
    assert len(graph.bends) == 3
    alone = clipboard.duplicate(marked(), ROOT, ["conv1"]).network.graph
    assert (alone.frames, len(alone.bends)) == ((STEM,), 2)
    only = clipboard.duplicate(marked(), ROOT, [], Marks(notes=frozenset({0})))
    assert only.names == ()
    assert len(only.network.graph.notes) == 2


def test_a_block_takes_what_is_its_own_along_and_gives_it_back() -> None:
    made = blocks.make_block(marked(), ROOT, ["conv1", "bn1"], "Stem").network
    inside = made.block("Stem").graph
    assert (inside.frames, inside.notes, inside.bends) == (
        (STEM,),
        (NOTE,),
        ((INTO_BN, ((1.0, 150.0), (2.5, 170.0))),),
    )
    assert (made.graph.frames, made.graph.notes) == ((), ())
    assert [points for _, points in made.graph.bends] == [((3.0, 250.0),)]

    back = blocks.unpack(made, ROOT, "stem1").network.graph
    dy = back.by_name["conv1"].position[1] - 100
    assert back.frames == (replace(STEM, box=(-20, 90 + dy, 250, 180.5)),)
    assert len(back.notes) == 1
    assert back.points == {
        INTO_BN: ((1.0, 150.0 + dy), (2.5, 170.0 + dy)),
        INTO_RELU: ((3.0, 250.0),),
    }


def test_a_frame_that_also_holds_others_stays_outside() -> None:
    made = blocks.make_block(marked(), ROOT, ["conv1"], "Stem").network
    assert made.graph.frames == (STEM,)
    assert made.block("Stem").graph.frames == ()
