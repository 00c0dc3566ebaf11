"""LeNet-5 on the digits with the default recipe: validation accuracy at least 0.97."""

from __future__ import annotations

from collections.abc import Iterator

from app.analysis import analyse
from app.codegen import generate
from app.targets import load
from app.training.messages import Failed, Finished
from app.training.recipe import Recipe
from app.training.request import request
from app.training.session import Session

LEAST = 0.97


def run() -> Iterator[str]:
    document = load("preset:lenet5")
    report = analyse(document.network)
    source = generate(document.network, report)
    for seed in range(3):
        recipe = Recipe.read({**document.recipe, "seed": seed, "device": "cpu"})
        with Session() as session:
            session.send(request(document.network, report, source, recipe))
            for event, _ in session.events():
                if isinstance(event, Failed):
                    yield f"seed {seed}: {event.reason}"
                    break
                if isinstance(event, Finished):
                    kept = "kept" if event.val_accuracy >= LEAST else "MISSED"
                    yield (
                        f"LeNet-5, {event.epochs} epochs, seed {seed}: "
                        f"{event.val_accuracy:.4f}, at least {LEAST}: {kept}"
                    )
                    break
