"""What the command palette offers: actions, networks, files, nodes and blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon, QKeySequence

from app.ui import settings
from app.ui.actions import ACTIONS
from app.ui.actions.keys import plain
from app.ui.actions.spec import ActionSpec
from app.ui.going import go_to_node
from app.ui.language import tr
from app.ui.palette.search import title_rank
from nodes.catalogue import CATALOGUE
from nodes.network import ROOT, Network
from presets import PRESETS

if TYPE_CHECKING:
    from app.ui.window import MainWindow

NODE, BLOCK = "@", "#"  # before what is typed: only nodes, or only blocks
_NATIVE = QKeySequence.SequenceFormat.NativeText
_BY_OTHERS = 10  # that what is meant is the menu or the explanation, not the title
_MOST = 10_000  # nodes that are looked at


@dataclass(frozen=True)
class Command:
    """One row. A command that cannot be given now says why in `missing`.

    `id` is what it is remembered by; `also` are other names that it is found by. `about` is
    found too, but less well than the title.
    """

    id: str
    title: str
    about: str
    where: str
    run: Callable[[], object]
    icon: QIcon | None = None
    family: str = ""
    off: bool = False
    missing: str = ""
    also: str = ""


def offered(w: MainWindow, query: str) -> list[Command]:
    """Everything of the kind that the query asks for, in the order of an empty one."""
    if query.startswith(NODE):
        return list(_nodes(w))
    if query.startswith(BLOCK):
        return list(_blocks(w))
    return [*_actions(w), *_files(w), *_networks(w), *_tabs(w)]


def matching(query: str, commands: Iterable[Command], recent: Sequence[str]) -> list[Command]:
    """Those that the query means, best first; what can be done ahead of what cannot."""
    words = query.lower().lstrip(NODE + BLOCK).split()
    text = " ".join(words)
    last = {command: k for k, command in enumerate(recent)}
    found: list[tuple[tuple[object, ...], Command]] = []
    for command in commands:
        ranks = [_rank(word, command) for word in words]
        known = [r for r in ranks if r is not None]
        if len(known) == len(ranks):
            lately = last.get(command.id, len(last))
            title = command.title.lower()
            whole = title != text, not title.startswith(text)
            found.append(((*whole, sum(known), command.off, lately), command))
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


def _rank(word: str, command: Command) -> int | None:
    if (found := title_rank(word, command.title, command.also.split())) is not None:
        return found
    others = f"{command.about} {command.where}".lower()
    return _BY_OTHERS if word in others else None


def _actions(w: MainWindow) -> Iterator[Command]:
    for spec in ACTIONS:
        action = w.actions_by_id[spec.id]
        on = spec.enabled(w)
        keys = action.shortcut().toString(_NATIVE)
        menu = tr(f"&{spec.menu}").replace("&", "")
        yield Command(
            spec.id, plain(action.text()), action.statusTip(), f"{menu}   {keys}" if keys else menu,
            action.trigger, action.icon(), off=not on, missing="" if on else _missing(w, spec),
            also=_ALSO.get(spec.id, ""),
        )  # fmt: skip


# What people call them elsewhere, in English and Chinese alike.
_ALSO = {
    "edit.preferences": "settings options language theme scale 设置 语言 主题",
    "language.system": "language locale translation 语言",
    "language.english": "language locale translation 语言 英文",
    "language.chinese": "language chinese simplified locale translation 语言 中文",
    "view.theme": "theme colour color mode night 主题 颜色",
    "appearance.larger": "bigger font scale dpi 放大 字号",
    "appearance.smaller": "tinier font scale dpi 缩小 字号",
    "file.start": "home welcome recent examples 最近",
    "help.shortcuts": "keyboard keys hotkeys bindings 快捷键",
}


def _missing(w: MainWindow, spec: ActionSpec) -> str:
    """What an action waits for, as far as its condition has a name."""
    if not w.shows_canvas:
        return tr("Open a network first")
    told = _REASONS.get(spec.enabled.__name__, "")
    return tr(told) if told else tr("Not now")


# By the names of the conditions of the actions.
_REASONS = {
    "several": "There is one network only",
    "selected": "Select a node first",
    "selected_one": "Select one node first",
    "something": "Select something first",
    "beside": "Split the view, and select what is to be copied",
    "filed": "Save the network first",
    "block_selected": "Select a block first",
    "block_among_selected": "Select a block first",
    "custom_selected": "Select a node of your own code first",
    "sound": "Mend the problems first",
    "inside_block": "Only inside a block",
}


def _files(w: MainWindow) -> Iterator[Command]:
    sign = w.actions_by_id["file.open"].icon()
    for path in filter(Path.exists, settings.recent()):
        title, run = tr("Open {name}", name=path.name), partial(w.documents.open_path, path)
        yield Command(f"file:{path}", title, str(path.parent), tr("Recent file"), run, sign)


def _networks(w: MainWindow) -> Iterator[Command]:
    for preset in PRESETS.values():
        title, run = tr("Open {name}", name=preset.title), partial(_open_preset, w, preset.id)
        about = tr(preset.summary)
        yield Command(f"preset:{preset.id}", title, about, preset.family, run, family="Block")


def _open_preset(w: MainWindow, preset: str) -> None:
    w.documents.open_preset(preset)


def _tabs(w: MainWindow) -> Iterator[Command]:
    sign = w.actions_by_id["go.next_tab"].icon()
    for tab in w.tabs.tabs if w.shows_canvas else ():
        if tab is not w.tabs.active:
            name = tab.sheet.title
            title, run = tr("Show {name}", name=name), partial(w.tabs.activate, tab)
            yield Command(f"tab:{name}", title, "", tr("Tab"), run, sign)


def _nodes(w: MainWindow) -> Iterator[Command]:
    """Those of the graph that is shown come first, and those of repeated blocks once."""
    if not w.shows_canvas:
        return
    editor, network = w.editor, w.editor.network
    here = f"{editor.prefix}." if editor.prefix else ""
    for node in editor.graph.nodes[:_MOST]:
        yield _node(w, network, f"{here}{node.name}", node.name, node.kind)
    shown: set[tuple[str, str]] = {(editor.scope, node.name) for node in editor.graph.nodes}
    for found in editor.report.nodes.values():
        place = found.scope, found.name
        if place not in shown and len(shown) < _MOST:
            shown.add(place)
            kind = network.scope(found.scope).by_name[found.name].kind
            yield _node(w, network, found.path, found.name, kind)


def _node(w: MainWindow, network: Network, path: str, name: str, kind: str) -> Command:
    custom = network.custom_by_name.get(kind)
    family = "Block"
    if kind not in network.block_by_name:
        family = custom.spec.family if custom is not None else _family(kind)
    about = path.rpartition(".")[0]
    return Command(f"@{path}", name, about, kind, lambda: go_to_node(w, path), family=family)


def _family(kind: str) -> str:
    """The family of a layer; none where it is not known."""
    return CATALOGUE[kind].family if kind in CATALOGUE else ""


def _blocks(w: MainWindow) -> Iterator[Command]:
    """The blocks of the network, each where it is first used."""
    if not w.shows_canvas:
        return
    network = w.editor.network
    first: dict[str, tuple[str, ...]] = {}
    waiting: list[tuple[str, ...]] = [()]
    scopes: dict[tuple[str, ...], str] = {(): ROOT}
    while waiting:
        trail = waiting.pop(0)
        for node in network.scope(scopes[trail]).nodes:
            if node.kind in network.block_by_name and node.kind not in first:
                inner = (*trail, node.name)
                first[node.kind], scopes[inner] = inner, node.kind
                waiting.append(inner)
    for kind, trail in first.items():
        block = network.block_by_name[kind]
        run, where = partial(w.editor.show_place, trail), " › ".join(trail)
        yield Command(f"#{kind}", kind, block.summary, where, run, family="Block")
