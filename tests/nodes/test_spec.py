"""Parameters: what each kind takes, in which form it is kept, and what is refused how."""

from __future__ import annotations

from typing import Any

import pytest

from nodes.catalogue import CATALOGUE
from nodes.errors import ParameterError
from nodes.spec import Kind, LayerSpec, Param, Tensor, Value


def param(kind: Kind, default: Value = None, **bounds: Any) -> Param:
    return Param("p", kind, default, "", **bounds)


@pytest.mark.parametrize(
    ("declared", "value", "kept"),
    [
        (param(Kind.INT), 3, 3),
        (param(Kind.INT, minimum=1, maximum=3), 1, 1),
        (param(Kind.INT, minimum=1, maximum=3), 3, 3),
        (param(Kind.INT, optional=True), None, None),
        (param(Kind.FLOAT), 0.5, 0.5),
        (param(Kind.FLOAT), 1, 1),
        (param(Kind.FLOAT, above=0), 1e-12, 1e-12),
        (param(Kind.BOOL), False, False),
        (param(Kind.CHOICE, choices=("mean", "max")), "max", "max"),
        (param(Kind.PAIR), 3, 3),
        (param(Kind.PAIR), (1, 2), (1, 2)),
        (param(Kind.PAIR), [1, 2], (1, 2)),
        (param(Kind.SHAPE), [3, 32, 32], (3, 32, 32)),
        (param(Kind.SHAPE), (10,), (10,)),
    ],
)
def test_a_good_value_is_kept_in_its_stored_form(declared: Param, value: Any, kept: Value) -> None:
    found = declared.check(value)
    assert found == kept
    assert type(found) is type(kept)


@pytest.mark.parametrize(
    ("declared", "value", "words"),
    [
        (param(Kind.INT), None, "has no value"),
        (param(Kind.INT), True, "whole number, not True"),
        (param(Kind.INT), 2.0, "whole number, not 2.0"),
        (param(Kind.INT), "2", "whole number, not '2'"),
        (param(Kind.INT, minimum=1), 0, "at least 1, not 0"),
        (param(Kind.INT, maximum=3), 4, "at most 3, not 4"),
        (param(Kind.FLOAT), True, "a number, not True"),
        (param(Kind.FLOAT), float("nan"), "finite number, not nan"),
        (param(Kind.FLOAT), float("inf"), "finite number, not inf"),
        (param(Kind.FLOAT, above=0), 0.0, "more than 0, not 0.0"),
        (param(Kind.BOOL), 1, "true or false, not 1"),
        (param(Kind.CHOICE, choices=("mean", "max")), "min", "one of mean, max, not 'min'"),
        (param(Kind.PAIR), (1, 2, 3), "pair"),
        (param(Kind.PAIR), (1, True), "pair"),
        (param(Kind.PAIR), "33", "pair"),
        (param(Kind.PAIR, minimum=1), (1, 0), "at least 1, not 0"),
        (param(Kind.SHAPE), (), "one to four"),
        (param(Kind.SHAPE), (1,) * 5, "one to four"),
        (param(Kind.SHAPE), 3, "one to four"),
        (param(Kind.SHAPE, minimum=1), (3, 0, 8), "at least 1, not 0"),
    ],
)
def test_a_bad_value_is_refused_with_the_rule_and_the_value(
    declared: Param, value: Any, words: str
) -> None:
    with pytest.raises(ParameterError, match=words) as caught:
        declared.check(value)
    assert caught.value.parameter == "p"
    assert str(caught.value).startswith("p ")


@pytest.mark.parametrize(
    ("declared", "value", "end"),
    [
        (param(Kind.INTS), [1] * 70, "… (70 values)"),
        (param(Kind.INT), "9" * 100, "999…"),
        (param(Kind.INT, maximum=3), 10**80, "000…"),
    ],
)
def test_a_long_value_is_cut_in_the_refusal(declared: Param, value: Any, end: str) -> None:
    with pytest.raises(ParameterError) as caught:
        declared.check(value)
    assert caught.value.reason.endswith(end)
    assert len(caught.value.reason.split(", not ")[-1]) <= 60 + len(" (70 values)")


@pytest.mark.parametrize("spec", CATALOGUE.values(), ids=CATALOGUE)
def test_defaults_resolve_to_themselves(spec: LayerSpec) -> None:
    assert vars(spec.resolve({})) == spec.defaults()


def test_values_overlay_the_defaults() -> None:
    args = CATALOGUE["Conv2d"].resolve({"stride": [2, 1], "bias": False})
    assert (args.stride, args.bias, args.kernel_size) == ((2, 1), False, 3)


def test_an_unknown_parameter_is_refused() -> None:
    with pytest.raises(ParameterError, match="strides is not a parameter of Conv2d"):
        CATALOGUE["Conv2d"].resolve({"strides": 2})


@pytest.mark.parametrize("spec", CATALOGUE.values(), ids=CATALOGUE)
def test_every_layer_explains_itself(spec: LayerSpec) -> None:
    assert spec.summary
    assert not spec.summary.endswith(".")
    assert spec.help.endswith(".")
    names = [p.name for p in spec.params]
    assert len(set(names)) == len(names)
    assert all(p.help for p in spec.params)


def test_a_tensor_without_axes_has_one_element() -> None:
    assert Tensor("num_batches_tracked", ()).elements == 1
    assert Tensor("weight", (6, 1, 5, 5)).elements == 150
