"""Branches that do not fit where they meet: paddings, strides, projections, pools and crops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, product

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
from app.advice.place import Place, locate
from app.advice.repair import Candidate
from app.analysis import Report
from app.analysis.branches import REPEATING
from nodes.network import Argument, Expression, Network, Wire
from nodes.spec import Kind, Shape

_FLAT = 1  # axes of a vector
_FIRST = -1  # the rank of a parameter that is there to be set
Said = tuple[str, tuple[str, ...]]  # a phrase with a gap, and the nodes that stand in it


@dataclass(frozen=True)
class Target:
    """What all branches are to agree in; None for the axis along which they are laid.

    Where the merge `repeats`, a branch of size 1 along an axis keeps that size.
    """

    shape: tuple[int | None, ...]
    repeats: bool = False

    def of(self, branch: Branch) -> Target:
        """What one branch is to become."""
        if not self.repeats:
            return self
        return Target(
            tuple(1 if n == 1 else w for w, n in zip(self.shape, branch.shape, strict=True))
        )

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
    says: tuple[Said, ...] = ()

    @property
    def changes(self) -> int:
        return sum(map(len, self.settings.values())) + 2 * len(self.news)


def candidates(
    network: Network, report: Report, place: Place, alike: bool = False
) -> Iterator[Candidate]:
    """Candidates for a merge whose branches disagree; none where their shapes are not known.

    All branches are to be `alike`, or else to fit: what torch repeats may stay as it is.
    """
    merge = merge_at(network, report, place)
    if merge is None:
        return
    if len({len(b.shape) for b in merge.branches}) > 1:
        yield from _flattened(merge)
        return
    for target in _targets(merge, alike):
        odd = [b for b in merge.branches if not target.of(b).met(b.shape)]
        yield from _at_instance(merge, odd, target)
        mends = {b.wire: list(_mends(merge, b, target.of(b))) for b in odd}
        if odd and all(mends.values()):
            yield from _combined(merge, odd, mends)


def _free_axis(merge: Merge) -> int | None:
    """The axis in which branches may differ, counted without the batch."""
    if merge.node.kind != "Concat":
        return None
    dim, axes = merge.node.args.get("dim", 1), len(merge.branches[0].shape) + 1
    return dim % axes - 1 if isinstance(dim, int) else 0


def _targets(merge: Merge, alike: bool) -> Iterator[Target]:
    """The branches' own shapes and those without trimmed edges, those of the most branches first"""
    free = _free_axis(merge)
    shapes = [b.shape for b in merge.branches]
    full = [s for b in merge.branches if (s := merge.after(b, kept(merge, b)))]
    repeats = merge.node.kind in REPEATING
    if repeats:
        shapes, full = _spread(shapes), _spread(full)
    wanted = [
        tuple(None if axis == free else n for axis, n in enumerate(shape))
        for shape in (*shapes, *full)
    ]
    for shape in sorted(dict.fromkeys(wanted), key=lambda w: -wanted.count(w)):
        yield Target(shape, repeats and not alike)


def _spread(shapes: list[Shape]) -> list[Shape]:
    """The shapes with the sizes of others where they have 1; none with 1 where a branch has more"""
    largest = [max(sizes) for sizes in zip(*shapes, strict=True)]
    spread = [
        tuple(m if n == 1 else n for n, m in zip(shape, other, strict=True))
        for shape, other in product(shapes, shapes)
    ]
    return [
        shape
        for shape in spread
        if all(n > 1 or n == most for n, most in zip(shape, largest, strict=True))
    ]


def _at_instance(merge: Merge, odd: list[Branch], target: Target) -> Iterator[Candidate]:
    """Another number at the instance around the merge, where branches take their channels of it."""
    place, channels = merge.place, target.shape[0]
    outer = locate(merge.network, place.prefix) if place.prefix else None
    if outer is None or channels is None:
        return
    own = {p.name for p in merge.network.params(place.scope)}
    for branch in odd:
        found = setter(merge, branch)
        written = found[0].args.get(found[1]) if found else None
        if isinstance(written, Expression) and written.text in own:
            says = f"Set the {written.text} of {outer.name} to {channels}"
            edit = setting(outer.scope, {outer.name: {written.text: channels}})
            yield Candidate(says, edit, _FIRST)


def _mends(merge: Merge, branch: Branch, target: Target) -> Iterator[Mend]:
    """Ways to bring one branch to the target, changes of what is there before new layers."""
    yield from _of_blocks(merge, branch, target)
    padded = kept(merge, branch)
    if padded and target.met(merge.after(branch, padded)):
        yield Mend("keep", 0, padded, says=(_padding_said(padded),))
    if (words := sames(merge, branch)) and target.met(merge.after(branch, words)):
        yield Mend("same", 1, words, says=(("use “same” padding in {}", tuple(words)),))
    for settings in single(merge, branch):
        if target.met(merge.after(branch, settings)):
            yield Mend("single", 1, settings, says=(_set_said(settings),))
    for base in ({}, padded) if padded else ({},):
        shape = merge.after(branch, base)
        if shape is not None and not target.met(shape):
            yield from _after(merge, branch, target, base, shape)


def _of_blocks(merge: Merge, branch: Branch, target: Target) -> Iterator[Mend]:
    """The parameters of blocks that make the target when they are set to its channels."""
    channels = target.shape[0]
    for node in reversed(branch.nodes):
        if channels is None or node.kind not in merge.network.block_by_name:
            continue
        for param in merge.network.params(node.kind):
            settings: dict[str, dict[str, Argument]] = {node.name: {param.name: channels}}
            if param.kind is Kind.INT and target.met(merge.after(branch, settings)):
                yield Mend("parameter", _FIRST, settings, says=(_set_said(settings),))


def _after(
    merge: Merge,
    branch: Branch,
    target: Target,
    base: Mapping[str, Mapping[str, Argument]],
    shape: Shape,
) -> Iterator[Mend]:
    """Ways from what the branch gives with some paddings, which may be none."""
    first = (_padding_said(base),) if base else ()
    for settings in single(merge, branch) if base else ():
        both = _joined(base, settings)
        strides = "stride" in next(iter(settings.values()))
        if strides and target.met(merge.after(branch, both)):
            yield Mend("strides", 1, both, says=(*first, _set_said(settings)))
    found, channels = setter(merge, branch), target.shape[0]
    if found is not None and channels is not None:
        node, parameter = found
        plain = _joined(base, {node.name: {parameter: channels}})
        if target.met(merge.after(branch, plain)):
            both = _joined(base, {node.name: {parameter: _like_others(merge, branch, target)}})
            says = f"give {{}} {channels} channels", (node.name,)
            rank = 0 if set(branch.shape[1:]) == {1} else 1  # a gate gives what it is to weigh
            yield Mend("channels", rank, both, says=(*first, says))
    for rank, style, news, phrase in fitting.layers(shape, target.shape, _normed(merge, branch)):
        if style == "project":
            rank += _misplaced(merge, branch)
        elif style == "upsample":
            rank += merge.node.kind != "Concat"  # a sum of two sizes has rather lost a stride
        written = tuple(_as_others(merge, branch, new, target) for new in news)
        says = f"{phrase} after {{}}", (branch.wire.source.node,)
        yield Mend(style, rank, base, written, (*first, says))


def _misplaced(merge: Merge, branch: Branch) -> int:
    """How unusual a projection is there: it belongs on the shorter way of a sum."""
    if merge.node.kind == "Concat":
        return 2
    return int(len(branch.nodes) > min(len(b.nodes) for b in merge.branches))


def _combined(
    merge: Merge, odd: list[Branch], mends: Mapping[Wire, list[Mend]]
) -> Iterator[Candidate]:
    """One candidate for every style; a branch that a style does not serve takes its best."""
    styles = dict.fromkeys(m.style for m in chain.from_iterable(mends.values()))
    pure = [s for s in styles if all(any(m.style == s for m in ms) for ms in mends.values())]
    for style in pure or styles:
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
            _title(picked),
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


def _title(mends: list[Mend]) -> str:
    """One sentence, in which what is done alike is said once."""
    nodes: dict[str, list[str]] = {}
    for phrase, names in chain.from_iterable(m.says for m in mends):
        nodes.setdefault(phrase, []).extend(names)
    said = ", and ".join(phrase.format(listed(names, 6)) for phrase, names in nodes.items())
    return said[:1].upper() + said[1:]


def _padding_said(settings: Mapping[str, Mapping[str, Argument]]) -> Said:
    values = {told(v["padding"]) for v in settings.values() if "padding" in v}
    number = f" ({values.pop()})" if len(values) == 1 else ""
    return f"give {{}} the padding that keeps the size{number}", tuple(settings)


def _set_said(settings: Mapping[str, Mapping[str, Argument]]) -> Said:
    ((name, ((parameter, value), *_)),) = ((n, list(v.items())) for n, v in settings.items())
    return f"set the {parameter} of {{}} to {told(value)}", (name,)
