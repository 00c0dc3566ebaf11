"""Commands take effect within one batch: exact, because the run is in this process."""

from __future__ import annotations

from app.training.messages import (
    Advance,
    Command,
    Epoch,
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
from app.worker.commands import Commands
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
    assert [type(event) for event in events].index(Maps) == 3  # after Started, Nodes, ProbeImage


def test_nothing_is_shown_that_is_not_watched() -> None:
    events = conduct(tiny(), lambda event: None, Watch(("conv", "elsewhere.conv")))
    maps = [event for event in events if isinstance(event, Maps)]
    assert {(event.path, event.thumbnail) for event in maps} == {("conv", True)}


def answered(*answers: Command) -> list[Event]:
    """A run of two epochs of six steps that is paused after its first; each pause is answered."""
    left = [Pause(), *answers]
    kinds = [Steps, *[Paused] * len(answers)]

    def react(event: Event) -> Command | None:
        if left and isinstance(event, kinds[0]):
            kinds.pop(0)
            return left.pop(0)
        return None

    return conduct(tiny(epochs=2, batch_size=64, validation_share=0.8), react)


def pauses(events: list[Event]) -> list[tuple[int, int]]:
    """The steps and the epochs that were done at each pause."""
    found, steps, epochs = [], 0, 0
    for event in events:
        match event:
            case Steps():
                steps += len(event.losses)
            case Epoch():
                epochs += 1
            case Paused():
                found.append((steps, epochs))
    return found


def test_a_run_goes_on_by_single_steps() -> None:
    events = answered(Advance(), Advance(), Advance(steps=2), Stop())
    assert pauses(events) == [(1, 0), (2, 0), (3, 0), (5, 0)]
    assert isinstance(finished := events[-1], Finished)
    assert (finished.steps, finished.stopped) == (5, True)


def test_a_run_goes_on_to_the_end_of_an_epoch_and_its_validation() -> None:
    events = answered(Advance(epoch=True), Advance(), Advance(epoch=True))
    assert pauses(events) == [(1, 0), (6, 1), (7, 1)]
    assert isinstance(finished := events[-1], Finished)
    assert (finished.steps, finished.epochs, finished.stopped) == (12, 2, False)


def test_a_single_step_beyond_an_epoch_takes_its_validation_along() -> None:
    assert pauses(answered(Advance(steps=5), Advance(), Stop())) == [(1, 0), (6, 0), (7, 1)]


def test_going_on_for_good_forgets_the_steps_that_were_left() -> None:
    commands = Commands()
    for command in (tiny(), Advance(steps=3), Resume()):
        commands.take(command)
    job = commands.wait_for_job()
    assert job is not None
    for _ in range(4):
        commands.advanced(job)
    commands.advanced(job, epoch_over=True)
    assert not job.paused
