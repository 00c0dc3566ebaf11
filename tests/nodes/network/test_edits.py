"""Every edit by what it does, and every refusal by what it leaves alone."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from nodes.errors import EditError
from nodes.network import (
    ROOT,
    Block,
    Endpoint,
    Expression,
    Graph,
    Network,
    Node,
    Wire,
    edits,
    wire,
)
from tests.nodes.network.samples import branches, chain, chain_wires, nested


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("Conv2d", ["conv1", "conv2"]),
        ("MaxPool2d", ["pool1", "pool2"]),
        ("AvgPool2d", ["pool1", "pool2"]),
        ("Linear", ["fc1", "fc2"]),
        ("BatchNorm2d", ["bn1", "bn2"]),
        ("ReLU", ["relu1", "relu2"]),
        ("Add", ["add1", "add2"]),
        ("Concat", ["concat1", "concat2"]),
        ("Input", ["input", "input2"]),
        ("Output", ["output", "output2"]),
        ("Flatten", ["flatten1", "flatten2"]),
        ("Dropout", ["dropout1", "dropout2"]),
        ("Conv1d", ["conv1", "conv2"]),
        ("ConvTranspose3d", ["conv_transpose1", "conv_transpose2"]),
        ("PReLU", ["prelu1", "prelu2"]),
        ("ReLU6", ["relu6_1", "relu6_2"]),
        ("MatMul", ["matmul1", "matmul2"]),
    ],
)
def test_fresh_names_are_those_of_published_code(kind: str, names: list[str]) -> None:
    network = Network()
    for expected in names:
        name = edits.fresh_name(network.graph, kind)
        assert name == expected
        network = edits.add(network, ROOT, Node(name, kind))


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("BasicBlock", "basic_block1"),
        ("SEBlock", "se_block1"),
        ("Unit2", "unit2_1"),
        ("Train", "train1"),
    ],
)
def test_fresh_names_of_blocks(kind: str, name: str) -> None:
    assert edits.fresh_name(Network().graph, kind) == name


def test_add_stores_what_differs_from_the_defaults() -> None:
    node = Node("conv1", "Conv2d", {"stride": 1, "kernel_size": [5, 3]})  # type: ignore[dict-item]
    network = edits.add(Network(), ROOT, node)
    assert dict(network.graph.by_name["conv1"].args) == {"kernel_size": (5, 3)}


def test_remove_takes_the_wires_along() -> None:
    network = edits.remove(chain(), ROOT, ["conv1", "relu1"])
    assert [n.name for n in network.graph.nodes] == ["input", "bn1", "output"]
    assert network.graph.wires == ()


def test_removing_a_port_of_a_block_cuts_the_wires_at_its_instances() -> None:
    network = edits.remove(nested(), "Unit", ["x"])
    assert wire("first", "y", "stage", "input") in network.graph.wires
    assert not any(w.target == Endpoint("first", "x") for w in network.graph.wires)
    assert network.scope("Stage").wires == (wire("units", "y", "output", "input"),)

    network = edits.remove(nested(), "Unit", ["y"])
    assert not network.graph.out_of("first")
    assert network.scope("Stage").wires == (wire("input", "output", "units", "x"),)


def test_rename_leads_the_wires_along() -> None:
    network = edits.rename(chain(), ROOT, "bn1", "norm")
    assert network.graph.wires == chain_wires("input", "conv1", "norm", "relu1", "output")


def test_renaming_a_port_of_a_block_leads_the_wires_at_its_instances_along() -> None:
    network = edits.rename(nested(), "Unit", "x", "image")
    assert network.graph.wires[0] == wire("input", "output", "first", "image")
    assert network.scope("Stage").wires[0] == wire("input", "output", "units", "image")
    network = edits.rename(network, "Unit", "y", "maps")
    assert network.graph.wires[1] == wire("first", "maps", "stage", "input")
    # A port of the same name at another node is another port.
    network = edits.rename(network, "Stage", "input", "image")
    assert network.graph.wires == (
        wire("input", "output", "first", "image"),
        wire("first", "maps", "stage", "image"),
        wire("stage", "output", "output", "input"),
    )


def test_renaming_one_of_two_nodes_that_share_a_name_mends_the_network() -> None:
    graph = chain().graph
    double = Network(graph=type(graph)((*graph.nodes, Node("bn1", "Dropout")), graph.wires))
    mended = edits.rename(double, ROOT, "bn1", "drop")
    assert mended.graph.by_name["bn1"].kind == "BatchNorm2d"
    assert mended.graph.by_name["drop"].kind == "Dropout"
    assert mended.graph.wires == graph.wires


def test_rename_network_trims_and_keeps_one_line() -> None:
    assert edits.rename_network(chain(), "  LeNet ☺ ").name == "LeNet ☺"


def test_move_changes_positions_only() -> None:
    old = chain()
    network = edits.move(old, ROOT, {"bn1": (5.0, 6.0)})
    assert network.graph.by_name["bn1"].position == (5.0, 6.0)
    assert network.graph.by_name["conv1"] is old.graph.by_name["conv1"]
    assert edits.move(network, ROOT, {"bn1": (5.0, 6.0)}) is network


def test_insert_on_wire_adds_the_node_in_the_place_of_the_wire() -> None:
    network = edits.insert_on_wire(
        branches(), ROOT, wire("a", "output", "cat", "inputs"), Node("relu1", "ReLU")
    )
    sources = [w.source.node for w in network.graph.into("cat")]
    assert sources == ["relu1", "b", "c"]
    assert network.graph.into("relu1") == (wire("a", "output", "relu1", "input"),)


def test_insert_on_wire_takes_an_unconnected_node_that_is_there() -> None:
    network = edits.add(branches(), ROOT, Node("drop", "Dropout", {"p": 0.1}))
    network = edits.insert_on_wire(
        network,
        ROOT,
        wire("cat", "output", "output", "input"),
        Node("drop", "Dropout", position=(7.0, 8.0)),
    )
    assert network.graph.by_name["drop"] == Node("drop", "Dropout", {"p": 0.1}, (7.0, 8.0))
    assert network.graph.into("output") == (wire("drop", "output", "output", "input"),)


def test_connect_at_a_place_among_the_wires() -> None:
    network = edits.add(branches(), ROOT, Node("d", "Conv2d"))
    new = wire("d", "output", "cat", "inputs")
    for index, expected in [(0, "dabc"), (1, "adbc"), (3, "abcd"), (None, "abcd"), (99, "abcd")]:
        edited = edits.connect(network, ROOT, new, index)
        assert "".join(w.source.node for w in edited.graph.into("cat")) == expected


def test_reconnect_keeps_the_place_where_the_target_stays() -> None:
    network = edits.add(branches(), ROOT, Node("d", "Conv2d"))
    old = wire("b", "output", "cat", "inputs")
    edited = edits.reconnect(network, ROOT, old, wire("d", "output", "cat", "inputs"))
    assert "".join(w.source.node for w in edited.graph.into("cat")) == "adc"
    assert edits.reconnect(network, ROOT, old, old) == network


def test_reconnect_to_another_target() -> None:
    network = edits.add(branches(), ROOT, Node("out2", "Output"))
    edited = edits.reconnect(
        network,
        ROOT,
        wire("cat", "output", "output", "input"),
        wire("cat", "output", "out2", "input"),
    )
    assert edited.graph.into("output") == ()
    assert edited.graph.into("out2") == (wire("cat", "output", "out2", "input"),)


def test_order_wires() -> None:
    network = branches()
    target = Endpoint("cat", "inputs")
    a, b, c = network.graph.into("cat")
    edited = edits.order_wires(network, ROOT, target, (c, a, b))
    assert edited.graph.into("cat") == (c, a, b)
    assert edited.graph.into("a") == network.graph.into("a")


def test_disconnect() -> None:
    network = edits.disconnect(chain(), ROOT, chain_wires("conv1", "bn1", "relu1"))
    assert network.graph.wires == (*chain_wires("input", "conv1"), *chain_wires("relu1", "output"))


Refused = Callable[[Network], object]
CAT = Endpoint("cat", "inputs")
A, B, C = (wire(n, "output", "cat", "inputs") for n in "abc")


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda n: edits.add(n, ROOT, Node("a", "ReLU")), "a node named “a” already"),
        (lambda n: edits.add(n, ROOT, Node("1a", "ReLU")), "cannot be a name"),
        (lambda n: edits.add(n, ROOT, Node("forward", "ReLU")), "used by nn.Module"),
        (lambda n: edits.add(n, ROOT, Node("lambda", "ReLU")), "Python"),
        (lambda n: edits.add(n, ROOT, Node("x" * 201, "ReLU")), "200 characters"),
        (lambda n: edits.add(n, ROOT, Node("x", "Relu")), "Did you mean “ReLU”"),
        (lambda n: edits.add(n, ROOT, Node("x", "ReLU", {"p": 1})), "x: p is not a parameter"),
        (lambda n: edits.add(n, ROOT, Node("x", "Dropout", {"p": 2})), "x: p must be at most 1"),
        (lambda n: edits.add(n, ROOT, Node("x", "ReLU", repeat=2)), "only blocks"),
        (lambda n: edits.add(n, ROOT, Node("x", "ReLU", position=(math.nan, 0))), "canvas"),
        (lambda n: edits.add(n, "Nowhere", Node("x", "ReLU")), "no layer or block"),
        (lambda n: edits.remove(n, ROOT, ["a", "zebra"]), "no node named “zebra”"),
        (lambda n: edits.rename(n, ROOT, "a", "b"), "already"),
        (lambda n: edits.rename(n, ROOT, "a", "x y"), "cannot be a name"),
        (lambda n: edits.rename(n, ROOT, "zebra", "x"), "no node named"),
        (lambda n: edits.rename_network(n, " "), "one line"),
        (lambda n: edits.rename_network(n, "a\nb"), "one line"),
        (lambda n: edits.move(n, ROOT, {"a": (0, 0), "zebra": (0, 0)}), "no node named"),
        (lambda n: edits.move(n, ROOT, {"a": (0, 0), "b": (0, math.inf)}), "canvas"),
        (lambda n: edits.connect(n, ROOT, A), "cat already receives a at its input “inputs”."),
        (lambda n: edits.disconnect(n, ROOT, [A, wire("a", "output", "b", "input")]), "no wire"),
        (lambda n: edits.reconnect(n, ROOT, wire("a", "output", "b", "input"), A), "no wire"),
        (lambda n: edits.reconnect(n, ROOT, A, B), "already receives b"),
        (lambda n: edits.order_wires(n, ROOT, CAT, (A, B)), "each of the wires"),
        (lambda n: edits.order_wires(n, ROOT, CAT, (A, B, B)), "each of the wires"),
        (lambda n: edits.insert_on_wire(n, ROOT, A, Node("b", "Conv2d")), "b has wires already"),
        (lambda n: edits.insert_on_wire(n, ROOT, A, Node("x", "Input")), "has no input"),
        (lambda n: edits.insert_on_wire(n, ROOT, A, Node("x", "Output")), "has no output"),
        (
            lambda n: edits.insert_on_wire(
                n, ROOT, wire("a", "output", "b", "input"), Node("x", "ReLU")
            ),
            "no wire",
        ),
        (lambda n: edits.set_repeat(n, ROOT, "a", 2), "a cannot repeat"),
        (lambda n: edits.set_enabled(n, ROOT, ["a", "input"], False), "input cannot be switched"),
        (lambda n: edits.set_argument(n, ROOT, ["a"], "width", 1), "not a parameter of Conv2d"),
        (lambda n: edits.set_argument(n, ROOT, ["a", "cat"], "stride", 2), "cat: stride is not"),
        (lambda n: edits.set_argument(n, ROOT, ["a"], "stride", 0), "a: stride must be at least 1"),
        (lambda n: edits.set_argument(n, ROOT, ["a"], "stride", 10**5000), "stride must be"),
        (lambda n: edits.set_argument(n, ROOT, ["a"], "stride", "=width"), "names width"),
        (lambda n: edits.set_argument(n, ROOT, ["a"], "stride", "=i + 1"), "names i"),
        (lambda n: edits.set_argument(n, ROOT, ["a"], "stride", "=2 *"), "not an expression"),
        (lambda n: edits.set_argument(n, ROOT, ["a"], "stride", "=0 * 1"), "at least 1"),
        (lambda n: edits.set_argument(n, ROOT, ["a"], "stride", "=9 / 0"), "zero"),
        (lambda n: edits.reset_argument(n, ROOT, ["a"], "width"), "not a parameter"),
    ],
)
def test_a_refused_edit_says_why_and_changes_nothing(edit: Refused, message: str) -> None:
    network = branches()
    with pytest.raises(EditError, match=message):
        edit(network)
    assert network == branches()


@pytest.mark.parametrize("scope", ["Unit", "Stage"])
def test_a_block_cannot_be_put_into_itself(scope: str) -> None:
    with pytest.raises(EditError, match=f"{scope} would contain itself"):
        edits.add(nested(), scope, Node("inner", "Stage"))


def test_set_argument_for_several_nodes_and_back() -> None:
    network = edits.set_argument(branches(), ROOT, ["a", "b"], "out_channels", 32)
    assert dict(network.graph.by_name["a"].args) == {"out_channels": 32, "padding": 1}
    assert list(network.graph.by_name["a"].args) == ["out_channels", "padding"]
    assert edits.set_argument(network, ROOT, ["a", "b"], "out_channels", 64) == branches()
    assert edits.reset_argument(network, ROOT, ["a", "b"], "out_channels") == branches()


def test_set_argument_reads_lists_and_expressions() -> None:
    network = edits.set_argument(branches(), ROOT, ["a"], "kernel_size", [3, 5])
    network = edits.set_argument(network, ROOT, ["a"], "out_channels", "= 64*2")
    args = network.graph.by_name["a"].args
    assert (args["kernel_size"], args["out_channels"]) == ((3, 5), Expression("64*2"))


def test_expressions_may_name_the_parameters_of_the_block_and_the_index_of_a_repeat() -> None:
    network = edits.set_argument(nested(), "Unit", ["conv"], "out_channels", "=width // 2")
    assert network.scope("Unit").by_name["conv"].args["out_channels"] == Expression("width // 2")
    network = edits.set_argument(nested(), "Stage", ["units"], "width", Expression("width + i"))
    with pytest.raises(EditError, match="names depth"):
        edits.set_argument(network, "Stage", ["units"], "width", "=depth")
    with pytest.raises(EditError, match="names i"):
        edits.set_argument(network, ROOT, ["first"], "width", "=i + 1")


def test_set_repeat() -> None:
    network = edits.set_repeat(nested(), ROOT, "first", 3)
    assert network.graph.by_name["first"].repeat == 3
    network = edits.set_repeat(network, "Stage", "units", Expression("width"))
    assert network.scope("Stage").by_name["units"].repeat == Expression("width")
    for wrong in (0, 10_001, True, Expression("depth")):
        with pytest.raises(EditError, match="repeat"):
            edits.set_repeat(network, "Stage", "units", wrong)
    with pytest.raises(EditError, match="units: stride depends on the index i"):
        edits.set_repeat(network, "Stage", "units", 1)


def test_set_enabled() -> None:
    network = edits.set_enabled(branches(), ROOT, ["a", "b"], False)
    assert [network.graph.by_name[n].enabled for n in "abc"] == [False, False, True]
    assert edits.set_enabled(network, ROOT, ["a", "b"], True) == branches()
    network = edits.set_enabled(nested(), "Unit", ["relu"], Expression("stride != 1"))
    assert network.scope("Unit").by_name["relu"].enabled == Expression("stride != 1")


# What refuses a wire


@pytest.mark.parametrize(
    ("refused", "reason"),
    [
        (wire("relu1", "output", "conv1", "input"), "conv1 already receives input at its input."),
        (wire("conv1", "output", "conv1", "input"), "conv1 cannot feed itself."),
        (wire("nobody", "output", "conv1", "input"), "There is no node named “nobody” here."),
        (wire("conv1", "output", "nobody", "input"), "There is no node named “nobody” here."),
        (wire("conv1", "out", "drop", "input"), "conv1 (Conv2d) has no output named “out”."),
        (wire("conv1", "output", "drop", "in"), "drop (Dropout) has no input named “in”."),
        (wire("conv1", "output", "input", "input"), "input (Input) has no input named “input”."),
        (
            wire("output", "output", "drop", "input"),
            "output (Output) has no output named “output”.",
        ),
    ],
)
def test_refusal(refused: Wire, reason: str) -> None:
    network = edits.add(chain(), ROOT, Node("drop", "Dropout"))
    assert edits.refusal(network, ROOT, refused) == reason
    assert edits.refusal(network, ROOT, wire("conv1", "output", "drop", "input")) is None


def test_a_wire_that_replaces_takes_the_place_of_the_one_into_a_full_port() -> None:
    network, new = chain(), wire("input", "output", "bn1", "input")
    assert edits.replaced(network, ROOT, new.target) == wire("conv1", "output", "bn1", "input")
    after = edits.connect(network, ROOT, new, replacing=True)
    assert [w for w in after.graph.wires if w.target == new.target] == [new]
    assert len(after.graph.wires) == len(network.graph.wires)
    with pytest.raises(EditError, match="already receives conv1"):
        edits.connect(network, ROOT, new)
    with pytest.raises(EditError, match="already receives input"):
        edits.connect(after, ROOT, new, replacing=True)
    with pytest.raises(EditError, match="cycle"):
        edits.connect(network, ROOT, wire("relu1", "output", "conv1", "input"), replacing=True)


def test_a_port_for_any_number_of_wires_replaces_none() -> None:
    network = edits.add(branches(), ROOT, Node("d", "ReLU"))
    assert edits.replaced(network, ROOT, CAT) is None
    after = edits.connect(network, ROOT, Wire(Endpoint("d", "output"), CAT), replacing=True)
    assert len(after.graph.into("cat")) == len(network.graph.into("cat")) + 1


def test_a_cycle_is_named() -> None:
    network = edits.disconnect(chain(), ROOT, chain_wires("input", "conv1"))
    assert edits.refusal(network, ROOT, wire("relu1", "output", "conv1", "input")) == (
        "This would close a cycle: relu1 → conv1 → bn1 → relu1."
    )


def test_a_long_cycle_is_cut_short() -> None:
    names = [f"relu{i}" for i in range(2000)]
    network = Network(graph=type(chain().graph)(tuple(Node(n, "ReLU") for n in names)))
    network = network.with_graph(
        ROOT, type(network.graph)(network.graph.nodes, chain_wires(*names))
    )
    reason = edits.refusal(network, ROOT, wire(names[-1], "output", names[0], "input"))
    assert reason is not None
    assert len(reason) < 150
    assert "…" in reason


@pytest.mark.parametrize("replacing", [False, True])
@pytest.mark.parametrize("make", [chain, branches, nested])
def test_the_answer_for_all_ports_is_the_answer_for_each(
    make: Callable[[], Network], replacing: bool
) -> None:
    network = edits.add(make(), ROOT, Node("free", "Add"))
    network = edits.add(network, ROOT, Node("loose", "Conv2d"))
    for scope in (ROOT, *network.block_by_name):
        graph = network.scope(scope)
        ports = {n.name: network.ports(n.kind, n.args) for n in graph.nodes}
        sources = [Endpoint(n, p) for n, (_, given) in ports.items() for p in given]
        targets = [Endpoint(n, p.name) for n, (taken, _) in ports.items() for p in taken]
        single = {
            (s, t): reason
            for s in sources
            for t in targets
            if (reason := edits.refusal(network, scope, Wire(s, t), replacing=replacing))
        }
        for s in sources:
            expected = {t for t in targets if (s, t) in single}
            assert edits.refusing(network, scope, [s], replacing=replacing) == expected
        real = [s for s in sources if graph.by_name[s.node].kind != "Output"]
        for t in targets:
            expected = {s for s in real if (s, t) in single}
            assert expected == edits.refusing(
                network, scope, [t], backwards=True, replacing=replacing
            )
        for k in range(len(sources) - 1):
            pair = sources[k : k + 2]
            expected = {t for t in targets for s in pair if (s, t) in single}
            assert edits.refusing(network, scope, pair, replacing=replacing) == expected


def test_refusals_of_what_does_not_exist_refuse_everything() -> None:
    network = chain()
    nobody, nowhere = Endpoint("nobody", "output"), Endpoint("conv1", "nowhere")
    assert len(edits.refusing(network, ROOT, [nobody])) == 4
    assert len(edits.refusing(network, ROOT, [nowhere], backwards=True)) == 4
    reason = edits.refusal(network, ROOT, Wire(nobody, Endpoint("bn1", "input")))
    assert reason == "There is no node named “nobody” here."
    reason = edits.refusal(network, ROOT, Wire(Endpoint("input", "output"), nowhere))
    assert reason == "conv1 (Conv2d) has no input named “nowhere”."


def test_expressions_follow_the_name_of_the_port_whose_channels_they_name() -> None:
    inner = Graph(
        (
            Node("a", "Input"),
            Node("b", "Input"),
            Node("conv", "Conv2d", {"out_channels": Expression("a_channels + 2 * b_channels")}),
            Node("odd", "Conv2d", {"out_channels": Expression("a_channels +")}),
        )
    )
    network = Network("Test", Graph(), (Block("Two", (), inner),))
    renamed = edits.rename(network, "Two", "a", "left").block("Two").graph
    assert str(renamed.by_name["conv"].args["out_channels"]) == "=left_channels + 2 * b_channels"
    assert renamed.by_name["odd"] is inner.by_name["odd"]
