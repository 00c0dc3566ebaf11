"""The facts of all presets as a file, so that nobody waits for 80 networks to be worked out."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from app.gallery.facts import Facts, work_out
from nodes.files import write_text
from presets import PRESETS, Preset

FILE = Path(__file__).resolve().parents[2] / "resources" / "gallery.json"


def facts(preset: Preset) -> Facts:
    """The facts of a preset with its default parameters: read, or worked out for a new preset."""
    known = _known()
    if preset.id not in known:
        known[preset.id] = work_out(preset)
    return known[preset.id]


@cache
def _known() -> dict[str, Facts]:
    return msgspec.json.decode(FILE.read_bytes(), type=dict[str, Facts])


def write(path: Path = FILE) -> None:
    """Work all presets out and write the file, one line for each; raises FileError."""
    lines = (
        f"{msgspec.json.encode(preset.id).decode()}: "
        f"{msgspec.json.encode(work_out(preset)).decode()}"
        for preset in PRESETS.values()
    )
    write_text(path, "{\n" + ",\n".join(lines) + "\n}\n")
