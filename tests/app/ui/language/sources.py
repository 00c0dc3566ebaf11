"""Every text that a person can read in the interface, found in the source and the catalogues.

Each belongs to one part, which is one file of translations: `ui` what windows say, `messages` what
the analysis and other parts without a window say, `layers` and `presets` what declarations say.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from app.ui.actions import ACTIONS, MENUS
from nodes.catalogue import CATALOGUE
from nodes.spec import Param
from presets import PRESETS
from presets.blocks import BLOCKS

ROOT = Path(__file__).parents[4]
PARTS = ("ui", "messages", "layers", "presets")
_NAME = re.compile(r"[a-z0-9_.]*\Z|[^A-Za-z]*\Z")  # not a word of any language


@cache
def texts(part: str) -> tuple[str, ...]:
    """The source texts of a part, in the order in which they are found; none is in two parts."""
    found = dict.fromkeys(t for t in _ALL[part]() if t and not _NAME.match(t))
    for before in PARTS[: PARTS.index(part)]:
        for text in texts(before):
            found.pop(text, None)
    return tuple(found)


def _ui() -> Iterator[str]:
    yield from (f"&{menu}" for menu in MENUS)
    for action in ACTIONS:
        yield action.text.lstrip("|")
        yield action.tip
    yield from _called(ROOT / "app" / "ui")


def _messages() -> Iterator[str]:
    for folder in ("nodes", "presets", "app"):
        yield from _called(ROOT / folder)


def _layers() -> Iterator[str]:
    for spec in CATALOGUE.values():
        yield from (spec.summary, spec.family)
        yield from (p for p in spec.help.split("\n\n") if not p.startswith("Source: "))
        yield from _of(spec.params)


def _presets() -> Iterator[str]:
    for preset in PRESETS.values():
        yield from (preset.family, preset.summary)
        if preset.accuracy is not None:
            yield from (preset.accuracy.data, preset.accuracy.how)
        yield from _of(preset.parameters)
    for ready in BLOCKS.values():
        yield from (ready.group, ready.block.summary)
        yield from _of(ready.block.parameters)


def _of(params: Iterable[Param]) -> Iterator[str]:
    for param in params:
        yield from (param.help, param.unit)


_ALL = {"ui": _ui, "messages": _messages, "layers": _layers, "presets": _presets}


def _called(folder: Path) -> Iterator[str]:
    """The literals that `tr`, `say` and `counted` are called with."""
    for path in sorted(folder.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                if call.func.id in ("tr", "say") and call.args:
                    yield from _literals(call.args[0])
                elif call.func.id == "counted" and len(call.args) > 1:
                    for one in _literals(call.args[1]):
                        many = next(_literals(call.args[2]), "") if len(call.args) > 2 else ""
                        yield from (f"1 {one}", f"{{n}} {many or one + 's'}")


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
