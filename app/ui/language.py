"""The language of the interface: `tr` gives a text in it, now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nodes.said import Said

_CONTEXT = "skipwire"


def tr(text: str, /, **values: object) -> str:
    """A text of the interface in the chosen language, with its named places filled.

    `tr("Delete {what}", what=name)`. The text is a literal, or one that the catalogue, a report or
    an error holds; a sentence that was `say`-d comes with its values.
    """
    template, places = (
        (text.template, {**text.values, **values}) if isinstance(text, Said) else (text, values)
    )
    shown = QCoreApplication.translate(_CONTEXT, template)
    if not places:
        return shown
    return shown.format_map({k: tr(v) if isinstance(v, Said) else v for k, v in places.items()})
