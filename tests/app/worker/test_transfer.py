"""Transfer learning from end to end: seven digits first, then the other three from few images."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest
from PIL import Image
from sklearn.datasets import load_digits

from app.analysis import analyse
from app.codegen import generate
from app.training.export import export_request
from app.training.messages import Exported, ExportFailed, Finished, Initial, Start, Started
from app.training.recipe import Recipe
from app.training.request import request
from app.transfer import Learn, for_my_data
from app.weights.attached import brought
from nodes.network import Network
from nodes.network.document import Document, Weights
from tests.app.networks import ends, network, node
from tests.app.worker.conftest import Worker

FIRST, OTHERS = range(7), range(7, 10)
A_CLASS, FEW = 170, 20  # images of a digit, and those that the other three are learned from


def drawn() -> Network:
    """Seven plain convolutions, which a few images alone do not teach much."""
    nodes, names = ends(1, 8, 8), ["input"]
    for k, channels in enumerate((16, 16, 16, 16, 32, 32, 32), 1):
        if k == 5:
            nodes.append(node("pool", "MaxPool2d"))
            names.append("pool")
        nodes.append(node(f"conv{k}", "Conv2d", out_channels=channels, padding=1))
        nodes.append(node(f"relu{k}", "ReLU"))
        names += [f"conv{k}", f"relu{k}"]
    nodes += [node("flatten", "Flatten"), node("fc", "Linear", out_features=len(FIRST))]
    return network(nodes, " ".join([*names, "flatten fc output"]))


@pytest.fixture(scope="module")
def images(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two folders, with a folder of images for each digit."""
    folder = tmp_path_factory.mktemp("digits")
    pixels, labels = load_digits(return_X_y=True)
    for digit in (*FIRST, *OTHERS):
        place = folder / ("first" if digit in FIRST else "others") / str(digit)
        place.mkdir(parents=True)
        for k, image in enumerate(pixels[labels == digit][:A_CLASS]):
            grey = (image.reshape(8, 8) * 15).astype(np.uint8)
            Image.fromarray(grey).save(place / f"{k:03}.png")
    return folder


def start(net: Network, recipe: Recipe, weights: Initial | None = None) -> Start:
    report = analyse(net)
    made = request(net, report, generate(net, report), recipe)
    return msgspec.structs.replace(made, weights=weights)


def finished(worker: Worker, begun: Start) -> tuple[Finished, Started]:
    told = [event for event, _ in worker.run(begun)]
    assert isinstance(told[-1], Finished), told[-1]
    (started,) = (event for event in told if isinstance(event, Started))
    return told[-1], started


@pytest.fixture(scope="module")
def pretrained(worker: Worker, images: Path, tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The network for seven digits, with the weights that it has learned."""
    net, file = drawn(), tmp_path_factory.mktemp("weights") / "seven.safetensors"
    report = analyse(net)
    recipe = Recipe(data=str(images / "first"), epochs=6, device="cpu")
    end, _ = finished(worker, start(net, recipe))
    assert end.val_accuracy > 0.95
    worker.send(export_request(Document(net), report, generate(net, report), file))
    told = worker.until(Exported, ExportFailed)[-1][0]
    assert isinstance(told, Exported), told
    return Document(net, weights=Weights(str(file)))


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_what_seven_digits_taught_helps_with_the_other_three(
    worker: Worker, images: Path, pretrained: Document, seed: int
) -> None:
    recipe = Recipe(
        data=str(images / "others"),
        validation_share=1 - FEW / A_CLASS,
        batch_size=FEW,
        epochs=10,
        seed=seed,
        device="cpu",
    )
    mine = for_my_data(pretrained.network, len(OTHERS), Learn.ALL, factor=0.5)
    weights = brought(Document(mine, weights=pretrained.weights), analyse(mine))
    scratch = for_my_data(pretrained.network, len(OTHERS), Learn.ALL, factor=1.0)

    transferred, began = finished(worker, start(mine, recipe, weights))
    alone, plain = finished(worker, start(scratch, recipe))
    assert began.train_samples == plain.train_samples == FEW * len(OTHERS)
    assert began.val_samples == plain.val_samples == (A_CLASS - FEW) * len(OTHERS)
    assert began.weights.endswith("fc.weight and fc.bias are new")
    assert not plain.weights
    assert alone.val_accuracy > 0.75  # it does learn
    assert transferred.val_accuracy > alone.val_accuracy + 0.01


def test_a_new_head_alone_learns_on_a_frozen_body(
    worker: Worker, images: Path, pretrained: Document
) -> None:
    recipe = Recipe(
        data=str(images / "others"), validation_share=1 - FEW / A_CLASS, epochs=20, device="cpu"
    )
    mine = for_my_data(pretrained.network, len(OTHERS))
    weights = brought(Document(mine, weights=pretrained.weights), analyse(mine))
    assert finished(worker, start(mine, recipe, weights))[0].val_accuracy > 0.8
