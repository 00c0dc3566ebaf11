"""Which local variable holds which value in `forward`, and in which order the nodes run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from app.analysis import structure
from app.analysis.outputs import exits, heads_early
from nodes.network.model import Endpoint, Graph, Wire, unused

MAIN = "x"


def running_order(
    graph: Graph, before: Mapping[str, Sequence[str]], training: frozenset[str]
) -> tuple[str, ...]:
    """Nodes so that each follows its inputs, and branch follows whole branch.

    Nodes that no output needs are left out. What is for training only runs as soon as it can.
    """
    ends = [n.name for n in (*graph.of_kind("Input"), *exits(graph))]
    found = structure.order(ends, before)
    assert found is not None  # a sound network has no cycle
    return heads_early(found, training, before)


class Variables:
    """Gives every value a variable, using one again as soon as its value is needed no more."""

    def __init__(
        self, graph: Graph, order: Sequence[str], inputs: Mapping[str, tuple[Wire, ...]]
    ) -> None:
        self._inputs = inputs
        self._left = Counter(w.source for name in order for w in inputs[name])
        self._users: dict[Endpoint, list[str]] = {}
        for name in order:
            for w in inputs[name]:
                self._users.setdefault(w.source, []).append(name)
        self._name: dict[Endpoint, str] = {}
        self._holders: dict[str, Endpoint] = {}
        self._graph = graph

    def bind(self, value: Endpoint, wanted: str) -> str:
        """A free variable for a value, by the wanted name or one like it."""
        name = unused(wanted, self._holders)
        self._name[value] = name
        self._holders[name] = value
        return name

    def passing(self, wanted: str) -> str:
        """A name like the wanted one that holds no value now, for a few lines."""
        return unused(wanted, self._holders)

    def read(self, name: str) -> tuple[str, ...]:
        """The variables of a node's inputs. Those read for the last time become free."""
        sources = [w.source for w in self._inputs[name]]
        found = tuple(self._name[s] for s in sources)
        for s in sources:
            self._left[s] -= 1
        for s in sources:
            if not self._left[s]:
                self._holders.pop(self._name[s], None)
        return found

    def keep(self, name: str) -> str:
        """The variable of an Output's input, never free again: it holds what is returned."""
        (wire,) = self._inputs[name]
        return self._name[wire.source]

    def write(self, name: str, ports: Sequence[str], read: Sequence[str]) -> tuple[str, ...]:
        """Variables for a node's outputs: its first input's again, where that is free now.

        Of several outputs those that nothing reads are _, but for a chain of copies, which reads
        them all itself.
        """
        if len(ports) > 1:
            values = [Endpoint(name, p) for p in ports]
            copies = self._graph.by_name[name].numbered
            return tuple(
                self.bind(v, f"{name}_{v.port}") if copies or v in self._users else "_"
                for v in values
            )
        value = Endpoint(name, ports[0])
        again = [MAIN, *read] if len(read) > 1 else read  # a merge ends its branches
        free = next((v for v in again if v not in self._holders), None)
        return (self.bind(value, free or self._branch_name(name)),)

    def _branch_name(self, name: str) -> str:
        """A name for the chain that begins here: what its nodes' names share, or `out`.

        That is their common words (b1 for b1_conv, b1_relu) or number (branch3 for reduce3, conv3).
        """
        chain, port = [name], "output"
        while True:
            users = self._users.get(Endpoint(chain[-1], port), [])
            if len(users) != 1 or len(self._inputs[users[0]]) != 1 or users[0] in chain:
                break
            if self._graph.by_name[users[0]].kind == "Output":
                break
            chain.append(users[0])
        if len(chain) == 1:
            return name if not name.isdigit() else "out"
        words = [n.split("_") for n in chain]
        shared = []
        for group in zip(*words, strict=False):
            if len(set(group)) > 1:
                break
            shared.append(group[0])
        joined = "_".join(shared)
        if joined and not joined.isdigit():
            return joined
        numbers = {n[len(n.rstrip("0123456789")) :] for n in chain}
        number = numbers.pop()
        return f"branch{number}" if number and not numbers else "out"
