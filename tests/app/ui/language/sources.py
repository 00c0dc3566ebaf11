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

from app.analysis.costs import COSTS
from app.analysis.summary import TITLES
from app.gallery.order import ORDERS
from app.templates import TEMPLATES
from app.ui.inspector.training import WORDS
from app.ui.plots.colours import NAMES
from app.ui.training.fields import NOTHING, UNITS
from app.ui.weights.model import Fit
from nodes.catalogue import CATALOGUE
from nodes.initialisers import INITIALISERS
from nodes.spec import Param
from presets import PRESETS
from presets.blocks import BLOCKS

ROOT = Path(__file__).parents[4]
PARTS = ("ui", "messages", "layers", "presets")
_SILENT = ("ui", "codegen", "cli.py", "cli_parser.py", "__main__.py", "terminal.py",
    "checking.py", "printing.py")  # fmt: skip
_SENTENCE = re.compile(r"[A-Za-zé’']{2,}[,:;]? [A-Za-z“]")
_LABEL = re.compile(r"&?[A-Z][a-zé]+(&?[a-z ]+)*…?:?\Z")  # one or more words, the first capitalised
_WORDLESS = {"language", "actions", "icons.py", "theme.py"}
_CODE = re.compile(
    r"\n\n|^\n|\n {4}|\bself\.|import |torch\.|nn\.|==|\\begin|^\W*$|\(\?"
    r"|[\u4e00-\u9fff]"  # words to search by, in both languages
)
_PLACE = re.compile(r"\{\w+\}")
_WORDS = re.compile(r"[A-Za-z]")
_CODED = {  # choices that the code which is generated holds as they are
    *("zeros", "reflect", "replicate", "circular", "constant", "mean", "sum", "linear", "tanh"),
    *("nearest", "nearest-exact", "bilinear", "bicubic", "trilinear", "normal", "uniform"),
    *("trunc_normal", "cosine", "sgd", "adam", "adamw", "auto", "cpu", "cuda", "mps", "3x3"),
    *("fan_in", "fan_out", "sigmoid", "relu", "leaky_relu", "selu"),
}


@cache
def texts(part: str) -> tuple[str, ...]:
    """The source texts of a part, in the order in which they are found; none is in two parts."""
    found = dict.fromkeys(t for t in _ALL[part]() if _WORDS.search(t))
    for before in PARTS[: PARTS.index(part)]:
        for text in texts(before):
            found.pop(text, None)
    return tuple(found)


def _ui() -> Iterator[str]:
    yield from _actions()
    yield from _called(ROOT / "app" / "ui")
    yield from WORDS.values()
    yield from (*UNITS.values(), *NOTHING.values())
    yield from Fit
    for path in sorted((ROOT / "app" / "ui").rglob("*.py")):
        if not _WORDLESS.intersection(path.relative_to(ROOT / "app" / "ui").parts):
            yield from _sentences(ast.parse(path.read_text("utf-8")), _LABEL)


def _actions() -> Iterator[str]:
    """Menus, texts and tips of the tables of actions."""
    for path in sorted((ROOT / "app" / "ui" / "actions").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "MENUS":
                yield from (f"&{menu}" for menu in ast.literal_eval(node.value))
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "ActionSpec":
                tips = [*node.args[5:6], *(k.value for k in node.keywords if k.arg == "tip")]
                for text in (*node.args[1:2], *tips):
                    for found in _literals(text):
                        yield found.removeprefix("{first}").lstrip("|")


def _messages() -> Iterator[str]:
    """What is said without a window, where nothing marks a text: whatever reads like a sentence."""
    for path in _modules():
        yield from _sentences(ast.parse(path.read_text("utf-8")))
    yield from TITLES
    yield from (each.title for each in TEMPLATES)
    for cost in COSTS:
        yield from (cost.title, cost.help)
    for made in INITIALISERS.values():
        yield from (made.title, made.formula)
        yield from _of(made.params)
    yield from (f"By {order.title}" for order in ORDERS)
    yield from (name.capitalize() for name in NAMES)


def _modules() -> Iterator[Path]:
    for path in sorted((ROOT / "nodes").rglob("*.py")):
        yield path
    for path in sorted((ROOT / "app").rglob("*.py")):
        if path.relative_to(ROOT / "app").parts[0] not in _SILENT:
            yield path


def _sentences(tree: ast.AST, also: re.Pattern[str] | None = None) -> Iterator[str]:
    """Strings of several words that are no documentation, no code and no annotation."""
    inside: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            inside.add(node.value)  # a docstring
        if isinstance(node, ast.JoinedStr):
            inside.update(part for part in ast.walk(node) if part is not node)
    for node in ast.walk(tree):
        if node in inside:
            continue
        if isinstance(node, ast.JoinedStr):
            text = template(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        else:
            continue
        plain = _PLACE.sub("x", text)
        spoken = _SENTENCE.search(plain) or (also is not None and also.match(plain))
        if spoken and not _CODE.search(text):
            yield text


def template(node: ast.JoinedStr) -> str:
    """An f-string with the places by names."""
    parts: list[str] = []
    taken: dict[str, str] = {}
    for value in node.values:
        if isinstance(value, ast.Constant):
            parts.append(str(value.value).replace("{", "{{").replace("}", "}}"))
        elif isinstance(value, ast.FormattedValue):
            source = ast.unparse(value)
            if source not in taken:
                taken[source] = _name_of(value.value, set(taken.values()))
            parts.append(f"{{{taken[source]}}}")
    return "".join(parts)


def _name_of(value: ast.expr, taken: set[str]) -> str:
    wanted = "x"
    if isinstance(value, ast.Name):
        wanted = value.id
    elif isinstance(value, ast.Attribute):
        wanted = value.attr
    number, name = 2, wanted
    while name in taken:
        name, number = f"{wanted}{number}", number + 1
    return name


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
        for block in preset.network().blocks:
            yield block.summary
            yield from _of(block.parameters)
    for ready in BLOCKS.values():
        yield from (ready.group, ready.block.summary)
        yield from _of(ready.block.parameters)


def _of(params: Iterable[Param]) -> Iterator[str]:
    for param in params:
        yield from (param.help, param.unit)
        yield from (choice for choice in param.choices if choice not in _CODED | CATALOGUE.keys())


_ALL = {"ui": _ui, "messages": _messages, "layers": _layers, "presets": _presets}


def _called(folder: Path) -> Iterator[str]:
    """The literals that `tr` and `counted` are called with."""
    for path in sorted(folder.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                if call.func.id == "tr" and call.args:
                    yield from _literals(call.args[0])
                elif call.func.id == "counted" and len(call.args) > 1:
                    for one in _literals(call.args[1]):
                        many = next(_literals(call.args[2]), "") if len(call.args) > 2 else ""
                        yield from (f"1 {one}", f"{{n}} {many or one + 's'}")


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield template(node)
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
