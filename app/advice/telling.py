"""Previews of repairs in words, for the window and the terminal."""

from __future__ import annotations

from app.advice.repair import Preview, ShapeChange
from nodes import shapes
from nodes.spec import Shape

_PREFIXES = ("", " k", " M", " G", " T")


def shape_said(change: ShapeChange) -> str:
    """“conv3: 32×11×11 → 32×14×14”; “?” for a shape that is not known."""
    if change.gone:
        return f"{change.path}: removed"
    if change.made:
        return f"{change.path}: new, {_said(change.after)}"
    return f"{change.path}: {_said(change.before)} → {_said(change.after)}"


def cost_said(preview: Preview) -> str:
    """“+528 parameters, +524 kMACs”, and the problems that are left, if any."""
    parts = [f"{signed(preview.parameters)} parameters", f"{signed(preview.macs, 'MACs')}"]
    if preview.problems:
        parts.append(f"{preview.problems} problem{'s' * (preview.problems > 1)} left")
    return ", ".join(parts)


def _said(shape: Shape | None) -> str:
    return "?" if shape is None else shapes.text(shape)


def signed(number: int, unit: str = "") -> str:
    """A difference of three significant digits: +0, −4.64 k, +525 kMACs."""
    size, sign = float(abs(number)), "−" if number < 0 else "+"
    for prefix in _PREFIXES:
        if size < 999.5 or prefix == _PREFIXES[-1]:
            break
        size /= 1000
    return f"{sign}{size:.3g}{prefix or (' ' if unit else '')}{unit}"
