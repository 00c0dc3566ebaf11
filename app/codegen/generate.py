"""A sound network as a stand-alone module of plain PyTorch."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from app.analysis.report import Report
from app.codegen.body import Line
from app.codegen.classes import Classes, ClassText
from app.codegen.sharing import Shared, share
from app.codegen.source import Source
from app.codegen.wording import docstring
from nodes.errors import SkipwireError
from nodes.network import Network
from nodes.spec import Shape


class GenerationError(SkipwireError):
    """Code was asked for while the network has problems."""


def generate(network: Network, report: Report) -> Source:
    """The module's text, its class and which line is for which node.

    One class a block definition, or one for several that differ in numbers only, innermost first;
    then the network's own, which takes no
    arguments. Attribute names are node names, so that the `state_dict` keys are the nodes' paths.

    Raises:
        GenerationError: the report has problems.
    """
    if not report.ok:
        raise GenerationError(
            f"The code waits for {len(report.problems)} problems to be solved, first of all: "
            f"{report.problems[0].message}"
        )
    shapes = {
        path: next(iter(r.outputs.values())) for path, r in report.nodes.items() if "." not in path
    }
    shared, classes, root = _classes(network, report, shapes)
    body: list[Line] = []
    carried = [[Line(t) for t in s.text.split("\n")] for s in classes.supports.values()]
    for lines in [*carried, *(c.lines for _, c in classes.made), root.lines]:
        body += [Line(""), Line(""), *lines]
    code = "\n".join(line.text for line in body)
    tensor = re.search(r"(?<![\w.])Tensor\b", code)
    head = [
        *docstring(f"{network.name}, drawn in Skipwire: {report.totals.parameters:,} parameters."),
        "",
        *sorted(i for i in classes.imports if i.startswith("import ")),
        *([""] if any(i.startswith("import ") for i in classes.imports) else []),
        *(["import torch"] if re.search(r"\btorch\.", code) else []),
        f"from torch import {'Tensor, nn' if tensor else 'nn'}",
        *sorted(i for i in classes.imports if i.startswith("from ")),
        "",
        f'__all__ = ["{root.name}"]',
    ]
    text = [*map(Line, head), *body]
    first = {name: origins[0] for name, origins in shared.origins.items()}
    return Source(
        text="\n".join(line.text for line in text) + "\n",
        class_name=root.name,
        places={
            n: replace(line.place, scope=first.get(line.place.scope, line.place.scope))
            for n, line in enumerate(text, 1)
            if line.place is not None
        },
        sharing={origins[0]: origins for origins in shared.origins.values()},
        carried=dict(_carried(classes, len(head))),
    )


def _classes(
    network: Network, report: Report, shapes: Mapping[str, Shape]
) -> tuple[Shared, Classes, ClassText]:
    """The classes, the network's own last, after blocks that differ in numbers were made one.

    Blocks that came out as several classes all the same are left apart.
    """
    apart: set[str] = set()
    while True:
        shared = share(network, apart)
        classes = Classes(shared.network, report, shapes)
        root = classes.root()
        carried = {*classes.supports, *(n for i in classes.imports for n in _bound(i))}
        if carried & classes.names:  # only now is it known what is carried along
            classes = Classes(shared.network, report, shapes, carried)
            root = classes.root()
        made = Counter(block for block, _ in classes.made)
        split = {b for name, of in shared.origins.items() if made[name] > 1 for b in of}
        if not split:
            return shared, classes, root
        apart |= split


def _carried(classes: Classes, number: int) -> Iterator[tuple[int, tuple[str, int]]]:
    """The lines of the classes that are carried along, which follow line `number`."""
    for support in classes.supports.values():
        number += 2
        for within in range(1, support.text.count("\n") + 2):
            number += 1
            yield number, (support.name, within)


def _bound(line: str) -> Iterator[str]:
    """The names that an import binds."""
    for name in line.partition("import ")[2].split(","):
        yield name.split()[-1].partition(".")[0]
