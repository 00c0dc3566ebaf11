"""Networks whose code is tested: the presets and a collection of what can be drawn."""

from __future__ import annotations

from nodes.network import Block, Expression, Graph, Network, wire
from nodes.spec import Kind, Param, Value
from presets import PRESETS, Preset
from tests.app.heads import two_heads, two_kept_and_one_auxiliary
from tests.app.networks import ends, graph, network, node

INT = Param("channels", Kind.INT, 4, "", 1)
DENSE = Block(
    "Dense",
    (INT,),
    graph(
        [
            *ends(),
            node("bn", "BatchNorm2d"),
            node("conv", "Conv2d", out_channels=Expression("channels"), padding=1),
            node("concat", "Concat"),
        ],
        "input concat output",
        "input bn conv concat",
    ),
)
RESIDUAL = Block(
    "Residual",
    (INT, Param("project", Kind.BOOL, False, "")),
    graph(
        [
            *ends(),
            node("conv", "Conv2d", out_channels=Expression("channels"), padding=1),
            node(
                "short",
                "Conv2d",
                out_channels=Expression("channels"),
                kernel_size=1,
                enabled=Expression("project"),
            ),
            node("add", "Add"),
        ],
        "input conv add output",
        "input short add",
    ),
)
STACK = Block(
    "Stack",
    (INT, Param("depth", Kind.INT, 2, "", 1)),
    graph(
        [
            *ends(),
            node("layers", "Dense", channels=Expression("channels"), repeat=Expression("depth")),
            node("bn", "BatchNorm2d"),
        ],
        "input layers bn output",
    ),
)
HEAD = Block(
    "Head",
    (Param("classes", Kind.INT, 10, "", 1),),
    graph(
        [
            *ends(),
            node("pool", "MaxPool2d"),
            node("flatten", "Flatten"),
            node("fc", "Linear", out_features=Expression("classes")),
        ],
        "input pool flatten fc output",
    ),
)
WIDE = Block(
    "Wide",
    (
        Param("width", Kind.INT, 3, "", 1),
        Param("mode", Kind.CHOICE, "a", "", choices=("a", "other")),
    ),
    graph(
        [
            *ends(),
            node(
                "a_convolution_with_a_name_that_fills_the_line",
                "Conv2d",
                out_channels=Expression("width ** 2 + (width + 1) ** 2"),
                kernel_size=1,
                enabled=Expression("mode == 'a' and width ** 2 > 1"),
            ),
            node("act", "ReLU"),
        ],
        "input a_convolution_with_a_name_that_fills_the_line act output",
    ),
)
SWAP = Block(
    "Swap",
    (),
    graph(
        [
            node("left", "Input"),
            node("right", "Input"),
            node("conv", "Conv2d", out_channels=3, padding=1),
            node("over", "Output"),
            node("under", "Output"),
        ],
        "left conv over",
        "right under",
    ),
)


def two_ports(count: int) -> Network:
    nodes = (*ends(), node("swap", "Swap", repeat=count), node("add", "Add"))
    wires = (
        wire("input", "output", "swap", "left"),
        wire("input", "output", "swap", "right"),
        wire("swap", "over", "add", "inputs"),
        wire("swap", "under", "add", "inputs"),
        wire("add", "output", "output", "input"),
    )
    made = network([], blocks=(SWAP,))
    return made.with_graph("", type(made.graph)(nodes, wires))


def conv_block(name: str, channels: int, kernel: int, p: float) -> Block:
    nodes = [
        *ends(),
        node("conv", "Conv2d", out_channels=channels, kernel_size=kernel, padding=kernel // 2),
        node("bn", "BatchNorm2d"),
        node("act", "ReLU"),
        node("conv2", "Conv2d", out_channels=channels, padding=1),
        node("drop", "Dropout", p=p),
    ]
    return Block(name, (), graph(nodes, "input conv bn act conv2 drop output"))


def residual(name: str, inner: str, channels: int) -> Block:
    nodes = [
        *ends(),
        node("body", inner),
        node("project", "Conv2d", out_channels=channels, kernel_size=1),
        node("add", "Add"),
    ]
    chains = "input body add output", "input project add"
    return Block(name, (), graph(nodes, *chains), "A shortcut around a block")


def funnel(name: str, first: int, second: int) -> Block:
    nodes = [
        *ends(),
        node("enter", "Conv2d", out_channels=first, padding=1),
        node("act", "ReLU"),
        node("leave", "Conv2d", out_channels=second, padding=1),
    ]
    return Block(name, (), graph(nodes, "input enter act leave output"))


def stage(name: str, channels: int, count: int) -> Block:
    nodes = [
        *ends(),
        node("conv", "Conv2d", out_channels=channels, padding=1),
        node("layers", "Same", repeat=count),
    ]
    return Block(name, (), graph(nodes, "input conv layers output"), "A stage")


SAME = Block(
    "Same",
    (),
    graph([*ends(), node("bn", "BatchNorm2d"), node("act", "ReLU")], "input bn act output"),
)


def head(name: str, p: float) -> Block:
    nodes = [
        *ends(),
        node("drop", "Dropout", p=p),
        node("flatten", "Flatten"),
        node("fc", "Linear", out_features=10),
    ]
    return Block(name, (), graph(nodes, "input drop flatten fc output"))


def two_ends() -> Network:
    nodes = (
        node("image", "Input", shape=(3, 8, 8)),
        node("mask", "Input", shape=(1, 8, 8)),
        node("stem", "Conv2d", out_channels=4, padding=1),
        node("concat", "Concat"),
        node("score", "Conv2d", out_channels=2, kernel_size=1),
        node("scores", "Output"),
        node("features", "Output"),
    )
    made = graph(list(nodes), "image stem concat score scores", "mask concat features")
    return Network("Two ends", made)


def split_and_chunked() -> Network:
    """Branches over parts of the maps, as in ShuffleNet."""
    nodes = [
        *ends(8, 8, 8),
        node("split", "Split", sizes=(2, 6)),
        node("chunk", "Chunk", chunks=3),
        node("conv", "Conv2d", out_channels=2, padding=1),
        node("act", "ReLU"),
        node("concat", "Concat"),
        node("shuffle", "ChannelShuffle", groups=4),
    ]
    network = Network("Split", graph(nodes, "concat shuffle output", "conv act"))
    first, second = network.outputs("Split", nodes[2].args)
    parts = network.outputs("Chunk", nodes[3].args)
    wires = (
        wire("input", "output", "split", "input"),
        wire("split", second, "chunk", "input"),
        wire("chunk", parts[0], "conv", "input"),
        wire("split", first, "concat", "inputs"),
        wire("act", "output", "concat", "inputs"),
        wire("chunk", parts[1], "concat", "inputs"),
        wire("chunk", parts[2], "concat", "inputs"),
    )
    return network.with_graph("", Graph(network.graph.nodes, (*wires, *network.graph.wires)))


DRAWN: dict[str, Network] = {
    "dense growth in a loop": network(
        [*ends(), node("d", "Dense", repeat=4)], "input d output", blocks=(DENSE,)
    ),
    "channels change in a loop": network(
        [
            *ends(),
            node("r", "Residual", channels=8, repeat=3, project=Expression("i == 0")),
        ],
        "input r output",
        blocks=(RESIDUAL,),
    ),
    "channels that follow the index": network(
        [*ends(), node("d", "Dense", channels=Expression("2 + i * i"), repeat=4)],
        "input d output",
        blocks=(DENSE,),
    ),
    "a repeat by parameter, in two sizes": network(
        [*ends(), node("a", "Stack", depth=3), node("b", "Stack", channels=2, depth=2)],
        "input a b output",
        blocks=(DENSE, STACK),
    ),
    "one block at two image sizes": network(
        [
            *ends(),
            node("pool", "MaxPool2d"),
            node("a", "Head"),
            node("b", "Head"),
            node("add", "Add"),
        ],
        "input a add output",
        "input pool b add",
        blocks=(HEAD,),
    ),
    "two ports in a loop": two_ports(3),
    "two ports": two_ports(1),
    "nodes switched off": network(
        [
            *ends(),
            node("conv", "Conv2d", enabled=False),
            node("act", "ReLU"),
            node("r", "Residual", channels=3, enabled=False),
        ],
        "input conv act r output",
        blocks=(RESIDUAL,),
    ),
    "shared values": network(
        [*ends(), node("a", "ReLU"), node("b", "Tanh"), node("add", "Add"), node("c", "Sigmoid")],
        "input a add output",
        "a b add",
        "a c add",
    ),
    "a long line at the end": network(
        [*ends(), *(node(f"branch{k}", "ReLU") for k in range(5)), node("concat", "Concat")],
        *(f"input branch{k} concat" for k in range(5)),
        "concat output",
    ),
    "powers, texts and long choices": network(
        [*ends(), node("many", "Wide", width=2, repeat=2), node("one", "Wide", mode="other")],
        "input many one output",
        blocks=(WIDE,),
    ),
    "input straight to output": network(ends(), "input output"),
    "many branches with long names": network(
        [
            *ends(),
            *(node(f"a_branch_with_a_long_name_{k}", "ReLU") for k in range(6)),
            node("add", "Add"),
            node("concat", "Concat"),
        ],
        *(f"input a_branch_with_a_long_name_{k} add" for k in range(6)),
        *(f"a_branch_with_a_long_name_{k} concat" for k in range(6)),
        "add concat output",
    ),
    "blocks that differ in numbers": network(
        [*ends(), node("a", "Res1"), node("b", "Res2"), node("c", "conv_block_32", repeat=2)],
        "input a b c output",
        blocks=(
            conv_block("conv_block_16", 16, 3, 0.1),
            conv_block("conv_block_32", 32, 5, 0.2),
            residual("Res1", "conv_block_16", 16),
            residual("Res2", "conv_block_32", 32),
        ),
    ),
    "blocks with other numbers of one name": network(
        [*ends(), node("a", "Narrow"), node("b", "Wide")],
        "input a b output",
        blocks=(funnel("Narrow", 8, 4), funnel("Wide", 32, 16)),
    ),
    "blocks that differ in their repeats": network(
        [*ends(), node("a", "Stage1"), node("b", "Stage2")],
        "input a b output",
        blocks=(SAME, stage("Stage1", 8, 2), stage("Stage2", 16, 4)),
    ),
    "alike blocks that no number tells apart": network(
        [*ends(), node("a", "Left"), node("b", "Right")],
        "input a b output",
        blocks=(funnel("Left", 8, 4), funnel("Right", 8, 4)),
    ),
    "blocks that differ in numbers and in shape": network(
        [*ends(), node("pool", "MaxPool2d"), node("a", "A"), node("b", "B"), node("add", "Add")],
        "input a add output",
        "input pool b add",
        blocks=(head("A", 0.1), head("B", 0.2)),
    ),
    "padding of TensorFlow": network(
        [
            *ends(3, 16, 15),
            node("conv1", "Conv2d", out_channels=8, stride=2, padding="same"),
            node("pool1", "MaxPool2d", kernel_size=3, stride=2, padding="same"),
            node("conv2", "Conv2d", out_channels=8, padding="same"),
            node("pool2", "AvgPool2d", kernel_size=3, stride=2, padding="same"),
        ],
        "input conv1 pool1 conv2 pool2 output",
    ),
    "stochastic depth": network(
        [*ends(), node("r", "Dropped", repeat=2)],
        "input r output",
        blocks=(
            Block(
                "Dropped",
                (),
                graph(
                    [
                        *ends(),
                        node("conv", "Conv2d", out_channels=3, padding=1),
                        node("drop", "DropPath"),
                        node("add", "Add"),
                    ],
                    "input conv drop add output",
                    "input add",
                ),
                "A residual block that is left out at times",
            ),
        ),
    ),
    "split and chunked": split_and_chunked(),
    "attention and recurrence": network(
        [
            node("input", "Input", shape=(12, 16)),
            node("position", "PositionalEncoding"),
            node("lstm", "LSTM", hidden_size=16),
            node("fc", "Linear", out_features=10),
            node("output", "Output"),
        ],
        "input position lstm fc output",
    ),
    "two inputs and two outputs": two_ends(),
    "two auxiliary heads": two_heads(),
    "two outputs and an auxiliary one": two_kept_and_one_auxiliary(),
}


def _other(preset: Preset) -> Network:
    """A preset with another choice wherever it has one."""
    values: dict[str, Value] = dict(SMALLER.get(preset.id, {}))
    for p in preset.parameters:
        if p.kind is Kind.BOOL:
            values[p.name] = not p.default
        elif p.kind is Kind.CHOICE:
            values[p.name] = next(c for c in reversed(p.choices) if c != p.default)
        elif p.name == "classes":
            values[p.name] = 7
    return preset.network(**values)


# At least one of every family; tests/presets takes a training step of every preset's code.
READ = (
    *("lenet5", "lenet5_1998", "vgg11", "nin_d2l", "squeezenet1_1", "unet_classic"),
    *("inception_mini", "googlenet", "inception_v3", "xception"),
    *("resnet18", "resnet50", "resnet20", "preact_resnet164_cifar", "densenet40", "densenet121"),
    *("mobilenet_v2", "mobilenet_v3_small", "efficientnet_b0", "shufflenet_v2_x1_0"),
    *("regnet_y_400mf", "convnext_tiny"),
)
SMALLER = {"unet_classic": {"input_size": 188}}  # 572 px take seconds
OTHERWISE = ("lenet5", "vgg11", "googlenet", "unet_classic", "resnet20", "resnet18", "densenet40")

NETWORKS = {
    **{key: PRESETS[key].network(**SMALLER.get(key, {})) for key in READ},
    **{f"{key} otherwise": _other(PRESETS[key]) for key in OTHERWISE},
    **DRAWN,
}
