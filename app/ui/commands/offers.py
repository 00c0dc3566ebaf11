"""What the command palette offers: actions, networks, files, nodes and blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon, QKeySequence

from app.ui import settings
from app.ui.actions import ACTIONS
from app.ui.actions.keys import plain
from app.ui.actions.spec import ActionSpec
from app.ui.commands.matching import Rows
from app.ui.going import go_to_node
from app.ui.language import tr
from nodes.catalogue import CATALOGUE
from nodes.network import ROOT, Network
from presets import PRESETS

if TYPE_CHECKING:
    from app.ui.window import MainWindow

NODE, BLOCK = "@", "#"  # before what is typed: only nodes, or only blocks
_NATIVE = QKeySequence.SequenceFormat.NativeText
_MOST = 10_000  # nodes that are looked at


@dataclass(frozen=True)
class Command:
    """One row. A command that cannot be given now says why in `missing`.

    `id` is what it is remembered by; `also` are other names that it is found by. `about` and
    `where` are found too, but less well than the title.
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


def offered(w: MainWindow, query: str) -> Rows[Command]:
    """Everything of the kind that the query asks for, in the order of an empty one."""
    if query.startswith(NODE):
        return _nodes(w)
    if query.startswith(BLOCK):
        return _rows([*_blocks(w)])
    return _rows([*_actions(w), *_files(w), *_networks(w), *_tabs(w)])


def words(query: str) -> Sequence[str]:
    """What is searched for, in small letters, without the mark of its kind."""
    return query.lower().lstrip(NODE + BLOCK).split()


def _rows(commands: Sequence[Command]) -> Rows[Command]:
    return Rows(
        [command.id for command in commands],
        [command.title for command in commands],
        [f"{command.about} {command.where}" for command in commands],
        commands.__getitem__,
        {k: command.also.split() for k, command in enumerate(commands) if command.also},
        frozenset(k for k, command in enumerate(commands) if command.off),
    )


def _actions(w: MainWindow) -> Iterator[Command]:
    for spec in ACTIONS:
        action = w.actions_by_id[spec.id]
        on = spec.enabled(w)
        keys = action.shortcut().toString(_NATIVE)
        menu = plain(tr(f"&{spec.menu}"))
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


def _nodes(w: MainWindow) -> Rows[Command]:
    """Those of the graph that is shown come first, and those of repeated blocks once."""
    if not w.shows_canvas:
        return _rows([])
    editor, network = w.editor, w.editor.network
    here = f"{editor.prefix}." if editor.prefix else ""
    nodes = editor.graph.nodes[:_MOST]
    places = [(f"{here}{node.name}", node.name, node.kind) for node in nodes]
    shown: set[tuple[str, str]] = set()
    graphs = {block.name: block.graph.by_name for block in network.blocks}
    graphs[ROOT] = network.graph.by_name
    elsewhere = graphs.keys() - {editor.scope}
    for found in editor.report.nodes.values() if elsewhere else ():
        place = found.scope, found.name
        if found.scope != editor.scope and place not in shown and len(places) < _MOST:
            shown.add(place)
            places.append((found.path, found.name, graphs[found.scope][found.name].kind))

    def make(row: int) -> Command:
        path, name, kind = places[row]
        about, run, family = _around(path), partial(go_to_node, w, path), _family(network, kind)
        return Command(f"@{path}", name, about, kind, run, family=family)

    return Rows(
        [f"@{path}" for path, _, _ in places],
        [name for _, name, _ in places],
        [f"{_around(path)} {kind}" for path, _, kind in places],
        make,
    )


def _around(path: str) -> str:
    """The path of the block that a node is in."""
    return path.rpartition(".")[0]


def _family(network: Network, kind: str) -> str:
    """The family of a kind; none where it is not known."""
    if kind in network.block_by_name:
        return "Block"
    if (custom := network.custom_by_name.get(kind)) is not None:
        return custom.spec.family
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
