"""The lines of one class: its modules, its constructor and its forward."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from app.analysis.outputs import exits
from app.codegen.expressions import long_expression
from app.codegen.layout import (
    STEP,
    WIDTH,
    Call,
    Choice,
    Item,
    argument,
    assignment,
    statement,
    values,
)
from app.codegen.source import Place
from app.codegen.traced import fit, text
from app.codegen.tracing import Trace
from app.codegen.variables import MAIN, Variables
from app.codegen.wording import (
    batch,
    condition_text,
    constructed,
    expression_text,
    uses_index,
    value_text,
)
from nodes.errors import SkipwireError
from nodes.network.expression import Expression
from nodes.network.model import INDEX, ROOT, Argument, Block, Endpoint, Node, counted, unused
from nodes.network.resolve import Environment, arguments, enabled
from nodes.spec import Args, ExpressionCode, LayerSpec, ModuleCode, Style

if TYPE_CHECKING:
    from app.codegen.classes import Classes, ClassText


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    place: Place | None = None


class Body:
    """The lines of one class, from the shapes at its nodes (`traced`) and its arguments (`env`)."""

    def __init__(self, classes: Classes, scope: str, traced: Trace, env: Environment) -> None:
        self.classes = classes
        self.scope = scope
        self.traced = traced
        self.env = env
        self._wiring = classes.tracer.wiring(scope)
        self._graph = self._wiring.graph

    # --- __init__ --------------------------------------------------------------------------------

    def modules(self, names: Sequence[str]) -> list[Line]:
        """The body of a constructor, which makes the modules."""
        made = (line for name in names for line in self._module(self._graph.by_name[name]))
        return [Line(f"{STEP * 2}super().__init__()"), *made]

    def sequential(self, names: Sequence[str]) -> list[Line]:
        """The body of a constructor of an nn.Sequential, with the names as its keys."""
        nodes = [self._graph.by_name[name] for name in names]
        places = [str(k) for k in range(len(nodes))]
        if not nodes or [n.name for n in nodes] != places or any(n.numbered for n in nodes):
            return self.modules(names)
        lines = [Line(f"{STEP * 2}super().__init__(")]
        for node in nodes:
            for t in argument(self._value(node), STEP * 3, ","):
                lines.append(Line(t, Place(self.scope, node.name)))
        return [*lines, Line(f"{STEP * 2})")]

    def _module(self, node: Node) -> list[Line]:
        spec = self.classes.network.definition(node.kind)
        indent = STEP * 2
        if isinstance(spec, LayerSpec) and not isinstance(spec.code, ModuleCode):
            if not isinstance(node.enabled, Expression):
                return []
            acts = long_expression([f"self.{node.name}"], expression_text(node.enabled), indent)
            return [Line(t, Place(self.scope, node.name)) for t in acts]
        if node.numbered:
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
        other = Call("nn.Identity") if self._is_called(node) else "None"
        try:
            made = self._made(node)
        except SkipwireError:  # it does not fit here, and is switched off here
            return other
        return Choice(made, condition_text(node.enabled), other)

    def _is_called(self, node: Node) -> bool:
        """Whether `forward` just calls the module, so that nn.Identity can stand in its place."""
        spec = self.classes.network.definition(node.kind)
        if not isinstance(spec, LayerSpec):
            return True
        inputs, outputs = spec.inputs, self.classes.network.outputs(node.kind, node.args)
        called = isinstance(spec.code, ModuleCode) and spec.code.call is None
        return called and len(inputs) == len(outputs) == 1 and not inputs[0].variadic

    def _copies(self, node: Node, indent: str) -> list[str]:
        block = self._blocks[node.kind]
        holder = "nn.Sequential" if len(block.inputs) == 1 else "nn.ModuleList"
        number = node.name.isdigit()
        name = unused("copies", self.env) if number else f"self.{node.name}"
        lines = [f"{indent}{name} = {holder}()"]
        copies = range(len(self.traced[node.name].inputs))
        acting = [k for k in copies if enabled(node, self.env, k)]
        alike = len({self._class(node, k).name for k in acting}) == 1
        if alike and node.repeat != 1:
            count = (
                expression_text(node.repeat) if isinstance(node.repeat, Expression) else node.repeat
            )
            made = self._made(node, of=acting[0])
            item: Item = made
            if isinstance(node.enabled, Expression):
                item = Choice(made, condition_text(node.enabled), Call("nn.Identity"))
            call = _appended(name, node, None, item)
            index = INDEX if uses_index(str(call)) else "_"
            lines += [
                f"{indent}for {index} in range({count}):",
                *statement("", call, indent + STEP),
            ]
        else:  # one copy, or such as differ in more than numbers
            each = (self._made(node, k) if k in acting else Call("nn.Identity") for k in copies)
            calls = [_appended(name, node, k, copy) for k, copy in enumerate(each)]
            for _, equal in groupby(calls, str):
                call, *others = equal
                if others:
                    lines.append(f"{indent}for _ in range({1 + len(others)}):")
                lines += statement("", call, indent + STEP * bool(others))
        if number:
            lines.append(f'{indent}self.add_module("{node.name}", {name})')
        return lines

    def _class(self, node: Node, index: int) -> ClassText:
        at = index if node.numbered else None
        env = arguments(self.classes.network, node, self.env, at)
        inputs = self.traced[node.name].inputs[index]
        return self.classes.of_block(self._blocks[node.kind], env, inputs)

    def _made(self, node: Node, index: int | None = None, of: int = 0) -> Call:
        """The constructor call; of one copy where an index is given, else of all of them.

        All are of one class then, that of the copy `of`.
        """
        traced = self.traced[node.name]
        block = self.classes.network.definition(node.kind)
        if isinstance(block, LayerSpec):
            args = self._args(node)
            self.classes.carry(block, args)
            return constructed(node, block, args, traced.inputs[0])
        made = self._class(node, of if index is None else index)
        ports = [p.name for p in block.inputs]
        leading = []
        for port in made.channels:
            channels = [copy[ports.index(port)][0] for copy in traced.inputs]
            leading.append(fit(channels, INDEX) if index is None else text(channels[index]))
        written = (
            (p, _of_copy(node.args[p.name], index)) for p in made.parameters if p.name in node.args
        )
        given = [
            f"{p.name}={value_text(value, index)}"
            for p, value in written
            if p.style is Style.ALWAYS or value != p.default
        ]
        return Call(made.name, (*leading, *given))

    def _args(self, node: Node) -> Args:
        known = self.traced[node.name].args
        return known or Args(**arguments(self.classes.network, node, self.env))

    @property
    def _blocks(self) -> Mapping[str, Block]:
        return self.classes.network.block_by_name

    # --- forward ---------------------------------------------------------------------------------

    def forward(self) -> list[Line]:
        order = self._wiring.order
        variables = Variables(self._graph, order, self._wiring.inputs)
        arguments_ = []
        entering = self._graph.of_kind("Input")
        for node in entering:
            wanted = MAIN if len(entering) == 1 else node.name
            arguments_.append(variables.bind(Endpoint(node.name, "output"), wanted))
        leaving = exits(self._graph)
        training = self._wiring.training
        kept = [n for n in leaving if n.name not in training]
        result = _type(len(kept))
        if training and _type(len(leaving)) != result:
            result += f" | {_type(len(leaving))}"
        head = Call("def forward", ("self", *(f"{a}: Tensor" for a in arguments_)))
        lines = [*map(Line, statement("", head, STEP, f" -> {result}:"))]
        last: list[Line] = []
        heads: list[Line] = []
        returned: dict[str, str] = {}
        for name in order:
            node = self._graph.by_name[name]
            if node.kind == "Input":
                continue
            if node.kind == "Output":
                returned[name] = variables.keep(name)
            elif name in training:
                heads += self._statement(node, variables.read(name), variables, STEP * 3)
            else:
                lines += [*last, *_in_training(heads)]
                heads = []
                last = self._statement(node, variables.read(name), variables, STEP * 2)
        given = [returned[n.name] for n in leaving]
        if training:
            heads += map(Line, values("return ", given, STEP * 3))
            lines += [*last, *_in_training(heads)]
            last, given = [], given[: len(kept)]
        if len(given) == 1 and last and (result_lines := _returning(last, given[0])):
            return [*lines, *result_lines]
        return [*lines, *last, *map(Line, values("return ", given, STEP * 2))]

    def _statement(
        self, node: Node, read: tuple[str, ...], variables: Variables, indent: str
    ) -> list[Line]:
        place = Place(self.scope, node.name)
        definition = self.classes.network.definition(node.kind)
        outputs = self.classes.network.outputs(node.kind, node.args)
        written = variables.write(node.name, outputs, read)
        left = ", ".join(written)
        if node.numbered and len(read) > 1:
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
            if isinstance(node.enabled, Expression) and not self._is_called(node):
                given = read[0] if len(outputs) == 1 else f"({', '.join(read[:1] * len(outputs))})"
                test = "" if isinstance(code, ExpressionCode) else " is not None"
                right = f"{right} if self.{node.name}{test} else {given}"
        line = f"{indent}{left} = {right}"
        if len(line) > WIDTH:
            return [Line(t, place) for t in long_expression(written, right, indent)]
        if self.scope == ROOT and len(outputs) == 1 and node.name in self.classes.report_shapes:
            comment = f"  # {batch(self.classes.report_shapes[node.name])}"
            if len(line + comment) <= WIDTH and self._changes_shape(node):
                line += comment
        return [Line(line, place)]

    def _changes_shape(self, node: Node) -> bool:
        known = self.classes.report_shapes
        sources = [w.source.node for w in self._wiring.inputs[node.name]]
        return any(known.get(s) != known[node.name] for s in sources)


def _type(count: int) -> str:
    """What a forward with so many outputs returns; ten types would fill more than a line."""
    if count == 1:
        return "Tensor"
    return f"tuple[{', '.join(['Tensor'] * count) if count < 10 else 'Tensor, ...'}]"


def _in_training(lines: Sequence[Line]) -> list[Line]:
    """Lines that inference does without."""
    return [Line(f"{STEP * 2}if self.training:"), *lines] if lines else []


def _of_copy(value: Argument, index: int | None) -> Argument:
    """What an argument is for one copy, if it is a whole number that its index alone decides."""
    if index is None or not isinstance(value, Expression) or not value.names <= {INDEX}:
        return value
    found = value.evaluate({INDEX: index})
    return found if isinstance(found, int) else value


def _appended(name: str, node: Node, index: int | None, copy: Item) -> Call:
    """The call that puts a copy among the others; of every copy where no index is given."""
    stem, start = counted(node.first)
    if not stem and start == 0:
        return Call(f"{name}.append", (copy,))
    if index is not None:
        return Call(f"{name}.add_module", (f'"{node.copy_name(index)}"', copy))
    number = f"{INDEX} + {start}" if start else INDEX
    return Call(f"{name}.add_module", (f'f"{stem}{{{number}}}"', copy))


def _returning(statement: Sequence[Line], variable: str) -> list[Line] | None:
    """The lines that return at once what these assign, where they stay as the formatter has them.

    A comment is left out rather than the line broken.
    """
    first, *others = statement
    assigned = f"{STEP * 2}{variable} = "
    if not first.text.startswith(assigned):
        return None
    shown = f"{STEP * 2}return {first.text.removeprefix(assigned)}"
    if others:  # what is too long for one line stays so only behind a longer word
        return [Line(shown, first.place), *others] if len(shown) >= len(first.text) else None
    for text_ in (shown, shown.partition("  #")[0]):
        if len(text_) <= WIDTH:
            return [Line(text_, first.place)]
    return None
