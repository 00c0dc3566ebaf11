"""What views of a run hear, wish and ask; the pages about runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel, QMainWindow, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from app.targets import load
from app.training.messages import (
    Answer,
    Ask,
    Command,
    Epoch,
    Event,
    Explain,
    Finished,
    Predict,
    Unanswered,
    Watch,
)
from app.ui.docks import Docks
from app.ui.editor import Editor
from app.ui.live.choosing import Choosing
from app.ui.live.replay import Replay
from app.ui.plots.maps import FeatureMapsView
from app.ui.run import Run
from app.ui.runs import Runs
from app.ui.training.pages import PAGES, Page, Pages
from app.ui.training.seams import NOTHING, Wish, together
from app.ui.training.selected import SelectedMaps
from app.ui.training.trainer import Trainer
from nodes.network.document import Document
from tests.app.networks import ends, network, node
from tests.app.ui.plots.runs import epoch, maps, started, steps

FINISHED = Finished(1, 4, False, 0.5, 0.6, 0.8, 2.0, 0.01)


@pytest.mark.parametrize(
    ("wishes", "watch"),
    [
        ([], Watch()),
        ([NOTHING, NOTHING], Watch()),
        ([Wish(frozenset("ba")), Wish(frozenset("cb"))], Watch(("a", "b", "c"))),
        ([NOTHING, Wish(selected="x"), Wish(selected="y")], Watch(selected="x")),
        ([Wish(images=(3, 4)), Wish(images=(5,))], Watch(images=(3, 4))),
        ([NOTHING, Wish(picture="/a.png")], Watch(picture="/a.png")),
        (
            [Wish(shown=frozenset({"flow"})), Wish(shown=frozenset({"dead", "flow"}))],
            Watch(shown=frozenset({"flow", "dead"})),
        ),
    ],
)
def test_wishes_together(wishes: list[Wish], watch: Watch) -> None:
    assert together(wishes) == watch


@pytest.fixture
def editor() -> Editor:
    editor = Editor()
    editor.open(load("preset:lenet5"))
    return editor


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[Command]:
    """What goes to a worker that is not there."""
    sent: list[Command] = []
    monkeypatch.setattr(Trainer, "prepare", lambda self: None)
    monkeypatch.setattr(Trainer, "send", lambda self, command: sent.append(command))
    return sent


@pytest.fixture
def runs(editor: Editor, sent: list[Command]) -> Runs:
    runs = Runs(editor, lambda sheet: None, editor)
    runs.train()
    assert runs.here
    return runs


def tell(runs: Runs, event: Event, payload: bytes = b"") -> None:
    runs.trainer._take(event, payload)


def test_every_taker_of_a_kind_hears_it(runs: Runs) -> None:
    heard: list[tuple[Run, Event]] = []

    def take(run: Run, event: Event, payload: bytes) -> None:
        heard.append((run, event))

    runs.on(Epoch, take)
    runs.on(Epoch, take)
    runs.on(Finished, take)
    tell(runs, started())
    tell(runs, steps(0, (0.5,)))
    tell(runs, epoch(1, 4))
    assert runs.latest is not None
    assert heard == [(runs.latest, epoch(1, 4))] * 2


def test_what_all_wish_is_told_once(runs: Runs, sent: list[Command], qtbot: QtBot) -> None:
    sent.clear()
    runs.wish("a", Wish(frozenset({"conv1"})))
    runs.wish("b", Wish(selected="conv2"))
    runs.wish("a", Wish(frozenset({"fc1"})))
    assert not sent
    qtbot.waitUntil(lambda: bool(sent))
    runs.wish("b", Wish(selected="conv2"))
    runs.wish("c", NOTHING)
    assert sent == [Watch(("fc1",), "conv2")]
    runs.wish("b", NOTHING)
    qtbot.waitUntil(lambda: len(sent) > 1)
    assert sent == [Watch(("fc1",), "conv2"), Watch(("fc1",))]


def test_a_question_is_answered_once(runs: Runs, sent: list[Command]) -> None:
    sent.clear()
    answers: list[tuple[str, Answer | Unanswered, bytes]] = []
    runs.ask(Predict("/a.png"), lambda answer, data: answers.append(("a", answer, data)))
    runs.ask(Explain("conv1", 3), lambda answer, data: answers.append(("b", answer, data)))
    first, second = sent
    assert isinstance(first, Ask)
    assert isinstance(second, Ask)
    assert first.number != second.number
    told = Answer(second.number, labels=(3,))
    tell(runs, told, b"pixels")
    tell(runs, told, b"pixels")
    tell(runs, Unanswered(first.number, "why"))
    assert answers == [("b", told, b"pixels"), ("a", Unanswered(first.number, "why"), b"")]


def again(runs: Runs) -> None:
    tell(runs, FINISHED)
    runs.train()


@pytest.mark.parametrize(
    ("end", "words"),
    [
        (lambda runs: runs.trainer.died.emit("It was killed."), "It was killed."),
        (lambda runs: again(runs), "Another run has begun."),
    ],
    ids=["the worker has died", "another run"],
)
def test_a_question_that_nobody_will_answer_is_told_so(
    runs: Runs, end: Callable[[Runs], Any], words: str
) -> None:
    answers: list[Answer | Unanswered] = []
    runs.ask(Predict("/a.png"), lambda answer, data: answers.append(answer))
    end(runs)
    (answer,) = answers
    assert isinstance(answer, Unanswered)
    assert answer.reason == words


def test_the_maps_of_the_selected_node_are_wished_for_and_shown(
    runs: Runs, editor: Editor, sent: list[Command], qtbot: QtBot
) -> None:
    view = FeatureMapsView()
    qtbot.addWidget(view)
    replay = Replay(runs, editor)
    SelectedMaps(view, runs, editor, replay)
    Choosing(view, runs, replay)
    view.show()
    tell(runs, started())
    editor.select(["conv1"])
    qtbot.waitUntil(lambda: Watch((), "conv1") in sent)
    shown, payload = maps()
    tell(runs, replace(shown, thumbnail=True), payload)
    assert not view.title.startswith("conv1 ")
    tell(runs, shown, payload)
    assert view.title.startswith("conv1")
    view.probe.next.click()
    qtbot.waitUntil(lambda: Watch((), "conv1", (1,)) in sent)
    view.hide()
    qtbot.waitUntil(lambda: sent[-1] == Watch(images=(1,)))
    view.show()
    qtbot.waitUntil(lambda: sent[-1] == Watch((), "conv1", (1,)))
    editor.select(["conv1", "conv2"])
    qtbot.waitUntil(lambda: sent[-1] == Watch(images=(1,)))
    again(runs)
    qtbot.waitUntil(lambda: sent[-1] == Watch())


def test_tokens_are_shown_as_the_one_map_that_they_are(sent: list[Command], qtbot: QtBot) -> None:
    editor = Editor()
    chain = "input flatten tokens join fc output"
    editor.open(
        Document(
            network(
                [
                    *ends(3, 8, 8),
                    node("flatten", "Flatten", start_dim=2),
                    node("tokens", "Permute", dims=(2, 1)),
                    node("join", "Flatten"),
                    node("fc", "Linear", out_features=10),
                ],
                chain,
            )
        )
    )
    runs = Runs(editor, lambda sheet: None, editor)
    runs.train()
    view = FeatureMapsView()
    qtbot.addWidget(view)
    SelectedMaps(view, runs, editor, Replay(runs, editor))
    view.show()
    tell(runs, started())
    editor.select(["tokens"])
    qtbot.waitUntil(lambda: Watch((), "tokens") in sent)
    tell(runs, *maps(count=1, height=64, width=3, path="tokens"))
    assert view.title.startswith("tokens   1 × 64 × 3")


def test_pages_are_made_when_they_are_first_shown(qtbot: QtBot) -> None:
    made: list[str] = []

    def make(name: str) -> Callable[[Any], QWidget]:
        def page(window: Any) -> QWidget:
            made.append(name)
            return QLabel(name)

        return page

    window: Any = QMainWindow()
    qtbot.addWidget(window)
    rows = (
        Page("one", "One", make("one")),
        Page("data", "Data", make("data"), dock="training"),
        Page("more", "More", make("more"), dock="one"),
    )
    pages = Pages(window, rows)
    names = ("palette", "inspector", "steps", "training")
    held = pages.among((name, name.capitalize(), QLabel(name)) for name in names)
    assert [name for name, _, _ in held] == [*names, "one"]
    assert not made
    window.docks = Docks(window, held, window.setFocus)
    window.show()
    training = window.docks["training"].widget()
    assert isinstance(training, QTabWidget)
    assert [training.tabText(at) for at in range(training.count())] == ["Training", "Data"]
    assert training.currentIndex() == 0
    assert "data" not in made
    pages.front("data")
    assert training.currentWidget() is pages["data"]
    qtbot.waitUntil(lambda: "data" in made)
    pages.front("more")
    qtbot.waitUntil(lambda: "more" in made)
    one = window.docks["one"].widget()
    assert isinstance(one, QTabWidget)
    assert one.currentWidget() is pages["more"]
    pages.front("one")
    assert one.currentWidget() is pages["one"]
    pages.front("data")
    assert made.count("data") == 1


def test_every_page_has_a_name_of_its_own() -> None:
    ids = [page.id for page in PAGES]
    assert len({*ids}) == len(ids)
