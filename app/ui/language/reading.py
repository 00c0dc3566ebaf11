"""Reads the translations, which are files of Qt Linguist."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

from app.ui.icons import FOLDER

TRANSLATIONS = FOLDER.parent / "translations"


def read_table(language: str) -> Mapping[str, str]:
    """Source text -> translation, of all files of a language; unfinished ones are left out."""
    table: dict[str, str] = {}
    for path in sorted((TRANSLATIONS / language).glob("*.ts")):
        table.update(read_file(path))
    return table


def read_file(path: Path) -> dict[str, str]:
    """The finished translations of one file, by source text."""
    found: dict[str, str] = {}
    for message in ElementTree.parse(path).iter("message"):
        source, translation = message.findtext("source"), message.find("translation")
        if source and translation is not None and translation.get("type") is None:
            found[source] = translation.text or ""
    return {source: text for source, text in found.items() if text}
