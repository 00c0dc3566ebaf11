"""What a module computes, in a few numbers: its logits, and its gradients after a training step.

Equal keys and counts prove little: another eps, padding or rounding of sizes leaves both as they
are. A module is filled by the names of its weights, so that two implementations hold the same.
"""

from __future__ import annotations

import math
import zlib
from typing import Any

import torch
from torch import Tensor, nn

GAIN = 1.5  # keeps the values alive through a hundred layers


def _drawn(key: str, shape: torch.Size) -> Tensor:
    """Numbers about 0 of standard deviation 1, always the same for a key and a shape."""
    generator = torch.Generator().manual_seed(zlib.crc32(key.encode()))
    return torch.randn(shape, generator=generator).double()


@torch.no_grad()
def fill(module: nn.Module) -> None:
    """Give every weight and buffer values that follow from its name."""
    for key, tensor in module.state_dict().items():
        if not tensor.is_floating_point():
            tensor.zero_()
            continue
        drawn = _drawn(key, tensor.shape)
        if key.endswith("running_var") or (tensor.dim() == 1 and key.endswith("weight")):
            drawn = 1 + drawn.tanh() / 2
        elif tensor.dim() > 1:
            drawn *= math.sqrt(GAIN / math.prod(tensor.shape[1:]))
        else:
            drawn *= 0.2
        tensor.copy_(drawn)


def computed(module: nn.Module, input_: tuple[int, ...]) -> dict[str, Any]:
    """Numbers of the logits in evaluation, and of gradients and buffers after a training step.

    In double precision, for two samples, with nothing left to chance: no dropout.
    """
    module.double()
    fill(module)
    for part in module.modules():
        if isinstance(getattr(part, "p", None), float):  # dropout of every kind
            setattr(part, "p", 0.0)  # noqa: B010 - no class of them all has it
    x = _drawn("input", torch.Size((2, *input_)))
    with torch.no_grad():
        logits = module.eval()(x)
    outputs = module.train()(x)
    several = tuple(outputs) if isinstance(outputs, tuple) else (outputs,)
    torch.stack([o.square().mean() for o in several]).sum().backward()
    gradients = [p.grad for p in module.parameters()]
    statistics = [b for b in module.buffers() if b.is_floating_point()]
    return {
        "input": list(input_),
        "logits": [norm(logits), *logits.flatten()[:4].tolist()],
        "gradients": [norm(*gradients), norm(gradients[0]), norm(gradients[-1])],
        "statistics": norm(*statistics) if statistics else 0.0,
    }


def norm(*tensors: Tensor | None) -> float:
    assert all(t is not None for t in tensors)
    return math.sqrt(sum(float(t.detach().square().sum()) for t in tensors if t is not None))
