"""Files for other programs: each is read again and gives what the network gives."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from app.analysis import analyse
from app.codegen import generate
from app.training.export import FORMATS, export_request
from app.training.messages import (
    Event,
    Export,
    Exported,
    ExportFailed,
    Finished,
    Pause,
    Paused,
    Resume,
    Resumed,
    Start,
    Steps,
    Stop,
)
from app.training.recipe import Recipe
from app.training.request import request
from nodes.network import Network
from nodes.network.document import Document
from tests.app.codegen.networks import NETWORKS
from tests.app.networks import ends, network, node
from tests.app.worker.conftest import Worker, conduct

SMALL = network(
    [
        *ends(1, 8, 8),
        node("conv", "Conv2d", out_channels=4),
        node("bn", "BatchNorm2d"),
        node("drop", "Dropout", p=0.5),
        node("flatten", "Flatten"),
        node("fc", "Linear", out_features=10),
    ],
    "input conv bn drop flatten fc output",
)


def wish(net: Network, path: Path, seed: int = 0) -> Export:
    report = analyse(net)
    return export_request(Document(net), report, generate(net, report), path, seed)


def start(**recipe: object) -> Start:
    report = analyse(SMALL)
    values = {"device": "cpu", "epochs": 1, "batch_size": 64, **recipe}
    return request(SMALL, report, generate(SMALL, report), Recipe(**values))  # type: ignore[arg-type]


def answer(worker: Worker, asked: Export) -> Event:
    worker.send(asked)
    return worker.until(Exported, ExportFailed)[-1][0]


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", ["channels change in a loop", "two inputs and two outputs"])
def test_a_file_is_written_and_checked(
    worker: Worker, tmp_path: Path, suffix: str, name: str
) -> None:
    path = tmp_path / f"a{suffix}"
    told = answer(worker, wish(NETWORKS[name], path))
    assert isinstance(told, Exported), told
    assert str(path) in told.sentence
    assert "untrained weights of seed 0" in told.sentence
    assert os.listdir(tmp_path) == [path.name]


def test_the_onnx_file_takes_any_batch(worker: Worker, tmp_path: Path) -> None:
    import onnxruntime  # type: ignore[import-untyped]

    path = tmp_path / "a.onnx"
    assert isinstance(answer(worker, wish(SMALL, path)), Exported)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    assert [i.name for i in session.get_inputs()] == ["input"]
    for batch in (1, 7):
        (found,) = session.run(["output"], {"input": torch.rand(batch, 1, 8, 8).numpy()})
        assert found.shape == (batch, 10)


def test_the_weights_are_those_of_the_seed(fresh_worker: Worker, tmp_path: Path) -> None:
    paths = [tmp_path / f"{k}.safetensors" for k in range(3)]
    for path, seed in zip(paths, (1, 1, 2), strict=True):
        assert isinstance(answer(fresh_worker, wish(SMALL, path, seed)), Exported)
    one, same, other = map(load_file, paths)
    torch.manual_seed(1)
    namespace: dict[str, type[torch.nn.Module]] = {}
    exec(generate(SMALL, analyse(SMALL)).text, namespace)
    for key, value in namespace["Test"]().state_dict().items():
        assert torch.equal(one[key], value)
        assert torch.equal(same[key], value)
    assert not torch.equal(one["fc.weight"], other["fc.weight"])


def test_after_a_run_the_weights_are_the_trained_ones(worker: Worker, tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    worker.run(start())
    told = answer(worker, wish(SMALL, path))
    assert isinstance(told, Exported)
    assert "after 23 steps" in told.sentence
    assert load_file(path)["bn.num_batches_tracked"] == 23
    told = answer(worker, wish(replace(SMALL, name="Other"), path))
    assert isinstance(told, Exported)
    assert "untrained" in told.sentence


def test_a_run_goes_on_as_if_nothing_had_been(tmp_path: Path) -> None:
    asked = wish(SMALL, tmp_path / "a.safetensors", seed=5)

    def plain(event: Event) -> None:
        return None

    def exporting(event: Event) -> Export | None:
        return asked if isinstance(event, Steps) else None

    with_it, without = conduct(start(epochs=2), exporting), conduct(start(epochs=2), plain)
    assert any(isinstance(e, Exported) for e in with_it)
    losses = [
        [loss for e in events if isinstance(e, Steps) for loss in e.losses]
        for events in (with_it, without)
    ]
    assert losses[0] == losses[1]


def test_a_paused_run_exports_too(fresh_worker: Worker, tmp_path: Path) -> None:
    fresh_worker.send(start(epochs=100_000))
    fresh_worker.until(Steps)
    fresh_worker.send(Pause())
    fresh_worker.until(Paused)
    told = answer(fresh_worker, wish(SMALL, tmp_path / "a.safetensors"))
    assert isinstance(told, Exported)
    assert "steps of training" in told.sentence
    fresh_worker.send(Resume())
    fresh_worker.until(Resumed)
    fresh_worker.send(Stop())
    fresh_worker.until(Finished)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_path_that_cannot_be_written(worker: Worker, tmp_path: Path, suffix: str) -> None:
    told = answer(worker, wish(SMALL, tmp_path / "missing" / f"a{suffix}"))
    assert isinstance(told, ExportFailed)
    assert "no such file or folder" in told.reason


def test_code_that_cannot_be_traced_leaves_the_old_file(worker: Worker, tmp_path: Path) -> None:
    path = tmp_path / "a.pt2"
    path.write_bytes(b"old")
    asked = wish(SMALL, path)
    source = asked.source.replace("x = self.conv(x)", "x = self.conv(x) * float(x.sum().item())")
    source = source.replace("self.fc(x)", "self.fc(x) if x.sum() > 0 else x")
    told = answer(worker, replace_source(asked, source))
    assert isinstance(told, ExportFailed)
    assert told.reason.startswith("The network cannot be exported as pt2: ")
    assert told.traceback
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.pt2"]


def replace_source(asked: Export, source: str) -> Export:
    import msgspec

    return msgspec.structs.replace(asked, source=source)
