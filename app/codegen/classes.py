"""The classes of a module: one a block definition, as text with the places of its nodes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.analysis.outputs import exits, is_auxiliary
from app.analysis.problem import some
from app.analysis.report import Report
from app.analysis.structure import chain
from app.codegen.begun import every_module
from app.codegen.body import Body, Line
from app.codegen.initial import Initial
from app.codegen.layout import STEP
from app.codegen.traced import Traced
from app.codegen.tracing import Tracer
from app.codegen.wording import batch, class_name, docstring, named, signature
from nodes.network.model import ROOT, Block, Network, unused
from nodes.network.resolve import Environment, channels
from nodes.spec import Args, ExpressionCode, Kind, LayerSpec, ModuleCode, Param, Shape, Support


@dataclass(frozen=True)
class ClassText:
    """One generated class. `channels` are the input ports whose channel count it must be given.

    `parameters` are those of the block that its constructor takes.
    """

    name: str
    channels: tuple[str, ...]
    parameters: tuple[Param, ...]
    lines: tuple[Line, ...]


@dataclass
class Classes:
    """Makes the classes that a network needs, innermost first.

    `report_shapes` is for comments; no class is given a name that is among `names`.
    """

    network: Network
    report: Report
    report_shapes: Mapping[str, Shape]
    names: set[str] = field(default_factory=set)
    made: list[tuple[str, ClassText]] = field(default_factory=list)  # (block name, class)
    supports: dict[str, Support] = field(default_factory=dict)  # what is not in torch itself
    imports: set[str] = field(default_factory=set)
    _known: dict[object, ClassText] = field(default_factory=dict)
    _forwards: dict[object, list[Line]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tracer = Tracer(self.network, self.report)

    # --- one class -------------------------------------------------------------------------------

    def root(self) -> ClassText:
        graph = self.tracer.wiring(ROOT).graph
        name = self._free(class_name(self.network.name))
        body = Body(self, ROOT, self.tracer.root(), {})
        numbered = any(n.name.isdigit() for n in graph.nodes)  # which no attribute can be
        in_order = chain(self.network, graph) if numbered else None
        lines = (
            Line(f"class {name}({'nn.Module' if in_order is None else 'nn.Sequential'}):"),
            *map(Line, docstring(self._docstring(), STEP)),
            Line(""),
            *map(Line, signature((), ())),
            *self._whole(body, in_order),
        )
        return ClassText(name, (), (), lines)

    def of_block(self, block: Block, env: Environment, inputs: Sequence[Shape]) -> ClassText:
        """The class of a block, as these arguments and input shapes make it.

        Two instances share a class where it comes out the same, which is the rule; where a rule of
        shape took another way for one of them, that one has a class of its own.
        """
        key = (block.name, tuple(env.items()), tuple(inputs))
        if key not in self._known:
            self._known[key] = self._shared(block.name, self._of_block(block, env, inputs))
        return self._known[key]

    def _of_block(self, block: Block, env: Environment, inputs: Sequence[Shape]) -> ClassText:
        ports = [p.name for p in block.inputs]
        seeds = block.channel_names
        seeded = [
            (Traced.named(s[0], seeds[p]), *map(int, s[1:]))
            for p, s in zip(ports, inputs, strict=True)
        ]
        known = {p.name: named(p, env[p.name]) for p in block.parameters}
        known |= channels(block, seeded)
        body = Body(self, block.name, self.tracer.block(block.name, known, seeded), known)
        in_order = chain(self.network, self.tracer.wiring(block.name).graph)
        made = self._whole(body, in_order)
        used = set(re.findall(r"\w+", " ".join(line.text for line in made)))
        needed = tuple(p for p in ports if seeds[p] in used)
        # How weights begin is said at the end of the network's own constructor.
        taken = tuple(p for p in block.parameters if p.kind is not Kind.INIT or p.name in used)
        base = "nn.Module" if in_order is None else "nn.Sequential"
        about = [*docstring(f"{block.summary.rstrip('.')}.", STEP), ""] if block.summary else []
        return ClassText(
            class_name(block.name),
            needed,
            taken,
            (
                Line(f"({base}):"),
                *map(Line, about),
                *map(Line, signature(tuple(seeds[p] for p in needed), taken)),
                *made,
            ),
        )

    def _whole(self, body: Body, in_order: Sequence[str] | None) -> list[Line]:
        """All that follows the signature: of an nn.Sequential where its nodes come in order."""
        if in_order is not None:
            return [*body.sequential(in_order), *self._initial(body)]
        # What is done with the modules depends on what expressions name, and on no other shape.
        named = self.tracer.wiring(body.scope).named
        key = body.scope, tuple((name, body.env[name]) for name in named)
        if key not in self._forwards:
            self._forwards[key] = body.forward()
        names = [n.name for n in self.tracer.wiring(body.scope).graph.nodes]
        modules = [*body.modules(names), *self._initial(body)]
        return [*modules, Line(""), *self._forwards[key]]

    def _initial(self, body: Body) -> list[Line]:
        """How the weights of the whole network begin, once all its classes are made."""
        if body.scope != ROOT:
            return []
        made = [(block, text.name) for block, text in self.made]
        variable = unused("module", self.names | self.supports.keys())
        modules = every_module(self.network, self.report.nodes.worked)
        return Initial(modules, made, variable).lines()

    def _shared(self, block: str, made: ClassText) -> ClassText:
        """The class already made that is the same but for its name, or this one as a new class."""
        for of, former in self.made:
            if (
                of == block
                and former.channels == made.channels
                and (former.lines[1:] == made.lines[1:])
            ):
                return former
        name = self._free(made.name)
        first = Line(f"class {name}{made.lines[0].text}")
        made = ClassText(name, made.channels, made.parameters, (first, *made.lines[1:]))
        self.made.append((block, made))
        return made

    def carry(self, spec: LayerSpec, args: Args) -> None:
        """Take along what a layer needs beside torch's own modules."""
        if isinstance(spec.code, ExpressionCode):
            self.imports.update(spec.code.imports)
        elif isinstance(spec.code, ModuleCode):
            self.imports.update(spec.code.imports)
            made = spec.code.constructor(args)
            for support in made.in_order() if isinstance(made, Support) else ():
                self.supports[support.name] = support
                self.imports.update(support.imports)

    def _free(self, wanted: str) -> str:
        parameters = {p.name for block in self.network.blocks for p in block.parameters}
        name = unused(wanted, self.names | parameters | {"Tensor"})
        self.names.add(name)
        return name

    def _docstring(self) -> str:
        def listed(kind: str) -> str:
            nodes = (n for n in self.network.graph.of_kind(kind) if not is_auxiliary(n))
            return ", ".join(batch(self.report_shapes[n.name]) for n in nodes)

        words = f"{self.network.name}: {listed('Input')} -> {listed('Output')}."
        if heads := [n.name for n in exits(self.network.graph) if is_auxiliary(n)]:
            words += f" In training it returns {some(heads, len(heads))} as well."
        return words
