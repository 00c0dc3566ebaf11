"""Commands take effect within one batch: exact, because the run is in this process."""

from __future__ import annotations

from app.training.messages import (
    Command,
    Event,
    Finished,
    Maps,
    Pause,
    Paused,
    Resume,
    Resumed,
    Steps,
    Stop,
    Watch,
)
from tests.app.training.networks import tiny
from tests.app.worker.conftest import conduct


def test_stop_within_one_batch() -> None:
    def react(event: Event) -> Command | None:
        return Stop() if isinstance(event, Steps) else None  # the first tells of step 1

    finished = conduct(tiny(), react)[-1]
    assert isinstance(finished, Finished)
    assert (finished.steps, finished.epochs, finished.stopped) == (1, 0, True)


def test_pause_within_one_batch_and_no_step_is_lost() -> None:
    def react(event: Event) -> Command | None:
        match event:
            case Steps(first=0):
                return Pause()
            case Paused():
                return Watch(("conv",))
            case Maps(step=1):
                return Resume()
        return None

    events = conduct(tiny(), react)
    kinds = [type(event) for event in events]
    paused, resumed = kinds.index(Paused), kinds.index(Resumed)
    assert kinds[paused + 1 : resumed] == [Maps]
    before = [event for event in events[:paused] if isinstance(event, Steps)]
    after = [event for event in events[resumed:] if isinstance(event, Steps)]
    assert [len(event.losses) for event in before] == [1]
    assert after[0].first == 1


def test_a_run_is_shown_from_before_its_first_step() -> None:
    events = conduct(tiny(), lambda event: None, Watch((), "fc"))
    maps = [event for event in events if isinstance(event, Maps)]
    assert maps[0].step == 0
    assert [type(event) for event in events].index(Maps) == 2  # after Started and ProbeImage


def test_nothing_is_shown_that_is_not_watched() -> None:
    events = conduct(tiny(), lambda event: None, Watch(("conv", "elsewhere.conv")))
    maps = [event for event in events if isinstance(event, Maps)]
    assert {(event.path, event.thumbnail) for event in maps} == {("conv", True)}
