"""Every problem offers edits that remove it; what is offered was tried."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
import torch

from app.advice import repairs
from app.advice.repair import roots
from app.advice.telling import cost_said
from app.analysis import Problem, analyse
from app.codegen import generate
from nodes.network import Expression, Graph, Network, Node, edits, wire
from nodes.network.builder import Builder
from nodes.network.layout import CARD, arrange
from nodes.spec import Kind, Param
from presets import PRESETS
from tests.app.advice.samples import chain, residual, textbook_inception
from tests.app.networks import ends, network, node


def root_problem(network: Network) -> Problem:
    return next(p for p in analyse(network).problems if not p.consequence)


def offered(network: Network) -> tuple[str, ...]:
    return tuple(r.title for r in repairs(network, analyse(network), root_problem(network)))


def mended(network: Network) -> Network:
    """After the first repair of the first problem."""
    report = analyse(network)
    return repairs(network, report, root_problem(network))[0].edit(network)


def conv(**args: object) -> dict[str, object]:
    return {"out_channels": 8, "kernel_size": 3, **args}


def sum_switched_off() -> Network:
    """A block of two inputs that is off, and has no input to pass on."""
    inner = Builder("Sum", summary="The sum of two maps")
    inner.output(inner.add("add", "Add", [inner.input(name="a"), inner.input(name="b")]))
    block = inner.block()
    b = Builder("Test")
    x = b.input(3, 8, 8)
    b.output(b.add("sum", block, [x, b.add("relu", "ReLU", x)], enabled=False))
    return b.network(blocks=(block,))


def resnet_without_projection() -> Network:
    found = edits.remove(PRESETS["resnet18"].network(), "BasicBlock", ["downsample"])
    return edits.connect(found, "BasicBlock", wire("input", "output", "add", "inputs"))


def with_argument(preset: str, scope: str, name: str, parameter: str, value: object) -> Network:
    return edits.set_argument(PRESETS[preset].network(), scope, [name], parameter, value)


def bare(nodes: list[Node], *chains: str) -> Network:
    return network(nodes, *chains)


def twice_fed() -> Network:
    nodes = [*ends(8, 8, 8), node("a", "ReLU"), node("b", "Tanh"), node("c", "Sigmoid")]
    return bare(nodes, "input a c output", "input b c")


def wrong_port() -> Network:
    found = bare([*ends(), node("relu", "ReLU")], "relu output")
    wires = (*found.graph.wires, wire("input", "output", "relu", "left"))
    return replace(found, graph=replace(found.graph, wires=wires))


def looped() -> Network:
    nodes = [*ends(3, 8, 8), node("add", "Add"), node("relu", "ReLU")]
    return bare(nodes, "input add relu output", "relu add")


def named(*names: str) -> Network:
    nodes = [*ends(), *(node(name, "ReLU") for name in names)]
    return bare(nodes, " ".join(["input", *dict.fromkeys(names), "output"]))


def twice_named() -> Network:
    found = bare([*ends(), node("relu", "ReLU")], "input relu output")
    nodes = (*found.graph.nodes, Node("relu", "Tanh"), Node("relu", "Sigmoid"))
    return replace(found, graph=Graph(nodes, found.graph.wires))


BROKEN: dict[str, Network] = {
    "textbook inception": textbook_inception(),
    "textbook inception, odd size": textbook_inception(27),
    "one branch at stride 2": with_argument("inception_mini", "Inception", "pool", "stride", 2),
    "shortcut: stride": residual(stride=2),
    "shortcut: channels": residual(channels=32),
    "shortcut: both": residual(channels=32, stride=2),
    "shortcut: padding": residual(padding=0),
    "shortcut in a block": resnet_without_projection(),
    "window too large": chain(("conv", "Conv2d", conv(kernel_size=40))),
    "pool too large": chain(("a", "MaxPool2d", {"kernel_size": 8}),
                            ("b", "MaxPool2d", {"kernel_size": 8})),
    "too much downsampling": chain(
        *((f"conv{i}", "Conv2d", conv(stride=3)) for i in range(5)),
    ),
    "padding of a pool": chain(("pool", "MaxPool2d", {"kernel_size": 2, "padding": 2})),
    "groups of the input": chain(("conv", "Conv2d", conv(groups=2))),
    "groups of the output": chain(
        ("conv1", "Conv2d", conv()), ("conv2", "Conv2d", conv(out_channels=6, groups=4))
    ),
    "flattened too early": chain(("flatten", "Flatten", {}), ("conv", "Conv2d", conv())),
    "normalisation of a vector": chain(("fc", "Linear", {}), ("bn", "BatchNorm2d", {}),
                                       shape=(16,)),
    "axis of a softmax": chain(("softmax", "Softmax", {"dim": 4})),
    "axis of a flatten": chain(("flatten", "Flatten", {"start_dim": 0})),
    "ranks at a merge": bare(
        [*ends(8, 4, 4), node("flatten", "Flatten"), node("relu", "ReLU"),
         node("concat", "Concat")],
        "input flatten concat output", "input relu concat",
    ),
    "missing input": bare([*ends(), node("relu", "ReLU")], "relu output"),
    "nothing wired at all": bare([node("relu", "ReLU")]),
    "port taken": twice_fed(),
    "unknown port": wrong_port(),
    "cycle": looped(),
    "dead end": bare([*ends(), node("a", "ReLU"), node("b", "ReLU")], "input a output", "input b"),
    "no output": bare([node("input", "Input"), node("a", "ReLU")], "input a"),
    "no input": bare([node("a", "ReLU"), node("output", "Output")], "a output"),
    "illegal name": named("class"),
    "duplicate name": twice_named(),
    "number at a fork": bare(
        [*ends(), node("0", "ReLU"), node("add", "Add")], "input 0 add output", "input add"
    ),
    "unknown kind": bare([*ends(), node("a", "Relu")], "input a output"),
    "switched off": sum_switched_off(),
    "argument out of bounds": bare(
        [*ends(), node("conv", "Conv2d", kernel_size=-3)], "input conv output"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_every_kind_of_problem_has_repairs(name: str) -> None:
    assert offered(BROKEN[name])


@pytest.mark.parametrize("name", BROKEN)
def test_a_repair_does_what_its_preview_says(name: str) -> None:
    broken = BROKEN[name]
    before = analyse(broken)
    for problem in before.problems:
        for repair in repairs(broken, before, problem):
            after = analyse(repair.edit(broken))
            assert problem not in after.problems, repair.title
            assert len(roots(after)) == repair.preview.problems
            added = after.totals.parameters - before.totals.parameters
            assert repair.preview.parameters == added, repair.title
            for change in repair.preview.shapes:
                found = after.nodes.get(change.path)
                outputs = list(found.outputs.values()) if found else []
                assert (outputs[0] if outputs else None) == change.after, repair.title


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_offered_has_no_two_alike(name: str) -> None:
    report = analyse(BROKEN[name])
    made = [r.edit(BROKEN[name]) for r in repairs(BROKEN[name], report, root_problem(BROKEN[name]))]
    assert all(a != b for i, a in enumerate(made) for b in made[:i])


@pytest.mark.parametrize("name", BROKEN)
def test_repairs_one_after_the_other_leave_nothing(name: str) -> None:
    found = BROKEN[name]
    for _ in range(4):
        if analyse(found).ok:
            break
        found = mended(found)
    assert analyse(found).ok


def test_a_consequence_has_no_repairs_of_its_own() -> None:
    broken = BROKEN["window too large"]
    report = analyse(broken)
    follows = [p for p in report.problems if p.consequence]
    assert all(repairs(broken, report, p) == () for p in follows)


def split(*, into: str) -> Network:
    """A Chunk that was made smaller when all four of its outputs were wired."""
    b = Builder("Split")
    outputs = b.branches("split1", "Chunk", b.input(8, 16, 16), chunks=4)
    if into:
        outputs = tuple(b.add(f"{into}{i}", into, x) for i, x in enumerate(outputs))
    b.output(b.add("concat", "Concat", [*outputs]))
    return edits.set_argument(b.network(), "", ["split1"], "chunks", 2)


@pytest.mark.parametrize("into", ["", "ReLU", "Tanh"])
def test_wires_of_outputs_that_are_gone_are_cut_at_once(into: str) -> None:
    broken = split(into=into)
    assert offered(broken)[0] == "Remove the 2 wires from outputs that split1 no longer has"
    made = mended(broken)
    assert not [p for p in analyse(made).problems if p.rule == "unknown-port"]


def test_a_dead_end_is_told_after_what_may_have_led_to_it() -> None:
    nodes = [*ends(8, 8, 8), node("a", "ReLU"), node("conv", "Conv2d", kernel_size=40)]
    broken = bare(nodes, "input conv output", "input a")
    assert [p.rule for p in analyse(broken).problems] == ["window-too-large", "dead-end"]


def test_a_wire_names_the_port_where_a_node_has_several_and_begins_where_something_is() -> None:
    nodes = [*ends(8, 8, 8), node("a", "ReLU"), node("split", "Chunk"), node("b", "ReLU")]
    broken = bare(nodes, "input split", "b output")
    titles = offered(broken)
    assert "Draw a wire from output 0 of split to a" in titles
    assert "Draw a wire from output 1 of split to a" in titles
    assert not [t for t in titles if t.startswith("Draw a wire from b")]
    assert len(set(titles)) == len(titles)


# --- the textbook's module ------------------------------------------------------------------------


def load(source: str, folder: Path) -> torch.nn.Module:
    path = folder / "generated.py"
    path.write_text(source, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("generated_inception", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made = module.Inception()
    assert isinstance(made, torch.nn.Module)
    return made


@pytest.mark.parametrize(("size", "half"), [(28, 14), (27, 14), (35, 18), (150, 75)])
def test_the_textbook_inception_module_is_mended_by_padding(
    size: int, half: int, tmp_path: Path
) -> None:
    broken = textbook_inception(size)
    report = analyse(broken)
    problem = root_problem(broken)
    assert problem.nodes[0] == "concat"
    first = repairs(broken, report, problem)[0]
    assert first.preview.problems == 0
    found = first.edit(broken)
    after = analyse(found)
    assert after.ok
    for name, channels in (("conv1", 64), ("conv2b", 128), ("conv3", 32), ("conv4c", 32)):
        assert after.nodes[name].outputs["output"] == (channels, half, half)
    assert after.outputs == ((256, half, half),)
    assert after.totals.parameters == sum(r.parameters for r in report.nodes.values())
    assert found.graph.by_name.keys() == broken.graph.by_name.keys(), "nothing but padding changes"

    module = load(generate(found, after).text, tmp_path)
    assert module(torch.zeros(2, 192, size, size)).shape == (2, 256, half, half)


def test_the_textbook_problem_names_the_branches_that_differ() -> None:
    assert root_problem(textbook_inception()).message.endswith(
        "conv2b (13×13), conv3 (11×11) and conv4c (12×12) differ from conv1 (14×14) in height and "
        "width."
    )


# --- what a good repair is ------------------------------------------------------------------------


def test_a_stride_that_was_typed_by_mistake_is_taken_back() -> None:
    assert offered(BROKEN["one branch at stride 2"])[0] == "Set the stride of pool to 1"


def test_a_shortcut_is_projected_with_stride_and_channels() -> None:
    found = mended(residual(channels=32, stride=2))
    known = residual(32, 2).graph.by_name
    (conv,) = (n for n in found.graph.of_kind("Conv2d") if n.name not in known)
    assert dict(conv.args) == {"out_channels": 32, "kernel_size": 1, "stride": 2, "bias": False}
    (after,) = found.graph.out_of(conv.name)
    assert found.graph.by_name[after.target.node].kind == "BatchNorm2d", "as on the other branch"


def test_a_projection_in_a_block_takes_the_block_s_parameters() -> None:
    found = mended(resnet_without_projection())
    graph = found.block("BasicBlock").graph
    assert found.graph == resnet_without_projection().graph
    known = PRESETS["resnet18"].network().block("BasicBlock").graph.by_name
    (conv,) = (n for n in graph.of_kind("Conv2d") if n.name not in known)
    assert conv.args["out_channels"] == Expression("channels")
    assert conv.args["stride"] == Expression("stride")


def test_trimmed_edges_in_a_residual_block_are_padded() -> None:
    found = mended(residual(padding=0))
    assert found.graph.by_name["conv1"].args["padding"] == 1


def gated(kind: str = "Multiply") -> Network:
    """Weights for 64 maps, where there are 8."""
    b = Builder("Gated")
    x = b.add("conv1", "Conv2d", b.input(3, 32, 32), out_channels=8, kernel_size=3)
    gate = b.add("pool", "AdaptiveAvgPool2d", x)
    gate = b.add("fc1", "Conv2d", gate, out_channels=4, kernel_size=1)
    gate = b.add("fc2", "Conv2d", gate, out_channels=64, kernel_size=1)
    b.output(b.add("merge", kind, [x, gate]))
    return b.network()


def gated_by_block(whole: bool) -> Network:
    """The same with a block that is told its channels: a gate only, or with its Multiply."""
    inner = Builder("Gate", (Param("channels", Kind.INT, 64, "Maps", 1, 1000),))
    x = inner.input()
    gate = inner.add("pool", "AdaptiveAvgPool2d", x)
    gate = inner.add("fc", "Conv2d", gate, out_channels="=channels", kernel_size=1)
    inner.output(inner.add("multiply", "Multiply", [x, gate]) if whole else gate)
    block = inner.block()
    b = Builder("Gated")
    x = b.add("conv1", "Conv2d", b.input(3, 32, 32), out_channels=8, kernel_size=3)
    gate = b.add("gate", block, x)
    b.output(gate if whole else b.add("merge", "Multiply", [x, gate]))
    return b.network(blocks=(block,))


@pytest.mark.parametrize("kind", ["Add", "Multiply"])
def test_a_gate_is_given_the_channels_of_what_it_weighs(kind: str) -> None:
    broken = gated(kind)
    assert root_problem(broken).message.endswith("fc2 (64) differs from conv1 (8) in channels.")
    report = analyse(broken)
    found = repairs(broken, report, root_problem(broken))
    assert found[0].title == "Give fc2 8 channels"
    for repair in found:
        assert analyse(repair.edit(broken)).outputs[0][1:] == (30, 30), repair.title


@pytest.mark.parametrize("whole", [True, False])
def test_the_parameter_of_a_block_is_set_first(whole: bool) -> None:
    made = mended(gated_by_block(whole))
    assert analyse(made).ok
    assert dict(made.graph.by_name["gate"].args) == {"channels": 8}
    assert made.block("Gate") == gated_by_block(whole).block("Gate")


def test_a_map_is_never_collapsed_by_a_stride() -> None:
    b = Builder("Concat")
    x = b.input(8, 30, 30)
    b.output(b.add("concat", "Concat", [x, b.add("pool", "AdaptiveAvgPool2d", x)]))
    titles = offered(b.network())
    assert titles[0] == "Add an upsampling by 30 after pool"
    assert not [t for t in titles if "stride" in t or "Crop" in t or "zeros" in t]


def test_the_cost_of_a_repair_is_that_of_what_it_adds() -> None:
    broken = residual(channels=32, stride=2)
    first = repairs(broken, analyse(broken), root_problem(broken))[0]
    assert first.preview.parameters == 16 * 32 + 2 * 32
    assert first.preview.macs == 16 * 32 * 16 * 16


def test_a_node_that_gets_its_shape_counts_in_full() -> None:
    b = Builder("Unwired")
    x = b.add("relu", "ReLU", b.input(3, 32, 32))
    b.output(b.add("conv", "Conv2d", x, out_channels=64, kernel_size=3))
    broken = edits.disconnect(b.network(), "", b.network().graph.into("conv"))
    first = repairs(broken, analyse(broken), root_problem(broken))[0]
    assert first.preview.parameters == 1_792
    assert first.preview.macs == 27 * 64 * 30 * 30
    assert cost_said(first.preview) == "+1.79 k parameters, +1.56 MMACs"


def test_a_repair_says_which_shapes_change() -> None:
    broken = textbook_inception()
    first = repairs(broken, analyse(broken), root_problem(broken))[0]
    changes = {c.path: (c.before, c.after) for c in first.preview.shapes}
    assert changes["concat"] == (None, (256, 14, 14))
    assert changes["conv3"] == ((32, 11, 11), (32, 14, 14))


def test_a_repair_may_uncover_a_problem_but_not_make_one() -> None:
    broken = chain(("a", "Conv2d", conv(kernel_size=40)), ("b", "Conv2d", conv(kernel_size=50)))
    first = repairs(broken, analyse(broken), root_problem(broken))[0]
    assert first.preview.problems <= 1
    assert analyse(mended(mended(broken))).ok


def test_the_network_is_left_as_it_is_until_the_edit_is_made() -> None:
    broken = textbook_inception()
    repairs(broken, analyse(broken), root_problem(broken))
    assert broken == textbook_inception()


def arranged(found: Network) -> Network:
    places = arrange(found.graph)
    nodes = (replace(n, position=places[n.name]) for n in found.graph.nodes)
    return replace(found, graph=Graph(tuple(nodes), found.graph.wires))


def covered(found: Network) -> int:
    """How many pairs of cards touch."""
    pairs = combinations([n.position for n in found.graph.nodes], 2)
    return sum(abs(x - u) < CARD[0] and abs(y - v) < CARD[1] for (x, y), (u, v) in pairs)


@pytest.mark.parametrize("name", BROKEN)
def test_new_cards_stand_clear_of_the_others(name: str) -> None:
    laid = arranged(BROKEN[name])
    for repair in repairs(laid, analyse(laid), root_problem(laid)):
        assert covered(repair.edit(laid)) <= covered(laid), repair.title


def test_a_card_beside_which_another_stands_goes_to_its_right() -> None:
    laid = arranged(BROKEN["dead end"])
    x, y = laid.graph.by_name["b"].position
    crowded = edits.add(laid, "", Node("odd", "Input", position=(x + 20, y + CARD[1] + 10)))
    report = analyse(crowded)
    dead = next(p for p in report.problems if p.rule == "dead-end" and p.nodes[0] == "b")
    (added,) = (r for r in repairs(crowded, report, dead) if r.title == "Add an Output for b")
    assert covered(added.edit(crowded)) == covered(crowded)


def test_a_bypassed_layer_that_is_missing_is_switched_on() -> None:
    b = Builder("Branches")
    x = b.input(3, 8, 8)
    pooled = b.add("pool", "MaxPool2d", x, kernel_size=2)
    other = b.add("halve", "MaxPool2d", x, kernel_size=2)
    b.output(b.add("concat", "Concat", [pooled, other]))
    found = b.network()
    without = edits.set_enabled(found, "", ["halve"], False)
    assert offered(without)[0] == "Switch halve on"
    assert mended(without) == found
