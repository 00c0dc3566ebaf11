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
            if start.resume:
                self._recall(file)
            else:
                self._keep(file)

    def _keep(self, file: Path) -> None:
        # A folder that cannot be written is told of with the feature maps that are kept there.
        with suppress(OSError, FileError):
            file.parent.mkdir(exist_ok=True)
            write_file(file, lambda path: save_file(self.beginning, path))

    def _recall(self, file: Path) -> None:
        """What fits; a run that kept nothing begins where it goes on."""
        with suppress(OSError, SafetensorError):
            for path, kernels in load_file(file).items():
                if path in self.beginning and kernels.shape == self.beginning[path].shape:
                    self.beginning[path] = kernels

    def weight(self, watch: Watch) -> float:
        seen = "filters" in watch.shown and watch.selected in self._found
        return ON_SCREEN if seen else OFF

    def look(self, moment: Moment) -> None:
        path = moment.watch.selected
        weight, begun = _shown(self._found[path]).cpu().float(), self.beginning[path]
        self._outbox.offer(
            [
                self._kernels(path, moment.step, weight, change=False),
                self._kernels(path, moment.step, weight - begun, change=True),
            ]
        )

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
