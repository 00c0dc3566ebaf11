"""The kernels of a convolution, and how far they have come since the start of the run."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from app.runs.folder import FILTERS
from app.training.messages import Buffers, Filters, Start, Watch
from app.worker.outbox import Outbox
from app.worker.probe import SELECTED_MAPS, quantise
from app.worker.watch.instrument import OFF, ON_SCREEN, Moment
from nodes.files import FileError, write_file

BEGINNING = "0000.safetensors"
KEPT = 256  # kernels of a convolution, for the history
_CONVOLUTIONS = (
    *(nn.Conv1d, nn.Conv2d, nn.Conv3d),
    *(nn.ConvTranspose1d, nn.ConvTranspose2d, nn.ConvTranspose3d),
)


class Kernels:
    """Kernels are sent in the order of the weight: all of the first output, then the second's.

    `beginning` has the weights by path as the run began with them: they are kept in its folder,
    for when it goes on another day.
    """

    apart = 0.5

    def __init__(self, network: nn.Module, outbox: Outbox, start: Start) -> None:
        self._outbox = outbox
        self._found = {
            path: module.weight
            for path, module in network.named_modules()
            if isinstance(module, _CONVOLUTIONS)
        }
        self.beginning = {
            path: _shown(weight).float().cpu().clone(memory_format=torch.contiguous_format)
            for path, weight in self._found.items()
        }
        if start.folder:
            file = Path(start.folder) / FILTERS / BEGINNING
            if not self._recall(file):
                self._keep(file)

    def _keep(self, file: Path) -> None:
        # A folder that cannot be written is told of with the feature maps that are kept there.
        with suppress(OSError, FileError):
            file.parent.mkdir(exist_ok=True)
            write_file(file, lambda path: save_file(self.beginning, path))

    def _recall(self, file: Path) -> bool:
        """What fits; whether that is all. What is new in a network that grew begins here."""
        try:
            before = load_file(file)
        except (OSError, SafetensorError):
            return False
        fitting = {
            path: before[path]
            for path, kernels in self.beginning.items()
            if path in before and before[path].shape == kernels.shape
        }
        self.beginning |= fitting
        return len(fitting) == len(self.beginning)

    def weight(self, watch: Watch) -> float:
        seen = "filters" in watch.shown and watch.selected in self._found
        return ON_SCREEN if seen else OFF

    def look(self, moment: Moment) -> None:
        self._outbox.offer(self._both(moment.watch.selected, moment.step, SELECTED_MAPS))

    def everything(self, step: int) -> list[tuple[Filters, bytes]]:
        """The first kernels of all convolutions, and their changes."""
        return [told for path in self._found for told in self._both(path, step, KEPT)]

    def _both(self, path: str, step: int, most: int) -> list[tuple[Filters, bytes]]:
        weight = _shown(self._found[path])[:most].cpu().float()
        change = weight - self.beginning[path][:most]
        return [
            self._kernels(path, step, weight, change=False),
            self._kernels(path, step, change, change=True),
        ]

    def _kernels(
        self, path: str, step: int, kernels: Tensor, *, change: bool
    ) -> tuple[Filters, bytes]:
        count, height, width = kernels.shape
        pixels, lows, highs = quantise(kernels)
        channels = self._found[path].shape[:2].numel()
        return Filters(path, step, count, height, width, channels, lows, highs, change), pixels


def _shown(weight: Tensor) -> Tensor:
    """As (kernels, height, width), as many as can be seen; those of one dimension are a row."""
    kernels = weight.detach().flatten(0, 1)[:SELECTED_MAPS]
    if kernels.dim() == 2:
        return kernels[:, None]
    return kernels.flatten(1, -2)


class Statistics:
    """The running mean and variance of one BatchNorm."""

    apart = 0.5

    def __init__(self, network: nn.Module, outbox: Outbox) -> None:
        self._outbox = outbox
        self._found = {
            path: module
            for path, module in network.named_modules()
            if isinstance(module, nn.modules.batchnorm._NormBase) and module.track_running_stats
        }

    def weight(self, watch: Watch) -> float:
        return ON_SCREEN if "buffers" in watch.shown and watch.selected in self._found else OFF

    def look(self, moment: Moment) -> None:
        module = self._found[moment.watch.selected]
        values = [
            b.float().cpu() for b in (module.running_mean, module.running_var) if b is not None
        ]
        payload = b"".join(value.numpy().tobytes() for value in values)
        event = Buffers(moment.watch.selected, moment.step, len(values[0]))
        self._outbox.offer([(event, payload)])
