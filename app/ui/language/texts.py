"""Every text of the interface in the language in force.

`tr` looks a text up in a table that is read from Qt Linguist's files; English, in which the texts
are written, has an empty table. What was said is remembered, so that widgets that show it can be
told the same in another language.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping

from nodes.said import Said

_SOURCE = "Source: "
_REMEMBERED = 20_000  # filled sentences; older ones belong to widgets that are long gone

_table: Mapping[str, str] = {}
_backwards: dict[str, str] = {}  # a text without places, as shown -> its source
_filled: OrderedDict[str, tuple[str, Mapping[str, object]]] = OrderedDict()


def tr(text: str, /, **values: object) -> str:
    """A text of the interface in the language in force, with its named places filled.

    `tr("Delete {what}", what=name)`. The text is a literal, or one that the catalogue, a report or
    an error holds; a sentence that was `say`-d comes with its values.
    """
    if isinstance(text, Said):
        return _fill(text.template, {**text.places, **values})
    return _fill(text, values) if values else _table.get(text, text)


def _fill(template: str, places: Mapping[str, object]) -> str:
    spoken = {k: tr(v) if isinstance(v, Said) else v for k, v in places.items()}
    shown = _table.get(template, template).format_map(spoken)
    _filled[shown] = template, places
    if len(_filled) > _REMEMBERED:
        _filled.popitem(last=False)
    return shown


def tr_help(text: str) -> str:
    """A help text of several paragraphs; the last may say where it comes from."""
    return "\n\n".join(_paragraph(part) for part in text.split("\n\n"))


def _paragraph(text: str) -> str:
    source = text.removeprefix(_SOURCE)
    return tr("Source: {what}", what=source) if source != text else tr(text)


def again(shown: str) -> str | None:
    """What a shown text is in the language in force now; None for what `tr` did not give."""
    if (found := _filled.get(shown)) is not None:
        return tr(found[0], **found[1])
    source = _backwards.get(shown, shown)
    return _table.get(source, source) if shown in _backwards or source in _table else None


def use_table(table: Mapping[str, str]) -> None:
    """Speak by another table from now on."""
    global _table  # the one truth about the language
    _backwards.update((shown, source) for source, shown in _table.items())
    _backwards.update((shown, source) for source, shown in table.items())
    _table = table
