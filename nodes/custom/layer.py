"""A custom layer as a value, and the LayerSpec that follows from its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from nodes.custom.known import KNOWN, Question, fingerprint
from nodes.custom.reading import Declaration, SourceError, declare
from nodes.errors import LayerError
from nodes.shapes import text
from nodes.spec import Args, Facts, LayerSpec, ModuleCode, Shape, Support, Value

FAMILY = "Custom"


@dataclass(frozen=True)
class CustomLayer:
    """A definition of a network: the source of one nn.Module, whose class name is the kind.

    `declaration`, `name` and `spec` raise SourceError where the source is not that of a layer.
    """

    source: str

    @cached_property
    def declaration(self) -> Declaration:
        return declare(self.source)

    @property
    def name(self) -> str:
        return self.declaration.name

    @property
    def fault(self) -> SourceError | None:
        """Why this is no layer, or None where it is one."""
        try:
            _ = self.declaration
        except SourceError as error:
            return error
        return None

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.source)

    @property
    def trusted(self) -> bool:
        """Whether the person lets this code run."""
        return KNOWN.trusts(self.source)

    @cached_property
    def spec(self) -> LayerSpec:
        declared = self.declaration
        summary, _, rest = declared.docstring.partition("\n")
        support = Support(declared.name, declared.text, declared.imports)
        return LayerSpec(
            id=declared.name,
            family=FAMILY,
            summary=summary.rstrip(". ") or "A layer written in this network",
            help="\n\n".join(filter(None, (rest.strip(), "Source: the code in this network."))),
            infer=self._infer,
            code=ModuleCode(support, self._sizes),
            params=declared.params,
            inputs=declared.inputs,
            outputs=declared.outputs,
        )

    def _sizes(self, args: Args, inputs: Sequence[Shape]) -> tuple[int, ...]:
        return tuple(inputs[size.input][size.axis] for size in self.declaration.sizes)

    def _infer(self, args: Args, inputs: Sequence[Shape]) -> Facts:
        declared = self.declaration
        for size in declared.sizes:
            if not inputs[size.input]:
                raise LayerError(
                    "rank",
                    f"{declared.name} needs the size of an axis as {size.name}, and receives "
                    f"{text(inputs[size.input]) or 'single numbers'}.",
                )
        # Plain numbers: those of the code generator remember their origin, and that is no answer.
        question = Question(
            source=self.source,
            name=declared.name,
            sizes=tuple(int(n) for n in self._sizes(args, inputs)),
            args=tuple((p.name, _plain(getattr(args, p.name))) for p in declared.params),
            inputs=tuple(tuple(int(n) for n in shape) for shape in inputs),
            outputs=len(declared.outputs),
        )
        return KNOWN.facts(question)


def _plain(value: Value) -> Value:
    if isinstance(value, int) and not isinstance(value, bool):
        return int(value)
    return tuple(int(n) for n in value) if isinstance(value, tuple) else value
