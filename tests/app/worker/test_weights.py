"""Runs and files that begin with the weights of a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file

from app.analysis import analyse
from app.codegen import generate
from app.targets import load
from app.training.export import export_request
from app.training.messages import Event, Exported, Failed, Finished, Initial, Start, Started, Stop
from app.training.recipe import Recipe
from app.training.request import request
from app.weights.adopting import Reader
from app.weights.attached import bring, initial, matching
from app.worker.export import export
from app.worker.loading import make
from nodes.network import ROOT, Network, edits
from nodes.network.document import Document, How, Weights
from tests.app.networks import ends, network, node
from tests.app.worker.conftest import Worker, conduct

SMALL = network(
    [
        *ends(1, 8, 8),
        node("conv", "Conv2d", out_channels=4),
        node("bn", "BatchNorm2d"),
        node("flatten", "Flatten"),
        node("fc", "Linear", out_features=10),
    ],
    "input conv bn flatten fc output",
)


def state(net: Network = SMALL, seed: int = 5) -> dict[str, torch.Tensor]:
    source = generate(net, analyse(net))
    torch.manual_seed(seed)
    return make(source.text, source.class_name).state_dict()


def attached(path: Path, how: How = How.NAME) -> Weights:
    return replace(Reader().read(path), how=how)


def start(net: Network, weights: Initial | None) -> Start:
    report = analyse(net)
    recipe = Recipe(device="cpu", epochs=1, batch_size=64)
    made = request(net, report, generate(net, report), recipe)
    return msgspec.structs.replace(made, weights=weights)


def begun(weights: Initial | None, net: Network = SMALL) -> tuple[str, list[Event]]:
    events = conduct(start(net, weights), lambda e: Stop() if isinstance(e, Started) else None)
    (started,) = (e for e in events if isinstance(e, Started))
    return started.weights, events


def written(
    net: Network, path: Path, weights: Initial | None
) -> tuple[str, dict[str, torch.Tensor]]:
    report = analyse(net)
    asked = export_request(Document(net), report, generate(net, report), path, 0, weights)
    told = export(asked, None)
    assert isinstance(told, Exported), told
    return told.sentence, load_file(path)


def equal(found: dict[str, torch.Tensor], wanted: dict[str, torch.Tensor]) -> bool:
    return found.keys() == wanted.keys() and all(torch.equal(found[k], wanted[k]) for k in wanted)


def test_a_run_begins_with_the_weights_of_a_file(tmp_path: Path) -> None:
    torch.save({f"module.{k}": t for k, t in state().items()}, tmp_path / "a.pth")
    found = initial(attached(tmp_path / "a.pth"), SMALL, analyse(SMALL))
    assert begun(found)[0] == "Began with 9 of 9 tensors of a.pth"
    assert begun(None)[0] == ""


def test_a_file_has_exactly_the_weights_it_was_given(tmp_path: Path) -> None:
    torch.save(state(), tmp_path / "a.pth")
    found = initial(attached(tmp_path / "a.pth"), SMALL, analyse(SMALL))
    sentence, held = written(SMALL, tmp_path / "b.safetensors", found)
    assert "with the weights of a.pth:" in sentence
    assert equal(held, state())
    assert not equal(held, state(seed=0))


def test_in_order_where_the_names_are_others(tmp_path: Path) -> None:
    other = {f"x{k}": t for k, (key, t) in enumerate(state().items()) if "num_batches" not in key}
    torch.save(other, tmp_path / "a.pth")
    found = initial(attached(tmp_path / "a.pth", How.ORDER), SMALL, analyse(SMALL))
    _, held = written(SMALL, tmp_path / "b.safetensors", found)
    assert equal(held, state())


def test_half_precision_is_converted(tmp_path: Path) -> None:
    halves = {k: t.half() if t.is_floating_point() else t for k, t in state().items()}
    save_file(halves, tmp_path / "a.safetensors")
    found = initial(attached(tmp_path / "a.safetensors"), SMALL, analyse(SMALL))
    _, held = written(SMALL, tmp_path / "b.safetensors", found)
    assert held["fc.weight"].dtype == torch.float32
    assert torch.equal(held["fc.weight"], halves["fc.weight"].float())


def test_after_an_edit_what_still_fits_is_used(tmp_path: Path) -> None:
    torch.save(state(), tmp_path / "a.pth")
    weights = attached(tmp_path / "a.pth")
    edited = edits.set_argument(SMALL, ROOT, ["fc"], "out_features", 3)
    found = matching(weights.sha256, edited, analyse(edited), weights.how)
    assert str(found) == "7 of 9"
    first = initial(weights, edited, analyse(edited))
    sentence, held = written(edited, tmp_path / "b.safetensors", first)
    assert "a.pth, and 2 untrained tensors of seed 0" in sentence
    assert torch.equal(held["conv.weight"], state()["conv.weight"])
    assert torch.equal(held["fc.weight"], state(edited, seed=0)["fc.weight"])


def test_what_is_new_is_told(tmp_path: Path) -> None:
    save_file({"conv.weight": state()["conv.weight"]}, tmp_path / "a.safetensors")
    found = initial(attached(tmp_path / "a.safetensors"), SMALL, analyse(SMALL))
    told = "Began with 1 of 9 tensors of a.safetensors; conv.bias, bn.weight, bn.bias and 5 more "
    assert begun(found)[0] == told + "are new"


def test_nothing_that_fits_is_no_beginning(tmp_path: Path) -> None:
    save_file({"other": torch.rand(3)}, tmp_path / "a.safetensors")
    assert initial(attached(tmp_path / "a.safetensors"), SMALL, analyse(SMALL)) is None


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ((("conv.weight", "nobody"),), "The file a.pth has no tensor nobody"),
        ((("nobody", "conv.weight"),), "The network has no tensor nobody"),
        ((("conv.bias", "fc.bias"),), "conv.bias is 4, and fc.bias in a.pth is 10"),
    ],
)
def test_what_does_not_fit_ends_the_run(
    worker: Worker, tmp_path: Path, keys: tuple[tuple[str, str], ...], words: str
) -> None:
    path = tmp_path / "a.safetensors"
    save_file(state(), path)
    failed, _ = worker.run(start(SMALL, Initial(str(path), keys, "a.pth")))[-1]
    assert isinstance(failed, Failed)
    assert words in failed.reason
    path.unlink()
    failed, _ = worker.run(start(SMALL, Initial(str(path), keys, "a.pth")))[-1]
    assert isinstance(failed, Failed)
    assert "cannot be read" in failed.reason


def test_a_trained_network_comes_back_from_its_file(worker: Worker, tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    finished, _ = worker.run(start(SMALL, None))[-1]
    assert isinstance(finished, Finished)
    report = analyse(SMALL)
    document = Document(SMALL, {"epochs": 1}, Weights("/elsewhere/b.pth"))
    worker.send(export_request(document, report, generate(SMALL, report), path))
    told, _ = worker.until(Exported)[-1]
    assert isinstance(told, Exported)
    assert "steps of training" in told.sentence
    opened = load(str(path))
    assert (opened.network, opened.recipe) == (SMALL, {"epochs": 1})
    assert opened.weights is not None
    weights = bring(opened.weights, Reader())
    assert weights.file == str(path)
    assert str(matching(weights.sha256, SMALL, report)) == "9 of 9"
    with safe_open(path, framework="pt") as file:
        assert file.metadata()["format"] == "pt"
    torch.manual_seed(0)
    _, held = written(SMALL, tmp_path / "b.safetensors", initial(weights, SMALL, report))
    assert equal(held, load_file(path))
