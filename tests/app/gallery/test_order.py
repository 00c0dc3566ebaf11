"""The search finds by every fact of a preset, and every order holds in both directions."""

from __future__ import annotations

import pytest

from app.gallery import facts
from app.gallery.order import NO_ACCURACY, ORDERS, best, found, grouped, reference
from presets import PRESETS

ALL = tuple(PRESETS.values())


@pytest.mark.parametrize(
    ("query", "id"),
    [
        ("LeNet-5", "lenet5"),
        ("lenet5", "lenet5"),
        ("resnet 18", "resnet18"),
        ("ResNet18", "resnet18"),
        ("LeCun 1998", "lenet5"),
        ("gradient-based learning", "lenet5"),
        ("Residual  Learning he", "resnet18"),
        ("he et al", "resnet18"),
        ("vgg bn", "vgg16"),
        ("batch norm vgg", "vgg16"),
        ("vgg16_bn", "vgg16"),
        ("shufflenet_v2_x0_5", "shufflenet_v2_x1_0"),
        ("nin_d2l_rgb1000", "nin_d2l"),
        ("32x4d", "resnext50_32x4d"),
        ("3x3", "vgg11"),
        ("imagenet top-1", "resnet18"),
    ],
)
def test_a_search_finds(query: str, id: str) -> None:
    assert id in [p.id for p in found(ALL, query)]


def test_every_preset_is_found_by_its_title_and_its_id_and_by_nothing() -> None:
    for p in ALL:
        assert p in found(ALL, p.title)
        assert p in found(ALL, p.id)
    assert found(ALL, "  ") == ALL
    assert found(ALL, "no such thing") == ()


@pytest.mark.parametrize(("query", "id"), [("he et al", "alexnet"), ("esnet", "resnet18")])
def test_a_word_is_found_from_its_beginning(query: str, id: str) -> None:
    assert id not in [p.id for p in found(ALL, query)]


def test_the_name_of_a_variant_is_that_of_its_preset() -> None:
    hits = found(ALL, "vgg16_bn")
    assert best(hits, "vgg16_bn") == PRESETS["vgg16"]
    variant = reference(PRESETS["vgg16"], "vgg16_bn")
    assert variant is not None
    assert variant.set == {"batch_norm": True}
    assert reference(PRESETS["vgg16"], "vgg") is None


def test_the_best_hit_begins_with_what_is_typed() -> None:
    hits = found(ALL, "resnet")
    hit = best(hits, "resnet")
    assert hit is not None
    assert hit.title.lower().startswith("resnet")
    assert best((), "resnet") is None
    assert best(found(ALL, "1998"), "1998") is not None


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.id)
@pytest.mark.parametrize("descending", [False, True])
def test_every_order_shows_every_preset_once(order: object, descending: bool) -> None:
    groups = grouped(ALL, order, descending=descending)  # type: ignore[arg-type]
    shown = [p.id for group in groups for p in group.presets]
    assert sorted(shown) == sorted(PRESETS)


def test_families_stand_under_their_headings() -> None:
    groups = grouped(ALL, ORDERS[0])
    assert [g.heading for g in groups] == list(dict.fromkeys(p.family for p in ALL))
    assert all(p.family == g.heading for g in groups for p in g.presets)


def test_sorted_by_parameters() -> None:
    order = next(o for o in ORDERS if o.id == "parameters")
    (up,) = grouped(ALL, order)
    (down,) = grouped(ALL, order, descending=True)
    sizes = [facts(p).parameters for p in up.presets]
    assert sizes == sorted(sizes)
    assert [facts(p).parameters for p in down.presets] == sizes[::-1]


def test_names_are_sorted_by_their_numbers() -> None:
    order = next(o for o in ORDERS if o.id == "name")
    ids = [p.id for p in grouped(ALL, order)[0].presets]
    assert ids.index("resnet18") < ids.index("resnet34") < ids.index("resnet101")


@pytest.mark.parametrize("descending", [False, True])
def test_accuracies_are_sorted_by_data_and_unknown_ones_come_last(descending: bool) -> None:
    order = next(o for o in ORDERS if o.id == "accuracy")
    groups = grouped(ALL, order, descending=descending)
    assert groups[-1].heading == NO_ACCURACY
    for group in groups[:-1]:
        figures = [p.accuracy.top1 for p in group.presets if p.accuracy]
        assert len(figures) == len(group.presets)
        assert figures == sorted(figures, reverse=descending)
