"""What goes wrong is told in one sentence, with the lines of the generated source."""

from __future__ import annotations

import pytest
import torch

from app.training.messages import Failed, Start
from tests.app.training.networks import TINY, TINY_PROBE, tiny
from tests.app.worker.conftest import Worker

NESTED = """\
import torch
from torch import Tensor, nn


class Block(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return torch.cat([x, x[:, :, 1:]], dim=1)


class Tiny(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.block = Block()
        self.fc = nn.Linear(64, 10)

    def forward(self, x: Tensor) -> Tensor:
        return self.fc(self.block(x).flatten(1))
"""


def fails(worker: Worker, start: Start) -> Failed:
    failed = worker.run(start)[-1][0]
    assert isinstance(failed, Failed)
    return failed


def replaced(line: str) -> str:
    """The tiny network with another last line, and so an error there."""
    return TINY.replace("return self.fc(x.flatten(1))", line)


LAST = TINY.count("\n")


def test_the_lines_of_an_error_outermost_first(worker: Worker) -> None:
    failed = fails(worker, tiny(NESTED, "def probe(model, x):\n    yield 'input', x\n"))
    assert failed.lines == (17, 7)
    assert "training, at step 1" in failed.reason
    assert "Sizes of tensors must match" in failed.reason
    assert "return torch.cat([x, x[:, :, 1:]], dim=1)" in failed.traceback


@pytest.mark.parametrize(
    ("source", "lines", "words"),
    [
        (replaced("return self.fc(x)"), (LAST,), ("RuntimeError",)),
        (replaced("return self.fc(x.flatten(1)"), (LAST,), ("SyntaxError",)),
        (TINY.replace("nn.BatchNorm2d(6)", "nn.BatchNorm(6)"), (9,), ("AttributeError",)),
        (TINY.replace("Tiny", "Other"), (), ("no class named Tiny",)),
        (replaced("return x.new_empty(1 << 50)"), (LAST,), ("Memory ran out", "16", "smaller")),
        (replaced("return self.fc(x.flatten(1)) * float('nan')"), (), ("NaN", "Lower", "0.005")),
        (
            "from torch import nn\nclass Tiny(nn.Module):\n    forward = nn.Flatten().forward\n",
            (),
            ("no parameters", "Linear"),
        ),
    ],
    ids=["shape", "syntax", "attribute", "class", "memory", "nan", "parameters"],
)
def test_a_broken_network(
    worker: Worker, source: str, lines: tuple[int, ...], words: tuple[str, ...]
) -> None:
    failed = fails(worker, tiny(source, "def probe(model, x):\n    yield 'input', x\n"))
    assert failed.lines == lines
    for word in words:
        assert word in failed.reason
    assert failed.reason.endswith(".")
    assert "\n" not in failed.reason


def test_the_worker_trains_again_after_a_failure(worker: Worker) -> None:
    fails(worker, tiny(TINY.replace("Tiny", "Other")))
    assert not isinstance(worker.run(tiny())[-1][0], Failed)


@pytest.mark.skipif(torch.cuda.is_available(), reason="this machine has what the test must lack")
def test_a_device_that_is_not_there(worker: Worker) -> None:
    failed = fails(worker, tiny(device="cuda"))
    assert "cuda" in failed.reason
    assert "choose auto" in failed.reason


def test_another_protocol(worker: Worker) -> None:
    start = tiny()
    failed = fails(
        worker,
        Start(TINY, "Tiny", TINY_PROBE, start.recipe, (1, 8, 8), (10,), protocol=99),
    )
    assert "protocol 99" in failed.reason


def test_data_that_does_not_fit(worker: Worker) -> None:
    start = tiny()
    failed = fails(worker, Start(TINY, "Tiny", TINY_PROBE, start.recipe, (1, 8, 8), (7,)))
    assert "7 numbers" in failed.reason
    assert "10 classes" in failed.reason
    assert "out_features 10" in failed.reason
