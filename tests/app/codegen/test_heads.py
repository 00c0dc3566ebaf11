"""Auxiliary heads in code: there in training, gone in evaluation, with their weights in both."""

from __future__ import annotations

import inspect
from types import UnionType
from typing import get_args, get_type_hints

import pytest
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from app.analysis import analyse
from app.codegen import generate
from nodes.network import Network
from tests.app.heads import CLASSES, two_heads, two_kept_and_one_auxiliary, without_heads
from tests.networks.measured import module

INPUT = torch.rand(4, 1, 8, 8, generator=torch.Generator().manual_seed(0))


def test_training_returns_the_heads_too_and_evaluation_the_bare_logits() -> None:
    model = module(two_heads())
    made = model.train()(INPUT)
    assert isinstance(made, tuple)
    assert [tuple(t.shape) for t in made] == [(4, CLASSES)] * 3
    with torch.no_grad():
        logits = model.eval()(INPUT)
    assert isinstance(logits, Tensor)
    assert logits.shape == (4, CLASSES)


def test_evaluation_is_that_of_the_network_without_heads() -> None:
    model, plain = module(two_heads()).eval(), module(without_heads()).eval()
    missing = plain.load_state_dict(model.state_dict(), strict=False)
    assert not missing.missing_keys
    assert {k.split(".")[0] for k in missing.unexpected_keys} == {"head1", "head2_fc"}
    with torch.no_grad():
        assert torch.equal(model(INPUT), plain(INPUT))


def test_the_keys_are_those_of_all_nodes_in_their_order() -> None:
    report = analyse(two_heads())
    inside = [f"{path}.{t.name}" for path, r in report.nodes.items() for t in r.tensors]
    model = module(two_heads())
    keys = [*model.train().state_dict()]
    assert sorted(keys) == sorted(inside)
    assert [*model.eval().state_dict()] == keys


@pytest.mark.parametrize("output", [0, 1, 2])
def test_gradients_of_each_output_reach_what_leads_to_it(output: int) -> None:
    model = module(two_heads()).train()
    labels = torch.arange(4)
    cross_entropy(model(INPUT)[output], labels).backward()
    reached = {n.split(".")[0] for n, p in model.named_parameters() if p.grad is not None}
    trunk = ["conv1", "bn", "conv2", "conv3"]
    leads = [{*trunk, "fc"}, {"conv1", "bn", "head1"}, {"conv1", "bn", "conv2", "head2_fc"}]
    assert reached == leads[output]


@pytest.mark.parametrize(
    ("drawn", "types"),
    [
        (two_heads(), {Tensor, tuple[Tensor, Tensor, Tensor]}),
        (
            two_kept_and_one_auxiliary(),
            {tuple[Tensor, Tensor], tuple[Tensor, Tensor, Tensor]},
        ),
    ],
    ids=["one kept", "two kept"],
)
def test_the_annotation_says_what_comes(drawn: Network, types: set[object]) -> None:
    hints = get_type_hints(type(module(drawn)).forward)
    assert isinstance(hints["return"], UnionType)
    assert set(get_args(hints["return"])) == types


def test_what_is_kept_comes_first() -> None:
    model = module(two_kept_and_one_auxiliary())
    x = torch.rand(2, 3, 8, 8)
    left, right, trained = model.train()(x)
    assert torch.equal(left + right, trained)
    assert all(map(torch.equal, model.eval()(x), (left, right)))


def test_the_docstring_names_the_heads() -> None:
    words = inspect.cleandoc(type(module(two_heads())).__doc__ or "")
    assert words == ("Test: (N, 1, 8, 8) -> (N, 10). In training it returns aux1 and aux2 as well.")


def test_indented_lines_of_a_head_are_about_its_nodes() -> None:
    drawn = two_heads()
    source = generate(drawn, analyse(drawn))
    lines = source.text.splitlines()
    heads = {p.node for n, p in source.places.items() if lines[n - 1].startswith(" " * 12)}
    assert heads == {"head1", "head2_flatten", "head2_drop", "head2_fc"}
