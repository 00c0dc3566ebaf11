"""The shortcuts in force: those of the table, and what the person has set instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from PySide6.QtGui import QAction, QKeySequence

from app.ui import settings
from app.ui.actions.spec import ActionSpec

_MNEMONIC = re.compile(r"\(&\w\)")  # of a language whose letters are on no key
_NATIVE = QKeySequence.SequenceFormat.NativeText
_PORTABLE = QKeySequence.SequenceFormat.PortableText


def in_force(specs: Iterable[ActionSpec]) -> Mapping[str, QKeySequence]:
    """What triggers each action, by id; empty where nothing does.

    What the person has set goes before the table, which may have got the same keys later; a
    damaged value counts as none.
    """
    specs = tuple(specs)
    known = {s.id for s in specs}
    found: dict[str, QKeySequence] = {}
    for name, text in settings.shortcuts().items():
        keys = QKeySequence(text)
        told = keys.toString(_PORTABLE)
        if name in known and bool(told) == bool(text) and (not told or keys not in found.values()):
            found[name] = keys
    taken = {keys.toString(_PORTABLE) for keys in found.values()}
    for spec in specs:
        free = QKeySequence(spec.shortcut).toString(_PORTABLE) not in taken
        found.setdefault(spec.id, QKeySequence(spec.shortcut if free else ""))
    return found


def set_keys(spec: ActionSpec, keys: QKeySequence) -> None:
    """Only what differs from the table is kept, so that a better table reaches everybody."""
    kept = {name: text for name, text in settings.shortcuts().items() if name != spec.id}
    if keys != QKeySequence(spec.shortcut):
        kept[spec.id] = keys.toString(_PORTABLE)
    settings.set_shortcuts(kept)


def owner_of(keys: QKeySequence, specs: Iterable[ActionSpec]) -> ActionSpec | None:
    """The action among these that the keys trigger now."""
    force = in_force(specs := tuple(specs))
    return next((s for s in specs if not keys.isEmpty() and force[s.id] == keys), None)


def bind(specs: Iterable[ActionSpec], actions: Mapping[str, QAction]) -> None:
    """Give every action the shortcut in force, and tell it in its tool tip."""
    for name, keys in in_force(specs).items():
        action = actions[name]
        if action.shortcut() != keys:
            before = tip(action)
            action.setShortcut(keys)
            action.setToolTip(action.toolTip().replace(before, tip(action)))


def tip(action: QAction) -> str:
    """What the action does, and its shortcut where it has one."""
    told = action.statusTip() or plain(action.text())
    keys = action.shortcut().toString(_NATIVE)
    return f"{told} ({keys})" if keys else told


def plain(text: str) -> str:
    """The name of an action without the marks of a menu."""
    return _MNEMONIC.sub("", text.lstrip("|")).replace("&", "").rstrip("…")
