"""Branches that do not fit where they meet: paddings, strides, projections, pools and crops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from app.advice.changes import Edit, New, chained, inserting, listed, setting, told
from app.advice.mending import fitting
from app.advice.mending.branches import (
    Branch,
    Merge,
    kept,
    merge_at,
    same_value,
    sames,
    setter,
    single,
)
from app.advice.place import Place
from app.advice.repair import Candidate
from app.analysis import Report
from nodes.network import Argument, Network, Wire
from nodes.spec import Shape

_FLAT = 1  # axes of a vector


@dataclass(frozen=True)
class Target:
    """What all branches are to agree in; None for the axis along which they are laid."""

    shape: tuple[int | None, ...]

    def met(self, shape: Shape | None) -> bool:
        return (
            shape is not None
            and len(shape) == len(self.shape)
            and all(w is None or w == n for w, n in zip(self.shape, shape, strict=True))
        )


@dataclass(frozen=True)
class Mend:
    """One way to bring one branch to the target. Lower ranks are the better practice."""

    style: str
    rank: int
    settings: Mapping[str, Mapping[str, Argument]] = field(default_factory=dict)
    news: tuple[New, ...] = ()
    says: str = ""

    @property
    def changes(self) -> int:
        return sum(map(len, self.settings.values())) + 2 * len(self.news)


def candidates(network: Network, report: Report, place: Place) -> Iterator[Candidate]:
    """Candidates for a merge whose branches disagree; none where their shapes are not known."""
    merge = merge_at(network, report, place)
    if merge is None:
        return
    if len({len(b.shape) for b in merge.branches}) > 1:
        yield from _flattened(merge)
        return
    free = _free_axis(merge)
    for target in _targets(merge, free):
        odd = [b for b in merge.branches if not target.met(b.shape)]
        mends = {b.wire: list(_mends(merge, b, target)) for b in odd}
        if odd and all(mends.values()):
            yield from _combined(merge, odd, mends)


def _free_axis(merge: Merge) -> int | None:
    """The axis in which branches may differ, counted without the batch."""
    if merge.node.kind != "Concat":
        return None
    dim, axes = merge.node.args.get("dim", 1), len(merge.branches[0].shape) + 1
    return dim % axes - 1 if isinstance(dim, int) else 0


def _targets(merge: Merge, free: int | None) -> Iterator[Target]:
    """The branches' own shapes and those without trimmed edges, those of the most branches first"""
    shapes = [b.shape for b in merge.branches]
    full = [s for b in merge.branches if (s := merge.after(b, kept(merge, b)))]
    wanted = [
        tuple(None if axis == free else n for axis, n in enumerate(shape))
        for shape in (*shapes, *full)
    ]
    for shape in sorted(dict.fromkeys(wanted), key=lambda w: -wanted.count(w)):
        yield Target(shape)


def _mends(merge: Merge, branch: Branch, target: Target) -> Iterator[Mend]:
    """Ways to bring one branch to the target, changes of what is there before new layers."""
    padded = kept(merge, branch)
    joined = merge.node.kind == "Concat"
    bases = [({}, ""), (padded, _padding_said(padded))] if padded else [({}, "")]
    if padded and target.met(merge.after(branch, padded)):
        yield Mend("keep", 0, padded, says=_padding_said(padded))
    if (words := sames(merge, branch)) and target.met(merge.after(branch, words)):
        yield Mend("same", 1, words, says=f"use “same” padding in {listed([*words])}")
    for settings in single(merge, branch):
        if target.met(merge.after(branch, settings)):
            yield Mend("single", 1, settings, says=_set_said(settings))
    for base, said in bases:
        shape = merge.after(branch, base)
        if shape is None or target.met(shape):
            continue
        if base:
            for settings in single(merge, branch):
                both = _joined(base, settings)
                if "stride" in next(iter(settings.values())) and target.met(
                    merge.after(branch, both)
                ):
                    yield Mend("strides", 1, both, says=f"{said} and {_set_said(settings)}")
        found = setter(merge, branch)
        if found is not None and isinstance(target.shape[0], int):
            node, parameter = found
            both = _joined(base, {node.name: {parameter: _like_others(merge, branch, target)}})
            if target.met(
                merge.after(branch, _joined(both, {node.name: {parameter: target.shape[0]}}))
            ):
                says = f"give {node.name} {target.shape[0]} channels"
                yield Mend("channels", 1, both, says=f"{said} and {says}" if said else says)
        for rank, style, news, says in fitting.layers(shape, target.shape, _normed(merge, branch)):
            written = tuple(_as_others(merge, branch, new, target) for new in news)
            says = f"{says} on the branch of {branch.wire.source.node}"
            full = f"{said} and {says}" if said else says
            yield Mend(
                style, rank + (2 if joined and style == "project" else 0), base, written, full
            )


def _combined(
    merge: Merge, odd: list[Branch], mends: Mapping[Wire, list[Mend]]
) -> Iterator[Candidate]:
    """One candidate for every style; a branch that a style does not serve takes its best."""
    styles = dict.fromkeys(m.style for m in chain.from_iterable(mends.values()))
    for style in styles:
        chosen = {}
        for branch in odd:
            own = [m for m in mends[branch.wire] if m.style == style]
            chosen[branch.wire] = min(own or mends[branch.wire], key=lambda m: (m.rank, m.changes))
        picked = list(chosen.values())
        settings: dict[str, dict[str, Argument]] = {}
        for mend in picked:
            settings = _joined(settings, mend.settings)
        steps: list[Edit] = [setting(merge.place.scope, settings)]
        steps += [inserting(merge.place.scope, w, *m.news) for w, m in chosen.items() if m.news]
        yield Candidate(
            _title(picked, settings),
            chained(*steps),
            max(m.rank for m in picked),
            sum(m.changes for m in picked),
        )


def _flattened(merge: Merge) -> Iterator[Candidate]:
    """Branches of different numbers of axes: vectors of all of them."""
    many = [b for b in merge.branches if len(b.shape) > _FLAT]
    names = listed([b.wire.source.node for b in many])
    scope = merge.place.scope
    yield Candidate(
        f"Flatten the branches of {names}",
        chained(*(inserting(scope, b.wire, New("Flatten")) for b in many)),
        0,
        2 * len(many),
    )
    if all(len(b.shape) in (_FLAT, 3) for b in merge.branches):
        pooled = (New("AdaptiveAvgPool2d"), New("Flatten"))
        yield Candidate(
            f"Average the maps of {names}, and flatten them",
            chained(*(inserting(scope, b.wire, *pooled) for b in many)),
            0,
            4 * len(many),
        )


def _normed(merge: Merge, branch: Branch) -> str:
    """The kind of the batch normalisation that another branch ends in, if one does."""
    for other in merge.branches:
        if other is not branch and other.nodes and other.nodes[-1].kind.startswith("BatchNorm"):
            return other.nodes[-1].kind
    return ""


def _like_others(merge: Merge, branch: Branch, target: Target) -> Argument:
    """The target's channels as the other branches write them, such as a block's parameter."""
    wanted = target.shape[0]
    assert wanted is not None
    for other in merge.branches:
        if other is not branch and (found := setter(merge, other)):
            return same_value(merge, *found, wanted)
    return wanted


def _as_others(merge: Merge, branch: Branch, new: New, target: Target) -> New:
    """A new layer with its numbers as the other branches write them."""
    args = dict(new.args)
    if "out_channels" in args and target.shape[0] is not None:
        args["out_channels"] = _like_others(merge, branch, target)
    stride = args.get("stride")
    if isinstance(stride, int):
        for other in merge.branches:
            for node in other.nodes if other is not branch else ():
                if "stride" in node.args:
                    args["stride"] = same_value(merge, node, "stride", stride)
    return New(new.kind, args)


def _joined(
    one: Mapping[str, Mapping[str, Argument]], other: Mapping[str, Mapping[str, Argument]]
) -> dict[str, dict[str, Argument]]:
    return {
        name: {**one.get(name, {}), **other.get(name, {})} for name in dict.fromkeys([*one, *other])
    }


def _title(mends: list[Mend], settings: Mapping[str, Mapping[str, Argument]]) -> str:
    only_padding = all(m.style == "keep" for m in mends)
    if only_padding:
        said = _padding_said(settings)
    else:
        said = ", and ".join(dict.fromkeys(m.says for m in mends))
    return said[:1].upper() + said[1:]


def _padding_said(settings: Mapping[str, Mapping[str, Argument]]) -> str:
    values = {told(v["padding"]) for v in settings.values() if "padding" in v}
    number = f" ({values.pop()})" if len(values) == 1 else ""
    return f"give {listed([*settings], 6)} the padding that keeps the size{number}"


def _set_said(settings: Mapping[str, Mapping[str, Argument]]) -> str:
    return " and ".join(
        f"set the {parameter} of {name} to {told(value)}"
        for name, values in settings.items()
        for parameter, value in values.items()
    )
