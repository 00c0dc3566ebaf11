"""Writes the files of Qt Linguist."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from app.ui.language.reading import TRANSLATIONS, read_file
from tests.app.ui.language.sources import PARTS, texts

LANGUAGE = "zh_CN"
_HEAD = f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{LANGUAGE}" sourcelanguage="en">
<context>
    <name>skipwire</name>
"""
_FOOT = "</context>\n</TS>\n"


def file_of(part: str) -> Path:
    return TRANSLATIONS / LANGUAGE / f"{part}.ts"


def known() -> dict[str, str]:
    """All finished translations, also those that moved from one part to another."""
    found: dict[str, str] = {}
    for part in PARTS:
        if file_of(part).exists():
            found.update(read_file(file_of(part)))
    return found


def write(more: Mapping[str, str]) -> None:
    """Bring the files up to date with the source texts, and with more translations."""
    have = {**known(), **more}
    for part in PARTS:
        messages = "".join(_message(text, have.get(text)) for text in texts(part))
        file_of(part).write_text(_HEAD + messages + _FOOT, "utf-8")


def _message(source: str, translation: str | None) -> str:
    given = (
        '<translation type="unfinished"></translation>'
        if translation is None
        else f"<translation>{escape(translation)}</translation>"
    )
    lines = ("    <message>", f"        <source>{escape(source)}</source>", f"        {given}")
    return "\n".join((*lines, "    </message>", ""))
