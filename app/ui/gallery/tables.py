"""What two presets have in common and where they differ, each as a table in HTML."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from app.gallery import Choice, Facts, Stage, compare
from app.gallery.compare import Block, Line
from app.ui import theme
from app.ui.formats import quantity
from app.ui.gallery.html import NONE, Cells, muted, table
from app.ui.language import tr
from nodes.catalogue import CATALOGUE


def costs(left: Choice, right: Choice, batch: int) -> str:
    titles = ("", left.title, right.title, tr("Right against left"))
    return table(titles, map(_cost, compare.costs(left, right, batch)), "lrrr")


def kinds(left: Choice, right: Choice) -> str:
    titles = ("", left.title, right.title, tr("Right against left"))
    return table(titles, _kinds(left.facts, right.facts), "lrrr")


def stages(left: Choice, right: Choice) -> str:
    rows = map(_stages, compare.stages(left.facts, right.facts))
    return table((left.title, right.title), rows, "ll")


def insides(left: Choice, right: Choice) -> str:
    """Empty where no block differs."""
    pairs = compare.insides(left.facts, right.facts)
    rows = ((_block(one), _block(other)) for one, other in pairs)
    return table((left.title, right.title), rows, "ll") if pairs else ""


def _cost(line: Line) -> Cells:
    name = f"<span title='{escape(tr(line.help))}'>{escape(tr(line.title))}</span>"
    return (name, _value(line.left, line.unit), _value(line.right, line.unit), _against(line))


def _against(line: Line) -> str:
    if line.points is not None:
        return tr("{points} points", points=f"{line.points:+.4g}".replace("-", "−"))
    return NONE if line.ratio is None else _times(line.ratio)


def _times(ratio: float) -> str:
    """“× 1.86”, and what is less as its inverse: “÷ 530”."""
    if ratio == 1:
        return tr("the same")
    sign, factor = ("×", ratio) if ratio > 1 else ("÷", 1 / ratio)
    if factor < 1.005:
        return tr("nearly the same")
    return f"{sign} {factor:,.2f}" if factor < 10 else f"{sign} {factor:,.0f}"


def _value(value: float | None, unit: str) -> str:
    if value is None:
        return NONE
    if unit == "%":
        return f"{value:g} %"
    return f"{value:,g} {unit}" if unit == "px" else quantity(int(value), unit)


def _kinds(a: Facts, b: Facts) -> Iterable[Cells]:
    colours = theme.current()
    alone = tr("only on the left"), tr("only on the right")
    for kind, left, right in compare.kinds(a, b):
        chip = theme.family_colour(colours, CATALOGUE[kind].family).name()
        yield (
            f"<span style='color:{chip}'>■</span> {escape(kind)}",
            f"{left:,}" if left else NONE,
            f"{right:,}" if right else NONE,
            _times(right / left) if left and right else alone[not left],
        )


def _stages(pair: tuple[Stage | None, Stage | None]) -> Cells:
    left, right = pair
    pair_of_one = left is not None and right is not None and compare.answer(left, right)
    differs = pair_of_one and _what(left) != _what(right)
    return _stage(left, strong=differs), _stage(right, strong=differs)


def _what(stage: Stage | None) -> str:
    if stage is None:
        return ""
    return f"{stage.kind} ×{stage.repeat}" if stage.repeat > 1 else stage.kind


def _stage(stage: Stage | None, *, strong: bool) -> str:
    if stage is None:
        return muted(NONE)
    what = escape(_what(stage))
    remark = stage.output
    if stage.training:
        remark = tr("{output}, in training only", output=stage.output)
    shown = f"<b>{what}</b>" if strong else what
    return f"{escape(stage.name)} &nbsp; {shown} &nbsp; {muted(remark)}"


def _block(block: Block | None) -> str:
    """Its layers one after the other; those that the other one lacks are bold."""
    if block is None:
        return muted(NONE)
    layers = (f"<b>{escape(n)}</b>" if differs else escape(n) for n, differs in block.layers)
    return f"{muted(block.kind)}<br>{' → '.join(layers)}"
