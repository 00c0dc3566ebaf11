"""Every layer of the catalogue against real torch, over random settings, legal and not.

Output shapes, parameters, buffers, multiply-adds, what training keeps and what a cell sees must be
torch's own. What torch refuses is refused here, in a sentence that says what to do; what is refused
here torch refuses too, but for the few cases that a family lists as STRICTER.
"""

from __future__ import annotations

import inspect
import subprocess
import sys
import typing
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import find, given, settings

from app.codegen.wording import constructed
from nodes.catalogue import CATALOGUE
from nodes.errors import LayerError, ParameterError
from nodes.network import Frozen, Node
from nodes.spec import LEFT_OUT, Args, Facts, Kind, LayerSpec, ModuleCode, Style, Support
from tests.nodes.layers import CASES, STRICTER
from tests.nodes.layers.cases import Case, Stricter, cases
from tests.nodes.measured import REMARKS, Saved, namespace, saved, shapes_and_costs, windows_fault

every_layer = pytest.mark.parametrize("kind", list(CATALOGUE))
pytestmark = [pytest.mark.filterwarnings(remark) for remark in REMARKS]


@pytest.fixture(scope="module", autouse=True)
def _steady_torch() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    torch.set_warn_always(True)  # a warning that comes only once hides from all cases but the first
    yield
    torch.set_warn_always(False)
    torch.set_num_threads(threads)


def ours(spec: LayerSpec, case: Case) -> Facts | ParameterError | LayerError:
    try:
        facts = spec.infer(spec.resolve(case.values), case.inputs)
    except (ParameterError, LayerError) as error:
        return error
    assert len(spec.output_names(case.values)) == len(facts.outputs)
    return facts


def over_cases(kind: str, check: Callable[[LayerSpec, Case], None]) -> None:
    """The check on the layer's own examples, then on random cases."""
    spec, told = CATALOGUE[kind], CASES[kind]
    for values, inputs in told.examples:
        check(spec, Case(values, inputs))

    @given(cases(spec, told))
    def randomly(case: Case) -> None:
        check(spec, case)

    randomly()


def test_cases_are_of_layers_that_there_are() -> None:
    assert CASES.keys() - set(CATALOGUE) == set()
    assert {s.layer for s in STRICTER} - set(CATALOGUE) == set()


@every_layer
def test_shapes_parameters_buffers_macs_and_refusals_are_those_of_torch(kind: str) -> None:
    listed = {s.rule: s for s in STRICTER if s.layer == kind}
    legal = 0

    def check(spec: LayerSpec, case: Case) -> None:
        nonlocal legal
        mine, real = ours(spec, case), shapes_and_costs(spec, case, CASES[kind])
        if isinstance(mine, Facts):
            legal += 1
            assert isinstance(real, Facts), f"torch says: {real}"
            assert mine.outputs == real.outputs
            assert (mine.parameters, mine.buffers) == (real.parameters, real.buffers)
            assert mine.macs == real.macs
            return
        if isinstance(mine, LayerError):
            assert mine.message.endswith(".")
            assert mine.cure.endswith(".")
        else:
            assert mine.parameter in case.values
        if isinstance(real, Facts):
            rule = mine.rule if isinstance(mine, LayerError) else mine.parameter
            assert rule in listed, f"refused ({mine}), and torch makes {real}"
            args = Args(**{**spec.defaults(), **case.values})
            assert listed[rule].when(args, case.inputs), f"{mine}, and torch makes {real}"

    over_cases(kind, check)
    assert legal


@pytest.mark.parametrize("case", STRICTER, ids=lambda s: f"{s.layer}-{s.rule}")
def test_where_we_are_stricter_torch_really_goes_on(case: Stricter) -> None:
    spec, example = CATALOGUE[case.layer], Case(*case.example)
    mine, real = ours(spec, example), shapes_and_costs(spec, example, CASES[case.layer])
    assert not isinstance(mine, Facts)
    assert (mine.rule if isinstance(mine, LayerError) else mine.parameter) == case.rule
    assert isinstance(real, Facts), real
    assert case.when(Args(**{**spec.defaults(), **example.values}), example.inputs)


@every_layer
def test_training_keeps_what_we_say(kind: str) -> None:
    def check(spec: LayerSpec, case: Case) -> None:
        facts = ours(spec, case)
        if not isinstance(facts, Facts):
            return
        for batch in (2, 3):
            mine, real = Saved.expected(facts, batch), saved(spec, case, CASES[kind], batch)
            assert mine == real, f"we say {mine}, torch {real} in a batch of {batch}"

    over_cases(kind, check)


# What has a way to begin has weights.
WEIGHTED = [k for k, spec in CATALOGUE.items() if any(p.kind is Kind.INIT for p in spec.params)]
# Of what their many steps keep, we take no account of which of them only the weights need.
WHOLE = {"RNN", "LSTM", "GRU", "MultiheadAttention"}


@pytest.mark.parametrize("kind", WEIGHTED)
def test_a_frozen_layer_keeps_what_we_say(kind: str) -> None:
    def check(spec: LayerSpec, case: Case) -> None:
        facts = ours(spec, case)
        if not isinstance(facts, Facts) or not facts.parameters:
            return
        for frozen in (Frozen.WEIGHTS, Frozen.ALL) if facts.buffers else (Frozen.WEIGHTS,):
            mine = Saved.expected(facts, 2, frozen)
            real = saved(spec, case, CASES[kind], 2, frozen)
            if kind in WHOLE:
                assert mine.others >= real.others
            else:
                assert mine == real, f"we say {mine}, torch {real}"

    over_cases(kind, check)


@every_layer
def test_windows_are_what_gradients_tell(kind: str) -> None:
    claimed = checked = 0

    def check(spec: LayerSpec, case: Case) -> None:
        nonlocal claimed, checked
        facts = ours(spec, case)
        if not isinstance(facts, Facts) or facts.windows is None or not case.inputs:
            return
        if not CASES[kind].measurable(spec.resolve(case.values)):
            return
        claimed += 1
        fault = windows_fault(spec, case, CASES[kind], facts)
        checked += fault is not None
        assert not fault

    over_cases(kind, check)
    assert checked or not claimed


@every_layer
def test_the_help_says_enough(kind: str) -> None:
    spec = CATALOGUE[kind]
    assert "Source: " in spec.help or spec.code is None
    assert spec.help.endswith(".")
    assert not spec.summary.endswith(".")
    for param in spec.params:
        assert param.help[0].isupper(), param.name


CODES = {kind: s.code for kind, s in CATALOGUE.items() if isinstance(s.code, ModuleCode)}
CARRYING = [kind for kind, code in CODES.items() if not isinstance(code.torch_name, str)]


@pytest.mark.parametrize("kind", CARRYING)
def test_what_code_carries_along_is_formatted(kind: str, tmp_path: Path) -> None:
    carried: dict[str, str] = {}

    def collect(spec: LayerSpec, case: Case) -> None:
        if isinstance(ours(spec, case), Facts):
            made = CODES[kind].constructor(spec.resolve(case.values))
            for support in made.in_order() if isinstance(made, Support) else ():
                carried[support.name] = support.text

    over_cases(kind, collect)
    for name, text in carried.items():
        (tmp_path / f"{name}.py").write_text(f"{text}\n")
    for command in (("format", "--diff"), ("check", "--select=E,W")) if carried else ():
        words = [sys.executable, "-m", "ruff", *command, "--isolated", "--line-length=88"]
        done = subprocess.run([*words, tmp_path], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("kind", CODES)
def test_parameters_stand_in_the_constructor_as_declared(kind: str) -> None:
    spec, code = CATALOGUE[kind], CODES[kind]
    case = find(
        cases(spec, CASES[kind]),
        lambda c: isinstance(ours(spec, c), Facts),
        settings=settings(database=None, derandomize=True),
    )
    args = spec.resolve(case.values)
    call = constructed(Node("layer", kind, case.values), spec, args, case.inputs)
    signature = parameters(eval(call.head, namespace(spec, args)))
    given = code.given(args, case.inputs)
    lead = code.lead(args, case.inputs)
    written = [p for p in spec.params if p.name not in given and p.kind is not Kind.INIT]
    first = [p.name for p in spec.params if p.style is Style.POSITIONAL]
    assert list(signature)[len(lead) :][: len(first)] == first
    assert signature.keys() >= {n for n, value in given.items() if value is not LEFT_OUT}
    for param in written:
        default = signature[param.name].default
        if param.style is Style.KEYWORD:
            assert default == param.default, param.name
        elif param.style is Style.ALWAYS:
            assert default != param.default, f"{param.name} need not always be written"


def parameters(constructor: Any) -> Mapping[str, inspect.Parameter]:
    """Of a constructor, and of its first overload where it takes all that comes, as nn.LSTM."""
    found = inspect.signature(constructor).parameters
    made = isinstance(constructor, type)
    overloads = typing.get_overloads(constructor.__init__) if made else ()
    if overloads and any(p.kind is p.VAR_KEYWORD for p in found.values()):
        found = inspect.signature(overloads[0]).parameters
        return {name: p for name, p in found.items() if name != "self"}
    return found
