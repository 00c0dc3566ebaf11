"""The undo history: steps, what is saved, and how it is kept as bytes."""

from __future__ import annotations

import gc
import random
from dataclasses import replace

import pytest

from app import history as module
from app.history import (
    History,
    HistoryWriter,
    Snapshot,
    history_from_bytes,
)
from app.origins import made_of
from app.pool import PoolError
from app.training.recipe import Recipe
from nodes.network import ROOT, Network
from nodes.network.document import Weights
from nodes.network.edits import move, set_argument
from presets import PRESETS, preset


def drawn(id: str) -> History:
    return History("Open", Snapshot.of(made_of(preset(id), {})))


def pushed(history: History, label: str, network: Network, grows: str = "") -> None:
    history.push(label, replace(history.present, network=network), grows)


def test_a_step_takes_the_place_of_those_that_were_undone() -> None:
    history = drawn("lenet5")
    first = history.present
    pushed(history, "A", move(first.network, ROOT, {"conv1": (1, 1)}))
    pushed(history, "B", move(first.network, ROOT, {"conv1": (2, 2)}))
    history.go(1)
    pushed(history, "C", move(first.network, ROOT, {"conv1": (3, 3)}))
    assert [step.label for step in history.steps] == ["Open", "A", "C"]
    history.go(0)
    assert history.present is first
    assert not history.modified


def test_steps_of_one_name_in_a_row_are_one_but_for_what_was_saved() -> None:
    history = drawn("lenet5")
    network = history.present.network
    for x in range(3):
        pushed(history, "Move", move(network, ROOT, {"conv1": (x, 0)}), "nudge conv1")
    assert len(history.steps) == 2
    history.mark_saved()
    pushed(history, "Move", move(network, ROOT, {"conv1": (9, 0)}), "nudge conv1")
    assert len(history.steps) == 3
    assert history.modified
    history.go(1)
    assert not history.modified
    history.go(2)
    pushed(history, "Move", move(network, ROOT, {"conv1": (10, 0)}), "nudge conv1")
    assert len(history.steps) == 4, "one has looked back in between"


def test_a_row_that_ends_where_it_began_is_no_step() -> None:
    history = drawn("lenet5")
    network, saved = history.present.network, history.present
    for x in (1, 2, 1):
        pushed(history, "Move", move(network, ROOT, {"conv1": (x, 0)}), "nudge")
    pushed(history, "Move", network, "nudge")
    assert [step.label for step in history.steps] == ["Open"]
    assert history.present is saved
    assert not history.modified
    for x in (3, 4):  # the row goes on
        pushed(history, "Move", move(network, ROOT, {"conv1": (x, 0)}), "nudge")
    assert [step.label for step in history.steps] == ["Open", "Move"]
    pushed(history, "Other", network)
    assert len(history.steps) == 3, "a step of its own stays"
    assert not history.take_back("nudge")


@pytest.mark.parametrize("id", sorted(PRESETS)[::6])
def test_a_history_comes_back_from_its_bytes(id: str) -> None:
    history = drawn(id)
    names = [node.name for node in history.present.network.graph.nodes]
    for k, name in enumerate(names[:8]):
        pushed(history, f"Move {name}", move(history.present.network, ROOT, {name: (k, -k / 3)}))
    history.mark_saved()
    history.push("Recipe", replace(history.present, recipe=Recipe(epochs=3)))
    history.push("Load", replace(history.present, weights=Weights("/a.pth", "0" * 64)))
    history.go(4)
    back = history_from_bytes(HistoryWriter().write(history))
    assert back.steps == history.steps
    assert back.at == 4
    assert back.modified
    back.go(len(names[:8]))
    assert not back.modified


def test_what_steps_share_is_written_once_and_shared_again() -> None:
    history = drawn("resnet50")
    alone = len(HistoryWriter().write(history))
    scope = history.present.network.blocks[0].name
    (node,) = history.present.network.scope(scope).of_kind("Conv2d")[:1]
    for width in range(300):
        network = history.present.network
        pushed(history, "Widen", set_argument(network, scope, [node.name], "out_channels", 64 + width))  # fmt: skip  # noqa: E501
    data = HistoryWriter().write(history)
    assert len(data) < 4 * alone + 300 * 60
    back = history_from_bytes(data)
    assert back.present == history.present
    assert back.steps[7].snapshot.network.graph is back.steps[8].snapshot.network.graph


def amended(history: History, recipe: Recipe, chance: random.Random) -> None:
    """More is known of some of its states."""
    history.amend(lambda s: replace(s, recipe=recipe) if chance.random() < 0.3 else s)


@pytest.mark.parametrize("seed", range(3))
def test_a_history_is_written_as_it_goes_on(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever happens to it between, each time the bytes hold what it is then."""
    monkeypatch.setattr(module, "_SPARED", 6)
    chance, history, writer = random.Random(seed), drawn("lenet5"), HistoryWriter()
    names = [node.name for node in history.present.network.graph.nodes]
    for k in range(80):
        match chance.choice(("move", "grow", "undo", "redo", "save", "amend", "write")):
            case "move" | "grow" as how:
                place = {chance.choice(names): (k, chance.random())}
                network = move(history.present.network, ROOT, place)
                history.push(how, replace(history.present, network=network), how[:-1])
            case "undo":
                history.go(max(history.at - chance.randint(1, 3), 0))
            case "redo":
                history.go(len(history.steps) - 1)
            case "save":
                history.mark_saved()
            case "amend":
                amended(history, Recipe(epochs=k + 1), chance)
            case _:
                gc.collect()  # so that what is dropped makes room for others
        back = history_from_bytes(writer.write(history))
        assert back.steps == history.steps
        assert back.at == history.at
        assert back.modified is history.modified
    alone = len(HistoryWriter().write(history))
    assert len(writer.write(history)) < 3 * alone


@pytest.mark.parametrize("cut", [0, 1, 40, -1])
def test_damaged_bytes_are_refused(cut: int) -> None:
    data = HistoryWriter().write(drawn("lenet5"))
    with pytest.raises(PoolError):
        history_from_bytes(data[:cut])
    with pytest.raises(PoolError):
        history_from_bytes(bytes(255 - b for b in data))
