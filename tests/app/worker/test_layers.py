"""Custom layers in the worker: what torch makes of them, and what stops them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.training.examiner import Examiner, examined
from nodes.custom import KNOWN, CustomLayer, Fault, Question
from nodes.network import Graph, Network, Node, wire
from nodes.spec import Facts, Kept, Tensor
from tests.nodes.custom.sources import GATE, SPLIT, forward, layer


@pytest.fixture(scope="module")
def examiner() -> Iterator[Examiner]:
    with Examiner() as examiner:
        yield examiner


def question(source: str, *inputs: tuple[int, ...], **args: object) -> Question:
    """What the rule of shape of a layer would ask about these inputs."""
    spec = CustomLayer(source).spec
    declared = CustomLayer(source).declaration
    resolved = spec.resolve(args)
    sizes = tuple(inputs[s.input][s.axis] for s in declared.sizes)
    return Question(
        source, spec.id, sizes, tuple(vars(resolved).items()), inputs, len(declared.outputs)
    )


def test_shapes_weights_and_costs_are_those_of_torch(examiner: Examiner) -> None:
    facts = examiner.ask(question(GATE, (6, 5, 4)))
    assert facts == Facts(
        outputs=((6, 5, 4),),
        parameters=(Tensor("gate.weight", (6, 6, 1, 1)), Tensor("gate.bias", (6,))),
        macs=6 * 6 * 5 * 4,
        windows=None,
        kept=Kept(inputs=(0,), extra=6 * 5 * 4 * 4),  # x, and what the sigmoid gives
    )


def test_buffers_and_what_no_batch_changes_are_told_apart(examiner: Examiner) -> None:
    source = layer(
        "def __init__(self, in_channels: int):\n    super().__init__()\n"
        "    self.bn = nn.BatchNorm2d(in_channels)\ndef forward(self, x): return self.bn(x)"
    )
    facts = examiner.ask(question(source, (8, 4, 4)))
    assert isinstance(facts, Facts)
    assert [t.name for t in facts.buffers] == [
        "bn.running_mean",
        "bn.running_var",
        "bn.num_batches_tracked",
    ]
    assert facts.kept == Kept(inputs=(0,), fixed=2 * 8 * 4)  # mean and deviation


def test_several_inputs_and_outputs_and_views(examiner: Examiner) -> None:
    halves = examiner.ask(question(SPLIT, (6, 2)))
    assert isinstance(halves, Facts)
    assert halves.outputs == ((3, 2), (3, 2))
    assert halves.view
    both = layer("def forward(self, x, *others):\n    return torch.cat([x, *others], 1)")
    joined = examiner.ask(question(both, (2, 3), (4, 3), (1, 3)))
    assert isinstance(joined, Facts)
    assert joined.outputs == ((7, 3),)
    assert not joined.view


def test_a_layer_that_looks_at_its_numbers_gets_some(examiner: Examiner) -> None:
    facts = examiner.ask(question(forward("return x * float(x.mean())"), (3, 4)))
    assert isinstance(facts, Facts)
    assert facts.outputs == ((3, 4),)


@pytest.mark.parametrize(
    ("source", "line", "says"),
    [
        (forward("y = x", "return y @ torch.ones(9, 9)"), 8, "cannot be multiplied"),
        (forward("return self.nothing(x)"), 7, "no attribute 'nothing'"),
        (forward("return undefined(x)"), 7, "NameError"),
        (forward("raise SystemExit(3)"), 7, "SystemExit"),
        (forward("return self.forward(x)"), 7, "RecursionError"),
        (forward("return x[0]"), 0, "the first axis must be the batch"),
        (forward("return x.sum()"), 0, "gives one number"),
        (forward("return x.argmax(1)"), 0, "int64 numbers"),
        (forward("return x, x"), 0, "gives 2 values, and its annotation says 1"),
        (forward("return 'x'"), 0, "gives a str"),
        (forward("return x.reshape(x.shape[0], -1)[:, : x.shape[0]]"), 0, "size of the batch"),
        (layer("def forward(self, x): return x", "import nowhere"), 3, "No module named 'nowhere'"),
        (layer("size = 1 / 0\ndef forward(self, x): return x"), 6, "ZeroDivisionError"),
        (layer("def forward(self, x): return x").replace("nn.Module", "object"), 0, "not a torch"),
    ],
)
def test_what_fails_is_told_with_its_line(
    examiner: Examiner, source: str, line: int, says: str
) -> None:
    fault = examiner.ask(question(source, (3, 4)))
    assert isinstance(fault, Fault)
    assert says in fault.message
    assert fault.line == line


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (("return x.reshape(7, 13)",), True),
        (("return x @ torch.ones(9, 9)",), True),
        (("if len(x) > 2:", "    raise ValueError('too many')", "return x"), True),
        (("return self.nothing(x)",), False),
        (("return self.forward(x)",), False),
    ],
)
def test_an_error_of_shapes_names_the_batch_it_was_tried_with(
    examiner: Examiner, body: tuple[str, ...], told: bool
) -> None:
    fault = examiner.ask(question(forward(*body), (4, 4)))
    assert isinstance(fault, Fault)
    batch = 3 if "ValueError" in fault.message else 2
    words = f". It was tried with a batch of {batch}, which is the first axis."
    assert fault.message.endswith(words) is told
    assert fault.message.count("batch of") == told


def test_a_layer_that_hangs_is_stopped_and_the_next_is_answered() -> None:
    with Examiner(seconds=2.0) as examiner:
        fault = examiner.ask(question(forward("y = x", "while True:", "    y = y + 1"), (3,)))
        assert isinstance(fault, Fault)
        assert "still runs after 2 seconds" in fault.message
        assert fault.line in (8, 9)
        assert isinstance(examiner.ask(question(forward("return x"), (3,))), Facts)


def test_a_layer_that_ends_its_process_is_no_more_than_a_fault(examiner: Examiner) -> None:
    fault = examiner.ask(question(forward("import os", "os._exit(7)"), (3,)))
    assert isinstance(fault, Fault)
    assert "exit code 7" in fault.message
    assert isinstance(examiner.ask(question(forward("return x"), (3,))), Facts)


def test_a_network_is_examined_through_every_layer_of_a_chain(examiner: Examiner) -> None:
    source = GATE + "# a chain\n"
    KNOWN.trust([CustomLayer(source).fingerprint])
    names = ("input", "one", "two", "output")
    nodes = tuple(
        Node(n, k) for n, k in zip(names, ("Input", "Gate", "Gate", "Output"), strict=True)
    )
    wires = (
        wire("input", "output", "one", "x"),
        wire("one", "output", "two", "x"),
        wire("two", "output", "output", "input"),
    )
    report = examined(Network("N", Graph(nodes, wires), custom=(CustomLayer(source),)), examiner)
    assert report.ok
    assert report.nodes["two"].parameters == 3 * 3 + 3
    assert report.outputs == report.nodes["one"].inputs
