"""What a table tells of a run, and what tells runs apart."""

from __future__ import annotations

import math
import shutil
from pathlib import Path

import pytest

from app.runs.compare import differences, differing
from app.runs.folder import DOOR, EVENTS, RunFolder
from app.runs.overview import Overviews, overview
from app.runs.record import Notes
from app.training.recipe import Recipe
from nodes.network import Frozen
from nodes.network.edits import remove
from nodes.network.edits.arguments import set_argument
from nodes.network.edits.training import set_frozen
from presets import PRESETS
from tests.app.runs.played import NAMES, RECORDED, folder


@pytest.mark.parametrize("name", NAMES)
def test_it_is_what_the_history_tells(name: str) -> None:
    found, history = overview(folder(name)), folder(name).history()
    assert found.epochs == len(history.epochs)
    best = max((epoch.val_accuracy for epoch in history.epochs), default=math.nan)
    assert found.accuracy == pytest.approx(best, nan_ok=True)
    assert found.loss == pytest.approx(
        min((epoch.val_loss for epoch in history.epochs), default=math.nan), nan_ok=True
    )
    assert found.state == ("failed" if history.failed else "finished")
    assert found.why == (history.failed.reason if history.failed else "")
    if history.finished is not None:
        assert (found.steps, found.seconds) == (history.finished.steps, history.finished.seconds)


def test_a_name_is_the_title_else_the_network_else_the_folder(tmp_path: Path) -> None:
    shutil.copytree(RECORDED / "healthy", tmp_path / "one")
    overviews = Overviews(tmp_path)
    (run,) = overviews.folders()
    assert overviews.of(run).name == "LeNet-5"
    run.keep_notes(Notes(title="The one"))
    assert overviews.of(run).name == "The one", "what has changed is read again"
    run.keep_notes(Notes())
    (tmp_path / "one" / "run.json").write_bytes(b"{")
    damaged = overviews.of(run)
    assert (damaged.record, damaged.name, damaged.epochs) == (None, "one", 3)


def test_a_run_can_go_on_where_no_window_has_it(tmp_path: Path) -> None:
    run = RunFolder(Path(shutil.copytree(RECORDED / "healthy", tmp_path / "one")))
    assert not overview(run).can_go_on, "it is finished"
    events = run.path / EVENTS
    events.write_bytes(b"".join(events.read_bytes().splitlines(keepends=True)[:30]))
    assert overview(run).can_go_on
    for lock, file in ((run.hold, DOOR), (run.reserve, "")):
        held = lock()
        assert held is not None
        assert not overview(run).can_go_on
        if file:
            (run.path / file).write_text('{"port": 9, "token": "t", "process": 1}')
            assert overview(run).can_go_on, "its worker can be reached"
            (run.path / file).unlink()
        held.release()
    events.unlink()
    assert overview(run).state == "queued"
    assert overview(run).can_go_on, "it waits in no queue"


def test_recipes_differ_in_what_is_not_the_same_in_all() -> None:
    recipes = [Recipe(), Recipe(epochs=3), Recipe(epochs=3, clip=1.0)]
    assert differing(recipes) == {"epochs": (5, 3, 3), "clip": (0.0, 0.0, 1.0)}
    assert differing(recipes[:1]) == {}
    assert differing([]) == {}


def test_networks_differ_in_nodes_and_wires() -> None:
    lenet = PRESETS["lenet5"].network()
    assert not differences(lenet, lenet)
    wider = set_argument(lenet, "", ["conv1"], "out_channels", 12)
    assert differences(lenet, wider).changed == (("conv1", "out_channels 6 → 12"),)
    shorter = remove(lenet, "", ["act1"])
    found = differences(lenet, shorter)
    assert (found.added, found.removed, found.changed) == ((), ("act1",), ())
    assert found.rewired == ("pool1",)
    assert differences(shorter, lenet).added == ("act1",)


def test_nodes_in_blocks_go_by_the_name_of_the_block() -> None:
    resnet = PRESETS["resnet18"].network()
    (block, *_) = resnet.blocks
    node = next(n for n in block.graph.nodes if n.kind == "Conv2d")
    frozen = set_frozen(resnet, block.name, [node.name], Frozen.WEIGHTS)
    assert differences(resnet, frozen).changed == (
        (f"{block.name}/{node.name}", "frozen default → weights"),
    )
