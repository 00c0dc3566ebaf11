"""What the device and the process use; a card tells more where NVIDIA's own library is there."""

from __future__ import annotations

import contextlib
import importlib
from types import ModuleType
from typing import Any

import psutil
import torch

from app.training.messages import DeviceUse, Watch
from app.worker.devices import memory
from app.worker.outbox import Outbox
from app.worker.watch.instrument import UNSEEN, Moment


class Gauge:
    """Memory, utilisation and temperature, once a second."""

    apart = 1.0

    def __init__(self, device: torch.device, outbox: Outbox) -> None:
        self._device = device
        self._outbox = outbox
        self._process = psutil.Process()
        self._limit = memory(device.type)
        self._card = _Card(device) if device.type == "cuda" else None
        self._peak = 0
        self.latest: DeviceUse | None = None

    def weight(self, watch: Watch) -> float:
        return UNSEEN

    def look(self, moment: Moment) -> None:
        self.latest = self._use()
        self._outbox.offer([(self.latest, b"")])

    def _use(self) -> DeviceUse:
        process = int(self._process.memory_info().rss)
        self._peak = max(self._peak, process)
        if self._device.type == "cuda":
            free, total = torch.cuda.mem_get_info(self._device)
            peak = int(torch.cuda.max_memory_reserved(self._device))
            told = self._card.told() if self._card is not None else (None, None)
            return DeviceUse(total - free, peak, total, process, *told)
        if self._device.type == "mps":
            used = int(torch.mps.driver_allocated_memory())
            return DeviceUse(used, used, self._limit, process)
        return DeviceUse(process, self._peak, self._limit, process)


class _Card:
    """What the driver tells of a card; nothing, where it does not."""

    def __init__(self, device: torch.device) -> None:
        self._library: ModuleType | None = None
        self._handle: Any = None
        with contextlib.suppress(ImportError):
            self._library = importlib.import_module("pynvml")
        if self._library is not None:
            index = torch.cuda.current_device() if device.index is None else device.index
            try:
                self._library.nvmlInit()
                uuid = f"GPU-{torch.cuda.get_device_properties(index).uuid}"
                self._handle = self._library.nvmlDeviceGetHandleByUUID(uuid.encode())
            except self._library.NVMLError:
                self._library = None

    def told(self) -> tuple[float | None, float | None]:
        """Utilisation from 0 to 1, and degrees Celsius."""
        library = self._library
        if library is None:
            return None, None
        try:
            use = library.nvmlDeviceGetUtilizationRates(self._handle).gpu / 100
            celsius = library.nvmlDeviceGetTemperature(self._handle, library.NVML_TEMPERATURE_GPU)
        except library.NVMLError:
            return None, None
        return float(use), float(celsius)
