"""How much data may be held at once, beside what training needs."""

from __future__ import annotations

import psutil

LARGEST = 2 << 30  # bytes of decoded images; reading more would hold up the first step, too


def held_at_once(on_device: int | None = None) -> int:
    """Bytes of decoded images, where `on_device` are free on the device, if it has its own."""
    free = int(psutil.virtual_memory().available)
    return min(free // 4, LARGEST, *([on_device // 4] if on_device is not None else []))
