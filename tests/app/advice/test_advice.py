"""Every rule speaks where it should, is silent where it should, and its repairs end it."""

from __future__ import annotations

from typing import Any

import pytest

from app.advice import RULE_IDS, RULES, Advice, advise
from app.advice.rules.words import percent
from app.analysis import analyse
from nodes.network import Expression, Network, edits
from nodes.network.builder import Builder
from presets import PRESETS
from presets.blocks import BLOCKS
from tests.app.advice.samples import chain, residual
from tests.app.networks import ends, network, node

Layer = tuple[str, str, dict[str, Any]]


def advice(found: Network, rule: str, batch_size: int = 32) -> list[Advice]:
    given = advise(found, analyse(found), batch_size=batch_size)
    return [a for a in given if a.rule.id == rule]


def conv(name: str, channels: int = 8, kernel: int = 3, **args: Any) -> Layer:
    padding = args.pop("padding", kernel // 2)
    sizes = {"out_channels": channels, "kernel_size": kernel, "padding": padding}
    return name, "Conv2d", {"bias": False, **sizes, **args}


def relu(name: str) -> Layer:
    return name, "ReLU", {}


def linear(name: str, features: int = 10) -> Layer:
    return name, "Linear", {"out_features": features}


BN: Layer = ("bn", "BatchNorm2d", {})
FLATTEN: Layer = ("flatten", "Flatten", {})


def deep(depth: int) -> Network:
    layers = [x for i in range(depth) for x in (conv(f"conv{i}"), relu(f"relu{i}"))]
    return chain(*layers)


def vgg_like(last: int = 4096) -> Network:
    return chain(
        conv("conv1", 64), relu("relu1"), ("pool", "MaxPool2d", {"kernel_size": 2}),
        FLATTEN, linear("fc1", last), relu("relu2"), linear("fc2"),
    )  # fmt: skip


def broadcasting() -> Network:
    b = Builder("Sum")
    x = b.input(8, 4, 4)
    y = b.add("pool", "AdaptiveAvgPool2d", x)
    b.output(b.add("add", "Add", [x, y]))
    return b.network()


def doubled() -> Network:
    b = Builder("Twice")
    x = b.input(8, 4, 4)
    y = b.add("identity", "Identity", x)
    b.output(b.add("concat", "Concat", [x, y]))
    return b.network()


def conv1d(name: str) -> Layer:
    return name, "Conv1d", {"out_channels": 16, "kernel_size": 3, "padding": 1}


def attending(shortcut: bool = False) -> Network:
    b = Builder("Attending")
    x = b.add("conv", "Conv1d", b.input(3, 32), out_channels=16, kernel_size=3, padding=1)
    y = b.add("attention", "MultiheadAttention", [x, x, x], num_heads=4)
    b.output(b.add("add", "Add", [x, y]) if shortcut else y)
    return b.network()


SPEAKS: dict[str, tuple[str, Network]] = {
    "bias": ("bias-before-norm", chain(conv("conv", bias=True), BN)),
    "softmax": ("softmax-before-loss", chain(FLATTEN, linear("fc"), ("s", "Softmax", {}))),
    "log-softmax": ("softmax-before-loss", chain(FLATTEN, linear("fc"), ("s", "LogSoftmax", {}))),
    "two convolutions": ("nothing-between", chain(conv("a"), conv("b"))),
    "two linear layers": (
        "nothing-between",
        chain(FLATTEN, linear("a", 20), ("drop", "Dropout", {}), linear("b")),
    ),
    "normalised only": ("nothing-between", chain(conv("a", 8), BN, conv("b", 8))),
    "eleven in a row": ("no-shortcut", deep(11)),
    "stride 8": (
        "bottleneck",
        chain(conv("a", 16), relu("r"), ("pool", "MaxPool2d", {"kernel_size": 8}),
              conv("b", 64), relu("s"), conv("c", 64)),
    ),
    "few channels": (
        "bottleneck",
        chain(conv("a", 64), relu("r"), conv("b", 2), relu("s"), conv("c", 64), relu("t"),
              FLATTEN, linear("fc")),
    ),
    "5x5": ("large-kernel", chain(conv("a", 32), relu("r"), conv("b", 32, 5))),
    "7x7": ("large-kernel", chain(conv("a", 32), relu("r"), conv("b", 32, 7))),
    "5x5 without padding": (
        "large-kernel", chain(conv("a", 32), relu("r"), conv("b", 32, 5, padding=0))
    ),
    "stride over kernel": ("stride-over-kernel", chain(conv("a", 8, 2, stride=3, padding=0))),
    "strided pool": (
        "stride-over-kernel", chain(("p", "MaxPool2d", {"kernel_size": 2, "stride": 3}))
    ),
    "strided 1x1": ("strided-projection", chain(conv("a", 8, 1, stride=2))),
    "dropout": (
        "dropout-before-norm",
        chain(conv("a"), ("drop", "Dropout", {}), conv("b"), BN, relu("r"), FLATTEN, linear("fc")),
    ),
    "relu after relu": ("dead-branch", chain(conv("a"), relu("r"), relu("s"))),
    "dropout of nothing": ("dead-branch", chain(conv("a"), ("drop", "Dropout", {"p": 0.0}))),
    "dropout of all": ("dead-branch", chain(conv("a"), ("drop", "Dropout", {"p": 1.0}))),
    "flat already": ("dead-branch", chain(FLATTEN, ("again", "Flatten", {}), linear("fc"))),
    "twice the same": ("dead-branch", doubled()),
    "a sum of one branch": (
        "single-branch", chain(conv("a"), relu("r"), conv("b"), ("add", "Add", {}), relu("s"))
    ),
    "a concatenation of one branch": ("single-branch", chain(conv("a"), ("cat", "Concat", {}))),
    "one linear layer": ("heavy-linear", vgg_like()),
    "a student's linear layer": (
        "heavy-linear",
        chain(conv("a", 16), relu("r"), ("pool", "MaxPool2d", {"kernel_size": 4}),
              conv("b", 80), relu("s"), ("pool2", "MaxPool2d", {"kernel_size": 2}),
              FLATTEN, linear("fc1", 128), relu("t"), linear("fc2")),
    ),
    "unlike branches": ("broadcast-sum", broadcasting()),
    "overwritten": (
        "in-place", chain(conv("a"), ("s", "Sigmoid", {}), ("r", "ReLU", {"inplace": True}))
    ),
    "lstm behind a convolution": (
        "channels-as-steps",
        chain(conv1d("a"), relu("r"), ("pool", "MaxPool1d", {}), ("lstm", "LSTM", {}),
              shape=(3, 32)),
    ),
    "attention behind a convolution": ("channels-as-steps", attending()),
    "attention with a shortcut": ("channels-as-steps", attending(shortcut=True)),
    "linear on maps": ("linear-over-width", chain(conv("a"), relu("r"), linear("fc"))),
}  # fmt: skip

SILENT: dict[str, tuple[str, Network]] = {
    "no bias": ("bias-before-norm", chain(conv("conv"), BN)),
    "bias without a normalisation": ("bias-before-norm", chain(conv("conv", bias=True))),
    "softmax inside": ("softmax-before-loss", chain(("s", "Softmax", {}), conv("a"))),
    "an activation between": ("nothing-between", chain(conv("a"), relu("r"), conv("b"))),
    "separable": ("nothing-between", chain(conv("a", 3, groups=3), conv("b", 16, 1))),
    "linear bottleneck": (
        "nothing-between", chain(conv("a", 32, 1), relu("r"), conv("b", 8, 1), BN, conv("c", 32, 1))
    ),
    "ten in a row": ("no-shortcut", deep(10)),
    "halved": (
        "bottleneck",
        chain(conv("a", 16), relu("r"), ("pool", "MaxPool2d", {}), conv("b", 32), relu("s"),
              FLATTEN, linear("fc")),
    ),
    "the classifier": ("bottleneck", chain(conv("a", 64), relu("r"), FLATTEN, linear("fc"))),
    "a large window of few weights": ("large-kernel", chain(conv("a", 4), conv("b", 4, 5))),
    "a large window over three channels": ("large-kernel", chain(conv("a", 64, 7, stride=2))),
    "3x3": ("large-kernel", chain(conv("a", 32), relu("r"), conv("b", 32, 3))),
    "depthwise 7x7": ("large-kernel", chain(conv("a", 32), relu("r"), conv("b", 32, 7, groups=32))),
    "stride as the kernel": ("stride-over-kernel", chain(("p", "MaxPool2d", {}))),
    "1x1": ("strided-projection", chain(conv("a", 8, 1))),
    "dropout at the end": (
        "dropout-before-norm",
        chain(conv("a"), BN, relu("r"), FLATTEN, ("drop", "Dropout", {}), linear("fc")),
    ),
    "a batch of two": ("norm-one-sample", chain(conv("a"), BN)),
    "a small linear layer": ("heavy-linear", vgg_like(6)),
    "the classifier of LeNet-5": ("heavy-linear", PRESETS["lenet5"].network()),
    "the mean first": (
        "heavy-linear",
        chain(conv("a", 8), ("pool", "AdaptiveAvgPool2d", {}), FLATTEN, linear("fc", 200_000)),
    ),
    "a gate": ("broadcast-sum", residual()),
    "a sum of two branches": ("single-branch", residual()),
    "overwritten by the last to see it": (
        "in-place", chain(conv("a"), BN, ("r", "ReLU", {"inplace": True}))
    ),
    "linear on vectors": ("linear-over-width", chain(FLATTEN, linear("fc"))),
    "turned first": (
        "channels-as-steps",
        chain(conv1d("a"), ("turn", "Permute", {"dims": (2, 1)}), ("gru", "GRU", {}),
              shape=(3, 32)),
    ),
    "an lstm of steps": ("channels-as-steps", chain(("lstm", "LSTM", {}), shape=(32, 3))),
    "linear on tokens": ("linear-over-width", chain(linear("fc"), shape=(16, 32))),
}  # fmt: skip


@pytest.mark.parametrize("name", SPEAKS)
def test_a_rule_speaks(name: str) -> None:
    rule, found = SPEAKS[name]
    assert analyse(found).ok
    (given,) = advice(found, rule)
    assert given.nodes
    assert given.nodes[0] in given.message


@pytest.mark.parametrize("name", SILENT)
def test_a_rule_is_silent(name: str) -> None:
    rule, found = SILENT[name]
    assert analyse(found).ok
    assert not advice(found, rule)


@pytest.mark.parametrize("name", SPEAKS)
def test_every_advice_has_a_repair_that_ends_it(name: str) -> None:
    rule, found = SPEAKS[name]
    (given,) = advice(found, rule)
    report = analyse(found)
    repairs = given.repairs(found, report)
    assert repairs
    for repair in repairs:
        made = repair.edit(found)
        assert analyse(made).ok
        assert not [a for a in advice(made, rule) if a.nodes[0] == given.nodes[0]]


def test_every_rule_is_tested() -> None:
    told = {rule for rule, _ in SPEAKS.values()} | {"norm-one-sample"}
    assert told == RULE_IDS
    assert {rule for rule, _ in SILENT.values()} >= RULE_IDS - {"dead-branch"}


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_rule_gives_title_reason_and_source(rule: Any) -> None:
    assert rule.title
    assert rule.reason.endswith(".")
    assert len(rule.source) > 10


# --- figures --------------------------------------------------------------------------------------


def test_a_large_window_is_compared_with_a_chain_that_sees_the_same() -> None:
    found = chain(conv("a", 32), relu("r"), conv("b", 32, 5))
    (given,) = advice(found, "large-kernel")
    assert "5×5" in given.message
    assert "25.6 k weights" in given.message  # 5·5·32·32
    assert "18.4 k weights" in given.message  # 2·9·32·32
    (repair,) = given.repairs(found, analyse(found))
    assert repair.preview.parameters == (2 * 9 - 25) * 32 * 32
    made = analyse(repair.edit(found))
    assert made.outputs == analyse(found).outputs
    assert made.nodes["b"].field == analyse(found).nodes["b"].field


def test_the_floor_of_a_double_softmax_is_told() -> None:
    (given,) = advice(SPEAKS["softmax"][1], "softmax-before-loss")
    assert "1.461 with 10 classes" in given.message


def test_the_share_of_cells_that_no_window_sees_is_told() -> None:
    (given,) = advice(SPEAKS["strided pool"][1], "stride-over-kernel")
    assert "56 %" in given.message  # 5 of 9


@pytest.mark.parametrize(
    ("share", "said"),
    [(1.0, "100 %"), (899 / 900, "99.9 %"), (9_999 / 10_000, "99.99 %"), (0.995, "99.5 %"),
     (0.5625, "56 %"), (0.001, "0.1 %"), (0.0, "0 %")],
)  # fmt: skip
def test_a_share_is_told_as_all_only_where_it_is(share: float, said: str) -> None:
    assert percent(share) == said


def test_the_mean_of_every_map_saves_almost_all_weights() -> None:
    found = vgg_like()
    (given,) = advice(found, "heavy-linear")
    repair = given.repairs(found, analyse(found))[0]
    assert repair.preview.parameters == -(16 * 16 - 1) * 64 * 4096


def test_a_map_is_not_shrunk_to_the_cell_that_is_added_to_it() -> None:
    found = broadcasting()
    (given,) = advice(found, "broadcast-sum")
    for repair in given.repairs(found, analyse(found)):
        assert analyse(repair.edit(found)).outputs == ((8, 4, 4),), repair.title


@pytest.mark.parametrize(
    ("found", "rule", "off"),
    [
        (chain(conv("a"), relu("r"), conv("b")), "nothing-between", "r"),
        (chain(conv("a"), BN, ("leaky", "LeakyReLU", {}), conv("b")), "nothing-between", "leaky"),
        (chain(conv("a"), relu("r"), FLATTEN, linear("fc"), shape=(3, 32, 32)),
         "linear-over-width", "flatten"),
    ],
    ids=["relu", "leaky", "flatten"],
)  # fmt: skip
def test_a_layer_that_is_there_is_switched_on_instead_of_another_inserted(
    found: Network, rule: str, off: str
) -> None:
    assert not advice(found, rule)
    without = edits.set_enabled(found, "", [off], False)
    (given,) = advice(without, rule)
    kind = found.graph.by_name[off].kind
    repairs = given.repairs(without, analyse(without))
    assert repairs[0].title == f"Switch {off} on"
    assert repairs[0].edit(without) == found
    for repair in repairs[1:]:
        assert len(repair.edit(without).graph.of_kind(kind)) == 1, repair.title
    assert not any("ReLU" in r.title for r in repairs)


def test_a_sum_of_one_branch_is_fed_by_what_nothing_uses_or_gets_a_shortcut() -> None:
    found = residual()
    (_, shortcut) = found.graph.into("add")
    cut = edits.disconnect(found, "", [shortcut])
    (given,) = advice(cut, "single-branch")
    titles = {r.title: r for r in given.repairs(cut, analyse(cut))}
    assert list(titles) == ["Remove add", "Draw a wire from input to add"]
    made = titles["Draw a wire from input to add"].edit(cut)
    assert set(made.graph.wires) == set(found.graph.wires)
    b = Builder("Two")
    x = b.input(3, 8, 8)
    b.add("other", "Conv2d", x, out_channels=4, kernel_size=1)
    b.output(b.add("cat", "Concat", [x]))
    loose = b.network()
    (given,) = advice(loose, "single-branch")
    first = given.repairs(loose, analyse(loose))[0]
    assert first.title == "Draw a wire from other to cat"
    assert analyse(first.edit(loose)).outputs == ((7, 8, 8),)


def test_one_permute_turns_all_that_an_attention_reads() -> None:
    found = attending()
    (given,) = advice(found, "channels-as-steps")
    assert "16×32 as 16 steps of 32 features" in given.message
    made = given.repairs(found, analyse(found))[0].edit(found)
    assert len(made.graph.of_kind("Permute")) == 1
    assert analyse(made).outputs == ((32, 16),)


def test_beside_a_shortcut_the_steps_are_turned_back() -> None:
    found = attending(shortcut=True)
    (given,) = advice(found, "channels-as-steps")
    (repair,) = given.repairs(found, analyse(found))
    made = repair.edit(found)
    assert len(made.graph.of_kind("Permute")) == 2
    assert analyse(made).outputs == ((16, 32),)


def test_shortcuts_are_put_around_layers_that_keep_the_shape() -> None:
    found = deep(11)
    (given,) = advice(found, "no-shortcut")
    made = given.repairs(found, analyse(found))[0].edit(found)
    assert len(made.graph.of_kind("Add")) == 5
    before, after = analyse(found).totals, analyse(made).totals
    assert (after.parameters, after.macs) == (before.parameters, before.macs)


# --- blocks ---------------------------------------------------------------------------------------


def test_bias_is_seen_across_the_wall_of_a_block() -> None:
    inner = Builder("Conv")
    inner.output(inner.add("conv", "Conv2d", inner.input(), out_channels=8, kernel_size=3))
    block = inner.block()
    b = Builder("Net")
    x = b.add("block", block, b.input(3, 8, 8))
    b.output(b.add("bn", "BatchNorm2d", x))
    found = b.network(blocks=(block,))
    (given,) = advice(found, "bias-before-norm")
    assert given.nodes == ("block.conv", "bn")
    made = given.repairs(found, analyse(found))[0].edit(found)
    assert made.block("Conv").graph.by_name["conv"].args["bias"] is False


def test_a_definition_that_is_right_elsewhere_is_not_changed() -> None:
    inner = Builder("Conv")
    inner.output(inner.add("conv", "Conv2d", inner.input(), out_channels=8, kernel_size=3))
    block = inner.block()
    b = Builder("Net")
    x = b.add("first", block, b.input(3, 8, 8))
    x = b.add("bn", "BatchNorm2d", x)
    b.output(b.add("second", block, x))
    found = b.network(blocks=(block,))
    (given,) = advice(found, "bias-before-norm")
    assert given.repairs(found, analyse(found)) == ()


def test_a_definition_is_told_once_with_all_its_places() -> None:
    found = edits.set_argument(PRESETS["resnet18"].network(), "BasicBlock", ["conv1"], "bias", True)
    (given,) = advice(found, "bias-before-norm")
    assert len([n for n in given.nodes if n.endswith("conv1")]) == 8


def test_a_strided_projection_in_a_block_keeps_the_block_s_stride() -> None:
    found = PRESETS["resnet18"].network()
    (given,) = advice(found, "strided-projection")
    made = given.repairs(found, analyse(found))[0].edit(found)
    (pool,) = made.block("Downsample").graph.of_kind("AvgPool2d")
    assert pool.args["kernel_size"] == Expression("stride")
    assert analyse(made).outputs == analyse(found).outputs


# --- all together ---------------------------------------------------------------------------------


def test_rules_can_be_switched_off() -> None:
    found = chain(conv("a", 8, 1, stride=2))
    assert advise(found, analyse(found))
    assert advise(found, analyse(found), switched_off=RULE_IDS) == ()


def test_a_batch_of_one_is_told_of() -> None:
    found = chain(conv("conv"), BN)
    (given,) = advice(found, "norm-one-sample", batch_size=1)
    repairs = given.repairs(found, analyse(found))
    assert repairs
    assert "batch" in given.message


def test_a_broken_network_is_advised_on_as_far_as_it_is_known() -> None:
    found = network(
        [*ends(3, 8, 8), node("a", "Conv2d", out_channels=4, kernel_size=1, stride=2),
         node("b", "Conv2d", kernel_size=99)],
        "input a b output",
    )  # fmt: skip
    assert not analyse(found).ok
    assert advice(found, "strided-projection")


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_does_not_confuse_steps_and_channels(preset: str) -> None:
    found = PRESETS[preset].network()
    assert not advice(found, "channels-as-steps")


@pytest.mark.parametrize("ready", BLOCKS)
def test_a_ready_block_does_not_confuse_steps_and_channels(ready: str) -> None:
    b = Builder("Alone")
    takes = enumerate(BLOCKS[ready].takes)
    entering = [b.input(*shape, name=f"input{at}") for at, shape in takes]
    b.output(b.add("block", BLOCKS[ready].block, entering))
    found = b.network(blocks=BLOCKS[ready].definitions.blocks)
    assert analyse(found).ok
    assert not advice(found, "channels-as-steps")


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_has_no_bias_softmax_or_layer_too_many(preset: str) -> None:
    """What its paper drew is right; only what is true of the paper's own network is told."""
    found = PRESETS[preset].network()
    given = {a.rule.id for a in advise(found, analyse(found))}
    assert not given & {"softmax-before-loss", "broadcast-sum", "linear-over-width"}
