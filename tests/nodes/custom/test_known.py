"""Trust and answers: what a rule of shape is told of a layer that cannot be run here."""

from __future__ import annotations

import pytest

from nodes.custom import KNOWN, CodeError, CustomLayer, Fault, Unanswered
from nodes.errors import LayerError
from nodes.spec import Facts
from tests.nodes.custom.sources import GATE, forward

SHAPES = [(4, 8, 8)]


def distinct(number: int) -> CustomLayer:
    """A layer that no other test has trusted."""
    return CustomLayer(forward(f"return x  # {number}"))


def test_code_is_inert_until_it_is_trusted() -> None:
    layer = distinct(1)
    before = KNOWN.open
    assert not layer.trusted
    with pytest.raises(LayerError, match="not run until you trust it") as refused:
        layer.spec.infer(layer.spec.resolve({}), SHAPES)
    assert refused.value.rule == "untrusted"
    assert KNOWN.open == before, "nothing is asked about code that nobody trusts"


def test_a_changed_text_is_another_that_nobody_trusts() -> None:
    layer = distinct(2)
    KNOWN.trust([layer.fingerprint])
    assert layer.trusted
    assert not CustomLayer(layer.source + "\n").trusted


def test_an_answer_holds_for_the_same_arguments_and_shapes_only() -> None:
    layer = CustomLayer(GATE + "# 3\n")
    KNOWN.trust([layer.fingerprint])
    infer, args = layer.spec.infer, layer.spec.resolve({})
    with pytest.raises(Unanswered) as waiting:
        infer(args, SHAPES)
    assert waiting.value.rule == "pending"
    question = KNOWN.open[-1]
    assert (question.sizes, question.args) == ((4,), (("steepness", 1.0),))
    assert (question.inputs, question.outputs) == (((4, 8, 8),), 1)
    KNOWN.put(question, Facts(outputs=((4, 8, 8),)))
    assert question not in KNOWN.open
    assert infer(args, SHAPES) == Facts(outputs=((4, 8, 8),))
    with pytest.raises(Unanswered):
        infer(layer.spec.resolve({"steepness": 2.0}), SHAPES)
    with pytest.raises(Unanswered):
        infer(args, [(4, 8, 9)])
    for question in KNOWN.open:
        KNOWN.put(question, Fault("it is not asked again."))


def test_a_fault_names_its_line() -> None:
    layer = distinct(4)
    KNOWN.trust([layer.fingerprint])
    infer, args = layer.spec.infer, layer.spec.resolve({})
    with pytest.raises(Unanswered):
        infer(args, SHAPES)
    KNOWN.put(KNOWN.open[-1], Fault("it fails.", 7))
    with pytest.raises(CodeError, match="line 7 of Mine: it fails") as failed:
        infer(args, SHAPES)
    assert failed.value.line == 7
