"""Documents of every sort that a person may have open: sound, broken, empty, marked, unfolded."""

from __future__ import annotations

import contextlib
import random

from app.origins import made_of
from app.ui.documents import empty_document
from nodes.errors import EditError
from nodes.network import ROOT, Network
from nodes.network.document import Document
from presets import preset
from tests.bench.graphs import network as grown
from tests.nodes.network.samples import branches, chain, nested
from tests.nodes.network.test_random_edits import EDITS

# Small ones of every way to be built: a monkey sees more in many acts than in large documents.
PRESETS = (
    *("lenet5", "alexnet", "alexnet_d2l", "vgg11_d2l", "inception_module", "residual_module"),
    *("resnet18", "plain20", "densenet40", "squeezenet1_1", "unet_classic", "googlenet_d2l"),
    *("separable_classifier", "batch_norm", "line_filters", "mobilenet_v1", "resnet18_d2l"),
)
MOST = 150  # nodes, those of blocks counted once


def size(network: Network) -> int:
    """The nodes that are drawn, those of every block once."""
    return sum(len(network.scope(s).nodes) for s in (ROOT, *network.block_by_name))


def random_document(chance: random.Random) -> Document:
    """One of them; some are edited at random until little of them fits any more."""
    sort = chance.randrange(5)
    if sort == 0:
        return empty_document()
    if sort == 1:
        return Document(grown(chance.randint(3, 60), chance.randrange(100)))
    if sort == 2:
        return made_of(preset(chance.choice(PRESETS)), {})
    start = made_of(preset(chance.choice(PRESETS)), {}).network
    made = chance.choice([chain(), branches(), nested(), start])
    return Document(edited(made, chance, chance.randint(5, 40)))


def edited(network: Network, chance: random.Random, count: int) -> Network:
    for _ in range(count):
        scope = chance.choice([ROOT, ROOT, *network.block_by_name])
        edit = chance.choice(list(EDITS.values()))
        with contextlib.suppress(EditError):
            if network.scope(scope).nodes:
                after = edit(network, scope, chance)
                network = after if size(after) < MOST else network
    return network
