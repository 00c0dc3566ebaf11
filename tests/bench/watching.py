"""ResNet-18 trained with every live view on, against the same run with nothing watched."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEventLoop

from app.analysis import analyse
from app.codegen import generate
from app.targets import load
from app.training.messages import Event, Failed, Finished, Maps
from app.training.recipe import Recipe
from app.training.request import request
from app.training.session import Session
from app.ui.application import make_application
from app.ui.window import MainWindow
from nodes.network.document import Document
from tests.bench.measure import stated

ROUNDS = 3
SHARE_LIMIT = 0.02
LIMIT = 1.10
SETTINGS = ("input_size=64", "classes=10")


def _document() -> Document:
    document = load("preset:resnet18", SETTINGS)
    recipe = Recipe(epochs=1, batch_size=32, optimizer="sgd", learning_rate=0.01, device="cpu")
    return Document(document.network, recipe.write())


def run() -> Iterator[str]:
    application = make_application()
    window = MainWindow()
    window.resize(1280, 800)
    window.show()
    window.documents.show(_document(), None)
    window.docks["maps"].show()
    window.docks["maps"].raise_()
    window.editor.select(["layer1"])
    application.processEvents()
    ratios, shares, maps = [], [], []
    for _ in range(ROUNDS):
        alone = _alone()
        finished, pictures = _in_window(window)
        ratios.append(finished.seconds / alone.seconds)
        shares.append(finished.probe_share)
        maps.append(pictures / finished.seconds)
    window.runs.trainer.shutdown()
    yield stated("probes' share of the worker's time", shares, SHARE_LIMIT)
    yield stated("ResNet-18 at 64 px, all live views on against none", ratios, LIMIT)
    yield f"pictures of the selected node a second: {', '.join(f'{m:.1f}' for m in maps)}"


def _alone() -> Finished:
    document = _document()
    report = analyse(document.network)
    source = generate(document.network, report)
    start = request(document.network, report, source, Recipe.read(document.recipe))
    with Session() as session:
        session.send(start)
        for event, _ in session.events():
            if isinstance(event, Failed):
                raise RuntimeError(event.reason)
            if isinstance(event, Finished):
                return event
    raise RuntimeError("the worker ended without a word")


def _in_window(window: MainWindow) -> tuple[Finished, int]:
    loop = QEventLoop()
    ended: list[Finished] = []
    pictures = 0

    def arrived(event: Event, _: bytes) -> None:
        nonlocal pictures
        if isinstance(event, Maps) and not event.thumbnail:
            pictures += 1
        if isinstance(event, Finished):
            ended.append(event)
            loop.quit()
        if isinstance(event, Failed):
            loop.quit()

    window.runs.trainer.arrived.connect(arrived)
    window.runs.train()
    loop.exec()
    window.runs.trainer.arrived.disconnect(arrived)
    return ended[0], pictures
