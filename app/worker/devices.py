"""Which devices this machine's torch can train on, and the choice among them."""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path

import psutil
import torch

from app.training.recipe import Device, Recipe
from app.worker.errors import DeviceError

_COMPILERS = ("g++", "clang++", "c++", "cl")


def available() -> tuple[str, ...]:
    """The devices that can be used, best first; cpu is always the last."""
    found = []
    if torch.cuda.is_available():
        found.append("cuda")
    if torch.backends.mps.is_available():
        found.append("mps")
    return (*found, "cpu")


def choose(device: Device) -> torch.device:
    """The device a recipe asks for.

    Raises:
        DeviceError: a device is named that torch does not find here.
    """
    here = available()
    if device == "auto":
        return torch.device(here[0])
    if device not in here:
        raise DeviceError(
            f"The recipe asks for the device {device}, but torch finds only "
            f"{', '.join(here)} here; choose auto or one of these."
        )
    return torch.device(device)


def kind_of_each(recipe: Recipe) -> str:
    """What several processes learn on, a device each: cuda where there are enough of it, or cpu.

    Raises:
        DeviceError: the recipe asks for what is not to be had in several processes.
    """
    choose(recipe.device)
    number, cards = recipe.processes, torch.cuda.device_count()
    if recipe.device == "mps":
        raise DeviceError(
            f"The recipe asks for {number} processes on mps, which can do only one. Set processes "
            "to 1, or device to cpu."
        )
    if recipe.device == "cuda" and number > cards:
        raise DeviceError(
            f"The recipe asks for {number} processes on cuda, a device each, and torch finds "
            f"{cards} here. Set processes to {max(1, cards)}, or device to cpu."
        )
    kind = "cuda" if 0 < number <= cards and recipe.device != "cpu" else "cpu"
    if recipe.sync_norms and kind == "cpu":
        raise DeviceError(
            "The recipe asks for normalisation over all processes, which torch does on cuda alone. "
            "Switch it off; each process normalises by its own part of the batch then."
        )
    if recipe.batch_size < 2 * number:
        raise DeviceError(
            f"A batch of {recipe.batch_size} cannot be shared by {number} processes, as each needs "
            f"two samples. Set the batch size to {2 * number} or more."
        )
    return kind


def memory(device: str) -> int:
    """Bytes that a device has in all; for the CPU what the machine or its container allows."""
    if device == "cuda":
        return int(torch.cuda.get_device_properties(torch.cuda.current_device()).total_memory)
    if device == "mps":
        return int(torch.mps.recommended_max_memory())
    return _main_memory()


def _main_memory() -> int:
    limits = [int(psutil.virtual_memory().total)]
    limit = Path("/sys/fs/cgroup/memory.max")  # of a container on Linux; a number or "max"
    if limit.exists() and (text := limit.read_text().strip()).isdigit():
        limits.append(int(text))
    return min(limits)


def describe(device: torch.device, processes: int = 1) -> str:
    """The device for the person: cuda with the name of the card; of each process."""
    cuda = device.type == "cuda"
    told = f"cuda ({torch.cuda.get_device_name()})" if cuda else device.type
    return f"{processes} × {told}" if processes > 1 else told


def set_determinism(wanted: bool) -> None:
    """Whether all kernels give the same bits again; where there is none that does, torch raises."""
    torch.use_deterministic_algorithms(wanted)
    torch.backends.cudnn.deterministic = wanted
    torch.backends.cudnn.benchmark = not wanted


def require_compiler(device: str) -> None:
    """Raises DeviceError where torch.compile has nothing to compile with."""
    if device == "cuda":
        if importlib.util.find_spec("triton") is None:
            raise DeviceError(
                "The recipe asks to compile the network, which needs the package triton for cuda. "
                "Install it with pip install triton, or switch compile off."
            )
    elif not any(map(shutil.which, filter(None, (os.environ.get("CXX"), *_COMPILERS)))):
        raise DeviceError(
            "The recipe asks to compile the network, which needs a C++ compiler. There is none of "
            f"{', '.join(_COMPILERS)} here. Install one, or switch compile off."
        )


def leave_a_core(processes: int = 1) -> None:
    """Trains on all cores but one, which the window needs to stay fluent; shared by processes."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    torch.set_num_threads(max(1, ((cores or 1) - 1) // processes))
