"""What torch really keeps and holds of a network, as generated."""

from __future__ import annotations

import weakref
from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, fx, nn
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

from app.analysis import analyse
from app.codegen import generate
from nodes.network import Network


def module(network: Network, device: str = "cpu") -> nn.Module:
    """The generated module, with fresh weights, of which those that are frozen do not learn."""
    report = analyse(network)
    source = generate(network, report)
    space: dict[str, Any] = {}
    exec(source.text, space)
    with torch.device(device):
        made = space[source.class_name]()
    assert isinstance(made, nn.Module)
    for path in report.learning.frozen:
        made.get_submodule(path).requires_grad_(False)
    return made


def saved_bytes(model: nn.Module, *inputs: Tensor, still: Sequence[str] = ()) -> int:
    """What autograd saves in training: every storage once, without parameters and buffers.

    What is `still` keeps its running statistics.
    """
    _train(model, still)
    known = {t.untyped_storage().data_ptr() for t in (*model.parameters(), *model.buffers())}
    found: dict[int, Tensor] = {}

    def pack(tensor: Tensor) -> Tensor:
        found[tensor.untyped_storage().data_ptr()] = tensor.detach()  # held: no address comes twice
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor):
        result = model(*inputs)
    del result
    return sum(t.untyped_storage().nbytes() for a, t in found.items() if a not in known)


def _train(model: nn.Module, still: Sequence[str]) -> None:
    model.train()
    for path in still:
        for inner in model.get_submodule(path).modules():
            if isinstance(inner, nn.BatchNorm2d):
                inner.eval()


class _Living(TorchDispatchMode):
    """Counts the bytes of all storages that live, as operations make them."""

    def __init__(self, known: set[int]) -> None:
        super().__init__()
        self.known, self.now, self.most = known, 0, 0

    def add(self, tensor: Tensor) -> None:
        storage = tensor.untyped_storage()
        address, size = storage._cdata, storage.nbytes()
        if address not in self.known:
            self.known.add(address)
            self.now += size
            self.most = max(self.most, self.now)
            weakref.finalize(storage, self._gone, address, size)

    def _gone(self, address: int, size: int) -> None:
        self.known.discard(address)
        self.now -= size

    def __torch_dispatch__(
        self, func: Any, types: Any, args: Any = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        made = func(*args, **(kwargs or {}))
        for tensor in tree_leaves(made):
            if isinstance(tensor, Tensor):
                self.add(tensor)
        return made


class _LettingGo(fx.Interpreter):
    """Runs a traced module and holds no value longer than the module needs it."""

    def __init__(self, traced: fx.GraphModule, inputs: list[Tensor]) -> None:
        super().__init__(traced)
        self.inputs = inputs

    def placeholder(self, target: Any, args: Any, kwargs: Any) -> Tensor:
        return self.inputs.pop(0)


def most_alive(model: nn.Module, *shapes: tuple[int, ...]) -> int:
    """Bytes of tensors that live at once in a forward pass that lets go of all it can."""
    traced = fx.symbolic_trace(model.eval())
    state = [*model.parameters(), *model.buffers()]
    counter = _Living({t.untyped_storage()._cdata for t in state})
    with torch.no_grad(), counter:
        _LettingGo(traced, [torch.zeros(shape) for shape in shapes]).run()
    return counter.most


def most_alive_in_training(model: nn.Module, *shape: int, still: Sequence[str] = ()) -> int:
    """Bytes of tensors that live at once in a training step, by SGD with momentum.

    The second step is measured, since the first makes the optimiser's state.
    """
    _train(model, still)
    optimiser = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    counter = _Living(set())
    with counter:
        for tensor in (*model.parameters(), *model.buffers()):
            counter.add(tensor)
        for _ in range(2):
            optimiser.zero_grad()
            counter.most = counter.now
            loss = nn.functional.cross_entropy(
                model(torch.zeros(shape)), torch.zeros(shape[0], dtype=torch.long)
            )
            loss.backward()
            optimiser.step()
            del loss
    return counter.most
