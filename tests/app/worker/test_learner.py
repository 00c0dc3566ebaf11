"""A learner's numbers are those of a plain torch loop, and it goes on from its state to the bit."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
import pytest
import torch
from torch import Tensor, nn, optim
from torch.nn.functional import cross_entropy
from torch.optim.swa_utils import AveragedModel

from app.training.recipe import Recipe
from app.worker.errors import DeviceError
from app.worker.learner import Learner
from app.worker.parts import Batch
from nodes.learning import Learning

CPU = torch.device("cpu")
STEPS, SIZE, CLASSES = 20, 16, 7


class Net(nn.Module):
    def __init__(self, norm: bool = True, drop: float = 0.0) -> None:
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3, bias=not norm)  # a norm takes its gradient
        self.norm = nn.BatchNorm2d(4) if norm else nn.Identity()
        self.drop = nn.Dropout(drop)
        self.fc = nn.Linear(4 * 6 * 6, CLASSES)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.fc(self.drop(torch.relu(self.norm(self.conv(x)))).flatten(1))
        return out


def batches(count: int = STEPS, size: int = SIZE) -> list[Batch]:
    made = torch.Generator().manual_seed(3)
    return [
        Batch(
            torch.randn(size, 1, 8, 8, generator=made),
            torch.randint(CLASSES, (size,), generator=made),
            torch.arange(size),
        )
        for _ in range(count)
    ]


def net(norm: bool = True, drop: float = 0.0) -> Net:
    torch.manual_seed(0)
    return Net(norm, drop)


def learner(model: nn.Module, per_epoch: int = STEPS, **values: Any) -> Learner:
    usual = {"schedule": "constant", "warmup": 0.0, "learning_rate": 0.05, "device": "cpu"}
    return Learner(model, Recipe(**{**usual, **values}), CPU, STEPS, per_epoch=per_epoch)


def alike(
    ours: nn.Module, theirs: nn.Module, atol: float | None = None, rtol: float | None = None
) -> None:
    other = theirs.state_dict()
    for name, tensor in ours.state_dict().items():
        torch.testing.assert_close(tensor, other[name], msg=name, atol=atol, rtol=rtol)


Made = Callable[[Any], optim.Optimizer]
OPTIMISERS: Mapping[str, tuple[dict[str, Any], Made]] = {
    "sgd": ({"momentum": 0.9}, lambda p: optim.SGD(p, 0.05, 0.9, weight_decay=0.01)),
    "plain sgd": (
        {"optimizer": "sgd", "momentum": 0.0, "nesterov": True},
        lambda p: optim.SGD(p, 0.05, weight_decay=0.01),
    ),
    "nesterov": (
        {"optimizer": "sgd", "nesterov": True},
        lambda p: optim.SGD(p, 0.05, 0.9, weight_decay=0.01, nesterov=True),
    ),
    "adam": ({}, lambda p: optim.Adam(p, 0.05, weight_decay=0.01)),
    "adamw": ({}, lambda p: optim.AdamW(p, 0.05, weight_decay=0.01)),
    "rmsprop": (
        {"momentum": 0.5, "learning_rate": 0.005},
        lambda p: optim.RMSprop(p, 0.005, momentum=0.5, weight_decay=0.01),
    ),
    "adagrad": ({}, lambda p: optim.Adagrad(p, 0.05, weight_decay=0.01)),
}


def chosen(name: str) -> dict[str, Any]:
    return {"optimizer": name, "weight_decay": 0.01, **OPTIMISERS[name][0]}


def plainly(
    model: nn.Module, optimizer: optim.Optimizer, loss: Callable[[Tensor, Tensor], Tensor]
) -> None:
    """Twenty steps as anybody writes them."""
    model.train()
    for batch in batches():
        optimizer.zero_grad()
        loss(model(batch.inputs), batch.labels).backward()
        optimizer.step()


@pytest.mark.parametrize("name", OPTIMISERS)
def test_an_optimiser_steps_as_that_of_torch(name: str) -> None:
    ours, theirs = net(), net()
    learning = learner(ours, **chosen(name))
    for step, batch in enumerate(batches()):
        learning.step(batch, step)
    plainly(theirs, OPTIMISERS[name][1](theirs.parameters()), cross_entropy)
    alike(ours, theirs, atol=1e-5, rtol=1e-4)


def test_norms_and_biases_are_spared_the_decay_if_that_is_chosen() -> None:
    ours, theirs = net(), net()
    learning = learner(ours, optimizer="sgd", momentum=0.0, weight_decay=0.5, decay_norms=False)
    for step, batch in enumerate(batches()):
        learning.step(batch, step)
    spared = [theirs.fc.bias, *theirs.norm.parameters()]
    decaying = [theirs.conv.weight, theirs.fc.weight]
    groups = [{"params": spared, "weight_decay": 0.0}, {"params": decaying, "weight_decay": 0.5}]
    plainly(theirs, optim.SGD(groups, 0.05), cross_entropy)
    alike(ours, theirs)


def test_labels_are_smoothed_in_training_and_not_in_validation() -> None:
    ours, theirs = net(), net()
    learning = learner(ours, label_smoothing=0.2)
    batch = batches(1)[0]
    expected = cross_entropy(theirs(batch.inputs), batch.labels, label_smoothing=0.2)
    torch.testing.assert_close(learning.step(batch, 0).losses[0], expected.detach())
    with learning.validating():
        told = learning.evaluate(batch)
        logits = ours(batch.inputs)
    torch.testing.assert_close(told.losses[0], cross_entropy(logits, batch.labels).detach())
    assert told.top5 is not None
    ranks = logits.argsort(1, descending=True)[:, :5]
    assert int(told.top5) == sum(int(label) in row for label, row in zip(batch.labels, ranks,
                                                                        strict=True))  # fmt: skip


def test_a_long_gradient_is_clipped_and_its_norm_told() -> None:
    ours, theirs = net(), net()
    learning = learner(ours, optimizer="sgd", momentum=0.0, clip=0.3)
    optimizer = optim.SGD(theirs.parameters(), 0.05)
    for step, batch in enumerate(batches()):
        told = learning.step(batch, step).gradient_norm
        optimizer.zero_grad()
        cross_entropy(theirs(batch.inputs), batch.labels).backward()
        norm = nn.utils.clip_grad_norm_(theirs.parameters(), 0.3)
        optimizer.step()
        torch.testing.assert_close(told, norm, atol=1e-4, rtol=1e-3)
    alike(ours, theirs, atol=1e-5, rtol=1e-4)


def test_gradients_that_add_up_are_those_of_a_larger_batch() -> None:
    """Without a norm, which sees each batch alone. Five batches: a group of four, and the rest."""
    ours, theirs = net(norm=False), net(norm=False)
    small = batches(5)
    learning = learner(ours, per_epoch=5, accumulate=4, clip=1e9)
    norms = [learning.step(batch, step).gradient_norm for step, batch in enumerate(small)]
    assert [norm is not None for norm in norms] == [False, False, False, True, True]
    larger = learner(theirs)
    for step, group in enumerate((small[:4], small[4:])):
        inputs, labels = (
            torch.cat(p) for p in zip(*((b.inputs, b.labels) for b in group), strict=True)
        )
        larger.step(Batch(inputs, labels, torch.arange(len(labels))), step)
    alike(ours, theirs)


def test_the_average_is_validated_and_training_goes_on_without_it() -> None:
    ours, theirs = net(), net()

    def mean(average: Any, now: Any, count: Any) -> Any:
        kept = min(0.95, int(count) / (9 + int(count)))
        return kept * average + (1 - kept) * now

    learning, plain = learner(ours, ema=0.95), learner(theirs)
    average = AveragedModel(theirs, avg_fn=mean, use_buffers=True)
    average.n_averaged += 1  # the beginning counts: torch would begin with the first step's
    for step, batch in enumerate(batches()):
        learning.step(batch, step)
        plain.step(batch, step)
        average.update_parameters(theirs)
    alike(ours, theirs, atol=0, rtol=0)
    with learning.validating():
        floats = {k: v.clone() for k, v in ours.state_dict().items() if v.is_floating_point()}
    for name, tensor in average.module.state_dict().items():
        if name in floats:
            torch.testing.assert_close(floats[name], tensor, msg=name)
            assert torch.equal(learning.kept()[name], floats[name])
    alike(ours, theirs, atol=0, rtol=0)
    learning.finish()
    assert all(torch.equal(ours.state_dict()[name], floats[name]) for name in floats)


@pytest.mark.parametrize("precision", ["bfloat16", "float16"])
def test_sixteen_bits_learn_on_a_processor_too(precision: str) -> None:
    ours = net()
    learning = learner(ours, precision=precision, optimizer="adam")
    seen: list[torch.dtype] = []
    ours.fc.register_forward_hook(lambda _m, _i, output: seen.append(output.dtype))
    batch = batches(1)[0]
    losses = [float(learning.step(batch, step).losses[0]) for step in range(STEPS)]
    assert set(seen) == {getattr(torch, precision)}
    assert losses[-1] < losses[0] / 4
    assert all(parameter.dtype is torch.float32 for parameter in ours.parameters())


RESUMED: Mapping[str, dict[str, Any]] = {
    **{name: chosen(name) for name in OPTIMISERS},
    "average": {"ema": 0.9},
    "groups": {"accumulate": 4},
    "scaler": {"precision": "float16"},
    "plateau": {"schedule": "plateau", "patience": 1},
    "channels last": {"channels_last": True, "accumulate": 4, "ema": 0.9},
}


@pytest.mark.parametrize("name", RESUMED)
def test_it_goes_on_from_its_state_to_the_bit(name: str) -> None:
    values = RESUMED[name]
    whole, begun = learner(net(), **values), learner(net(), **values)
    for step, batch in enumerate(batches()):
        whole.step(batch, step)
        whole.judge(1.0, 0.5)
    for step, batch in enumerate(batches(6)):
        begun.step(batch, step)
        begun.judge(1.0, 0.5)
    tensors, plain = begun.state()
    kept = {key: tensor.clone() for key, tensor in tensors.items()}
    weights = {key: tensor.clone() for key, tensor in begun.raw.state_dict().items()}
    again = learner(Net(), **values)
    again.raw.load_state_dict(weights)
    again.load(kept, msgspec.json.decode(msgspec.json.encode(plain)))
    for step, batch in [*enumerate(batches())][6:]:
        again.step(batch, step)
        again.judge(1.0, 0.5)
    assert again.rate == whole.rate
    for (key, ours), theirs in zip(again.kept().items(), whole.kept().values(), strict=True):
        assert torch.equal(ours, theirs), key


def test_the_plateau_lowers_the_rate() -> None:
    learning = learner(net(), schedule="plateau", patience=1, step_factor=0.5)
    batch = batches(1)[0]
    rates = []
    for step in range(5):
        learning.step(batch, step)
        rates.append(learning.rate)
        learning.judge(1.0, 0.5)
    assert rates == [0.05, 0.05, 0.05, 0.025, 0.025]


def test_a_change_is_in_force_at_the_next_step() -> None:
    """What is frozen keeps its optimiser's state for the others, and can be thawed again."""
    ours = net()
    learning = learner(ours, optimizer="adam")
    several = batches()
    recipe = Recipe(optimizer="adam", schedule="constant", warmup=0.0, device="cpu")
    learning.step(several[0], 0)
    before = {name: p.clone() for name, p in ours.named_parameters()}
    state = learning.state()[0]
    frozen = msgspec.structs.replace(recipe, learning_rate=0.2, weight_decay=0.1)
    learning.change(frozen, Learning(frozen=("conv",)))
    assert torch.equal(learning.state()[0]["o.fc.weight.exp_avg"], state["o.fc.weight.exp_avg"])
    learning.step(several[1], 1)
    assert learning.rate == 0.2
    still = {name for name, p in ours.named_parameters() if torch.equal(p, before[name])}
    assert still == {"conv.weight"}
    learning.change(recipe, Learning())
    learning.step(several[2], 2)
    assert not torch.equal(ours.conv.weight, before["conv.weight"])


def test_channels_may_lie_last_in_memory() -> None:
    ours, theirs = net(), net()
    learning, plain = learner(ours, channels_last=True), learner(theirs)
    seen: list[bool] = []
    ours.conv.register_forward_pre_hook(
        lambda _m, given: seen.append(given[0].is_contiguous(memory_format=torch.channels_last))
    )
    for step, batch in enumerate(batches(5)):
        learning.step(batch, step)
        plain.step(batch, step)
    assert all(seen)
    alike(ours, theirs, atol=1e-5, rtol=1e-4)
    flat = nn.Linear(3, CLASSES)
    vectors = Batch(torch.rand(4, 3), torch.arange(4), torch.arange(4))
    assert learner(flat, channels_last=True).step(vectors, 0).losses.isfinite().all()


def test_a_compiled_network_learns_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """By a back end that takes no compiler; all else is as with one."""
    compiled = functools.partial(torch.compile, backend="eager")
    monkeypatch.setattr(torch, "compile", compiled)
    ours, theirs = net(drop=0.2), net(drop=0.2)
    learning, plain = learner(ours, compile=True), learner(theirs)
    assert learning.raw is ours is not learning.network
    for model, learns in ((ours, learning), (theirs, plain)):
        torch.manual_seed(1)
        for step, batch in enumerate(batches(3)):
            learns.step(batch, step)
        with learns.validating():
            assert not model.training
            learns.evaluate(batches(1)[0])
    alike(ours, theirs)
    assert learning.kept().keys() == ours.state_dict().keys()


def test_without_a_compiler_nothing_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CXX", raising=False)
    with pytest.raises(DeviceError, match=r"needs a C\+\+ compiler.*or switch compile off"):
        learner(net(), compile=True)
