"""Runs that wait for one another."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from app.training.messages import (
    Command,
    Dequeue,
    Enqueue,
    Event,
    Finished,
    Hasten,
    Outlive,
    Queue,
    Start,
    Started,
    Stop,
)
from app.worker.commands import Commands, Deserted
from app.worker.server import conduct
from tests.app.training.networks import tiny
from tests.app.worker.killing import Reacting, new


def named(folder: str) -> Start:
    return replace(tiny(validation_share=0.9), folder=folder)


def queues(told: list[Event]) -> list[tuple[str, ...]]:
    return [event.folders for event in told if isinstance(event, Queue)]


def test_a_queue_is_told_whenever_it_changes() -> None:
    told: list[Event] = []
    commands = Commands(told.append)
    wishes: list[Command] = [
        *(Enqueue(named(name)) for name in "abc"),
        Hasten("c"),
        Dequeue("a"),
        Dequeue("no"),
    ]
    for wish in wishes:
        commands.take(wish)
    assert queues(told)[2:] == [("a", "b", "c"), ("c", "a", "b"), ("c", "b")]
    first, second = commands.wait_for_job(), commands.wait_for_job()
    assert first is not None
    assert second is not None
    assert (first.start.folder, second.start.folder) == ("c", "b")
    assert queues(told)[-2:] == [("b",), ()]


def test_a_start_comes_before_what_is_queued_and_ends_nothing_of_it() -> None:
    commands = Commands()
    for command in (Enqueue(named("later")), named("now")):
        commands.take(command)
    now, later = commands.wait_for_job(), commands.wait_for_job()
    assert now is not None
    assert later is not None
    assert (now.start.folder, later.start.folder) == ("now", "later")
    commands.take(Stop())
    assert (now.stopped, later.stopped) == (False, True)


def test_the_next_one_begins_where_one_is_stopped() -> None:
    commands = Commands()
    start = tiny(validation_share=0.9)
    for command in (start, Enqueue(start)):
        commands.take(command)
    asked: list[Command] = [Stop()]
    outbox = Reacting(
        lambda event: asked.pop() if asked and isinstance(event, Started) else None, commands
    )
    for _ in range(2):
        job = commands.wait_for_job()
        assert job is not None
        conduct(job, commands, outbox)
    ends = [event.stopped for event in outbox.told if isinstance(event, Finished)]
    assert ends == [True, False]


def test_one_whose_turn_comes_is_never_free_for_others(tmp_path: Path) -> None:
    run = new(tmp_path, tiny(validation_share=0.9))
    commands = Commands()
    commands.take(Enqueue(run.start()))
    job = commands.wait_for_job()
    assert job is not None
    assert run.waits()
    held: list[tuple[bool, bool]] = []

    def look(event: Event) -> None:
        held.append((run.waits(), run.alive()))

    conduct(job, commands, Reacting(look, commands))
    assert held[0] == (False, True)


def test_nothing_goes_on_without_anybody_unless_that_is_wanted() -> None:
    commands = Commands()
    commands.take(named("kept"))
    job = commands.wait_for_job()
    assert job is not None
    assert not commands.desert()
    commands.take(Outlive(True))
    assert commands.desert()
    assert not job.stopped
    commands.take(Outlive(False))
    assert not commands.desert()


def test_without_anybody_what_is_not_kept_ends_and_the_queue_goes_on() -> None:
    told: list[Event] = []
    commands = Commands(told.append)
    lost = tiny(validation_share=0.9)
    for command in (Outlive(True), lost, Enqueue(named("later"))):
        commands.take(command)
    job = commands.wait_for_job()
    assert job is not None
    commands.take(lost)
    assert commands.desert()
    assert job.stopped, "nobody could find it again"
    later = commands.wait_for_job()
    assert later is not None
    assert later.start.folder == "later"
    with pytest.raises(Deserted):
        commands.wait_for_job()
    assert told[-1] == Queue(())


def test_who_comes_while_something_goes_on_finds_the_worker_waiting_for_more() -> None:
    commands = Commands()
    for command in (Outlive(True), named("kept")):
        commands.take(command)
    job = commands.wait_for_job()
    assert commands.desert()
    commands.attend()
    commands.take(named("another"))
    assert job is not None
    assert job.stopped
    another = commands.wait_for_job()
    assert another is not None
    assert another.start.folder == "another"
