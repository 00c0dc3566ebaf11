"""Long work goes step by step, and only the latest counts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.ui.problems.work import Work


@pytest.fixture
def work(qtbot: QtBot) -> Work:
    return Work()


def noted(log: list[str], name: str, steps: int = 5) -> Iterator[None]:
    for _ in range(steps):
        log.append(name)
        yield


def test_every_step_is_done(qtbot: QtBot, work: Work) -> None:
    log: list[str] = []
    work.start(noted(log, "a"))
    assert not log
    qtbot.waitUntil(lambda: not work.busy)
    assert log == ["a"] * 5


def test_what_is_new_takes_the_place_of_what_is_under_way(qtbot: QtBot, work: Work) -> None:
    log: list[str] = []
    work.start(noted(log, "old", 1_000_000))
    qtbot.waitUntil(lambda: bool(log))
    work.start(noted(log, "new"))
    qtbot.waitUntil(lambda: not work.busy)
    assert log.count("new") == 5
    assert log[-5:] == ["new"] * 5


def test_the_last_step_may_start_the_next_work(qtbot: QtBot, work: Work) -> None:
    log: list[str] = []

    def first() -> Iterator[None]:
        yield from noted(log, "first", 2)
        work.start(noted(log, "second", 2))

    work.start(first())
    qtbot.waitUntil(lambda: not work.busy)
    assert log == ["first", "first", "second", "second"]


def test_what_is_dropped_goes_no_further(qtbot: QtBot, work: Work) -> None:
    log: list[str] = []
    work.start(noted(log, "a", 1_000_000))
    qtbot.waitUntil(lambda: bool(log))
    work.drop()
    done = len(log)
    work.start(noted(log, "b"))
    qtbot.waitUntil(lambda: not work.busy)
    assert log[done:] == ["b"] * 5
