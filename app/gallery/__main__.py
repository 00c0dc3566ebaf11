"""Writes the facts of all presets to resources/gallery.json."""

from __future__ import annotations

from app.gallery.resource import write

if __name__ == "__main__":
    write()
