"""The classes of a module: one a block definition, as text with the places of its nodes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.analysis.structure import chain
from app.codegen.layout import (
    STEP,
    WIDTH,
    Call,
    Choice,
    Item,
    argument,
    assignment,
    long_expression,
    statement,
    values,
)
from app.codegen.source import Place
from app.codegen.traced import Traced, fit, text
from app.codegen.tracing import trace, without_bypassed
from app.codegen.variables import MAIN, Variables, running_order, unused
from app.codegen.wording import (
    batch,
    channel_names,
    class_name,
    condition_text,
    constructed,
    docstring,
    expression_text,
    named,
    sentence,
    signature,
    uses_index,
    value_text,
)
from nodes.catalogue import CATALOGUE
from nodes.errors import SkipwireError
from nodes.network.expression import Expression
from nodes.network.model import INDEX, ROOT, Block, Endpoint, Graph, Network, Node, Wire
from nodes.network.resolve import Environment, arguments, enabled
from nodes.spec import Args, ExpressionCode, LayerSpec, ModuleCode, Shape, Support


@dataclass(frozen=True)
class Line:
    text: str
    place: Place | None = None


@dataclass(frozen=True)
class ClassText:
    """One generated class. `channels` are the input ports whose channel count it must be given."""

    name: str
    channels: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass
class Classes:
    """Makes the classes that a network needs, innermost first.

    `report_shapes` is for comments; no class is given a name that is among `names`.
    """

    network: Network
    report_shapes: Mapping[str, Shape]
    names: set[str] = field(default_factory=set)
    made: list[tuple[str, ClassText]] = field(default_factory=list)  # (block name, class)
    supports: dict[str, Support] = field(default_factory=dict)  # what is not in torch itself
    imports: set[str] = field(default_factory=set)
    _known: dict[object, ClassText] = field(default_factory=dict)

    # --- one class -------------------------------------------------------------------------------

    def root(self) -> ClassText:
        graph, wires = without_bypassed(self.network, self.network.graph)
        name = self._free(class_name(self.network.name))
        body = _Body(self, ROOT, graph, wires, {}, ())
        numbered = any(n.name.isdigit() for n in graph.nodes)  # which no attribute can be
        in_order = chain(self.network, graph) if numbered else None
        lines = (
            Line(f"class {name}({'nn.Module' if in_order is None else 'nn.Sequential'}):"),
            *map(Line, docstring(self._docstring(), STEP)),
            Line(""),
            *map(Line, signature((), ())),
            *body.whole(in_order),
        )
        return ClassText(name, (), lines)

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
        graph, wires = without_bypassed(self.network, block.graph)
        ports = [p.name for p in block.inputs]
        seeds = channel_names(block, ports)
        seeded = tuple(
            (Traced.named(s[0], seeds[p]), *map(int, s[1:]))
            for p, s in zip(ports, inputs, strict=True)
        )
        known = {p.name: named(p, env[p.name]) for p in block.parameters}
        body = _Body(self, block.name, graph, wires, known, seeded)
        in_order = chain(self.network, graph)
        made = body.whole(in_order)
        used = set(re.findall(r"\w+", " ".join(line.text for line in made)))
        needed = tuple(p for p in ports if seeds[p] in used)
        base = "nn.Module" if in_order is None else "nn.Sequential"
        return ClassText(
            class_name(block.name),
            needed,
            (
                Line(f"({base}):"),
                *map(Line, docstring(sentence(block), STEP)),
                Line(""),
                *map(Line, signature(tuple(seeds[p] for p in needed), block.parameters)),
                *made,
            ),
        )

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
        made = ClassText(name, made.channels, (first, *made.lines[1:]))
        self.made.append((block, made))
        return made

    def carry(self, spec: LayerSpec, args: Args) -> None:
        """Take along what a layer needs beside torch's own modules."""
        if isinstance(spec.code, ExpressionCode):
            self.imports.update(spec.code.imports)
        elif isinstance(spec.code, ModuleCode):
            made = spec.code.constructor(args)
            if isinstance(made, Support):
                self.supports[made.name] = made
                self.imports.update(made.imports)

    def _free(self, wanted: str) -> str:
        parameters = {p.name for block in self.network.blocks for p in block.parameters}
        name = unused(wanted, self.names | parameters | {"Tensor"})
        self.names.add(name)
        return name

    def _docstring(self) -> str:
        def listed(kind: str) -> str:
            nodes = self.network.graph.of_kind(kind)
            return ", ".join(batch(self.report_shapes[n.name]) for n in nodes)

        return f"{self.network.name}: {listed('Input')} -> {listed('Output')}."


@dataclass
class _Body:
    """The lines of one class: its modules, constructor and forward."""

    classes: Classes
    scope: str
    graph: Graph
    wires: Mapping[str, tuple[Wire, ...]]
    env: Environment
    inputs: tuple[Shape, ...]  # of a block's Input nodes; at ROOT they have their own

    def __post_init__(self) -> None:
        self.traced = trace(self.classes.network, self.graph, self.wires, self.env, self.inputs)

    # --- __init__ --------------------------------------------------------------------------------

    def whole(self, in_order: Sequence[str] | None) -> list[Line]:
        """All that follows the signature: of an nn.Sequential where its nodes come in order."""
        if in_order is not None:
            return self.sequential(in_order)
        return [
            Line(f"{STEP * 2}super().__init__()"),
            *self.modules([n.name for n in self.graph.nodes]),
            Line(""),
            *self.forward(),
        ]

    def modules(self, names: Sequence[str]) -> list[Line]:
        """The lines that make the modules."""
        return [line for name in names for line in self._module(self.graph.by_name[name])]

    def sequential(self, names: Sequence[str]) -> list[Line]:
        """The body of a constructor of an nn.Sequential, with the names as its keys."""
        nodes = [self.graph.by_name[name] for name in names]
        places = [str(k) for k in range(len(nodes))]
        if not nodes or [n.name for n in nodes] != places or any(n.repeat != 1 for n in nodes):
            return [Line(f"{STEP * 2}super().__init__()"), *self.modules(names)]
        lines = [Line(f"{STEP * 2}super().__init__(")]
        for node in nodes:
            for t in argument(self._value(node), STEP * 3, ","):
                lines.append(Line(t, Place(self.scope, node.name)))
        return [*lines, Line(f"{STEP * 2})")]

    def _module(self, node: Node) -> list[Line]:
        spec = None if node.kind in self._blocks else CATALOGUE[node.kind]
        if spec is not None and not isinstance(spec.code, ModuleCode):
            return []
        indent = STEP * 2
        if node.repeat != 1:
            lines = self._copies(node, indent)
        elif node.name.isdigit():
            lines = statement(
                "", Call("self.add_module", (f'"{node.name}"', self._value(node))), indent
            )
        else:
            lines = assignment(f"self.{node.name} = ", self._value(node), indent)
        return [Line(t, Place(self.scope, node.name)) for t in lines]

    def _value(self, node: Node) -> Item:
        """What a node that does not repeat is made by."""
        if not isinstance(node.enabled, Expression):
            return self._made(node)
        try:
            made = self._made(node)
        except SkipwireError:  # it does not fit here, and is switched off here
            return Call("nn.Identity")
        return Choice(made, condition_text(node.enabled), Call("nn.Identity"))

    def _copies(self, node: Node, indent: str) -> list[str]:
        block = self._blocks[node.kind]
        holder = "nn.Sequential" if len(block.inputs) == 1 else "nn.ModuleList"
        number = node.name.isdigit()
        name = unused("copies", self.env) if number else f"self.{node.name}"
        lines = [f"{indent}{name} = {holder}()"]
        copies = range(len(self.traced[node.name].inputs))
        acting = [k for k in copies if enabled(node, self.env, k)]
        if len({self._class(node, k).name for k in acting}) == 1:
            count = (
                expression_text(node.repeat) if isinstance(node.repeat, Expression) else node.repeat
            )
            made = self._made(node, of=acting[0])
            item: Item = made
            if isinstance(node.enabled, Expression):
                item = Choice(made, condition_text(node.enabled), Call("nn.Identity"))
            index = INDEX if uses_index(str(item)) else "_"
            lines += [
                f"{indent}for {index} in range({count}):",
                *statement("", Call(f"{name}.append", (item,)), indent + STEP),
            ]
        else:  # the copies differ in more than numbers
            for k in copies:
                copy = self._made(node, k) if k in acting else Call("nn.Identity")
                lines += statement("", Call(f"{name}.append", (copy,)), indent)
        if number:
            lines.append(f'{indent}self.add_module("{node.name}", {name})')
        return lines

    def _class(self, node: Node, index: int) -> ClassText:
        at = None if node.repeat == 1 else index
        env = arguments(self.classes.network, node, self.env, at)
        inputs = self.traced[node.name].inputs[index]
        return self.classes.of_block(self._blocks[node.kind], env, inputs)

    def _made(self, node: Node, index: int | None = None, of: int = 0) -> Call:
        """The constructor call; of one copy where an index is given, else of all of them.

        All are of one class then, that of the copy `of`.
        """
        traced = self.traced[node.name]
        if node.kind not in self._blocks:
            spec, args = CATALOGUE[node.kind], self._args(node)
            self.classes.carry(spec, args)
            return constructed(node, spec, args, traced.inputs[0])
        block = self._blocks[node.kind]
        made = self._class(node, of if index is None else index)
        ports = [p.name for p in block.inputs]
        leading = []
        for port in made.channels:
            channels = [copy[ports.index(port)][0] for copy in traced.inputs]
            leading.append(fit(channels, INDEX) if index is None else text(channels[index]))
        given = [
            f"{p.name}={value_text(node.args[p.name], index)}"
            for p in block.parameters
            if p.name in node.args and node.args[p.name] != p.default
        ]
        return Call(made.name, (*leading, *given))

    def _args(self, node: Node) -> Args:
        return Args(**arguments(self.classes.network, node, self.env))

    @property
    def _blocks(self) -> Mapping[str, Block]:
        return self.classes.network.block_by_name

    # --- forward ---------------------------------------------------------------------------------

    def forward(self) -> list[Line]:
        order = running_order(self.graph, self.wires)
        variables = Variables(self.graph, order, self.wires)
        arguments_ = []
        entering = self.graph.of_kind("Input")
        for node in entering:
            wanted = MAIN if len(entering) == 1 else node.name
            arguments_.append(variables.bind(Endpoint(node.name, "output"), wanted))
        leaving = self.graph.of_kind("Output")
        result = "Tensor" if len(leaving) == 1 else f"tuple[{', '.join(['Tensor'] * len(leaving))}]"
        head = Call("def forward", ("self", *(f"{a}: Tensor" for a in arguments_)))
        lines = [*map(Line, statement("", head, STEP, f" -> {result}:"))]
        returned = []
        for name in order:
            node = self.graph.by_name[name]
            if node.kind == "Input":
                continue
            if node.kind == "Output":
                returned.append((name, variables.keep(name)))
            else:
                lines += self._statement(node, variables.read(name), variables)
        named_by = dict(returned)
        given = [named_by[n.name] for n in leaving]
        if len(leaving) == 1 and (line := _returning(lines[-1], given[0])):
            return [*lines[:-1], line]
        return [*lines, *map(Line, values("return ", given, STEP * 2))]

    def _statement(self, node: Node, read: tuple[str, ...], variables: Variables) -> list[Line]:
        place, indent = Place(self.scope, node.name), STEP * 2
        definition = self.classes.network.definition(node.kind)
        outputs = self.classes.network.outputs(node.kind, node.args)
        written = variables.write(node.name, outputs, read)
        left = ", ".join(written)
        if node.repeat != 1 and len(read) > 1:
            layer = variables.passing("layer")
            step = f"{indent}{STEP}{left} = {layer}({left})"
            loop = [
                *values(f"{left} = ", read, indent),
                f"{indent}for {layer} in self.{node.name}:",
                *(
                    [step]
                    if len(step) <= WIDTH
                    else long_expression(written, f"{layer}({left})", indent + STEP)
                ),
            ]
            return [Line(t, place) for t in loop]
        right = f"self.{node.name}({', '.join(read)})"
        if isinstance(definition, LayerSpec):
            args, code = self._args(node), definition.code
            self.classes.carry(definition, args)
            if isinstance(code, ExpressionCode):
                right = code.expression(args, read)
            elif code is not None:
                right = code.forward(args, f"self.{node.name}", read)
        line = f"{indent}{left} = {right}"
        if len(line) > WIDTH:
            return [Line(t, place) for t in long_expression(written, right, indent)]
        if self.scope == ROOT and node.name in self.classes.report_shapes:
            comment = f"  # {batch(self.classes.report_shapes[node.name])}"
            if len(line + comment) <= WIDTH and self._changes_shape(node):
                line += comment
        return [Line(line, place)]

    def _changes_shape(self, node: Node) -> bool:
        known = self.classes.report_shapes
        sources = [w.source.node for w in self.wires[node.name]]
        return any(known.get(s) != known[node.name] for s in sources)


def _returning(line: Line, variable: str) -> Line | None:
    """The line that returns at once what this one assigns, where that is short enough.

    Its comment is left out rather than the line broken.
    """
    assigned = f"{STEP * 2}{variable} = "
    if not line.text.startswith(assigned):
        return None
    shown = f"{STEP * 2}return {line.text.removeprefix(assigned)}"
    for text_ in (shown, shown.partition("  #")[0]):
        if len(text_) <= WIDTH:
            return Line(text_, line.place)
    return None
