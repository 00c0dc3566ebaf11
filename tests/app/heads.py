"""Networks with several Outputs, of which some are auxiliary."""

from __future__ import annotations

from nodes.network import Block, Network
from tests.app.networks import ends, graph, network, node

CLASSES = 10
WEIGHT = 0.3
HEAD = Block(
    "Head",
    (),
    graph(
        [
            *ends(),
            node("pool", "AdaptiveAvgPool2d"),
            node("flatten", "Flatten"),
            node("fc", "Linear", out_features=CLASSES),
        ],
        "input pool flatten fc output",
    ),
)


def two_heads(weight: float = WEIGHT, *, auxiliary: bool = True) -> Network:
    """Three convolutions over (1, 8, 8); a block and a chain are the heads of the first two."""
    return network(
        [
            *ends(1, 8, 8),
            node("conv1", "Conv2d", out_channels=4, padding=1),
            node("bn", "BatchNorm2d"),
            node("act1", "ReLU"),
            node("conv2", "Conv2d", out_channels=6, stride=2),
            node("act2", "ReLU"),
            node("conv3", "Conv2d", out_channels=8),
            node("head1", "Head"),
            node("aux1", "Output", loss_weight=weight, auxiliary=auxiliary),
            node("head2_flatten", "Flatten"),
            node("head2_drop", "Dropout", p=0.2),
            node("head2_fc", "Linear", out_features=CLASSES),
            node("aux2", "Output", loss_weight=weight, auxiliary=auxiliary),
            node("flatten", "Flatten"),
            node("fc", "Linear", out_features=CLASSES),
        ],
        "input conv1 bn act1 conv2 act2 conv3 flatten fc output",
        "act1 head1 aux1",
        "act2 head2_flatten head2_drop head2_fc aux2",
        blocks=(HEAD,),
    )


def without_heads() -> Network:
    """What inference computes of `two_heads`."""
    nodes = [n for n in two_heads().graph.nodes if not n.name.startswith(("head", "aux"))]
    return network(nodes, "input conv1 bn act1 conv2 act2 conv3 flatten fc output")


def two_kept_and_one_auxiliary() -> Network:
    """Two Outputs stay at inference, and the head reads what both make."""
    return network(
        [
            *ends(3, 8, 8),
            node("left", "Conv2d", out_channels=4),
            node("right", "Conv2d", out_channels=4),
            node("add", "Add"),
            node("trained", "Output", auxiliary=True),
            node("other", "Output"),
        ],
        "input left output",
        "input right other",
        "left add trained",
        "right add",
    )
