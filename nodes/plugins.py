"""Layers of other packages, found by their entry points in the group `skipwire.layers`.

An entry point gives a LayerSpec, or a sequence of them. One that cannot be used is put down in
`FAILED` and skipped, so that a broken package never keeps the application from starting.
"""

from __future__ import annotations

import ast
import keyword
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import EntryPoint, entry_points

from nodes.errors import LayerError, ParameterError, SkipwireError
from nodes.spec import (
    Args,
    ExpressionCode,
    Facts,
    LayerSpec,
    ModuleCode,
    Shape,
    Support,
)

GROUP = "skipwire.layers"


@dataclass(frozen=True)
class Failure:
    """An entry point that was skipped: its name, its package, and why."""

    name: str
    package: str
    reason: str

    def __str__(self) -> str:
        return f"The layers “{self.name}” of {self.package} are left out: {self.reason}"


class PluginError(SkipwireError):
    """What an entry point gives is no layer; the message says what is wrong with it."""


FAILED: list[Failure] = []


def found(taken: Collection[str]) -> Iterator[LayerSpec]:
    """The layers of all installed packages, in the order of their entry points' names.

    Those whose ids are `taken`, by the application or by a package before, are failures. An entry
    point is used as a whole or not at all.
    """
    ids = set(taken)
    points = entry_points(group=GROUP)
    for point in sorted(points, key=lambda p: (p.name, p.value)):
        try:
            specs = tuple(_checked(spec, ids) for spec in _given(point.load()))
            if len({spec.id for spec in specs}) < len(specs):
                raise PluginError("it gives two layers of one id.")
        except PluginError as error:
            FAILED.append(_failure(point, str(error)))
        except Exception as error:  # the code of others may raise anything
            FAILED.append(_failure(point, f"{type(error).__name__}: {error}"))
        else:
            ids |= {spec.id for spec in specs}
            yield from specs


def _failure(point: EntryPoint, reason: str) -> Failure:
    return Failure(point.name, point.dist.name if point.dist else point.value, reason)


def _given(value: object) -> Sequence[object]:
    if isinstance(value, LayerSpec):
        return (value,)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return value
    raise PluginError(
        f"it gives a {type(value).__name__}, and must give a LayerSpec or a sequence of them."
    )


def _checked(spec: object, taken: Collection[str]) -> LayerSpec:
    """The layer, made so that whatever it raises is a problem of its node; raises PluginError."""
    if not isinstance(spec, LayerSpec):
        raise PluginError(f"it gives a {type(spec).__name__} where a LayerSpec belongs.")
    if not isinstance(spec.id, str) or not spec.id.isidentifier() or keyword.iskeyword(spec.id):
        raise PluginError(f"{spec.id!r} cannot be the id of a layer: ids are names as in Python.")
    if spec.id in taken:
        raise PluginError(f"there is a layer {spec.id} already.")
    for what in ("family", "summary", "help"):
        if not isinstance(getattr(spec, what), str) or not getattr(spec, what):
            raise PluginError(f"{spec.id} has no {what}.")
    for names in ([p.name for p in spec.params], [p.name for p in spec.inputs]):
        if len(set(names)) < len(names):
            raise PluginError(f"{spec.id} has two parameters or two inputs of one name.")
    if not spec.inputs or any(port.variadic for port in spec.inputs[:-1]):
        raise PluginError(f"{spec.id} needs inputs, of which the last alone may be variadic.")
    try:
        args = spec.resolve({})
    except ParameterError as error:
        raise PluginError(f"{spec.id} has a default that it refuses itself: {error}.") from None
    if not isinstance(spec.code, ModuleCode | ExpressionCode):
        raise PluginError(f"{spec.id} has no code.")
    if isinstance(spec.code, ModuleCode):
        _check_constructor(spec, spec.code.constructor(args))
    return _guarded(spec)


def _check_constructor(spec: LayerSpec, made: object) -> None:
    if isinstance(made, Support):
        try:
            body = ast.parse(made.text).body
        except SyntaxError as error:
            raise PluginError(
                f"the class {made.name} of {spec.id} is not Python: {error.msg}."
            ) from None
        if [getattr(b, "name", "") for b in body if isinstance(b, ast.ClassDef)] != [made.name]:
            raise PluginError(f"the text of {spec.id} is not the class {made.name}.")
    elif not isinstance(made, str) or not all(part.isidentifier() for part in made.split(".")):
        raise PluginError(f"{spec.id} is made by {made!r}, which is no name.")


def _guarded(spec: LayerSpec) -> LayerSpec:
    """The layer with its own faults told as faults of a layer."""

    def infer(args: Args, inputs: Sequence[Shape]) -> Facts:
        try:
            facts = spec.infer(args, inputs)
        except LayerError:
            raise
        except Exception as error:  # the code of others may raise anything
            raise _fault(spec, f"{type(error).__name__}: {error}") from error
        if not isinstance(facts, Facts):
            raise _fault(spec, f"its shape rule gives a {type(facts).__name__}")
        if len(facts.outputs) != len(guarded.output_names(vars(args))):
            raise _fault(spec, f"its shape rule gives {len(facts.outputs)} outputs")
        return facts

    outputs = spec.outputs
    guarded = replace(
        spec, infer=infer, outputs=_guarded_outputs(outputs) if callable(outputs) else outputs
    )
    return guarded


def _guarded_outputs(
    outputs: Callable[[Mapping[str, object]], tuple[str, ...]],
) -> Callable[[Mapping[str, object]], tuple[str, ...]]:
    def names(values: Mapping[str, object]) -> tuple[str, ...]:
        try:
            return tuple(outputs(values))
        except Exception:  # the code of others may raise anything; its shape rule tells of it
            return ("output",)

    return names


def _fault(spec: LayerSpec, what: str) -> LayerError:
    return LayerError(
        "third-party",
        f"the third-party layer {spec.id} failed: {what}.",
        "Tell its authors, or use another layer.",
    )
