"""Every layer of the catalogue against real torch, over many settings, legal and not.

For each setting the layer is built as the generated code builds it and run on a batch of two.
Output shapes, parameters, buffers and multiply-adds must be torch's own. What torch refuses is
refused here, in a sentence that says what to do; what is refused here torch refuses too, but for
the few cases in STRICTER.
"""

from __future__ import annotations

import inspect
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode

from nodes.catalogue import CATALOGUE
from nodes.errors import LayerError, ParameterError
from nodes.spec import Args, ExpressionCode, Facts, LayerSpec, ModuleCode, Shape, Style, Tensor

BATCH = 2
Inputs = Sequence[Shape]


@dataclass(frozen=True)
class Settings:
    """What to try of one layer: for every parameter some values, legal and not, and inputs."""

    inputs: Sequence[Inputs]
    values: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    random: int = 0


VECTOR: Shape = (12,)
SEQUENCE: Shape = (5, 8)
IMAGES: list[Shape] = [(1, 28, 28), (3, 9, 12), (4, 8, 8), (6, 7, 5), (8, 1, 1), (12, 3, 16)]
VOLUME: Shape = (2, 3, 4, 5)
ANY: list[Inputs] = [[shape] for shape in (*IMAGES, VECTOR, SEQUENCE, VOLUME)]
AXES = [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5]

WINDOW = {
    "kernel_size": [1, 2, 3, 5, 7, (1, 3), (3, 1), (2, 5), 9, 0, -1],
    "stride": [1, 2, 3, (2, 1), (1, 3), 7, 0, -2, (1, 0)],
    "padding": [0, 1, 2, 3, (0, 1), (2, 0), 5, -1],
    "dilation": [1, 2, 3, (1, 2), 4, 0, -1],
}
POOL: dict[str, Sequence[Any]] = {
    **WINDOW,
    "stride": [None, *WINDOW["stride"]],
    "ceil_mode": [True, False],
}

BRANCHES: list[Inputs] = [
    [(4, 8, 8)],
    [(4, 8, 8), (4, 8, 8)],
    [(4, 8, 8), (6, 8, 8)],
    [(4, 8, 8), (1, 8, 8), (7, 8, 8)],
    [(4, 8, 8), (4, 4, 8)],
    [(4, 8, 8), (4, 1, 1)],
    [(4, 8, 8), (4, 8, 8), (4, 8, 7)],
    [(4, 8, 8), (5, 4, 4)],
    [(4, 8, 8), (8,)],
    [(12,), (12,)],
    [(12,), (3,)],
    [(5, 8), (5, 8), (5, 8)],
    [(5, 8), (5, 2)],
    [(2, 3, 4, 5), (2, 3, 4, 1)],
]

SETTINGS: dict[str, Settings] = {
    "Input": Settings([[]], {"shape": [(3, 32, 32), (10,), (1, 2, 3, 4), (-1, 2), (0, 4)]}),
    "Output": Settings(ANY),
    "Conv2d": Settings(
        [*ANY, [(3, 224, 224)], [(16, 14, 14)]],
        {
            **WINDOW,
            "out_channels": [1, 4, 6, 12, 64, 0, -1],
            "groups": [1, 2, 3, 4, 12, 5, 0, -2],
            "bias": [True, False],
        },
        random=600,
    ),
    "MaxPool2d": Settings(ANY, POOL, random=600),
    "AvgPool2d": Settings(
        ANY,
        {
            **{k: v for k, v in POOL.items() if k != "dilation"},
            "count_include_pad": [True, False],
        },
        random=600,
    ),
    "AdaptiveAvgPool2d": Settings(
        ANY, {"output_size": [1, 2, 7, (3, 1), (1, 4), 40, 0, -1, (2, -1)]}
    ),
    "BatchNorm2d": Settings(
        ANY,
        {
            "eps": [1e-5, 1e-3, 1.0, 0.0, -1.0, 2.0],
            "momentum": [0.1, 0.01, 0.0, 1.0, None, -0.1, 1.5],
            "affine": [True, False],
            "track_running_stats": [True, False],
        },
        random=60,
    ),
    "ReLU": Settings(ANY, {"inplace": [True, False]}),
    "Sigmoid": Settings(ANY),
    "Tanh": Settings(ANY),
    "Softmax": Settings(ANY, {"dim": AXES}),
    "Dropout": Settings(ANY, {"p": [0.0, 0.5, 1.0, -0.1, 1.1]}),
    "Flatten": Settings(ANY, {"start_dim": AXES, "end_dim": AXES}, random=300),
    "Linear": Settings(ANY, {"out_features": [1, 10, 84, 0, -1], "bias": [True, False]}, random=40),
    "Add": Settings(BRANCHES),
    "Concat": Settings(BRANCHES, {"dim": AXES}),
    "Identity": Settings(ANY),
}


@dataclass(frozen=True)
class Stricter:
    """A case in which torch goes on and this house says no. `rule` may be a parameter's name."""

    layer: str
    rule: str
    why: str
    when: Callable[[Args, Inputs], bool] = lambda a, inputs: True


def _over_batch(a: Args, inputs: Inputs) -> bool:
    return a.dim in (0, -len(inputs[0]) - 1)


def _flattens_batch(a: Args, inputs: Inputs) -> bool:
    return a.start_dim in (0, -len(inputs[0]) - 1)


def _without_batch(a: Args, inputs: Inputs) -> bool:
    return len(inputs[0]) in (1, 2)  # the batch of two is taken for the channels or the height


def _broadcasts(a: Args, inputs: Inputs) -> bool:
    return len({len(shape) for shape in inputs}) > 1 or any(1 in shape for shape in inputs)


BATCH_AXIS = "axis 0 is the batch, and a network must not mix its samples"
NO_BATCH = "torch also takes an image without a batch, and so reads the axes wrongly"
STRICTER = [
    Stricter("Input", "shape", "an axis of length 0 holds no data"),
    Stricter("AdaptiveAvgPool2d", "output_size", "an image of size 0 holds no data"),
    Stricter("Linear", "out_features", "no outputs, no layer"),
    Stricter("BatchNorm2d", "eps", "torch also takes 0, and may divide by it"),
    Stricter("BatchNorm2d", "momentum", "torch does not look at it; a share is from 0 to 1"),
    Stricter("MaxPool2d", "rank", NO_BATCH, _without_batch),
    Stricter("AvgPool2d", "rank", NO_BATCH, _without_batch),
    Stricter("AdaptiveAvgPool2d", "rank", "torch pools the last two of any number of axes"),
    Stricter("Softmax", "axis", BATCH_AXIS, _over_batch),
    Stricter("Concat", "axis", BATCH_AXIS, _over_batch),
    Stricter("Flatten", "axis", BATCH_AXIS, _flattens_batch),
    Stricter("Add", "add-mismatch", "silent broadcasting hides a mistake", _broadcasts),
]


@dataclass(frozen=True)
class Case:
    values: Mapping[str, Any]
    inputs: Inputs


def cases(kind: str) -> Iterator[Case]:
    """Every value of every parameter with every input, then random combinations."""
    settings, rng = SETTINGS[kind], random.Random(kind)
    for inputs in settings.inputs:
        yield Case({}, inputs)
        for name, values in settings.values.items():
            for value in values:
                yield Case({name: value}, inputs)
    for _ in range(settings.random):
        chosen = {name: rng.choice(values) for name, values in settings.values.items()}
        kept = {name: value for name, value in chosen.items() if rng.random() < 0.6}
        yield Case(kept, rng.choice(settings.inputs))


def ours(spec: LayerSpec, case: Case) -> Facts | ParameterError | LayerError:
    try:
        return spec.infer(spec.resolve(case.values), case.inputs)
    except (ParameterError, LayerError) as error:
        return error


REFUSALS = (RuntimeError, ValueError, IndexError, TypeError, ZeroDivisionError)


def torchs(spec: LayerSpec, case: Case, device: str) -> Facts | Exception:
    """What torch makes of it; the exception where it refuses, in construction or in running."""
    args = Args(**{**spec.defaults(), **case.values})
    try:
        with torch.device(device), torch.no_grad():
            module = build(spec, args, case.inputs)
            tensors = [torch.zeros(BATCH, *shape) for shape in case.inputs]
            with FlopCounterMode(display=False) as counter:
                found = module(*tensors)
    except REFUSALS as error:
        return error
    state: dict[str, Any] = {"parameters": (), "buffers": ()}
    if isinstance(module, torch.nn.Module):
        state = {
            "parameters": tuple(Tensor(n, tuple(p.shape)) for n, p in module.named_parameters()),
            "buffers": tuple(Tensor(n, tuple(b.shape)) for n, b in module.named_buffers()),
        }
    flops = counter.get_total_flops()
    return Facts(outputs=(tuple(found.shape[1:]),), macs=flops // 2 // BATCH, **state)


def build(spec: LayerSpec, args: Args, inputs: Inputs) -> Callable[..., torch.Tensor]:
    """The layer as the generated code writes it."""
    match spec.code:
        case ModuleCode(torch_name=name, lead=lead):
            constructor = getattr(torch.nn, str(name).removeprefix("nn."))
            values = {p.name: getattr(args, p.name) for p in spec.params}
            positional = [values[p.name] for p in spec.params if p.style is Style.POSITIONAL]
            keywords = {
                p.name: values[p.name]
                for p in spec.params
                if p.style is Style.ALWAYS
                or (p.style is Style.KEYWORD and values[p.name] != p.default)
            }
            return constructor(*lead(args, inputs), *positional, **keywords).eval()
        case ExpressionCode(expression=expression):
            names = [f"x{i}" for i in range(len(inputs))]
            text = expression(args, names)
            return lambda *xs: eval(text, {"torch": torch, **dict(zip(names, xs, strict=True))})
    if spec.id == "Input":
        return lambda: torch.zeros(BATCH, *args.shape)
    return lambda x: x


@cache
def compared(kind: str) -> Sequence[tuple[Case, Facts | Exception, Facts | Exception]]:
    spec = CATALOGUE[kind]
    return [(case, ours(spec, case), torchs(spec, case, "cpu")) for case in cases(kind)]


@pytest.fixture(scope="module", autouse=True)
def _one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


pytestmark = pytest.mark.filterwarnings("ignore:Initializing zero-element tensors")
every_layer = pytest.mark.parametrize("kind", list(CATALOGUE))


def test_every_layer_has_settings_for_every_parameter() -> None:
    assert set(SETTINGS) == set(CATALOGUE)
    for kind, spec in CATALOGUE.items():
        assert set(SETTINGS[kind].values) == {p.name for p in spec.params}, kind


@every_layer
def test_shapes_parameters_buffers_and_macs_are_those_of_torch(kind: str) -> None:
    legal = [(c, mine, real) for c, mine, real in compared(kind) if isinstance(mine, Facts)]
    assert legal
    assert [(c, mine, real) for c, mine, real in legal if mine != real] == []
    for case, mine, _ in legal:
        assert mine == torchs(CATALOGUE[kind], case, "meta"), case


@every_layer
def test_what_torch_refuses_is_refused_with_a_cure(kind: str) -> None:
    for case, mine, real in compared(kind):
        if isinstance(real, Facts):
            continue
        match mine:
            case LayerError():
                assert mine.message.endswith("."), case
                assert mine.cure.endswith("."), case
            case ParameterError():
                assert mine.parameter in case.values
                assert mine.reason.startswith(("must be at ", "must be more than ")), case
            case _:
                pytest.fail(f"{kind} takes {case}, and torch says: {real}")


@every_layer
def test_what_is_refused_torch_refuses_too_but_for_the_listed_cases(kind: str) -> None:
    listed = {s.rule: s for s in STRICTER if s.layer == kind}
    used = set()
    for case, mine, real in compared(kind):
        if isinstance(mine, Facts) or not isinstance(real, Facts):
            continue
        rule = mine.rule if isinstance(mine, LayerError) else getattr(mine, "parameter", "")
        assert rule in listed, f"{kind} refuses {case} ({mine}), and torch makes {real}"
        args = Args(**{**CATALOGUE[kind].defaults(), **case.values})
        assert listed[rule].when(args, case.inputs), f"{kind} refuses {case}, torch makes {real}"
        used.add(rule)
    assert used == set(listed), "a listed case that never happens"


MODULES = [kind for kind, spec in CATALOGUE.items() if isinstance(spec.code, ModuleCode)]


@pytest.mark.parametrize("kind", MODULES)
def test_parameters_stand_in_the_constructor_as_declared(kind: str) -> None:
    spec = CATALOGUE[kind]
    assert isinstance(spec.code, ModuleCode)
    constructor = getattr(torch.nn, str(spec.code.torch_name).removeprefix("nn."))
    signature = inspect.signature(constructor).parameters
    lead = spec.code.lead(spec.resolve({}), [(4, 8, 8)])
    positional = [p.name for p in spec.params if p.style is Style.POSITIONAL]
    assert list(signature)[len(lead) :][: len(positional)] == positional
    for param in spec.params:
        torchs_default = signature[param.name].default
        if param.style is Style.KEYWORD:
            assert torchs_default == param.default, param.name
        elif param.style is Style.ALWAYS:
            assert torchs_default != param.default, f"{param.name} need not always be written"
