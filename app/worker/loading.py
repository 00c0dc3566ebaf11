"""From the generated source to a module and its probe function."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator

import torch
from torch import Tensor, nn

from app.training.messages import PROTOCOL, Start
from app.worker.errors import FILENAME, RunError, remember

Probe = Callable[[nn.Module, Tensor], Iterator[tuple[str, Tensor]]]


def build(start: Start, device: torch.device) -> nn.Module:
    """The network on its device.

    Raises:
        RunError: the source has no such class, or is for another version.
        Exception: whatever the source itself raises.
    """
    if start.protocol != PROTOCOL:
        raise RunError(
            f"The window speaks protocol {start.protocol} and the worker {PROTOCOL}; "
            "install the same version of Skipwire for both."
        )
    remember(start.source)
    network = make(start.source, start.class_name)
    return network.to(device)


def require_weights(network: nn.Module) -> None:
    """Raises RunError where there is nothing to train."""
    if not any(parameter.requires_grad for parameter in network.parameters()):
        raise RunError("The network has no parameters to train; add a Conv2d or Linear layer.")


def make(source: str, class_name: str) -> nn.Module:
    """The network that a generated module defines.

    Raises:
        RunError: the source has no such class.
        Exception: whatever the source itself raises.
    """
    module = types.ModuleType("network")
    exec(compile(source, FILENAME, "exec"), module.__dict__)
    if not hasattr(module, class_name):
        raise RunError(f"The source defines no class named {class_name}; generate it again.")
    network = getattr(module, class_name)()
    if not isinstance(network, nn.Module):
        raise RunError(f"{class_name} is not a torch.nn.Module; generate the source again.")
    return network


def build_probe(start: Start) -> Probe:
    """The function that walks the network and yields each node's value.

    Raises:
        RunError: the text defines no function named probe.
    """
    module = types.ModuleType("probe")
    exec(compile(start.probe, "<skipwire probe>", "exec"), module.__dict__)
    if not hasattr(module, "probe"):
        raise RunError("The probe text defines no function named probe; generate it again.")
    probe: Probe = module.probe
    return probe
