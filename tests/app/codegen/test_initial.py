"""The weights of the generated module begin as the nodes say, and the lines that do it are few."""

from __future__ import annotations

import math
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
import torch
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from safetensors.torch import load_file
from torch import Tensor

from app.analysis import analyse
from app.codegen import Place, Source, generate
from app.training.export import export_request
from app.training.messages import Exported, ExportFailed
from app.training.session import Session
from nodes.catalogue import CATALOGUE
from nodes.custom import KNOWN, CustomLayer
from nodes.errors import LayerError, ParameterError
from nodes.initialisers import INITIALISERS, initial, tensor_of
from nodes.network import Block, Expression, Graph, Network, Node, edits, wire
from nodes.network.document import Document
from nodes.spec import Facts, Kind
from nodes.spec import Tensor as Named
from tests.app.codegen.random_networks import networks
from tests.app.networks import ends, graph, network, node
from tests.app.worker.conftest import Worker
from tests.conftest import EXAMPLES
from tests.nodes.layers import CASES
from tests.nodes.layers.cases import Case, cases
from tests.nodes.measured import REMARKS

pytestmark = [pytest.mark.filterwarnings(remark) for remark in REMARKS]
LAYERS = [kind for kind, s in CATALOGUE.items() if any(p.kind is Kind.INIT for p in s.params)]


def made(net: Network, seed: int = 0) -> tuple[Source, dict[str, Tensor]]:
    """The code, and the weights with which a module of it begins."""
    report = analyse(net)
    assert report.ok, report.problems
    source = generate(net, report)
    space: dict[str, Any] = {}
    exec(compile(source.text, "network", "exec"), space)
    torch.manual_seed(seed)
    return source, space[source.class_name]().state_dict()


def initial_lines(source: Source) -> list[str]:
    """The lines of the network's constructor from its first word on initialisers."""
    lines = source.text[source.text.index(f"class {source.class_name}(") :].splitlines()
    marks = ("for module in ", "module = ", "nn.init.")
    first = next((k for k, line in enumerate(lines) if line.strip().startswith(marks)), None)
    if first is None:
        return []
    end = next((k for k in range(first, len(lines)) if not lines[k].strip()), len(lines))
    return [line[8:] for line in lines[first:end]]


# --- what is drawn -------------------------------------------------------------------------------

INTO, OUT = 300, 500
DRAWN = {  # mean, standard deviation, least and largest value
    "kaiming_normal": (0, math.sqrt(2 / INTO), None),
    "kaiming_normal(mode=fan_out, nonlinearity=linear)": (0, math.sqrt(1 / OUT), None),
    "kaiming_normal(nonlinearity=tanh)": (0, 5 / 3 / math.sqrt(INTO), None),
    "kaiming_uniform(a=3)": (0, math.sqrt(0.2 / INTO), math.sqrt(0.6 / INTO)),
    "xavier_normal(gain=2)": (0, math.sqrt(8 / (INTO + OUT)), None),
    "xavier_uniform": (0, math.sqrt(2 / (INTO + OUT)), math.sqrt(6 / (INTO + OUT))),
    "orthogonal": (0, math.sqrt(1 / OUT), None),
    "normal(mean=1, std=0.1)": (1, 0.1, None),
    "trunc_normal(std=0.5, a=-1, b=1)": (0, 0.43981, 1),
    "uniform(a=-3, b=3)": (0, math.sqrt(3), 3),
    "constant(value=0.25)": (0.25, 0, None),
    "constant(value=1)": (1, 0, None),
}


def test_every_initialiser_is_among_them() -> None:
    assert {text.partition("(")[0] for text in DRAWN} == INITIALISERS.keys()


@pytest.mark.parametrize("text", DRAWN)
def test_weights_are_drawn_as_the_formula_says(text: str) -> None:
    net = network(
        [*ends(INTO), node("fc", "Linear", out_features=OUT, weight_init=text)], "input fc output"
    )
    source, state = made(net)
    mean, deviation, bound = DRAWN[text]
    weight = state["fc.weight"]
    error = 5 / math.sqrt(weight.numel())  # five standard errors of the mean
    assert abs(weight.mean() - mean) <= error * deviation
    assert math.isclose(weight.std(), deviation, rel_tol=error, abs_tol=1e-6)
    if bound is not None:
        assert 0.99 * bound < weight.abs().max() <= bound
    if text == "orthogonal":
        torch.testing.assert_close(weight.T @ weight, torch.eye(INTO), rtol=0, atol=1e-5)
    assert source.lines(Place("", "fc"))[1:2]


@pytest.mark.parametrize("kind", LAYERS)
def test_every_layer_begins_as_it_is_told(kind: str) -> None:
    """Also where it has no bias, or no weight: whatever tensors there are."""
    spec, checked = CATALOGUE[kind], 0
    params = [p for p in spec.params if p.kind is Kind.INIT]
    plain = {p.name: st.none() for p in params}

    @given(cases(spec, replace(CASES[kind], values={**CASES[kind].values, **plain})))
    def check(case: Case) -> None:
        nonlocal checked
        try:
            facts = spec.infer(spec.resolve(case.values), case.inputs)
        except (ParameterError, LayerError):
            return
        begin = {p.name: f"constant(value={k + 2})" for k, p in enumerate(params)}
        layers = [*ends(*case.inputs[0]), Node("layer", kind, {**case.values, **begin})]
        _, state = made(network(layers, "input layer output"))
        for k, p in enumerate(params):
            if tensor_of(p) in {t.name for t in facts.parameters}:
                checked += 1
                value = state[f"layer.{tensor_of(p)}"].clone()
                if (zero := case.values.get("padding_idx")) is not None:
                    assert not value[zero].any()
                    value[zero] = k + 2
                assert (value == k + 2).all()

    check()
    assert checked


def test_the_worker_begins_with_them(tmp_path: Path) -> None:
    net = network(
        [
            *ends(1, 8, 8),
            node("conv", "Conv2d", out_channels=64, weight_init="normal(std=0.01)",
                 bias_init="constant(value=0)"),
            node("flatten", "Flatten"),
            node("fc", "Linear", weight_init="uniform(a=0.1, b=0.2)"),
        ],
        "input conv flatten fc output",
    )  # fmt: skip
    report, path = analyse(net), tmp_path / "begin.safetensors"
    with Session() as session:
        worker = Worker(session)
        worker.send(export_request(Document(net), report, generate(net, report), path, 0))
        assert isinstance(worker.until(Exported, ExportFailed)[-1][0], Exported)
    state = load_file(path)
    assert math.isclose(state["conv.weight"].std(), 0.01, rel_tol=0.2)
    assert not state["conv.bias"].any()
    assert 0.1 <= state["fc.weight"].min() < state["fc.weight"].max() <= 0.2
    assert state["fc.bias"].any()


# --- what is written -----------------------------------------------------------------------------

CHOICES = (None, None, "constant(value=0)", "constant(value=2)", "constant(value=3)")


@settings(
    max_examples=EXAMPLES or 25, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(networks(), st.integers(0, 2**32), st.integers(2, len(CHOICES)))
def test_whatever_lines_are_chosen_each_tensor_begins_as_its_node_says(
    net: Network, seed: int, most: int
) -> None:
    """Constants draw no random numbers: all that has none is as it is without any initialisers."""
    rng, choices = Random(seed), CHOICES[-most:]

    def begin(n: Node) -> Node:
        inits = [p.name for p in net.params(n.kind) if p.kind is Kind.INIT]
        args = {name: value for name, value in n.args.items() if name not in inits}
        given = {name: rng.choice(choices) for name in inits}
        return replace(n, args=args | {k: v for k, v in given.items() if v is not None})

    def rewritten(graph: Graph, change: bool) -> Graph:
        nodes = (begin(n) for n in graph.nodes)
        plain = (replace(n, args={k: v for k, v in n.args.items() if "_init" not in k})
                 for n in graph.nodes)  # fmt: skip
        return replace(graph, nodes=tuple(nodes if change else plain))

    def whole(change: bool) -> Network:
        blocks = tuple(replace(b, graph=rewritten(b.graph, change)) for b in net.blocks)
        return replace(net, graph=rewritten(net.graph, change), blocks=blocks)

    told, plain = whole(True), whole(False)
    report = analyse(told)
    if not report.ok:
        return
    _, found = made(told)
    _, other = made(plain)
    assert list(found) == list(other)
    for path, r in report.nodes.items():
        args = told.scope(r.scope).by_name[r.name].args
        for tensor in r.tensors:
            key, text = tensor.key(path), args.get(f"{tensor.name}_init")
            if text is None:
                assert torch.equal(found[key], other[key]), key
                continue
            wanted = torch.full(tensor.shape, float(str(text)[-2]))
            if isinstance(zero := args.get("padding_idx"), int):
                wanted[zero] = 0
            assert torch.equal(found[key], wanted), key


def conv(name: str, weight: str = "", shift: str = "", **args: Any) -> Node:
    """A convolution that keeps the shape of what the networks here begin with."""
    for tensor, text in {"weight": weight, "bias": shift}.items():
        if text:
            args[f"{tensor}_init"] = Expression(text[1:]) if text.startswith("=") else text
    return node(name, "Conv2d", out_channels=3, kernel_size=1, **args)


HE, HE_LINE = "kaiming_normal(mode=fan_out)", 'nn.init.kaiming_normal_({}, mode="fan_out")'
ZERO = "constant(value=0)"
RESIDUAL = Block(
    "Residual",
    (),
    graph(
        [
            *ends(),
            conv("conv", HE),
            node("norm", "BatchNorm2d", weight_init=ZERO),
            node("add", "Add"),
        ],
        "input conv norm add output",
        "input add",
    ),
)
PASSING = Block(
    "Passing",
    (initial("weight", 2),),
    graph(
        [*ends(), conv("conv", "=weight_init"), conv("second", "=weight_init")],
        "input conv second output",
    ),
)
OTHER = "orthogonal"
LOOP, CONV = "for module in self.modules():", "    if isinstance(module, nn.Conv2d):"
HE_ALL = f"        {HE_LINE.format('module.weight')}"


def shortcut(*nodes: Node, **more: Any) -> Network:
    """A chain of these with a shortcut around it, so that it is no nn.Sequential."""
    names = " ".join(n.name for n in nodes)
    return network(
        [*ends(), *nodes, node("add", "Add")],
        f"input {names} add output",
        "input add",
        **more,
    )


def attention() -> Network:
    linear = (node(name, "Linear", out_features=8, weight_init=OTHER) for name in "ab")
    attending = node("attention", "MultiheadAttention", num_heads=2)
    net = network([*ends(4, 8), *linear, attending], "input a b", "attention output")
    wires = (wire("b", "output", "attention", port) for port in ("query", "key", "value"))
    return replace(net, graph=replace(net.graph, wires=(*net.graph.wires, *wires)))


LINES: dict[str, tuple[Network, list[str]]] = {
    "nothing where all is torch's own": (shortcut(conv("a"), conv("b")), []),
    "one module by its name": (
        shortcut(conv("a", HE, ZERO)),
        [HE_LINE.format("self.a.weight"), "nn.init.zeros_(self.a.bias)"],
    ),
    "ones, and another constant": (
        shortcut(node("a", "BatchNorm2d", weight_init="constant(value=1)",
                      bias_init="constant(value=-0.5)")),
        ["nn.init.ones_(self.a.weight)", "nn.init.constant_(self.a.bias, -0.5)"],
    ),
    "all modules of a class": (
        shortcut(conv("a", HE), conv("b", HE)),
        [LOOP, CONV, HE_ALL],
    ),
    "those of a class that have a bias": (
        shortcut(conv("a", HE, ZERO), conv("b", HE, ZERO), conv("c", HE, bias=False)),
        [
            LOOP,
            CONV,
            HE_ALL,
            "        if module.bias is not None:",
            "            nn.init.zeros_(module.bias)",
        ],
    ),
    "two classes alike, and a third": (
        shortcut(
            *(conv(name, HE) for name in "ab"),
            *(node(name, "ConvTranspose2d", out_channels=3, kernel_size=1, weight_init=HE)
              for name in "cd"),
            *(node(name, "BatchNorm2d", bias_init=ZERO) for name in "ef"),
        ),
        [
            LOOP,
            "    if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):",
            HE_ALL,
            "    elif isinstance(module, nn.BatchNorm2d):",
            "        nn.init.zeros_(module.bias)",
        ],
    ),
    "most of a class, and an exception": (
        shortcut(conv("a", HE), conv("b", HE), conv("c", OTHER)),
        [LOOP, CONV, HE_ALL, "nn.init.orthogonal_(self.c.weight)"],
    ),
    "no class of which one is left to torch": (
        shortcut(conv("a", HE), conv("b", HE), conv("c")),
        [HE_LINE.format("self.a.weight"), HE_LINE.format("self.b.weight")],
    ),
    "no class that hides in another module": (
        attention(),
        ["nn.init.orthogonal_(self.a.weight)", "nn.init.orthogonal_(self.b.weight)"],
    ),
    "many by their names": (
        shortcut(*(conv(name, OTHER) for name in "abc"), conv("d")),
        [
            "for module in (self.a, self.b, self.c):",
            "    nn.init.orthogonal_(module.weight)",
        ],
    ),
    "all instances of a block": (
        shortcut(node("r", "Residual", repeat=3), conv("a", HE), node("b", "BatchNorm2d"),
                 blocks=(RESIDUAL,)),
        [
            LOOP,
            CONV,
            HE_ALL,
            LOOP,
            "    if isinstance(module, Residual):",
            "        nn.init.zeros_(module.norm.weight)",
        ],
    ),
    "instances that were given different ones": (
        shortcut(
            node("p", "Passing", weight_init=HE, repeat=2),
            node("q", "Passing", weight_init=Expression("'orthogonal' if i else None"), repeat=2),
            blocks=(PASSING,),
        ),
        [
            "for module in (",
            "    self.p[0].conv,",
            "    self.p[0].second,",
            "    self.p[1].conv,",
            "    self.p[1].second,",
            "):",
            f"    {HE_LINE.format('module.weight')}",
            "nn.init.orthogonal_(self.q[1].conv.weight)",
            "nn.init.orthogonal_(self.q[1].second.weight)",
        ],
    ),
    "places in an nn.Sequential, and names that are none": (
        network(
            [*ends(), conv("0", HE), conv("2", OTHER), conv("last", ZERO)],
            "input 0 2 last output",
        ),
        [
            HE_LINE.format("self[0].weight"),
            'module = self.get_submodule("2")',
            "nn.init.orthogonal_(module.weight)",
            "nn.init.zeros_(self.last.weight)",
        ],
    ),
    "copies by their names": (
        shortcut(
            replace(node("a", "Passing", weight_init=Expression("'orthogonal' if i else None"),
                         repeat=2), first="copy1"),
            replace(node("b", "Passing", weight_init=HE), first="copy-0"),
            blocks=(PASSING,),
        ),
        [
            "nn.init.orthogonal_(self.a.copy2.conv.weight)",
            "nn.init.orthogonal_(self.a.copy2.second.weight)",
            'module = self.get_submodule("b.copy-0.conv")',
            HE_LINE.format("module.weight"),
            'module = self.get_submodule("b.copy-0.second")',
            HE_LINE.format("module.weight"),
        ],
    ),
    "the row of an embedding that stays zero": (
        network(
            [node("input", "Input", shape=(4,)), node("output", "Output"),
             node("words", "Embedding", padding_idx=0, weight_init="normal(std=0.02)"),
             node("act", "ReLU")],
            "input words act output",
        ),
        [
            "nn.init.normal_(self.words.weight, std=0.02)",
            "nn.init.zeros_(self.words.weight[0])",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LINES)
def test_the_lines_are_those_of_a_person(name: str) -> None:
    net, expected = LINES[name]
    source, _ = made(net)
    assert initial_lines(source) == expected
    assert "weight_init" not in source.text


def renamed(block: Block, start: str) -> Block:
    """The block with longer names inside."""
    for n in block.graph.nodes:
        if n.kind not in ("Input", "Output"):
            net = Network("Test", blocks=(block,))
            block = edits.rename(net, block.name, n.name, start + n.name).block(block.name)
    return block


def test_linter_and_formatter_have_nothing_to_do(tmp_path: Path) -> None:
    long = "a_name_that_is_as_long_as_they_come"
    wide = shortcut(
        *(conv(f"{long}_and_longer_{k}", HE, ZERO) for k in range(4)),
        node(f"{long}_and_longer_still", "Passing", weight_init=HE),
        node(long, "Passing", weight_init="trunc_normal(mean=0.001, std=0.002, a=-0.01, b=0.02)"),
        conv("of_torch_s_own"),
        blocks=(renamed(PASSING, f"{long}_"),),
    )
    for k, net in enumerate([wide, *(net for net, _ in LINES.values())]):
        (tmp_path / f"network_{k}.py").write_text(made(net)[0].text)
    for command in (("format", "--diff"), ("check", "--select=E,F,I,W")):
        words = [sys.executable, "-m", "ruff", *command, "--isolated", "--line-length=88"]
        done = subprocess.run([*words, tmp_path], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_lines_are_for_the_nodes_that_they_name() -> None:
    def lines(name: str, *place: str) -> list[str]:
        source, _ = made(LINES[name][0])
        text = source.text.splitlines()
        found = (text[n - 1].strip() for n in source.lines(Place(*place)))
        return [line for line in found if "init" in line or line.startswith("self.p[")]

    assert lines("most of a class, and an exception", "", "c") == [
        "nn.init.orthogonal_(self.c.weight)"
    ]
    assert lines("most of a class, and an exception", "", "a") == []
    assert lines("all instances of a block", "Residual", "norm") == [
        "nn.init.zeros_(module.norm.weight)"
    ]
    assert lines("instances that were given different ones", "Passing", "conv") == [
        "self.p[0].conv,",
        "self.p[1].conv,",
        "nn.init.orthogonal_(self.q[1].conv.weight)",
    ]


def test_a_class_takes_what_its_other_expressions_name() -> None:
    choosing = Block(
        "Choosing",
        (initial("weight", 2),),
        graph(
            [
                *ends(),
                conv("conv", "=weight_init"),
                node("act", "ReLU", enabled=Expression("weight_init == 'orthogonal'")),
            ],
            "input conv act output",
        ),
    )
    nodes = [node("a", "Choosing", weight_init=OTHER), node("b", "Choosing")]
    source, state = made(shortcut(*nodes, blocks=(choosing,)))
    assert "weight_init: str | None = None" in source.text
    assert 'Choosing(3, weight_init="orthogonal")' in source.text
    eye = state["a.conv.weight"].flatten(1) @ state["a.conv.weight"].flatten(1).T
    torch.testing.assert_close(eye, torch.eye(3))


def test_blocks_that_begin_differently_are_not_made_one() -> None:
    def block(name: str, kernel: int, weight: str) -> Block:
        node_ = node("conv", "Conv2d", out_channels=3, kernel_size=kernel, weight_init=weight)
        return Block(name, (), graph([*ends(), node_], "input conv output"))

    def classes(*blocks: Block) -> int:
        names = [b.name for b in blocks]
        net = network([*ends(), *(node(n.lower(), n) for n in names)],
                      f"input {' '.join(names).lower()} output", blocks=blocks)  # fmt: skip
        return made(net)[0].text.count("class ") - 1

    assert classes(block("A", 1, HE), block("B", 3, HE)) == 1
    assert classes(block("A", 1, HE), block("B", 3, OTHER)) == 2


MINE = '''\
class Mine(nn.Conv2d):
    """A convolution of its own kind."""

    def __init__(self, in_channels: int) -> None:
        super().__init__(in_channels, 3, 1)

    def forward(self, input: Tensor) -> Tensor:
        return super().forward(input)
'''


def test_a_custom_layer_is_left_alone() -> None:
    mine = CustomLayer(MINE)
    net = shortcut(node("m", "Mine"), *(conv(name, ZERO) for name in "abc"), custom=(mine,))
    KNOWN.trust([mine.fingerprint])
    analyse(net)
    (question,) = KNOWN.open
    KNOWN.put(question, Facts(((3, 8, 8),), (Named("weight", (3, 3, 1, 1)), Named("bias", (3,)))))
    source, state = made(net)
    assert initial_lines(source)[0] == "for module in (self.a, self.b, self.c):"
    assert state["m.weight"].all()
    assert not state["a.weight"].any()
