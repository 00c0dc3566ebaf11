"""What the source of a custom layer says of itself, and what is told where it says nothing."""

from __future__ import annotations

import pytest

from nodes.custom import MAX_SOURCE, CustomLayer, SourceError, declare
from nodes.spec import Kind, ModuleCode, Param, Port, Support, Value
from tests.nodes.custom.sources import GATE, SPLIT, forward, layer

FORWARD = "def forward(self, x): return x"


def init(arguments: str, docstring: str = "") -> str:
    said = f'"""{docstring}"""\n' if docstring else ""
    return layer(f"{said}def __init__(self, {arguments}):\n    super().__init__()\n{FORWARD}")


def test_everything_that_a_layer_needs_is_read_from_its_source() -> None:
    spec = CustomLayer(GATE).spec
    assert (spec.id, spec.family) == ("Gate", "Custom")
    assert spec.summary == "Lets every map through as far as a learned gate opens"
    assert spec.params == (Param("steepness", Kind.FLOAT, 1.0, "how suddenly the gate opens"),)
    assert spec.inputs == (Port("x"),)
    assert spec.outputs == ("output",)
    assert isinstance(spec.code, ModuleCode)
    made = spec.code.constructor(spec.resolve({}))
    assert isinstance(made, Support)
    assert made.name == "Gate"
    assert made.text == GATE[GATE.index("class") :].rstrip("\n")
    assert made.imports == ()
    assert spec.code.lead(spec.resolve({}), [(16, 8, 8)]) == (16,)


@pytest.mark.parametrize(
    ("written", "kind", "default", "more"),
    [
        ("p: int = 3", Kind.INT, 3, {}),
        ("p: int = -3", Kind.INT, -3, {}),
        ("p: float = 0.5", Kind.FLOAT, 0.5, {}),
        ("p: float = 2", Kind.FLOAT, 2, {}),
        ("p: bool = True", Kind.BOOL, True, {}),
        ("p: int | None = None", Kind.INT, None, {"optional": True}),
        ("p: tuple[int, ...] = (1, 2, 3)", Kind.INTS, (1, 2, 3), {}),
        ("p: int | tuple[int, int] = (1, 2)", Kind.PAIR, (1, 2), {}),
        ("p: int | tuple[int, int] = 3", Kind.PAIR, 3, {}),
        ("p: int | tuple[int, int, int] = (1, 2, 3)", Kind.TRIPLE, (1, 2, 3), {}),
        ('p: Literal["a", "b"] = "b"', Kind.CHOICE, "b", {"choices": ("a", "b")}),
        ("*, p: int = 3", Kind.INT, 3, {}),
    ],
)
def test_arguments_of_the_constructor_are_parameters(
    written: str, kind: Kind, default: Value, more: dict[str, object]
) -> None:
    (param,) = declare(init(written)).params
    assert (param.name, param.kind, param.default) == ("p", kind, default)
    for name, value in more.items():
        assert getattr(param, name) == value


def test_the_docstring_is_help_also_of_a_parameter() -> None:
    spec = CustomLayer(init("p: int = 3", "Does it.\n\n    More of it.\n    p: how often.")).spec
    assert spec.summary == "Does it"
    assert spec.help.startswith("More of it.\np: how often.")
    assert spec.params[0].help == "how often"


@pytest.mark.parametrize(
    ("arguments", "inputs", "sizes"),
    [
        ("in_channels: int", "x", (3,)),
        ("in_features: int", "x", (8,)),
        ("in_channels, in_features", "x", (3, 8)),
        ("y_channels: int, x_features: int", "x, y", (5, 8)),
        ("in_channels: int, /, p: int = 1", "x", (3,)),
        ("p: int = 1", "x", ()),
    ],
)
def test_sizes_follow_from_the_wires(arguments: str, inputs: str, sizes: tuple[int, ...]) -> None:
    spec = CustomLayer(
        layer(f"def __init__(self, {arguments}): pass\ndef forward(self, {inputs}): return x")
    ).spec
    assert isinstance(spec.code, ModuleCode)
    assert spec.code.lead(spec.resolve({}), [(3, 4, 8), (5, 4, 8)]) == sizes


@pytest.mark.parametrize(
    ("signature", "inputs", "outputs"),
    [
        ("self, x", ["x"], ("output",)),
        ("self, x: torch.Tensor, y: Tensor", ["x", "y"], ("output",)),
        ("self, x, scale: float = 2.0", ["x"], ("output",)),
        ("self, x, *, mask: Tensor | None = None", ["x"], ("output",)),
        ("self, x, *others: Tensor", ["x", "*others"], ("output",)),
    ],
)
def test_arguments_of_forward_are_inputs(
    signature: str, inputs: list[str], outputs: tuple[str, ...]
) -> None:
    declared = declare(layer(f"def forward({signature}): return x"))
    assert [("*" if p.variadic else "") + p.name for p in declared.inputs] == inputs
    assert declared.outputs == outputs


def test_a_tuple_of_tensors_is_as_many_outputs() -> None:
    assert declare(SPLIT).outputs == ("output1", "output2")


@pytest.mark.parametrize(
    ("head", "imports"),
    [
        ("import torch.nn as nn", ()),
        ("import math", ("import math",)),
        ("import torch.nn.functional as F", ("import torch.nn.functional as F",)),
        ("from torch.nn import functional as F, init", (
            "from torch.nn import functional as F", "from torch.nn import init")),
        ("from torch import Tensor, einsum", ("from torch import einsum",)),
    ],
)  # fmt: skip
def test_imports_come_along_but_for_what_is_there_anyway(
    head: str, imports: tuple[str, ...]
) -> None:
    assert declare(layer(FORWARD, head)).imports == imports


def test_line_ends_of_other_systems_and_decorators_are_part_of_it() -> None:
    source = layer(FORWARD).replace("class", "@torch.compiler.disable\nclass")
    declared = declare(source.replace("\n", "\r\n"))
    assert declared.text.startswith("@torch.compiler.disable\nclass Mine")
    assert source.split("\n")[declared.line - 1].startswith("@torch")


@pytest.mark.parametrize(
    ("source", "line", "says"),
    [
        ("", 1, "no class"),
        ("class A(nn.Module)\n    pass", 1, "This is not Python: expected ':'"),
        ("\n\n  x", 3, "This is not Python: unexpected indent"),
        ("a\0b", 1, "null"),
        ("x = '\ud800'", 1, "This is not Python"),
        ("-" * 40_000 + "1", 1, "nested"),
        ("a" + ".b" * 20_000, 1, "nested"),
        ("#" * (MAX_SOURCE + 1), 1, "longer than 50,000"),
        ("import torch\n\nprint('hi')", 3, "Only imports and the class"),
        (layer(FORWARD) + layer(FORWARD, name="Two"), 11, "second class, Two"),
        ("class A:\n    " + FORWARD, 1, "must derive from nn.Module"),
        (layer("x = 1"), 5, "has no forward"),
        (layer("async def forward(self, x): return x"), 5, "has no forward"),
        (layer("def forward(self): return 1"), 6, "takes no input"),
        (layer("def forward(self, x: int): return x"), 6, "x is int"),
        (layer("def forward(self, x, *, y): return x"), 6, "only by name"),
        (layer("def forward(self, x) -> None: return"), 6, "must return a Tensor"),
        (layer("def forward(self, x) -> tuple[Tensor, ...]: return x"), 6, "one for each"),
        (layer("def forward(self, x) -> dict[str, Tensor]: return x"), 6, "one for each"),
        (init("p: int"), 6, "p needs a default"),
        (init("p"), 6, "p needs a default"),
        (init("p: int = 1, in_channels: int = 2, *, in_features: int"), 6, "needs a default"),
        (init("p=1"), 6, "p needs an annotation"),
        (init("p: str = 'a'"), 6, "list what it can be"),
        (init("p: list[int] = []"), 6, "p is list"),
        (init("p: int = len('a')"), 6, "must be a plain value"),
        (init("p: int = 1.5"), 6, "needs a whole number"),
        (init("p: bool = 1"), 6, "needs true or false"),
        (init("p: float = 1e999"), 6, "finite"),
        (init('p: Literal["a"] = "b"'), 6, "one of a"),
        (init('p: Literal["=a"] = "=a"'), 6, "can be one of"),
        (init("*sizes: int"), 6, "any number of sizes"),
        (init("**more: int"), 6, "any number of more"),
        (init("p: int = 1, /"), 6, "can be named"),
        (layer(FORWARD, "from torch import *"), 3, "not *"),
        (layer(FORWARD, "from . import b"), 3, "whole name"),
        (layer(FORWARD, "from __future__ import annotations"), 3, "__future__"),
        (layer(FORWARD, "import jax as torch"), 3, "torch means torch's own"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(source: str, line: int, says: str) -> None:
    fault = CustomLayer(source).fault
    assert fault is not None
    assert fault.line == line
    assert says in str(fault)
    with pytest.raises(SourceError):
        _ = CustomLayer(source).spec


def test_nothing_is_run_by_reading() -> None:
    source = forward("return x").replace("(nn.Module)", "(nn.Module, exec('raise SystemExit'))")
    assert CustomLayer(source).spec.id == "Mine"
