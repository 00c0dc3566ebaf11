"""The lines at the end of a network's constructor that say how its weights begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from app.codegen.begun import Begun
from app.codegen.body import Line
from app.codegen.layout import STEP, WIDTH, Call, statement
from app.codegen.source import Place
from app.codegen.wording import value_text
from nodes.initialisers import Initialisation
from nodes.network.model import ROOT

MANY = 3  # modules with the same lines that a loop goes through
LONGEST = 60  # characters of the way to a module in one line
_INDENT = STEP * 2
_INSIDE = STEP * 4  # of a loop and its condition

Begins = Mapping[str, Initialisation]
Branch = tuple[list[str], list[Line]]  # classes, and what is done with a module of them


class Initial:
    """Writes the lines for the modules of a network.

    A loop goes through all modules of a class of torch where most begin alike and the others have
    initialisers of their own; a second one through the instances of a block whose nodes begin alike
    in all of them; the rest are named. `classes` are the blocks with the names of their classes,
    `variable` is what a module is called in a loop.
    """

    def __init__(
        self,
        modules: Sequence[Begun],
        classes: Sequence[tuple[str, str]],
        variable: str,
    ) -> None:
        self._instances = Counter(m.place.scope for m in modules if m.begins is None)
        self._modules = [m for m in modules if m.begins is not None]
        self._classes = classes
        self._variable = variable
        # What is still to be written, by the place of the module in the list.
        self._left: dict[int, dict[str, Initialisation]] = {}
        for at, m in enumerate(self._modules):
            if chosen := {t: i for t, i in (m.begins or {}).items() if i is not None}:
                self._left[at] = chosen

    def lines(self) -> list[Line]:
        if not self._left:
            return []
        lines = [*self._loop(self._by_class()), *self._loop(self._by_block()), *self._by_name()]
        for m in self._modules:
            if m.padding_idx is not None and (m.begins or {}).get("weight"):
                lines += self._named(m, [Call("nn.init.zeros_", (f".weight[{m.padding_idx}]",))])
        return lines

    # --- loops over all modules ------------------------------------------------------------------

    def _loop(self, branches: Sequence[Branch]) -> list[Line]:
        if not branches:
            return []
        lines = [Line(f"{_INDENT}for {self._variable} in self.modules():")]
        word = "if"
        for classes, body in branches:
            test = statement(f"{word} ", self._is_one(classes), _INDENT + STEP, ":")
            lines += [*map(Line, test), *body]
            word = "elif"
        return lines

    def _is_one(self, classes: Sequence[str]) -> Call:
        of = classes[0] if len(classes) == 1 else f"({', '.join(classes)})"
        return Call("isinstance", (self._variable, of))

    def _fits(self, classes: Sequence[str]) -> bool:
        """Whether the test for one of these stays in a line."""
        return len(f"{_INDENT}{STEP}elif {self._is_one(classes)}:") <= WIDTH

    def _by_class(self) -> list[Branch]:
        """What most modules of a class have in common, where none is left as torch has it."""
        if any(m.hides for m in self._modules):
            return []
        members: dict[str, list[int]] = {}
        for at, m in enumerate(self._modules):
            members.setdefault(m.of, []).append(at)
        branches: list[Branch] = []
        for of, group in members.items():
            body = []
            for tensor in dict.fromkeys(t for at in group for t in self._left.get(at, ())):
                having = [at for at in group if tensor in (self._modules[at].begins or {})]
                common = self._common(having, tensor)
                if common is None:
                    continue
                for at in having:
                    if self._left[at][tensor] == common:
                        del self._left[at][tensor]
                name = f"{self._variable}.{tensor}"
                if len(having) == len(group):
                    body += statement("", _call(name, common), _INSIDE)
                else:
                    body.append(f"{_INSIDE}if {name} is not None:")
                    body += statement("", _call(name, common), _INSIDE + STEP)
            if not body:
                continue
            lines = [Line(text) for text in body]
            for classes, known in branches:
                if known == lines and self._fits([*classes, of]):
                    classes.append(of)
                    break
            else:
                branches.append(([of], lines))
        return branches

    def _common(self, having: Sequence[int], tensor: str) -> Initialisation | None:
        chosen = Counter(
            self._left[at][tensor] for at in having if tensor in self._left.get(at, ())
        )
        if chosen.total() < len(having):
            return None
        common, count = chosen.most_common(1)[0]
        return common if count > 1 and 2 * count > len(having) else None

    def _by_block(self) -> list[Branch]:
        """What is left of a node in every instance of its block, where it is the same in all."""
        found: dict[Place, list[int]] = {}
        for at, begins in self._left.items():
            if begins:
                found.setdefault(self._modules[at].place, []).append(at)
        classes: dict[str, list[str]] = {}
        for block, name in self._classes:
            classes.setdefault(block, []).append(name)
        bodies: dict[str, list[Line]] = {}
        for place, group in found.items():
            begins, step = self._left[group[0]], self._modules[group[0]].step
            if (
                place.scope == ROOT
                or len(group) < max(2, self._instances[place.scope])
                or not step
                or not self._fits(classes[place.scope])
                or any(self._left[at] != begins for at in group)
            ):
                continue
            for tensor, made in begins.items():
                call = _call(f"{self._variable}{step}.{tensor}", made)
                lines = statement("", call, _INSIDE)
                bodies.setdefault(place.scope, []).extend(Line(text, place) for text in lines)
            for at in group:
                self._left[at] = {}
        return [(classes[scope], body) for scope, body in bodies.items()]

    # --- single modules --------------------------------------------------------------------------

    def _by_name(self) -> list[Line]:
        groups: dict[tuple[tuple[str, Initialisation], ...], list[Begun]] = {}
        for at, begins in self._left.items():
            if begins:
                groups.setdefault(tuple(begins.items()), []).append(self._modules[at])
        lines: list[Line] = []
        for begins_, modules in groups.items():
            if len(modules) < MANY or any(map(_far, modules)):
                for m in modules:
                    lines += self._named(m, [_call(f".{t}", made) for t, made in begins_])
                continue
            lines += self._among(modules)
            for tensor, made in begins_:
                call = _call(f"{self._variable}.{tensor}", made)
                lines += map(Line, statement("", call, _INDENT + STEP))
        return lines

    def _among(self, modules: Sequence[Begun]) -> list[Line]:
        """The head of a loop over single modules."""
        head = f"{_INDENT}for {self._variable} in ("
        line = f"{head}{', '.join(f'self{m.steps}' for m in modules)}):"
        if len(line) <= WIDTH:
            return [Line(line)]
        inner = [Line(f"{_INDENT}{STEP}self{m.steps},", m.place) for m in modules]
        return [Line(head), *inner, Line(f"{_INDENT}):")]

    def _named(self, module: Begun, calls: Sequence[Call]) -> list[Line]:
        """The calls on tensors of one module, whose names go behind that of the module."""
        name, texts = f"self{module.steps}", []
        if _far(module):
            name = self._variable
            found = Call("self.get_submodule", (f'"{".".join(module.names)}"',))
            texts += statement(f"{name} = ", found, _INDENT)
        for call in calls:
            tensor, *others = call.arguments
            texts += statement("", Call(call.head, (f"{name}{tensor}", *others)), _INDENT)
        return [Line(text, module.place) for text in texts]


def _far(module: Begun) -> bool:
    """Whether the way to a module is no expression, or one that would fill a line."""
    return not 0 < len(module.steps) <= LONGEST


def _call(tensor: str, made: Initialisation) -> Call:
    """What gives a tensor its first values."""
    if made.of.name != "constant":
        given = (f"{name}={value_text(value)}" for name, value in made.given())
        return Call(f"nn.init.{made.of.name}_", (tensor, *given))
    (value,) = made.values
    if value in (0, 1):
        return Call("nn.init.ones_" if value else "nn.init.zeros_", (tensor,))
    return Call("nn.init.constant_", (tensor, value_text(value)))
