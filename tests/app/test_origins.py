"""Documents made of presets: their names, their data, and where they come from."""

from __future__ import annotations

import pytest

from app.origins import made_of, name_of, unchanged
from nodes.network import ROOT, edits
from nodes.network.document import Document, Origin, dumps, loads
from nodes.spec import Value
from presets import PRESETS, preset


@pytest.mark.parametrize(
    ("id", "values", "name"),
    [
        ("vgg16", {}, "VGG-16"),
        ("vgg16", {"batch_norm": True, "classes": 10}, "VGG-16 with batch normalisation"),
        ("googlenet", {"auxiliary": False}, "GoogLeNet without auxiliary heads"),
        ("alexnet_2012_grouped", {}, "AlexNet, as published"),
        ("mobilenet_v2", {"width": 0.5}, "MobileNet v2, width 0.5"),
        ("lenet5", {"activation": "Tanh"}, "LeNet-5, activation Tanh"),
    ],
)
def test_a_name_tells_variants_apart(id: str, values: dict[str, Value], name: str) -> None:
    assert name_of(preset(id), values) == name
    assert made_of(preset(id), values).network.name == name


@pytest.mark.parametrize("id", PRESETS)
def test_a_preset_that_was_kept_in_a_file_is_unchanged_until_it_is_edited(id: str) -> None:
    document = made_of(preset(id), {})
    made = preset(id).network()
    kept = loads(dumps(document)).network
    assert unchanged(kept, made)
    assert unchanged(edits.rename_network(kept, "Mine"), made)
    last = kept.graph.nodes[-1].name
    assert not unchanged(edits.remove(kept, ROOT, [last]), made)


def test_no_two_presets_open_under_the_same_name() -> None:
    names = [name_of(p, {}) for p in PRESETS.values()]
    assert len({*names}) == len(names)


@pytest.mark.parametrize(
    ("id", "values", "data"),
    [
        ("lenet5", {}, "digits"),
        ("lenet5", {"classes": 7}, "digits"),  # the network is to be mended, not the data
        ("resnet18", {}, "synthetic"),
        ("resnet18", {"classes": 10}, "digits"),
        ("residual_module", {"classes": 10}, "synthetic"),
        ("line_filters", {}, "photographs"),
    ],
)
def test_the_data_fits(id: str, values: dict[str, Value], data: str) -> None:
    assert made_of(preset(id), values).recipe["data"] == data


def test_where_it_comes_from_is_kept_in_the_file() -> None:
    values: dict[str, Value] = {"input_size": (60, 80), "stride": 2, "kernel_size": 7}
    document = made_of(preset("line_filters"), values)
    assert document.origin == Origin("line_filters", {"input_size": (60, 80), "stride": 2})
    assert loads(dumps(document)).origin == document.origin
    assert '"parameters": {"input_size": [60, 80], "stride": 2}' in dumps(document)
    assert "origin" not in dumps(Document(document.network))
