"""A run goes on with another network, is broken off and resumed with it, and goes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch
from msgspec.structs import replace
from safetensors.torch import load_file

from app.analysis import analyse
from app.codegen import generate
from app.growth import plan
from app.runs.back import befores
from app.runs.folder import EVENTS, JOURNAL, WEIGHTS, RunFolder
from app.runs.log import changes, events
from app.training.messages import (
    Adapt,
    Alert,
    Change,
    Changed,
    Command,
    Epoch,
    Event,
    Failed,
    Finished,
    Grown,
    Pause,
    Paused,
    Rehearse,
    Rehearsed,
    Resume,
    Resumed,
    Start,
    Started,
    Steps,
    Stop,
)
from app.training.recipe import Recipe
from app.training.request import request
from app.worker.checkpoint import Checkpoint
from app.worker.growing.moments import adapted
from nodes.learning import Learning
from nodes.network import Network, Node, edits
from nodes.network.document import Document, dumps
from nodes.network.model import ROOT
from tests.app.growth.changes import inserted, set_all
from tests.app.networks import ends, network, node
from tests.app.worker.killing import KILLED, at_write, end, go_on, in_process

STEPS = 12
React = Callable[[Event], Command | None]


def drawn() -> Network:
    """With dropout and running statistics."""
    nodes = [
        *ends(1, 8, 8), node("conv", "Conv2d", out_channels=6, kernel_size=3),
        node("bn", "BatchNorm2d"), node("relu", "ReLU"), node("drop", "Dropout"),
        node("flatten", "Flatten"), node("fc", "Linear", out_features=10),
    ]  # fmt: skip
    return network(nodes, "input conv bn relu drop flatten fc output")


def grown() -> Network:
    """Wider, and with more layers."""
    wider = set_all(drawn(), "conv", out_channels=9)
    block = Node("more", "Conv2d", {"out_channels": 9, "kernel_size": 3, "padding": 1})
    return inserted(wider, "relu", block, Node("norm", "BatchNorm2d"), Node("act", "ReLU"))


def start(of: Network, **recipe: Any) -> Start:
    """Two epochs of six steps."""
    values = {"epochs": 2, "batch_size": 64, "validation_share": 0.8, "checkpoint_minutes": 1e-9}
    report = analyse(of)
    asked = Recipe(device="cpu", **{**values, **recipe})
    made = request(of, report, generate(of, report), asked)
    return replace(made, document=dumps(Document(of)))


def adapt(old: Network, new: Network, **recipe: Any) -> Adapt:
    found = plan(analyse(old), analyse(new))
    return Adapt(start(new, **recipe), found.grafts, "grown")


def new(tmp_path: Any, **recipe: Any) -> RunFolder:
    return RunFolder.create(tmp_path, start(drawn(), **recipe), Document(drawn()))


def growing(run: RunFolder, to: Adapt) -> React:
    """The network becomes another after the first epoch, if it has not done so."""

    left = iter((to,))

    def react(event: Event) -> Command | None:
        match event:
            case Epoch(step=6) | Started(resumed_at=6) if not changes(run.path / JOURNAL):
                return next(left, None)
        return None

    return react


ALL: dict[str, Any] = {"ema": 0.9, "accumulate": 2, "clip": 1.0, "optimizer": "sgd"}


@pytest.mark.parametrize("recipe", [{}, ALL], ids=["adam", "everything"])
def test_a_run_goes_on_with_another_network(recipe: dict[str, Any], tmp_path: Any) -> None:
    run = new(tmp_path, **recipe)
    told = in_process(run, growing(run, adapt(drawn(), grown())))
    (change,) = [event for event in told if isinstance(event, Grown)]
    assert (change.step, change.words) == (6, "grown")
    assert (change.kept, change.widened, change.inserted, change.fresh) == (1, 7, 3, 3)
    assert change.difference < 1e-5
    assert isinstance(told[-1], Finished)
    assert told[-1].steps == STEPS

    weights = load_file(end_of(run) / WEIGHTS)
    assert weights["conv.weight"].shape == (9, 1, 3, 3)
    assert weights["more.weight"].shape == (9, 9, 3, 3)
    assert run.document().network == grown()
    assert [step for step, _ in run.history().marks] == [6]


def end_of(run: RunFolder) -> Any:
    found = run.checkpoint()
    assert found is not None
    return found


def test_a_run_that_is_killed_about_a_growth_ends_in_the_same_bits(tmp_path: Any) -> None:
    to = adapt(drawn(), grown())
    whole = new(tmp_path / "whole", **ALL)
    in_process(whole, growing(whole, to))
    for number, writes in enumerate((95, 130, 138, 146, 150, 154, 162)):
        run = new(tmp_path / str(number), **ALL)
        if go_on(run, at_write(writes), growing(run, to)) == KILLED:
            if changes(run.path / JOURNAL):
                assert Checkpoint.read(end_of(run)).position.step >= 6, "nothing is done again"
            assert go_on(run, None, growing(run, to)) == 0
        assert [before.step for before in befores(run)] == [6], number
        assert [event.step for event in events(run.path / EVENTS, Grown)] == [6]  # type: ignore[union-attr]
        assert end(run) == end(whole)


def test_a_run_goes_back_to_before_it_grew(tmp_path: Any) -> None:
    plain = new(tmp_path / "plain")
    in_process(plain)

    run = new(tmp_path)
    in_process(run, growing(run, adapt(drawn(), grown())))
    (back,) = befores(run)
    assert (back.number, back.step, back.words) == (1, 6, "grown")
    assert back.start.source == start(drawn()).source
    then = run.history(back.size)
    assert (len(then.losses), then.marks) == (6, ())
    told = in_process(run, lambda event: None, before=1)
    assert not any(isinstance(event, Grown | Failed) for event in told)
    assert end(run).weights == end(plain).weights
    assert run.document().network == drawn()
    assert changes(run.path / JOURNAL) == ()
    assert run.before(1) is None
    assert befores(run) == ()
    assert run.history().marks[0] == (6, "resumed here")

    (failed,) = in_process(run, lambda event: None, before=1)
    assert isinstance(failed, Failed)
    assert "not there any more" in failed.reason


def test_a_run_that_grew_twice_goes_back_to_either(tmp_path: Any) -> None:
    once, twice = grown(), set_all(grown(), "conv", out_channels=12)
    run = new(tmp_path, epochs=3)
    wishes = {6: adapt(drawn(), once, epochs=3), 12: adapt(once, twice, epochs=3)}

    def react(event: Event) -> Command | None:
        return wishes.pop(event.step, None) if isinstance(event, Epoch) else None

    in_process(run, react)
    first, second = befores(run)
    assert (first.step, second.step) == (6, 12)
    assert first.start.source == start(drawn()).source
    assert second.start.source == start(once).source
    assert [step for step, _ in run.history(second.size).marks] == [6]
    in_process(run, lambda event: None, before=2)
    assert befores(run) == (first,)
    assert run.document().network == once


def test_new_units_of_a_frozen_layer_are_frozen_with_it(tmp_path: Any) -> None:
    run = new(tmp_path)
    grow = growing(run, adapt(drawn(), grown()))

    def react(event: Event) -> Command | None:
        still = Change(learning=Learning(frozen=("conv",)))
        return still if isinstance(event, Grown) else grow(event)

    told = in_process(run, react)
    (change,) = [event for event in told if isinstance(event, Grown)]
    assert change.difference < 1e-5
    before = run.before(1)
    assert before is not None
    old, now = (load_file(path / WEIGHTS) for path in (before, end_of(run)))
    assert torch.equal(now["conv.weight"], old["conv.weight"][[*range(6), 0, 1, 2]])
    assert not torch.equal(now["fc.weight"][:, : old["fc.weight"].shape[1]], old["fc.weight"])


def test_changes_before_a_growth_are_in_it(tmp_path: Any) -> None:
    run = new(tmp_path)
    to = adapt(drawn(), grown())

    def react(event: Event) -> Command | None:
        match event:
            case Epoch(epoch=1) if not changes(run.path / JOURNAL):
                return Change({"learning_rate": 0.002}, (("drop", 0.1),))
            case Epoch(epoch=1):
                return None
            case Changed():
                return to
        return Stop() if isinstance(event, Grown) else None

    in_process(run, react)
    kept = [change for _, change in changes(run.path / JOURNAL) if isinstance(change, Adapt)]
    assert [adapt.start.recipe.learning_rate for adapt in kept] == [0.002]
    assert isinstance(in_process(run)[-1], Finished)


def test_a_rehearsal_changes_nothing(tmp_path: Any) -> None:
    plain, run = new(tmp_path / "plain"), new(tmp_path)
    in_process(plain)
    to = adapt(drawn(), grown())
    lossy = adapt(drawn(), set_all(drawn(), "conv", out_channels=3))
    asked = iter((Rehearse(to.start, to.grafts), Rehearse(lossy.start, lossy.grafts)))

    def react(event: Event) -> Command | None:
        return next(asked, None) if isinstance(event, Epoch | Rehearsed) else None

    told = in_process(run, react)
    exact, lost = [event for event in told if isinstance(event, Rehearsed)]
    assert exact.difference < 1e-5 < exact.scale
    assert (exact.same, exact.images, exact.reason) == (1.0, 64, "")
    assert lost.difference > 0.01
    assert end(run) == end(plain)


def test_a_rehearsal_need_not_wait_for_the_end_of_a_validation(tmp_path: Any) -> None:
    to = adapt(drawn(), grown())

    def react(event: Event) -> Command | None:
        match event:
            case Steps(first=first, losses=losses) if first + len(losses) == 6:
                return Pause()  # the epoch is validated next
            case Paused():
                return Rehearse(to.start, to.grafts)
            case Rehearsed():
                return Resume()
        return None

    told = [type(event) for event in in_process(new(tmp_path), react)]
    order = Paused, Rehearsed, Resumed, Epoch
    assert [kind for kind in told if kind in order][:4] == [*order]


def test_what_cannot_be_made_leaves_the_run_as_it_is(tmp_path: Any) -> None:
    plain, run = new(tmp_path / "plain"), new(tmp_path)
    in_process(plain)
    to = adapt(drawn(), grown())
    broken = replace(to, start=replace(to.start, source="raise ValueError('no')"))
    larger = replace(to, start=replace(to.start, input_shape=(1, 16, 16)))
    wishes = iter((broken, larger, Rehearse(larger.start, larger.grafts)))

    def react(event: Event) -> Command | None:
        return next(wishes, None) if isinstance(event, Epoch | Alert) else None

    told = in_process(run, react)
    first, second = [event for event in told if isinstance(event, Alert)]
    assert "ValueError: no" in first.reason
    assert "takes 1×16×16 now, and the data of this run is 1×8×8" in second.reason
    assert [event.reason for event in told if isinstance(event, Rehearsed)] == [second.reason]
    assert end(run) == end(plain)


def test_what_was_taken_away_and_added_has_no_moments() -> None:
    to = adapt(drawn(), edits.rename(drawn(), ROOT, "fc", "head"))
    tensors = {"o.fc.bias.exp_avg": torch.ones(10), "o.fc.bias.step": torch.tensor(3.0)}
    begins = {graft.key: torch.zeros(1) for graft in to.grafts}
    found = adapted(tensors, to.grafts, begins)
    assert {key for key in found if key.startswith("o.")} == {
        "o.head.bias.exp_avg",
        "o.head.bias.step",
    }
