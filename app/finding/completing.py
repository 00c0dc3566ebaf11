"""How a question that is being typed may go on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.finding.query import FIGURES, FLAGS, TEXTS, Token, tokens
from nodes.errors import UnknownKindError
from nodes.network import Expression, Graph, Network
from nodes.spec import Kind, Param

_MOST = 8


class Completions(NamedTuple):
    """What may stand in the place of the text from `start` to the cursor, the likeliest first."""

    start: int
    words: Sequence[str]


def completions(text: str, cursor: int, network: Network, graph: Graph) -> Completions:
    """For the word before the cursor: flags, parameters and kinds that this graph has."""
    before = tokens(text[:cursor])
    open_word = bool(before) and before[-1].kind == "word" and not text[:cursor].endswith(" ")
    typed = before[-1].text if open_word else ""
    start = before[-1].start if open_word else cursor
    ahead = before[:-1] if open_word else before
    if ahead and ahead[-1].kind == "operator":
        return Completions(start, _fitting(typed, _values(ahead, network, graph)))
    if not typed:
        return Completions(start, ())
    if typed.startswith("-"):
        typed, start = typed[1:], start + 1
    params = Counter(p.name for kind in graph.kinds for p in _params(network, kind))
    names = [name for name, _ in params.most_common()]
    return Completions(start, _fitting(typed, [*FLAGS, *names, *FIGURES, *TEXTS, *graph.kinds]))


def _values(ahead: Sequence[Token], network: Network, graph: Graph) -> Iterable[str]:
    """What the parameter before the operator can be, or is somewhere in the graph."""
    name = ahead[-2].text if len(ahead) > 1 else ""
    if name == "kind":
        return graph.kinds
    found: dict[str, None] = {}
    for kind in graph.kinds:
        param = next((p for p in _params(network, kind) if p.name == name), None)
        if param is None:
            continue
        if param.kind is Kind.BOOL:
            found |= {"true": None, "false": None}
        found |= dict.fromkeys((*param.choices, *param.words))
        for node in graph.of_kind(kind):
            value = node.args.get(name, param.default)
            if isinstance(value, bool) or value is None or isinstance(value, Expression):
                continue
            told = "x".join(map(str, value)) if isinstance(value, tuple) else str(value)
            found[told.partition("(")[0]] = None
    return found


def _params(network: Network, kind: str) -> Sequence[Param]:
    try:
        return network.params(kind)
    except UnknownKindError:
        return ()


def _fitting(typed: str, words: Iterable[str]) -> Sequence[str]:
    """Those that begin so, then those that hold it; the whole word itself is no completion."""
    low, unique = typed.lower(), dict.fromkeys(words)
    begin = [w for w in unique if w.lower().startswith(low) and w.lower() != low]
    hold = [w for w in unique if low in w.lower() and not w.lower().startswith(low)]
    return (begin + hold)[:_MOST]
