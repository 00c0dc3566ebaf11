"""What every report is made of: a page of HTML that needs nothing beside it, and its tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape

from app.runs.drawing import tag

_DOCTYPE = " ".join(("<!DOCTYPE", "html>"))  # no sentence of a language
_STYLE = """
:root { color-scheme: light dark; --text: #1b1f24; --muted: #59636e; --back: #fff; --line: #d0d7de;
  --a: #0b62c4; --b: #b45309; --c: #1a7f37; --d: #8250df;
  --e: #bf3989; --f: #7d6608; --g: #57606a; --h: #0a7ea4; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e8eb; --muted: #a3abb5; --back: #1d2126;
  --line: #3b424b; --a: #6cb2ff; --b: #f0a35e; --c: #57c27a; --d: #c4a1ff;
  --e: #f778ba; --f: #e3b341; --g: #a3abb5; --h: #56d4dd; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back);
  max-width: 980px; margin: 2em auto; padding: 0 1em; }
table { border-collapse: collapse; margin-bottom: 16px; }
td, th { padding: 2px 14px 2px 0; text-align: left; vertical-align: top;
  border-bottom: 1px solid var(--line); } th { color: var(--muted);
  font-weight: normal; } td.other { font-weight: bold; }
.curves { display: flex; flex-wrap: wrap; gap: 8px; } svg { width: 460px; max-width: 100%; }
.drawing svg { width: auto; height: auto; max-height: 1200px; background: #fff; }
svg text { font: 11px system-ui, sans-serif; fill: var(--muted); } .title { font-weight: bold; }
.tick { text-anchor: end; } .step { text-anchor: middle; } .name { text-anchor: end; }
.grid { stroke: var(--line); } polyline { fill: none; stroke-width: 1.6; }
polyline.line0 { stroke: var(--a); } polyline.line1 { stroke: var(--b); stroke-dasharray: 5 3; }
polyline.line2 { stroke: var(--c); stroke-dasharray: 2 2; }
polyline.line3 { stroke: var(--d); stroke-dasharray: 8 3 1 3; }
polyline.line4 { stroke: var(--e); stroke-dasharray: 12 4; } polyline.line5 { stroke: var(--f); }
polyline.line6 { stroke: var(--g); stroke-dasharray: 1 2; }
polyline.line7 { stroke: var(--h); stroke-dasharray: 10 2 2 2; }
text.line0 { fill: var(--a); } text.line1 { fill: var(--b); } text.line2 { fill: var(--c); }
.key { list-style: none; padding: 0; } .key svg { width: 40px; margin-right: 8px; }
figure { display: inline-block; margin: 0 12px 12px 0; } figcaption { color: var(--muted); }
"""
Say = Callable[[str], str]


def page(title: str, parts: Iterable[str]) -> str:
    """All of it; `parts` are elements."""
    letters = tag("meta", charset="utf-8").removesuffix("</meta>")
    head = tag("head", letters + tag("title", escape(title)) + tag("style", _STYLE))
    body = "\n".join(parts)
    whole = tag("html", f"{head}\n{tag('body', body)}\n")
    return f"{_DOCTYPE}\n{whole}\n"


def section(title: str, content: str) -> list[str]:
    """Nothing where there is no content."""
    return [f"<h2>{escape(title)}</h2>", content] if content else []


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Of plain text."""
    head = "".join(f"<th>{escape(each)}</th>" for each in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><tr>{head}</tr>{body}</table>" if head else f"<table>{body}</table>"


def when(created: str) -> str:
    """A time of a record, as people write it."""
    return created.replace("T", " ").replace("+00:00", " UTC")
