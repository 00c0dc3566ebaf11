"""Long assignments: broken as the formatter would break them, and the same when read back."""

from __future__ import annotations

import ast
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.codegen.expressions import long_expression
from app.codegen.layout import STEP, WIDTH
from nodes.catalogue import CATALOGUE
from nodes.spec import Args, ExpressionCode

INDENT = STEP * 2
LONGEST = 60  # characters of a name
ARGUMENTS: dict[str, dict[str, Any]] = {
    "Reshape": {"shape": (512, 2, -1, 3, 64)},
    "Permute": {"dims": (4, 3, 1, 2)},
    "Slice": {"dim": -2, "start": 100, "stop": -10, "step": 2},
    "Split": {"sizes": (16, 32, 64, 128, 256)},
    "Crop": {"amounts": (1, 0, 2, 3)},
}


def names(rng: random.Random, count: int) -> list[str]:
    return [
        f"{'value_of_a_branch' * 4}"[: rng.randint(1, LONGEST - 2)] + f"x{k}" for k in range(count)
    ]


def rights(rng: random.Random) -> list[str]:
    """The right side of every layer that is an expression, and calls of modules."""
    found = []
    for kind, spec in CATALOGUE.items():
        if not isinstance(spec.code, ExpressionCode):
            continue
        variadic = any(p.variadic for p in spec.inputs)
        read = names(rng, rng.randint(1, 5) if variadic else len(spec.inputs))
        args = Args(**{**spec.defaults(), **ARGUMENTS.get(kind, {})})
        found.append(spec.code.expression(args, read))
    module, *read = names(rng, rng.randint(2, 5))
    call = f"self.{module}({', '.join(read)})"
    return [*found, call, f"{call}[0]", f"self.{module}({read[0]}.long())", f"{call}[0][:, -1]"]


def formatted(statements: Sequence[Sequence[str]]) -> str:
    """The statements as the formatter has them, each after a line with its number."""
    ruff = shutil.which("ruff", path=str(Path(sys.executable).parent)) or shutil.which("ruff")
    assert ruff, "ruff belongs to the development set-up"
    done = subprocess.run(
        [ruff, "format", "--isolated", f"--line-length={WIDTH}", "-"],
        input=numbered(statements),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def numbered(statements: Sequence[Sequence[str]]) -> str:
    lines = ["def forward():"]
    for number, statement in enumerate(statements):
        lines += [f"{STEP}if {number}:", *statement]
    return "\n".join(lines) + "\n"


def test_every_long_assignment_is_as_the_formatter_has_it() -> None:
    rng = random.Random(0)
    given: list[list[str]] = []
    ours: list[list[str]] = []
    while len(given) < 600:
        for right in rights(rng):
            targets = names(rng, rng.choice([1, 1, 2, 3]))
            line = f"{INDENT}{', '.join(targets)} = {right}"
            if len(line) > WIDTH:
                given.append([line])
                ours.append(long_expression(targets, right, INDENT))
    assert numbered(ours) == formatted(given)
    for (line,), lines in zip(given, ours, strict=True):
        broken = ast.parse("if 1:\n" + "\n".join(lines))
        assert ast.dump(broken) == ast.dump(ast.parse(f"if 1:\n{line}"))


def test_a_part_of_a_line_that_is_too_long_for_any_line_stands_alone() -> None:
    name = "x" * 100
    assert long_expression(["y"], f"{name}.flatten(1)", INDENT) == [
        f"{INDENT}y = {name}.flatten(",
        f"{INDENT}{STEP}1",
        f"{INDENT})",
    ]
