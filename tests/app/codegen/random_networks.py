"""A strategy for networks wired at random of all layers, with blocks, repeats and expressions.

Names collide on purpose, with each other, with parameters and with words of the generated code.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

import torch
from hypothesis import strategies as st

from app.analysis import Report, analyse
from nodes.catalogue import CATALOGUE
from nodes.errors import LayerError, ParameterError
from nodes.network import Block, Expression, Graph, Network, Node, Wire, wire
from nodes.spec import Kind, Param, Shape
from tests.nodes.layers import CASES
from tests.nodes.layers.cases import cases

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


SHAPES: tuple[Shape, ...] = (
    *((3, 8, 8), (4, 9, 7), (2, 6, 6), (8, 4, 4), (1, 12, 12), (4, 8, 8)),
    *((12,), (5,), (4, 10), (6, 7), (2, 4, 5, 4), (1, 3, 3, 3)),
)
LARGEST = 20_000  # elements of an output; torch is to run in milliseconds
TRIALS = 10  # until arguments are found that fit

# An embedding looks up whole numbers, which only an Input of the network gives for sure.
LAYERS = [kind for kind in CATALOGUE if kind in CASES and CATALOGUE[kind].code is not None]
PICKY = {kind for kind in LAYERS if CASES[kind].data is not torch.randn}
CHOICES = {kind: cases(CATALOGUE[kind], CASES[kind]) for kind in LAYERS}
MERGES = [kind for kind in LAYERS if CATALOGUE[kind].inputs[0].variadic]


@dataclass
class Wiring:
    """A graph that grows by nodes that fit, as a trial of each by `analyse` tells."""

    draw: st.DrawFn
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
            self.add()
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

    def add(self) -> None:
        """One more node, if it fits."""
        if self.rng.random() < 0.25 and self.blocks:
            self.try_out(*self.instance(self.rng.choice(self.blocks)))
            return
        kind = self.rng.choice(MERGES if self.rng.random() < 0.1 else LAYERS)
        for _ in range(TRIALS):
            args: dict[str, Any] = dict(self.draw(CHOICES[kind]).values)
            args.pop("inplace", None)  # what else reads the value would then see the change
            if sources := self.fitting(kind, args):
                enabled = self.test() if self.rng.random() < 0.1 else True
                node = Node(self.name("node"), kind, args, enabled=enabled)
                varied = replace(node, args={**args, **self.expressions(kind, args)})
                if self.try_out(varied, sources) or self.try_out(node, sources):
                    return

    def fitting(self, kind: str, args: dict[str, Any]) -> list[tuple[str, str]]:
        """Open ends that a layer with these arguments can take; empty where there are none."""
        spec, rng = CATALOGUE[kind], self.rng
        ends = [*self.open][-8:]
        if kind in PICKY:
            ends = [e for e in ends if not self.block and self.kind(e) == "Input"]
        for first in rng.sample(ends, len(ends)):
            count = rng.randint(1, 4) if spec.inputs[0].variadic else len(spec.inputs)
            alike = [e for e, s in self.open.items() if s == self.open[first]]
            others = rng.choices(alike if rng.random() < 0.7 else [*self.open], k=count - 1)
            try:
                spec.infer(spec.resolve(args), [self.open[e] for e in (first, *others)])
            except (LayerError, ParameterError):
                continue
            return [first, *others]
        return []

    def expressions(self, kind: str, args: dict[str, Any]) -> dict[str, Expression]:
        """In the place of a few of the arguments."""
        found: dict[str, Any] = {}
        own = {p.name for p in self.parameters}
        for p in CATALOGUE[kind].params:
            if self.rng.random() < 0.7 or p.name not in args:
                continue
            if p.kind in (Kind.INT, Kind.PAIR) and not (p.kind is Kind.PAIR and "pair" in own):
                found[p.name] = self.number()
            elif p.kind is Kind.PAIR:
                found[p.name] = Expression("pair")
            elif p.kind is Kind.BOOL and "flag" in own:
                found[p.name] = Expression("flag")
        return {name: value for name, value in found.items() if isinstance(value, Expression)}

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

    def try_out(self, node: Node, sources: list[tuple[str, str]]) -> bool:
        """Whether the node fits, and is now there."""
        definition = self.network().definition(node.kind)
        ports = [p.name for p in definition.inputs]
        ports += ports[-1:] * (len(sources) - len(ports))
        wires = [wire(*s, node.name, p) for s, p in zip(sources, ports, strict=True)]
        trial = replace(self, nodes=[*self.nodes, node], wires=[*self.wires, *wires])
        path, report = ("" if self.block is None else "trial.") + node.name, trial.report()
        if {p.rule for p in report.problems} - {"dead-end", "no-output", "missing-input"}:
            return False
        found = report.nodes.get(path)
        if not found or len(found.outputs) != len(self.network().outputs(node.kind, node.args)):
            return False
        if any(math.prod(r) > LARGEST for n in report.nodes.values() for r in n.outputs.values()):
            return False
        self.nodes, self.wires = trial.nodes, trial.wires
        self.open |= {(node.name, port): s for port, s in found.outputs.items()}
        return True

    def kind(self, source: tuple[str, str]) -> str:
        return next(n.kind for n in self.nodes if n.name == source[0])

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
        feeding = {(w.source.node, w.source.port) for w in self.wires}
        loose = [e for e in self.open if e not in feeding] or [[*self.open][-1]]
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


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Networks without a problem, but for what the analysis says of a few of them as a whole."""
    rng = Random(draw(st.binary(min_size=8, max_size=8)))  # even, as no strategy is
    blocks: list[Block] = []
    samples: dict[str, list[Shape]] = {}
    for name in rng.sample(BLOCKS, rng.choice((0, 0, 1, 2, 3, 4))):
        block = Block(name, tuple(rng.sample(PARAMETERS, rng.randint(0, 3))))
        samples[name] = [rng.choice(SHAPES)] * rng.choice((1, 1, 1, 2))
        wiring = Wiring(draw, rng, tuple(blocks), samples, samples[name], block)
        blocks.append(replace(block, graph=wiring.grow(rng.choice((0, 2, 4, 6)))))
    entering = [rng.choice(SHAPES) for _ in range(rng.choice((1, 1, 1, 2, 3)))]
    if samples and rng.random() < 0.6:
        entering[0] = rng.choice(list(samples.values()))[0]
    graph = Wiring(draw, rng, tuple(blocks), samples, entering).grow(rng.randint(2, 16))
    return Network("Random", graph, tuple(blocks))
