"""Networks wired at random: what the report says is what torch makes of the generated code.

Names collide on purpose, with each other, with parameters and with words of the generated code.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
import torch

from app.analysis import Report, analyse
from app.codegen import Place, generate, generate_probe
from nodes.network import Block, Expression, Graph, Network, Node, Wire, wire
from nodes.spec import Kind, Param, Shape

SEEDS = range(150)
MERGES = ("Add", "Concat")
NAMES = (
    *("x", "out", "layer", "copies", "in_channels", "i", "Conv2d", "Tensor", "Block", "branch3"),
    *("range", "super", "len", "width", "flag", "pair", "b1_conv", "b1_act", "out2", "model", "v1"),
)
BLOCKS = (
    "Block",
    "block",
    "Block2",
    "Net",
    "x",
    "layer",
    "tensor",
    "Random",
    "my_block",
    "MyBlock",
)
PARAMETERS = (
    Param("width", Kind.INT, 3, "", 1),
    Param("in_channels", Kind.INT, 2, "", 1),
    Param("copies", Kind.INT, 2, "", 1),
    Param("flag", Kind.BOOL, False, ""),
    Param("pair", Kind.PAIR, (1, 2), "", 1),
    Param("share", Kind.FLOAT, 0.5, "", 0, 1),
    Param("mode", Kind.CHOICE, "one", "", choices=("one", 'th"ree')),
)
NUMBERS = {"width": ("width", "2 * width", "width**2 % 5 + 1", "max(width, 4) - 1"),
           "in_channels": ("in_channels", "in_channels + 1"), "copies": ("copies",)}  # fmt: skip
TESTS = {"flag": ("flag", "not flag"), "mode": ("mode == 'one'", "mode != 'th\"ree' and True"),
         "width": ("width > 2", "1 < width <= 4"), "share": ("share > 0.3",)}  # fmt: skip


@dataclass
class Wiring:
    """A graph that grows by nodes that fit, as a trial of each by `analyse` tells."""

    rng: Random
    blocks: Sequence[Block]
    samples: dict[str, list[Shape]]  # input shapes that a block was made for
    shapes: list[Shape]
    block: Block | None = None  # whose graph it is
    nodes: list[Node] = field(default_factory=list)
    wires: list[Wire] = field(default_factory=list)
    open: dict[tuple[str, str], Shape] = field(default_factory=dict)  # outputs, with their shapes

    def grow(self, count: int) -> Graph:
        for shape in self.shapes:
            name = self.name("input")
            self.nodes.append(Node(name, "Input", {"shape": shape}))
            self.open[name, "output"] = shape
        for _ in range(count):
            node, sources = self.proposal()
            self.try_out(node, sources)
        self.close()
        if self.rng.random() < 0.3:
            self.rng.shuffle(self.nodes)
        return Graph(tuple(self.nodes), tuple(self.wires))

    def name(self, wanted: str) -> str:
        taken = {n.name for n in self.nodes}
        candidates = [wanted, self.rng.choice(NAMES), *(f"{wanted}{k}" for k in range(1, 50))]
        if self.rng.random() < 0.5:
            candidates.reverse()
            candidates.insert(0, self.rng.choice(NAMES))
        return next(c for c in candidates if c not in taken)

    def number(self) -> int | Expression:
        texts = [t for p in self.parameters for t in NUMBERS.get(p.name, ())]
        if texts and self.rng.random() < 0.6:
            return Expression(self.rng.choice(texts))
        return self.rng.randint(1, 6)

    def test(self, index: bool = False) -> bool | Expression:
        texts = [t for p in self.parameters for t in TESTS.get(p.name, ())]
        texts += ["i == 0", "i % 2", "i > 0 if i < 2 else i == 3"] if index else []
        return Expression(self.rng.choice(texts)) if texts else False

    @property
    def parameters(self) -> tuple[Param, ...]:
        return self.block.parameters if self.block else ()

    def proposal(self) -> tuple[Node, list[tuple[str, str]]]:
        rng, source = self.rng, self.rng.choice([*self.open][-4:])
        chance = rng.random()
        if chance < 0.3 and self.blocks:
            return self.instance(rng.choice(self.blocks))
        alike = [e for e, s in self.open.items() if s == self.open[source] and e != source]
        if chance < 0.5 and alike:
            branches = [source, *rng.sample(alike, min(len(alike), rng.randint(1, 3)))]
            return Node(self.name("join"), rng.choice(MERGES)), branches
        enabled = self.test() if rng.random() < 0.1 else True
        kind, args = self.layer(len(self.open[source]) == 3)
        return Node(self.name("node"), kind, args, enabled=enabled), [source]

    def layer(self, image: bool) -> tuple[str, dict[str, Any]]:
        rng = self.rng
        pair = Expression("pair") if any(p.name == "pair" for p in self.parameters) else (2, 1)
        chosen = rng.randrange(8 if image else 4)
        match chosen:
            case 0 | 1:
                return rng.choice(("ReLU", "Tanh", "Softmax", "Identity", "Flatten")), {}
            case 2 | 3:
                return "Linear", {"out_features": self.number(), "bias": rng.random() < 0.5}
            case 4:
                return "BatchNorm2d", {"affine": rng.random() < 0.7}
            case 5:
                kind = rng.choice(("MaxPool2d", "AvgPool2d"))
                return kind, {"kernel_size": pair, "ceil_mode": rng.random() < 0.5}
            case _:
                size = rng.choice((1, 3, pair))
                args = {"out_channels": self.number(), "kernel_size": size}
                return "Conv2d", {
                    **args,
                    "padding": rng.randrange(2),
                    "stride": rng.choice((1, 1, 2)),
                }

    def instance(self, block: Block) -> tuple[Node, list[tuple[str, str]]]:
        rng, args = self.rng, {}
        repeats = len(block.inputs) == len(block.outputs) and rng.random() < 0.5
        repeat = rng.choice((2, 3, self.number())) if repeats else 1
        index = repeat != 1
        for p in block.parameters:
            if rng.random() < 0.5:
                args[p.name] = self.value(p, index)
        single = len(block.inputs) == len(block.outputs) == 1
        enabled = self.test(index) if single and rng.random() < 0.3 else True
        sources = []
        for shape in self.samples[block.name]:
            fitting = [e for e, s in self.open.items() if s == shape]
            sources.append(rng.choice(fitting or [*self.open]))
        name = self.name("block")
        return Node(name, block.name, args, repeat=repeat, enabled=enabled), sources

    def value(self, param: Param, index: bool) -> Any:
        match param.kind:
            case Kind.INT:
                return Expression("i + 1") if index and self.rng.random() < 0.5 else self.number()
            case Kind.BOOL:
                return Expression("i > 0") if index else True
            case Kind.PAIR:
                return Expression("(1, i + 1)") if index else (2, 2)
            case Kind.FLOAT:
                return 0.25
            case _:
                return self.rng.choice(param.choices)

    def try_out(self, node: Node, sources: list[tuple[str, str]]) -> None:
        definition = self.network().definition(node.kind)
        ports = [p.name for p in definition.inputs]
        ports += ports[-1:] * (len(sources) - len(ports))
        wires = [wire(*s, node.name, p) for s, p in zip(sources, ports, strict=True)]
        trial = replace(self, nodes=[*self.nodes, node], wires=[*self.wires, *wires])
        path, report = ("" if self.block is None else "trial.") + node.name, trial.report()
        if {p.rule for p in report.problems} <= {"dead-end", "no-output", "missing-input"}:
            found = report.nodes.get(path)
            if found and len(found.outputs) == len(self.network().outputs(node.kind, node.args)):
                self.nodes, self.wires = trial.nodes, trial.wires
                self.open |= {(node.name, port): s for port, s in found.outputs.items()}

    def report(self) -> Report:
        return analyse(self.network())

    def network(self) -> Network:
        graph = Graph(tuple(self.nodes), tuple(self.wires))
        if self.block is None:
            return Network("Random", graph, tuple(self.blocks))
        inputs = [n.name for n in graph.of_kind("Input")]
        outer = [Node(f"input{k}", "Input", {"shape": s}) for k, s in enumerate(self.shapes)]
        wires = (wire(f"input{k}", "output", "trial", name) for k, name in enumerate(inputs))
        nodes = (*outer, Node("trial", self.block.name))
        block = replace(self.block, graph=graph)
        return Network("Trial", Graph(nodes, tuple(wires)), (*self.blocks, block))

    def close(self) -> None:
        """Outputs for what nothing uses; at most some of it flattened into one."""
        feeding = {w.source.node for w in self.wires}
        loose = [e for e in self.open if e[0] not in feeding] or [[*self.open][-1]]
        if len(loose) > 1 and self.rng.random() < 0.6:
            flat = []
            for end in loose:
                flat.append((self.name("flat"), "output"))
                self.nodes.append(Node(flat[-1][0], "Flatten"))
                self.wires.append(wire(*end, flat[-1][0], "input"))
            joined = self.name("join")
            self.nodes.append(Node(joined, "Concat"))
            self.wires += [wire(*end, joined, "inputs") for end in flat]
            loose = [(joined, "output")]
        for end in loose:
            name = self.name("output")
            self.nodes.append(Node(name, "Output"))
            self.wires.append(wire(*end, name, "input"))


def wired(seed: int) -> Network:
    rng = Random(seed)
    blocks: list[Block] = []
    samples: dict[str, list[Shape]] = {}
    image: list[Shape] = [(3, 8, 8), (4, 9, 7), (2, 6, 6)]
    for name in rng.sample(BLOCKS, rng.randint(0, 4)):
        block = Block(name, tuple(rng.sample(PARAMETERS, rng.randint(0, 3))))
        samples[name] = [rng.choice(image)] * rng.choice((1, 1, 1, 2))
        wiring = Wiring(rng, tuple(blocks), samples, samples[name], block)
        blocks.append(replace(block, graph=wiring.grow(rng.choice((0, 2, 4, 6)))))
    graph = Wiring(rng, tuple(blocks), samples, [rng.choice(image)]).grow(rng.randint(2, 12))
    return Network("Random", graph, tuple(blocks))


@pytest.fixture(scope="module")
def networks() -> dict[int, tuple[Network, Report]]:
    made = {seed: wired(seed) for seed in SEEDS}
    reports = {seed: (network, analyse(network)) for seed, network in made.items()}
    return {seed: pair for seed, pair in reports.items() if pair[1].ok}


def test_most_of_them_are_sound(networks: dict[int, Any]) -> None:
    assert len(networks) > 0.8 * len(SEEDS)


def test_torch_agrees_with_the_report(networks: dict[int, tuple[Network, Report]]) -> None:
    for seed, (network, report) in networks.items():
        source = generate(network, report)
        assert source == generate(network, analyse(network)), seed
        namespace: dict[str, Any] = {}
        exec(compile(source.text + generate_probe(network, report), str(seed), "exec"), namespace)
        model = namespace[source.class_name]().eval()
        tensors = {
            f"{path}.{t.name}": t.shape for path, r in report.nodes.items() for t in r.tensors
        }
        assert {k: tuple(v.shape) for k, v in model.state_dict().items()} == tensors, seed
        assert sum(v.numel() for v in model.parameters()) == report.totals.parameters, seed
        assert sum(v.numel() for v in model.buffers()) == report.totals.buffers, seed
        (entrance,) = network.graph.of_kind("Input")
        image = torch.rand(2, *report.nodes[entrance.name].outputs["output"])
        with torch.no_grad():
            made = model(image)
            values = dict(namespace["probe"](model, image))
        outputs = made if isinstance(made, tuple) else (made,)
        assert values.keys() == report.nodes.keys(), seed
        for path, value in values.items():
            first = next(iter(report.nodes[path].outputs.values()))
            assert tuple(value.shape[1:]) == first, (seed, path)
        for node, value in zip(network.graph.of_kind("Output"), outputs, strict=True):
            assert torch.equal(values[node.name], value), (seed, node.name)


def test_every_layer_has_its_lines(networks: dict[int, tuple[Network, Report]]) -> None:
    for seed, (network, report) in networks.items():
        source = generate(network, report)
        lines = source.text.splitlines()
        for r in report.nodes.values():
            if r.tensors:
                found = source.lines(Place(r.scope, r.name))
                assert any(r.name in lines[number - 1] for number in found), (seed, r.path)


@pytest.mark.parametrize("command", [("format", "--diff"), ("check", "--select=E,F,I,W")])
def test_linter_and_formatter_have_nothing_to_do(
    networks: dict[int, tuple[Network, Report]], command: tuple[str, ...], tmp_path: Path
) -> None:
    ruff = shutil.which("ruff", path=str(Path(sys.executable).parent)) or "ruff"
    for seed, pair in networks.items():
        (tmp_path / f"network_{seed}.py").write_text(generate(*pair).text)
    words = [ruff, *command, "--isolated", "--line-length=88", str(tmp_path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
