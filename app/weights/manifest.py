"""The `state_dict` of a network as a list, in the order of the generated module."""

from __future__ import annotations

from collections.abc import Iterator

from app.analysis.problem import join
from app.analysis.report import Report
from app.analysis.structure import chain
from app.analysis.worked import Part, Worked
from app.weights.entry import COUNTER, Entry
from nodes.network import Network
from nodes.network.model import ROOT


def manifest(network: Network, report: Report) -> tuple[Entry, ...]:
    """What the `state_dict` of the network's module holds; of nodes in error, nothing."""
    return tuple(_inside(network, report.nodes.worked, ""))


def _inside(network: Network, worked: Worked, prefix: str) -> Iterator[Entry]:
    graph = network.scope(worked.scope)
    names = [n.name for n in graph.nodes]
    # the network itself is an nn.Sequential only where its nodes have numbers for names
    if worked.scope != ROOT or any(name.isdigit() for name in names):
        names = list(chain(network, graph) or names)
    known = worked.by_name
    parts = [known[name] for name in names if name in known]
    # a module's own parameters stand ahead of those of the modules in it
    for part in sorted(parts, key=lambda part: not _is_parameter(part)):
        path = join(prefix, part.name)
        if part.facts is not None:
            for tensor in (*part.facts.parameters, *part.facts.buffers):
                counts = tensor.name.rpartition(".")[2] == COUNTER
                yield Entry(tensor.key(path), tensor.shape, "I64" if counts else "F32", path)
        for index, copy in enumerate(part.copies):
            if copy.inside is not None:
                yield from _inside(network, copy.inside, part.copy_path(path, index))


def _is_parameter(part: Part) -> bool:
    """Whether a node is an `nn.Parameter` of the module that it stands in."""
    return part.facts is not None and any(not tensor.name for tensor in part.facts.parameters)
