"""Initialisers as text: one form however they are written, and refusals that say what is near."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nodes.catalogue import CATALOGUE
from nodes.errors import DocumentError, EditError, LayerError, ParameterError
from nodes.initialisers import INITIALISERS, MAX_TEXT, Initialiser, initial, read, tensor_of
from nodes.network import Block, Expression, blocks, edits
from nodes.network.document import Document, dumps, loads
from nodes.network.resolve import arguments
from nodes.spec import Kind, Param
from tests.app.networks import ends, graph, network, node
from tests.nodes.layers import CASES
from tests.nodes.layers.cases import Case, cases

WEIGHT = initial("weight", 2)
BIAS = initial("bias")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("xavier_uniform", "xavier_uniform"),
        (" xavier_uniform ( ) ", "xavier_uniform"),
        ("xavier_uniform(gain=1)", "xavier_uniform"),
        ("kaiming_normal(nonlinearity=relu,mode = fan_out)",
         "kaiming_normal(mode=fan_out, nonlinearity=relu)"),
        ("kaiming_uniform(mode=fan_in, a=2.0)", "kaiming_uniform(a=2)"),
        ("trunc_normal(std=0.1, a=-2, b=2)", "trunc_normal(std=0.1)"),
        ("trunc_normal(\n  b=1e-1,\n  a=-.1\n)", "trunc_normal(a=-0.1, b=0.1)"),
        ("normal(std=1e-5)", "normal(std=1e-05)"),
        ("uniform(a=-0.01, b=+0.01)", "uniform(a=-0.01, b=0.01)"),
        ("constant", "constant(value=0)"),
        ("constant(value=-0.0)", "constant(value=0)"),
    ],
)  # fmt: skip
def test_a_text_has_one_form(text: str, form: str) -> None:
    assert WEIGHT.check(text) == form
    assert WEIGHT.check(form) == form


MADE = pytest.mark.parametrize("made", INITIALISERS.values(), ids=INITIALISERS)


@MADE
@given(data=st.data())
def test_every_value_survives_its_text(made: Initialiser, data: st.DataObject) -> None:
    found = made.plain()
    for param in made.params:
        values: st.SearchStrategy[Any] = st.floats(-100, 100)
        if param.choices:
            values = st.sampled_from(param.choices)
        try:
            found = found.replaced(param.name, data.draw(values))
        except ParameterError:
            continue
    assert read(str(found)) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kaimin_normal", "did you mean kaiming_normal?"),
        ("Kaiming_Normal_", "did you mean kaiming_normal?"),
        ("q", "there are kaiming_normal, kaiming_uniform"),
        ("kaiming_normal(mod=fan_out)", "did you mean mode?"),
        ("xavier_normal(std=1)", "does not take .there are gain"),
        ("kaiming_normal(mode=fanout)", "mode needs one of fan_in, fan_out, not 'fanout'"),
        ("kaiming_normal(mode=1)", "mode needs one of fan_in, fan_out"),
        ("normal(std=-1)", "std must be at least 0, not -1"),
        ("normal(std=nan)", "std needs a number, not 'nan'"),
        ("normal(std=1e999)", "std must be a finite number"),
        ("normal(std=1e9)", "std must be at most 1e.06"),
        ("normal(std=1_0)", "std needs a number"),
        ("normal(std=)", "std needs a number, not ''"),
        ("normal(0.1)", "is not of the form"),
        ("normal(std=0.1,)", "is not of the form"),
        ("normal(std=1, std=2)", "has std twice"),
        ("normal(std=0.1", "is written as normal"),
        ("normal(std=0.1))", "std needs a number, not '0.1.'"),
        ("normal()()", "is not of the form"),
        ("", "is written as"),
        ("__import__('os')", "is no initialiser"),
        ("uniform(a=1)", "a must be less than its b, and has a = 1, b = 1"),
        ("trunc_normal(std=0)", "std must be at least 1e-09"),
        ("trunc_normal(mean=7)", "mean = 7 must be within two standard deviations"),
        ("x" * (MAX_TEXT + 1), "may have 200 characters; this has 201"),
    ],
)
def test_what_is_none_is_refused_with_what_is_near(text: str, words: str) -> None:
    with pytest.raises(ParameterError, match=words) as caught:
        WEIGHT.check(text)
    assert caught.value.parameter == "weight_init"


@pytest.mark.parametrize("value", [3, True, ("normal",), ["normal"]])
def test_what_is_no_text_is_refused(value: object) -> None:
    with pytest.raises(ParameterError, match="needs an initialiser, such as"):
        WEIGHT.check(value)


@MADE
def test_what_counts_inputs_and_outputs_is_not_for_a_bias(made: Initialiser) -> None:
    if not made.fans:
        assert BIAS.check(made.name) == str(made.plain())
        return
    with pytest.raises(ParameterError, match=f"bias_init .* {made.name} needs two axes: use"):
        BIAS.check(made.name)


@MADE
def test_it_explains_itself(made: Initialiser) -> None:
    assert made.title[0].isupper()
    assert made.formula
    assert made.source
    assert all(p.help[0].isupper() for p in made.params)


# --- in layers -----------------------------------------------------------------------------------

LAYERS = [kind for kind, s in CATALOGUE.items() if any(p.kind is Kind.INIT for p in s.params)]


def test_what_has_plain_weights_has_initialisers() -> None:
    families = ("Convolution", "Normalisation")
    without = {k for k, s in CATALOGUE.items() if s.family in families} - {*LAYERS}
    assert without <= {"FixedConv2d", "LocalResponseNorm"}
    assert {"Linear", "Embedding", "Scale"} <= {*LAYERS}


@pytest.mark.parametrize("kind", LAYERS)
def test_initialisers_are_for_tensors_of_the_layer_that_take_them(kind: str) -> None:
    spec = CATALOGUE[kind]
    axes: dict[str, set[int]] = {}

    @given(cases(spec, CASES[kind]))
    def collect(case: Case) -> None:
        try:
            facts = spec.infer(spec.resolve(case.values), case.inputs)
        except (ParameterError, LayerError):
            return
        for tensor in facts.parameters:
            axes.setdefault(tensor.name, set()).add(len(tensor.shape))

    collect()
    for param in spec.params:
        if param.kind is Kind.INIT:
            assert param.optional
            assert param.default is None
            if param.choices:
                assert tensor_of(param) in axes
                assert not any(INITIALISERS[name].fans for name in param.choices)
            else:
                assert min(axes[tensor_of(param)]) >= 2


# --- in networks ---------------------------------------------------------------------------------

BLOCK = Block(
    "Conv",
    (initial("weight", 2), Param("start", Kind.INIT, "normal(std=1e-2)", "How it begins")),
    graph(
        [
            *ends(),
            node("a", "Conv2d", weight_init=Expression("weight_init"), bias_init="constant"),
            node("b", "Conv2d", weight_init=Expression("start")),
        ],
        "input a b output",
    ),
)


def test_an_edit_keeps_the_one_form_and_refuses_what_is_none() -> None:
    net = network([*ends(), node("conv", "Conv2d")], "input conv output")
    made = edits.set_argument(net, "", ["conv"], "weight_init", "normal( std=1e-2 )")
    assert made.graph.by_name["conv"].args == {"weight_init": "normal(std=0.01)"}
    assert edits.set_argument(made, "", ["conv"], "weight_init", None) == net
    with pytest.raises(EditError, match=r"conv: bias_init .*orthogonal needs two axes"):
        edits.set_argument(net, "", ["conv"], "bias_init", "orthogonal")
    with pytest.raises(EditError, match=r"conv: weight_init .*did you mean normal\?\)\.$"):
        edits.set_argument(net, "", ["conv"], "weight_init", "norml")


def test_a_block_passes_an_initialiser_on() -> None:
    net = network([*ends(), node("c", "Conv", start="orthogonal")], "input c output")
    net = blocks.add_block(net, BLOCK)
    assert net.block("Conv").graph.by_name["a"].args["bias_init"] == "constant(value=0)"
    env = arguments(net, net.graph.by_name["c"], {})
    inner = net.block("Conv").graph.by_name
    assert arguments(net, inner["a"], env)["weight_init"] is None
    assert arguments(net, inner["b"], env)["weight_init"] == "orthogonal"


def test_a_document_holds_them_as_text_and_refuses_others() -> None:
    net = network([*ends(), node("c", "Conv", start="constant(value=0.5)")], "input c output")
    document = Document(blocks.add_block(net, BLOCK))
    text = dumps(document)
    assert '"start": "constant(value=0.5)"' in text
    assert loads(text).network == document.network
    with pytest.raises(DocumentError, match="start names constantly, which is no initialiser"):
        loads(text.replace("constant(value=0.5)", "constantly"))
