"""What a network is asked about images, held against what it does when it is run plainly."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest
import torch
from msgspec.structs import replace
from PIL import Image
from torch import Tensor
from torch.nn import functional

from app.runs.results import loads
from app.training.messages import (
    About,
    Cell,
    Explain,
    Extreme,
    Predict,
    Samples,
    Start,
    Steps,
    Stop,
    Validated,
)
from tests.app.training.networks import TINY, lenet
from tests.app.worker.results.asking import Trained, digits, pictures

How = Literal["gradcam", "saliency", "occlusion"]


@pytest.fixture(scope="module")
def trained() -> Trained:
    return Trained(digits(epochs=3))


@pytest.fixture(scope="module")
def results(trained: Trained) -> Any:
    payload = [payload for event, payload in trained.told.all if isinstance(event, Validated)][-1]
    return loads(payload)


@pytest.fixture
def picture(trained: Trained, tmp_path: Path) -> Path:
    """The first image of the data, as a file."""
    pixels, _ = trained.feed.samples([0])
    path = tmp_path / "digit.png"
    Image.fromarray(pixels[0, 0].numpy()).save(path)
    return path


def scores(trained: Trained, inputs: Tensor) -> Tensor:
    with torch.no_grad():
        found: Tensor = trained.network.eval()(inputs)
    return found


def test_a_cell_has_its_images_the_surest_first(trained: Trained, results: Any) -> None:
    cell = max(results.confused(), key=lambda each: each.count)
    answer, payload = trained.answer(Cell(cell.actual, cell.predicted))
    images, overlays = pictures(answer, payload)
    assert len(answer.images) == cell.count == len(images)
    assert len(overlays) == 0
    assert set(answer.labels) == {cell.actual}
    assert set(answer.predicted) == {cell.predicted}
    assert sorted(answer.confidence, reverse=True) == [*answer.confidence]
    pixels, batch = trained.feed.samples(answer.images)
    np.testing.assert_array_equal(images, pixels.numpy())
    found = scores(trained, batch.inputs)
    assert set(found.argmax(1).tolist()) == {cell.predicted}
    assert answer.confidence == pytest.approx(found.softmax(1).amax(1).tolist(), abs=2e-3)


def test_a_cell_comes_page_by_page(trained: Trained) -> None:
    whole, _ = trained.answer(Cell(0, 0, count=1000))
    pages = [trained.answer(Cell(0, 0, first=first, count=50))[0] for first in (0, 50, 1000)]
    assert pages[0].images + pages[1].images == whole.images[:100]
    assert pages[2].images == ()
    assert (pages[2].channels, pages[2].height, pages[2].width) == (1, 8, 8)


@pytest.mark.parametrize("by", ["loss", "entropy"])
def test_the_worst_and_the_least_certain(
    trained: Trained, results: Any, by: Literal["loss", "entropy"]
) -> None:
    answer, payload = trained.answer(Extreme(by, count=20))
    assert len(pictures(answer, payload)[0]) == 20
    rows = results.worst() if by == "loss" else results.uncertain()
    assert answer.images == tuple(results.indices[rows[:20]])
    found = scores(trained, trained.feed.samples(answer.images)[1].inputs)
    if by == "loss":
        losses = functional.cross_entropy(found, torch.tensor(answer.labels), reduction="none")
        assert losses.min() > 2 * results.loss
    assert answer.predicted == tuple(found.argmax(1).tolist())


def test_images_by_their_numbers_tell_what_was_validated_of_them(
    trained: Trained, results: Any
) -> None:
    learned = next(n for n in range(1797) if results.row_of(n) is None)
    validated = int(results.indices[5])
    answer, payload = trained.answer(Samples((validated, learned)))
    assert len(pictures(answer, payload)[0]) == 2
    assert answer.predicted == (int(results.predicted[5]), -1)
    assert answer.confidence[1] == 0.0
    assert answer.labels[0] == results.labels[5]


def test_a_file_is_taken_for_what_the_same_image_of_the_data_is(
    trained: Trained, picture: Path
) -> None:
    answer, payload = trained.answer(Predict(str(picture)))
    _, batch = trained.feed.samples([0])
    found = scores(trained, batch.inputs).softmax(1)[0]
    assert answer.scores == pytest.approx(found.tolist(), abs=1e-6)
    assert answer.predicted == (int(found.argmax()),)
    assert answer.confidence == (max(answer.scores),)
    assert (answer.images, answer.labels, answer.overlaid) == ((), (), False)
    pixels, _ = trained.feed.samples([0])
    np.testing.assert_array_equal(pictures(answer, payload)[0], pixels.numpy())


def test_grad_cam_is_the_mean_gradient_times_the_maps(trained: Trained) -> None:
    _, batch = trained.feed.samples([7])
    network = trained.network.eval()
    conv, bn, fc = (network.get_submodule(name) for name in ("conv", "bn", "fc"))
    for path, label in (("conv", 3), ("relu", 8), ("input", 3)):
        answer, payload = trained.answer(Explain(path, label, image=7))
        maps = batch.inputs.clone() if path == "input" else conv(batch.inputs)
        if path == "relu":
            maps = torch.relu(bn(maps))
        maps = maps.detach().requires_grad_()
        value = conv(maps) if path == "input" else maps
        value = value if path == "relu" else torch.relu(bn(value))
        fc(value.flatten(1))[0, label].backward()
        assert maps.grad is not None
        weighed = (maps.grad.mean((2, 3), keepdim=True) * maps.detach()).sum(1).relu()[0]
        _, (overlay,) = pictures(answer, payload)
        assert answer.peak == pytest.approx(float(weighed.max()), rel=1e-4)
        assert answer.overlaid
        expected = (weighed / max(float(weighed.max()), 1e-12) * 255).numpy()
        np.testing.assert_allclose(overlay, expected, atol=0.6)
    assert answer.images == (7,)
    assert answer.scores == pytest.approx(scores(trained, batch.inputs).softmax(1)[0].tolist())


def test_saliency_is_the_gradient_of_the_input(trained: Trained, picture: Path) -> None:
    _, batch = trained.feed.samples([0])
    inputs = batch.inputs.clone().requires_grad_()
    trained.network.eval()(inputs)[0, 4].backward()
    assert inputs.grad is not None
    gradient = inputs.grad[0].abs().amax(0)
    for about in (Explain("", 4, 0, how="saliency"), Explain("", 4, 0, str(picture), "saliency")):
        answer, payload = trained.answer(about)
        brightest = float(gradient.quantile(0.99))
        assert answer.peak == pytest.approx(brightest, rel=1e-4)
        expected = (gradient.clamp_max(brightest) / brightest * 255).numpy()
        np.testing.assert_allclose(pictures(answer, payload)[1][0], expected, atol=0.6)


CORNER = """\
import torch
from torch import Tensor, nn


class Tiny(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(1))

    def forward(self, x: Tensor) -> Tensor:
        corner = x[:, 0, :2, 6:].sum((1, 2))[:, None] * self.weight
        return torch.cat((corner, corner.new_zeros(len(x), 9)), 1)
"""


def test_hiding_what_speaks_for_a_class_lowers_it() -> None:
    """The network sees one corner alone, which speaks for the first class."""
    probe = "def probe(model, x):\n    yield 'input', x\n    yield 'output', model(x)\n"
    start = replace(
        digits(epochs=1, optimizer="sgd", learning_rate=1e-9), source=CORNER, probe=probe
    )
    trained = Trained(start)
    pixels, _ = trained.feed.samples(range(200))
    bright = int(pixels[:, 0, :2, 6:].sum((1, 2)).argmax())
    answer, payload = trained.answer(Explain("", 0, bright, how="occlusion"))
    overlay = pictures(answer, payload)[1][0]
    assert answer.peak > 0
    assert overlay[:2, 6:].min() > 0
    assert overlay[3:].max() == overlay[:, :5].max() == 0
    answer, payload = trained.answer(Explain("", 3, bright, how="occlusion"))
    assert answer.peak == 0  # nothing there speaks for any other class
    assert not pictures(answer, payload)[1].any()


IN_PLACE = TINY.replace("torch.relu(", "nn.functional.relu_(")


@pytest.mark.parametrize("path", ["conv", "bn", "relu"])
def test_a_layer_that_writes_into_its_input_changes_no_picture(path: str) -> None:
    def about(start: Start) -> tuple[Any, bytes]:
        answer, payload = Trained(start).answer(Explain(path, 3, image=7))
        return answer.peak, payload

    plain = digits(epochs=1)
    writing = replace(
        plain, source=IN_PLACE, probe=plain.probe.replace("torch.relu(", "torch.relu_(")
    )
    assert about(writing) == about(plain)


TOKENS = """\
import torch
from torch import Tensor, nn


class Tiny(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(1, 6, 2, stride=2)
        self.cls = nn.Parameter(torch.randn(1, 1, 6))
        self.mix = nn.TransformerEncoderLayer(6, 2, 12, batch_first=True)
        self.fc = nn.Linear(6, 10)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv(x).flatten(2).transpose(1, 2)
        x = torch.cat((self.cls.expand(len(x), -1, -1), x), 1)
        return self.fc(self.mix(x)[:, 0])
"""
TOKENS_PROBE = """\
import torch


def probe(model, x):
    x = model.conv(x)
    yield "conv", x
    x = x.flatten(2)
    yield "flatten", x
    x = x.transpose(1, 2)
    yield "tokens", x
    x = torch.cat((model.cls.expand(len(x), -1, -1), x), 1)
    yield "classed", x
    x = model.mix(x)
    yield "mix", x
    x = x[:, :7]
    yield "few", x
    x = model.fc(x[:, 0])
    yield "fc", x
"""


@pytest.mark.parametrize("channels", [6, 16, 36])  # of 16 patches; 36 might be places, too
def test_tokens_lie_where_their_patches_do(channels: int) -> None:
    """Whether there is one of a class before them, and whichever axis they are in."""
    source = TOKENS.replace("6", str(channels))
    trained = Trained(replace(digits(epochs=1), source=source, probe=TOKENS_PROBE))
    told = {}
    for path in ("conv", "flatten", "tokens", "classed"):
        answer, payload = trained.answer(Explain(path, 3, image=7))
        told[path] = pictures(answer, payload)[1][0]
        assert answer.peak > 0
    for path in ("flatten", "tokens"):
        np.testing.assert_allclose(told[path], told["conv"], atol=1)
    # the mean gradient is over the patches alone
    np.testing.assert_allclose(told["classed"], told["conv"], atol=1)
    assert "lie nowhere in the image" in trained.refusal(Explain("few", 3, image=7))


def test_colours_and_several_layers(tmp_path: Path) -> None:
    """Images of another size and of three channels, with a picture for each node that has maps."""
    trained = Trained(lenet(channels=3, data="shapes", samples=60, epochs=1, classes=8))
    for path in ("conv1", "pool1", "conv2", "pool2"):
        for label in (0, 7):
            answer, payload = trained.answer(Explain(path, label, image=3))
            images, overlays = pictures(answer, payload)
            assert images.shape == (1, 3, 32, 32)
            assert overlays.shape == (1, 32, 32)
    how: How
    for how in ("saliency", "occlusion"):
        answer, payload = trained.answer(Explain("", 1, image=3, how=how))
        assert pictures(answer, payload)[1].shape == (1, 32, 32)


@pytest.mark.parametrize(
    ("about", "words"),
    [
        (Samples((0, 1797)), "has 1,797 images, and none of number 1,797"),
        (Explain("conv", 3, image=-1), "none of number -1"),
        (Explain("conv", 10), "tells 10 classes, and none of number 10"),
        (Explain("elsewhere", 3), "“elsewhere” is not on the way to the scores. Choose another"),
        (Explain("fc", 3), "“fc” gives numbers that lie nowhere in the image. Choose a node"),
        (Explain("conv", 3, file="/nowhere/cat.png"), "“cat.png” cannot be read: there is no such"),
        (Predict("/nowhere/cat.png"), "“cat.png” cannot be read: there is no such file. Choose"),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)
def test_what_has_no_answer_says_why(trained: Trained, about: About, words: str) -> None:
    assert words in trained.refusal(about)


def test_before_the_first_validation_there_are_no_cells() -> None:
    trained = Trained(digits(), lambda event: Stop() if isinstance(event, Steps) else None)
    for about in (Cell(0, 1), Extreme("loss")):
        assert "Nothing has been validated yet" in trained.refusal(about)
    assert trained.answer(Samples((3,)))[0].predicted == (-1,)


def test_outputs_that_are_no_probabilities_are_told_as_they_are() -> None:
    trained = Trained(digits(loss="mse"))
    assert "gives no probabilities" in trained.refusal(Extreme("entropy"))
    worst, _ = trained.answer(Extreme("loss", count=5))
    assert len(worst.images) == 5
    answer, _ = trained.answer(Explain("conv", 3, image=7))
    _, batch = trained.feed.samples([7])
    assert answer.scores == pytest.approx(scores(trained, batch.inputs)[0].tolist(), abs=1e-5)


def test_probabilities_of_their_own_need_not_sum_to_one() -> None:
    trained = Trained(digits(loss="bce"))
    answer, _ = trained.answer(Explain("conv", 3, image=7))
    _, batch = trained.feed.samples([7])
    expected = scores(trained, batch.inputs)[0].sigmoid().tolist()
    assert answer.scores == pytest.approx(expected, abs=1e-6)
    assert len(trained.answer(Extreme("entropy", count=5))[0].images) == 5


ONE = "        if len(x) == 1:\n            raise OSError('no room')\n"
FORWARD = "def forward(self, x: Tensor) -> Tensor:\n"


def test_an_error_of_the_network_itself_is_told(picture: Path) -> None:
    trained = Trained(replace(digits(), source=TINY.replace(FORWARD, FORWARD + ONE)))
    words = "An error came up while the network was asked: OSError: no room."
    assert trained.refusal(Predict(str(picture))) == words
    assert trained.answer(Samples((0,)))[0].images == (0,)
