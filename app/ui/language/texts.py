"""Every text of the interface in the language in force.

`tr` looks a text up in a table that is read from Qt Linguist's files; English, in which the texts
are written, has an empty table. What was said is remembered, so that widgets that show it can be
told the same in another language.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping
from functools import lru_cache

from app.ui.language.patterns import Patterns

_REMEMBERED = 500  # sentences of one text; what tells of a run in training is another every step
_SOURCE = "Source: "

_table: Mapping[str, str] = {}
_patterns = Patterns({})
_backwards: dict[str, str] = {}  # a text without places, as shown -> its source
_filled: dict[str, tuple[str, Mapping[str, object]]] = {}
_said: defaultdict[str, deque[str]] = defaultdict(deque)  # with each text, the oldest first


def tr(text: str, /, **values: object) -> str:
    """A text of the interface in the language in force, with its named places filled.

    `tr("Delete {what}", what=name)`. The text is a literal, or one that the catalogue, a report or
    an error holds; a finished sentence, such as the message of an error, is recognised.
    """
    if values:
        return _fill(text, values)
    return _table.get(text) or _recognised(text) if _table else text


def _fill(template: str, values: Mapping[str, object]) -> str:
    shown = _table.get(template, template).format_map(values)
    if shown in values.values():  # which is all that it says
        return shown
    if shown not in _filled:
        said = _said[template]
        said.append(shown)
        if len(said) > _REMEMBERED:
            _filled.pop(said.popleft(), None)
    _filled[shown] = template, values
    return shown


@lru_cache(maxsize=4096)
def _recognised(sentence: str) -> str:
    said = _patterns.say(sentence) if " " in sentence else None
    if said is None:
        return sentence
    _backwards[said] = sentence
    return said


def tr_help(text: str) -> str:
    """A help text of several paragraphs; the last may say where it comes from."""
    return "\n\n".join(_paragraph(part) for part in text.split("\n\n"))


def _paragraph(text: str) -> str:
    source = text.removeprefix(_SOURCE)
    return tr("Source: {what}", what=source) if source != text else tr(text)


def retold(shown: str) -> str:
    """A finished text, perhaps of another language, in the one in force as far as that is known."""
    return again(shown) or tr(shown)


def again(shown: str) -> str | None:
    """What a shown text is in the language in force now; None for what `tr` did not give."""
    if (found := _filled.get(shown)) is not None:
        values = {k: again(v) or v if isinstance(v, str) else v for k, v in found[1].items()}
        return tr(found[0], **values)
    source = _backwards.get(shown, shown)
    said = tr(source)
    return said if shown in _backwards or said != source else None


def use_table(table: Mapping[str, str]) -> None:
    """Speak by another table from now on."""
    global _table, _patterns  # the one truth about the language
    for spoken in (_table, table):
        _backwards.update((shown, source) for source, shown in spoken.items())
    _table, _patterns = table, Patterns(table)
    _recognised.cache_clear()
