"""Tables of text in the colours of the window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from app.ui import theme

NONE = "–"
Cells = Sequence[str]


def table(titles: Cells, rows: Iterable[Cells], sides: str) -> str:
    """A table over the whole width, of cells in HTML; `sides` has l or r for every column.

    It may have no titles.
    """
    colours = theme.current()
    share = 100 // len(sides)

    def line(cells: Cells, style: str) -> str:
        return "".join(
            f"<td width='{share}%' align='{'right' if side == 'r' else 'left'}' "
            f"style='padding: 3px 8px; {style}'>{cell}</td>"
            for cell, side in zip(cells, sides, strict=True)
        )

    head = line([escape(t) for t in titles], f"color:{colours.muted}") if titles else ""
    body = "".join(
        f"<tr bgcolor='{colours.base if at % 2 else colours.window}'>{line(cells, '')}</tr>"
        for at, cells in enumerate(rows, 1)
    )
    return f"<table width='100%' cellspacing='0'><tr>{head}</tr>{body}</table>"


def muted(text: str) -> str:
    return f"<span style='color:{theme.current().muted}'>{escape(text)}</span>"
