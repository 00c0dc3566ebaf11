"""Matching: by name with what stands before it, by order, and what fits neither way."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from app.analysis import analyse
from app.weights import telling
from app.weights.entry import Entry
from app.weights.manifest import manifest
from app.weights.match import Matching, match
from nodes.network.document import How
from presets import PRESETS

OURS = (
    Entry("conv.weight", (6, 1, 3, 3), path="conv"),
    Entry("bn.weight", (6,), path="bn"),
    Entry("bn.running_mean", (6,), path="bn"),
    Entry("bn.num_batches_tracked", (), "I64", "bn"),
    Entry("fc.weight", (10, 6), path="fc"),
    Entry("fc.bias", (10,), path="fc"),
)
PLAIN = tuple(Entry(e.key, e.shape, e.dtype) for e in OURS)
UNCOUNTED = tuple(e for e in PLAIN if not e.counts)


def named(entries: tuple[Entry, ...], *keys: str) -> tuple[Entry, ...]:
    return tuple(Entry(k, e.shape, e.dtype) for k, e in zip(keys, entries, strict=True))


def foreign(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return named(entries, *(f"x{k}" for k in range(len(entries))))


def keys(entries: tuple[Entry, ...]) -> list[str]:
    return [e.key for e in entries]


def test_names_that_are_the_same() -> None:
    found = match(OURS, PLAIN[::-1])
    assert (found.how, str(found), found.complete) == (How.NAME, "6 of 6", True)
    assert [p.ours for p in found.matched] == list(OURS)
    assert telling.sentence(found) == "6 of 6 tensors of the network, by name."


@pytest.mark.parametrize("prefix", ["module.", "model.", "_orig_mod.module.", "a.b.c."])
def test_what_all_names_have_before_them_is_taken_off(prefix: str) -> None:
    theirs = (*named(PLAIN, *(prefix + e.key for e in PLAIN)), Entry("loss.weight", (3,)))
    found = match(OURS, theirs)
    assert (found.prefix, found.complete) == (prefix, True)
    assert keys(found.unexpected) == ["loss.weight"]
    assert found.keys[0] == ("conv.weight", f"{prefix}conv.weight")


def test_another_shape_is_told_with_both() -> None:
    theirs = (*PLAIN[:4], Entry("fc.weight", (1000, 6)), Entry("fc.bias", (1000,)))
    found = match(OURS, theirs)
    assert [(p.ours.shape, p.theirs.shape) for p in found.mismatched] == [
        ((10, 6), (1000, 6)),
        ((10,), (1000,)),
    ]
    assert keys(found.fresh) == ["fc.weight", "fc.bias"]
    assert not found.complete
    assert "2 of another shape" in telling.sentence(found)
    assert "1000×6" in "\n".join(telling.lines(found))


@pytest.mark.parametrize("dtype", ["F64", "F16", "BF16"])
def test_another_precision_fits(dtype: str) -> None:
    found = match(OURS[:1], (Entry("conv.weight", (6, 1, 3, 3), dtype),))
    assert found.complete
    assert dtype in next(telling.lines(found))
    assert "1 converted from" in telling.sentence(found)


def test_the_part_of_a_checkpoint_is_told() -> None:
    found = replace(match(OURS, PLAIN), part=("model", "ema", "swa"))
    assert "from “model” of the checkpoint, not “ema” or “swa”" in telling.sentence(found)
    found = replace(found, part=("state_dict",))
    assert "from “state_dict” of the checkpoint." in telling.sentence(found)
    assert "converted" not in telling.sentence(found)


def test_whole_numbers_are_no_weights() -> None:
    found = match(OURS[:1], (Entry("conv.weight", (6, 1, 3, 3), "I8"),), How.NAME)
    assert len(found.mismatched) == 1


def test_a_file_of_before_the_counters() -> None:
    found = match(OURS, UNCOUNTED)
    assert (found.how, str(found), found.complete) == (How.NAME, "5 of 6", True)
    assert keys(found.missing) == ["bn.num_batches_tracked"]


@pytest.mark.parametrize("theirs", [PLAIN, UNCOUNTED], ids=["counted", "uncounted"])
def test_other_names_in_the_same_order(theirs: tuple[Entry, ...]) -> None:
    found = match(OURS, foreign(theirs))
    assert (found.how, found.complete) == (How.ORDER, True)
    assert len(found.matched) == len(theirs)
    assert found.matched[-1].theirs.key == f"x{len(theirs) - 1}"


def test_an_order_that_means_nothing_is_not_followed() -> None:
    found = match(OURS, foreign(PLAIN), ordered=False)
    assert (found.how, len(found.matched)) == (How.NAME, 0)
    assert not found.complete
    assert match(OURS, foreign(PLAIN), How.ORDER, ordered=False).complete, "unless it is asked for"


def test_in_order_with_another_head() -> None:
    theirs = foreign((*PLAIN[:4], Entry("", (1000, 6)), Entry("", (1000,))))
    found = match(OURS, theirs)
    assert (found.how, len(found.matched), len(found.mismatched)) == (How.ORDER, 4, 2)


def test_a_few_that_fit_by_order_are_no_reason_to_go_by_it() -> None:
    found = match(OURS, foreign((*PLAIN[:2], Entry("", (7, 7)), Entry("", (7,)))))
    assert (found.how, len(found.matched), found.doubtful) == (How.NAME, 0, True)
    assert "another network" in telling.sentence(found)
    assert not match(OURS, foreign(PLAIN)).doubtful


def test_a_bias_is_no_weight_of_the_same_shape() -> None:
    ours, theirs = Entry("bn.weight", (6,)), Entry("conv.bias", (6,))
    found = match([ours], [theirs], How.ORDER)
    assert not found.matched
    assert match([ours], [Entry("conv.gamma", (6,))], How.ORDER).matched


def test_in_order_with_more_in_between() -> None:
    extra = (Entry("", (7, 7)), Entry("", (7,)))
    theirs = foreign((*PLAIN[:4], *extra, *PLAIN[4:]))
    found = match(OURS, theirs, How.ORDER)
    assert found.complete
    assert keys(found.unexpected) == ["x4", "x5"]
    found = match(OURS, foreign((*PLAIN[:2], *PLAIN[4:])), How.ORDER)
    assert [p.ours.key for p in found.matched] == [
        "conv.weight",
        "bn.weight",
        "fc.weight",
        "fc.bias",
    ]
    assert keys(found.fresh) == ["bn.running_mean"]


def test_no_tensor_counts_twice() -> None:
    for how in How:
        for theirs in (PLAIN, foreign(PLAIN), UNCOUNTED, (), PLAIN[2:], PLAIN * 2):
            found = match(OURS, theirs, how)
            ours = [*(p.ours for p in (*found.matched, *found.mismatched)), *found.missing]
            assert sorted(keys(tuple(ours))) == sorted(keys(OURS))
            used = [*(p.theirs for p in (*found.matched, *found.mismatched)), *found.unexpected]
            assert how is How.NAME or len(used) == len(theirs)


def test_nothing_at_all() -> None:
    assert not match((), ()).complete
    assert not match(OURS, ()).complete
    assert isinstance(match((), PLAIN), Matching)


def test_values_for_machines() -> None:
    found = telling.values(match(OURS, UNCOUNTED))
    assert found["complete"] is True
    assert found["missing"] == [{"key": "bn.num_batches_tracked", "shape": (), "dtype": "I64"}]
    assert found["matched"][0]["node"] == "conv"


def test_the_names_that_densenet_was_published_with() -> None:
    """Its modules were once called norm.1 and conv.2, and their batches were not counted."""
    network = PRESETS["densenet121"].network()
    ours = manifest(network, analyse(network))
    theirs = [
        Entry(re.sub(r"(denselayer.*)(norm|conv)([12])", r"\1\2.\3", e.key), e.shape, e.dtype)
        for e in ours
        if not e.counts
    ]
    found = match(ours, theirs)
    assert (found.how, found.complete) == (How.ORDER, True)
    assert dict(found.keys)["features.denseblock2.denselayer3.conv2.weight"] == (
        "features.denseblock2.denselayer3.conv.2.weight"
    )
