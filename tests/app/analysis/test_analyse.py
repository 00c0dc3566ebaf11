"""What `analyse` finds wrong, where, and what it says; and that sound networks are sound."""

from __future__ import annotations

from typing import Any

import pytest

from app.analysis import Problem, Report, analyse
from nodes.network import Block, Expression, Graph, Network, Node, wire
from nodes.network.builder import Builder
from nodes.network.document import Document, dumps, loads
from nodes.network.edits import set_argument
from nodes.spec import Kind, Param
from tests.app.networks import ends, graph, link, network, node


def problem(report: Report, rule: str) -> Problem:
    found = [p for p in report.problems if p.rule == rule]
    assert found, [p.rule for p in report.problems]
    return found[0]


def conv(name: str, **args: object) -> Node:
    return node(name, "Conv2d", **{"out_channels": 4, "padding": 1, **args})


CHANNELS = Param("channels", Kind.INT, 4, "", 1)
TWICE = Block(
    "Twice",
    (CHANNELS,),
    graph(
        [*ends(), conv("conv", out_channels=Expression("2 * channels"), padding=0)],
        "input conv output",
    ),
)


def test_a_sound_network_has_shapes_costs_and_no_problems() -> None:
    report = analyse(network([*ends(), conv("conv1")], "input conv1 output"))
    assert report.ok
    assert report.outputs == ((4, 8, 8),)
    conv1 = report.nodes["conv1"]
    assert (conv1.inputs, conv1.outputs) == (((3, 8, 8),), {"output": (4, 8, 8)})
    assert conv1.parameters == 4 * 3 * 9 + 4
    assert conv1.macs == 4 * 3 * 9 * 64
    assert report.totals.parameters == conv1.parameters
    assert report.wire_shape("", link("conv1", "output")) == (4, 8, 8)


def test_a_cycle_names_all_its_nodes() -> None:
    nodes = [*ends(), node("add", "Add"), conv("a"), conv("b")]
    report = analyse(network(nodes, "input add a b output", "b add"))
    found = problem(report, "cycle")
    assert set(found.nodes) == {"add", "a", "b"}
    assert not found.consequence
    assert all(name in found.message for name in ("add", "a", "b"))


def test_a_node_wired_to_itself_is_a_cycle() -> None:
    report = analyse(network([*ends(), node("add", "Add")], "input add output", "add add"))
    assert problem(report, "cycle").nodes == ("add",)


def test_a_missing_input_is_the_root_and_what_follows_is_marked() -> None:
    nodes = [*ends(), conv("conv1"), conv("conv2"), node("relu", "ReLU")]
    report = analyse(network(nodes, "conv1 conv2 relu output"))
    assert report.problems[0].rule == "missing-input"
    assert report.problems[0].nodes == ("conv1",)
    follows = problem(report, "no-shape")
    assert follows.consequence
    assert set(follows.nodes) == {"conv2", "relu"}
    marks = [p.consequence for p in report.problems]
    assert marks == sorted(marks)


def test_two_wires_into_one_port() -> None:
    nodes = [*ends(), conv("a"), conv("b"), conv("c")]
    report = analyse(network(nodes, "input a c output", "input b c"))
    found = problem(report, "port-taken")
    assert found.nodes == ("c", "a", "b")
    assert "Add or Concat" in found.cure


def test_nodes_that_do_not_reach_the_output() -> None:
    nodes = [*ends(), conv("conv1"), conv("lost"), node("end", "ReLU")]
    report = analyse(network(nodes, "input conv1 output", "conv1 lost end"))
    roots = [p for p in report.problems if not p.consequence]
    assert [(p.rule, p.nodes) for p in roots] == [("dead-end", ("end",))]
    assert [p.nodes for p in report.problems if p.consequence] == [("lost",)]


@pytest.mark.parametrize(("missing", "rule"), [("Input", "no-input"), ("Output", "no-output")])
def test_missing_ends(missing: str, rule: str) -> None:
    nodes = tuple(n for n in [*ends(), conv("conv1")] if n.kind != missing)
    assert problem(analyse(Network("Test", Graph(nodes))), rule).cure


def test_an_empty_network_says_what_it_lacks() -> None:
    assert {p.rule for p in analyse(Network()).problems} == {"no-input", "no-output"}


def test_duplicate_names() -> None:
    nodes = [*ends(), conv("conv1"), conv("conv1")]
    found = problem(analyse(network(nodes, "input conv1 output")), "duplicate-name")
    assert found.nodes == ("conv1",)


@pytest.mark.parametrize("name", ["forward", "class", "a b", "ünder", "_x", "training", "append"])
def test_names_that_break_the_code_are_problems(name: str) -> None:
    wires = (wire("input", "output", name, "input"), wire(name, "output", "output", "input"))
    report = analyse(Network("Test", Graph((*ends(), conv(name)), wires)))
    assert problem(report, "illegal-name").nodes == (name,)


def test_numbers_name_nodes_only_in_chains() -> None:
    chain = network([*ends(), conv("0"), conv("1")], "input 0 1 output")
    assert analyse(chain).ok
    nodes = [*ends(), conv("0"), conv("1"), node("add", "Add")]
    report = analyse(network(nodes, "input 0 add output", "input 1 add"))
    assert set(problem(report, "number-name").nodes) == {"0", "1"}


@pytest.mark.parametrize(
    ("merge", "rule", "other"),
    [
        ("Add", "add-mismatch", conv("b", out_channels=5)),
        ("Add", "add-mismatch", conv("b", stride=2)),
        ("Concat", "concat-mismatch", conv("b", stride=2)),
    ],
)
def test_a_mismatch_names_every_branch_with_its_shape(merge: str, rule: str, other: Node) -> None:
    name = merge.lower()
    nodes = [*ends(), conv("a"), other, conv("c"), node(name, merge)]
    report = analyse(network(nodes, f"input a {name} output", f"input b {name}", f"input c {name}"))
    found = problem(report, rule)
    assert found.nodes[0] == name
    for branch in ("a", "b", "c"):
        shape = "×".join(map(str, report.nodes[branch].outputs["output"]))
        assert f"{branch} {shape}" in found.message
        assert f"{branch} {shape}" in found.received
    assert found.cure


@pytest.mark.parametrize(
    ("culprit", "rule"),
    [
        (node("x", "Conv2d", kernel_size=9), "window-too-large"),
        (node("x", "MaxPool2d", kernel_size=(2, 9)), "window-too-large"),
        (node("x", "MaxPool2d", kernel_size=2, padding=2), "padding-too-large"),
        (node("x", "Conv2d", groups=2), "groups"),
        (node("x", "Conv2d", stride=0), "parameter"),
        (node("x", "Conv2d", colour=1), "parameter"),
        (node("x", "Conv2d", out_channels=Expression("width")), "parameter"),
        (node("x", "Softmax", dim=4), "axis"),
        (node("x", "Convv2d"), "unknown-kind"),
        (node("x", "ReLU", repeat=2), "repeat"),
    ],
)
def test_each_rule_names_its_node(culprit: Node, rule: str) -> None:
    report = analyse(network([*ends(3, 8, 8), culprit], "input x output"))
    found = problem(report, rule)
    assert found.nodes[0] == "x"
    assert "x" in found.message
    assert found.message.endswith((".", "?"))
    assert not found.message.endswith("..")


def test_shapes_go_through_blocks_and_repeats() -> None:
    nodes = [*ends(), node("first", "Twice"), node("many", "Twice", channels=3, repeat=2)]
    report = analyse(network(nodes, "input first many output", blocks=(TWICE,)))
    assert report.ok
    assert report.nodes["first.conv"].outputs == {"output": (8, 6, 6)}
    assert report.nodes["many"].repeat == 2
    assert report.nodes["many.0.conv"].inputs == ((8, 6, 6),)
    assert report.nodes["many.1.conv"].inputs == ((6, 4, 4),)
    assert report.nodes["many"].outputs == {"output": (6, 2, 2)}


def test_a_block_that_no_longer_fits_is_named_with_its_copy() -> None:
    nodes = [*ends(), node("many", "Twice", repeat=5)]
    report = analyse(network(nodes, "input many output", blocks=(TWICE,)))
    found = problem(report, "window-too-large")
    assert found.nodes == ("many.3.conv",)


def test_arguments_may_depend_on_the_repeat_index() -> None:
    nodes = [*ends(), node("many", "Twice", channels=Expression("1 + i"), repeat=3)]
    report = analyse(network(nodes, "input many output", blocks=(TWICE,)))
    channels = [report.nodes[f"many.{k}.conv"].outputs["output"][0] for k in range(3)]
    assert channels == [2, 4, 6]
    inside = sum(report.nodes[f"many.{k}"].parameters for k in range(3))
    assert report.nodes["many"].parameters == inside == report.totals.parameters


def test_a_node_that_is_off_passes_its_input_on() -> None:
    report = analyse(network([*ends(), conv("off", enabled=False)], "input off output"))
    assert report.ok
    assert report.outputs == ((3, 8, 8),)
    assert report.totals.parameters == 0


def test_a_merge_that_is_off_passes_its_first_input_on() -> None:
    nodes = [*ends(), conv("a"), node("concat", "Concat", enabled=False)]
    assert analyse(network(nodes, "input concat output", "input a concat")).outputs == ((3, 8, 8),)
    assert analyse(network(nodes, "input a concat output", "input concat")).outputs == ((4, 8, 8),)


def test_a_split_that_is_off_gives_its_input_at_every_output() -> None:
    nodes = [*ends(), node("split", "Chunk", chunks=3, enabled=False), node("cat", "Concat")]
    wires = [
        wire("input", "output", "split", "input"),
        *(wire("split", str(k), "cat", "inputs") for k in range(3)),
        wire("cat", "output", "output", "input"),
    ]
    assert analyse(Network("Test", Graph(tuple(nodes), tuple(wires)))).outputs == ((9, 8, 8),)


def test_a_block_of_several_inputs_cannot_be_switched_off() -> None:
    inside = [node("a", "Input"), node("b", "Input"), node("add", "Add"), node("output", "Output")]
    block = Block("Sum", (), graph(inside, "a add output", "b add"))
    wires = (
        wire("input", "output", "sum", "a"),
        wire("input", "output", "sum", "b"),
        wire("sum", "output", "output", "input"),
    )
    nodes = (*ends(), node("sum", "Sum", enabled=False))
    report = analyse(Network("Test", Graph(nodes, wires), (block,)))
    assert problem(report, "bypass").nodes == ("sum",)


def test_a_block_inside_itself_is_refused_not_followed() -> None:
    a = Block("A", (), graph([*ends(), node("b", "B")], "input b output"))
    b = Block("B", (), graph([*ends(), node("a", "A")], "input a output"))
    report = analyse(network([*ends(), node("x", "A")], "input x output", blocks=(a, b)))
    assert "A" in problem(report, "recursive-block").message


def test_a_network_too_large_to_show_is_refused_quickly() -> None:
    inner: Block = Block("B0", (), graph([*ends(), node("x", "ReLU")], "input x output"))
    made = [inner]
    for k in range(1, 6):
        nodes = [*ends(), node("x", f"B{k - 1}", repeat=1000)]
        made.append(Block(f"B{k}", (), graph(nodes, "input x output")))
    report = analyse(network([*ends(), node("x", "B5")], "input x output", blocks=tuple(made)))
    assert problem(report, "too-large")


def test_a_fault_in_a_definition_is_told_once() -> None:
    broken = Block("Broken", (), graph([*ends(), conv("c"), conv("lost")], "input c output"))
    nodes = [*ends(), node("a", "Broken"), node("b", "Broken")]
    report = analyse(network(nodes, "input a b output", blocks=(broken,)))
    missing = [p for p in report.problems if p.rule == "missing-input"]
    assert [p.nodes for p in missing] == [("a.lost",)]


def test_wires_to_what_does_not_exist() -> None:
    wires = (
        link("input", "output"),
        wire("input", "output", "ghost", "input"),
        wire("input", "sideways", "a", "input"),
        wire("input", "output", "b", "sideways"),
    )
    nodes = (*ends(), conv("a"), conv("b"))
    report = analyse(Network("Test", Graph(nodes, wires)))
    assert {p.nodes[0] for p in report.problems if p.rule == "unknown-port"} >= {"input", "a", "b"}


def test_every_root_cause_has_a_message_that_names_its_node_and_a_cure() -> None:
    nodes = [*ends(), conv("a", groups=2), conv("b"), node("add", "Add"), conv("alone")]
    report = analyse(network(nodes, "input a add output", "input b add"))
    for p in report.problems:
        if not p.consequence:
            assert p.cure
            assert all(path.rpartition(".")[2] in p.message for path in p.nodes[:1])


@pytest.mark.parametrize(
    ("nodes", "chains", "rules"),
    [
        ([*ends(), conv("0"), conv("1")], ("input 0", "1 output"), {"missing-input", "dead-end"}),
        ([ends()[0], conv("0")], ("input 0",), {"no-output"}),
        ([*ends(), conv("0"), node("1", "Convv2d")], ("input 0 1 output",), {"unknown-kind"}),
    ],
)
def test_a_chain_of_numbers_with_a_gap_is_not_blamed_for_its_names(
    nodes: list[Node], chains: tuple[str, ...], rules: set[str]
) -> None:
    report = analyse(network(nodes, *chains))
    assert {p.rule for p in report.problems if not p.consequence} == rules


@pytest.mark.parametrize(
    "fault", [conv("wrong", colour=1), conv("wrong", out_channels=0), conv("wrong", groups=5)]
)
def test_a_fault_inside_a_block_is_told_once_with_every_place(fault: Node) -> None:
    block = Block("Broken", (), graph([*ends(), fault], "input wrong output"))
    nodes = [*ends(), node("a", "Broken"), node("b", "Broken"), node("add", "Add")]
    report = analyse(network(nodes, "input a add output", "input b add", blocks=(block,)))
    (root,) = [p for p in report.problems if not p.consequence]
    assert root.nodes == ("a.wrong", "b.wrong")
    (follows,) = [p for p in report.problems if p.consequence]
    assert follows.nodes == ("add",)


def test_definitions_that_no_class_can_be_made_of() -> None:
    nodes = [*ends(), node("x", "Twice")]
    bad = Block("Bad", (Param("for", Kind.INT, 1, ""),), graph(ends(), "input output"))
    report = analyse(network(nodes, "input x output", blocks=(TWICE, TWICE, bad)))
    assert "Twice" in problem(report, "duplicate-name").message
    assert "“for”" in problem(report, "parameter").message


@pytest.mark.parametrize(
    ("kind", "args", "sound"),
    [
        ("Chunk", {"chunks": Expression("many")}, False),
        ("Chunk", {"chunks": Expression("2")}, True),
        ("Split", {"sizes": Expression("all_sizes")}, False),
        ("Split", {"sizes": Expression("(many, many - 1, 1)")}, True),
    ],
)
def test_the_number_of_outputs_cannot_follow_from_a_parameter(
    kind: str, args: dict[str, Any], sound: bool
) -> None:
    parameters = (
        Param("many", Kind.INT, 3, "", 1),
        Param("all_sizes", Kind.INTS, (1, 2, 3), "", 1),
    )
    b = Builder("Parts", parameters)
    b.output(b.add("concat", "Concat", b.branches("parts", kind, b.input(), **args)))
    g = Builder("Test")
    g.output(g.add("block", b.block(), g.input(6, 4, 4)))
    report = analyse(g.network((b.block(),)))
    assert report.ok is sound
    for problem in report.problems[:1]:
        assert problem.rule == "outputs"
        assert problem.nodes == ("block.parts",)
        assert "3 outputs here, and is drawn with 2" in problem.message


# --- what earlier analyses found is used again --------------------------------------------------


def test_copies_of_one_kind_are_worked_out_once() -> None:
    nodes = [*ends(4, 8, 8), node("many", "Same", repeat=5)]
    same = Block("Same", (), graph([*ends(), conv("conv")], "input conv output"))
    report = analyse(network(nodes, "input many output", blocks=(same,)))
    first, *others = (copy.inside for copy in report.nodes.worked.by_name["many"].copies)
    assert all(other is first for other in others)
    assert report.nodes["many.4.conv"].path == "many.4.conv"


def test_reading_some_nodes_first_changes_nothing() -> None:
    nodes = [*ends(), node("many", "Twice", repeat=2), conv("last")]
    drawn = network(nodes, "input many last output", blocks=(TWICE,))
    some, all_ = analyse(drawn), analyse(drawn)
    assert some.nodes["many.1.conv"] == all_.nodes["many.1.conv"]
    assert list(some.nodes.items()) == list(all_.nodes.items())
    assert list(some.nodes) == [
        "input", "many", "many.0", "many.0.input", "many.0.conv", "many.0.output", "many.1",
        "many.1.input", "many.1.conv", "many.1.output", "last", "output",
    ]  # fmt: skip
    assert len(some.nodes) == 12
    for absent in ("many.2", "many.0.conv.0", "nothing", "many.", "", "."):
        assert absent not in some.nodes


OUTER = Block("Outer", (CHANNELS,), graph(
    [*ends(), node("inner", "Twice", channels=Expression("channels")), conv("more")],
    "input inner more output",
))  # fmt: skip


@pytest.mark.parametrize(
    ("scope", "name", "parameter", "value"),
    [
        ("", "first", "out_channels", 7),
        ("", "many", "channels", 5),
        ("Outer", "more", "kernel_size", 5),
        ("Twice", "conv", "kernel_size", 1),
        ("Twice", "conv", "groups", 5),  # does not fit
        ("Twice", "conv", "groups", 4),  # the copies fit, and one of the channels does not
    ],
)
def test_after_an_edit_the_report_is_that_of_a_new_network(
    scope: str, name: str, parameter: str, value: int
) -> None:
    nodes = [*ends(3, 32, 32), conv("first"), node("many", "Outer", repeat=3), node("one", "Twice")]
    drawn = network(nodes, "input first many one output", blocks=(TWICE, OUTER))
    before = analyse(drawn)
    edited = set_argument(drawn, scope, [name], parameter, value)
    report, new = analyse(edited), analyse(loads(dumps(Document(edited))).network)
    assert (report.problems, report.outputs) == (new.problems, new.outputs)
    assert list(report.nodes.items()) == list(new.nodes.items())
    assert [r.kept for r in report.nodes.values()] == [r.kept for r in new.nodes.values()]
    assert list(report.nodes.values()) != list(before.nodes.values())
    again = analyse(drawn)
    assert list(again.nodes.items()) == list(before.nodes.items())


def test_a_name_that_comes_to_mean_something_else_is_worked_out_anew() -> None:
    user = Block("User", (), graph([*ends(), node("x", "Other")], "input x output"))
    other = Block("Other", (), graph([*ends(), conv("conv")], "input conv output"))
    nodes = [*ends(), node("user", "User")]
    missing = analyse(network(nodes, "input user output", blocks=(user,)))
    assert problem(missing, "unknown-kind")
    present = analyse(network(nodes, "input user output", blocks=(user, other)))
    assert present.ok
    assert present.nodes["user"].outputs == {"output": (4, 8, 8)}
    assert not analyse(network(nodes, "input user output", blocks=(user,))).ok
