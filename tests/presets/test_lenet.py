"""LeNet-5 as published: its table, its squashing function, its pooling and its codes."""

from __future__ import annotations

import pytest
import torch

from app.analysis import analyse
from presets import preset
from presets.lenet import C3_SEES
from tests.networks.measured import module


def test_the_table_is_that_of_the_paper() -> None:
    assert [len(seen) for seen in C3_SEES] == [3] * 6 + [4] * 9 + [6]
    assert sum(map(len, C3_SEES)) == 60
    assert [sum(m in seen for seen in C3_SEES) for m in range(6)] == [10] * 6
    assert len(set(C3_SEES)) == 16


def test_a_map_of_c3_sees_those_of_s2_that_the_table_gives_it() -> None:
    model = module(preset("lenet5_1998").network())
    x = torch.rand(1, 6, 14, 14, requires_grad=True)
    made = model.get_submodule("c3")(x)
    for k, seen in enumerate(C3_SEES):
        (gradient,) = torch.autograd.grad(made[0, k].sum(), x, retain_graph=True)
        touched = gradient[0].abs().sum((1, 2)).nonzero().flatten()
        assert tuple(touched.tolist()) == seen


@pytest.mark.parametrize(
    ("path", "parameters"), [("c1", 156), ("s2", 12), ("s4", 32), ("c5", 48_120), ("f6", 10_164)]
)
def test_layers_have_the_parameters_of_the_paper(path: str, parameters: int) -> None:
    report = analyse(preset("lenet5_1998").network())
    assert report.nodes[path].parameters == parameters


def test_every_layer_up_to_f6_is_squashed_to_keep_one_at_one() -> None:
    model = module(preset("lenet5_1998").network())
    squashing = [m for m in model.modules() if type(m).__name__ == "ScaledTanh"]
    assert len(squashing) == 6
    ones = torch.tensor([-1.0, 1.0])
    for squash in squashing:
        torch.testing.assert_close(squash(ones), ones, atol=1e-4, rtol=0)


def test_scores_are_the_negative_of_the_distances() -> None:
    x = torch.rand(3, 1, 32, 32)
    scores, distances = (
        module(preset("lenet5_1998").network(output=output)) for output in ("scores", "distances")
    )
    scores.load_state_dict(distances.state_dict())
    torch.testing.assert_close(scores(x), -distances(x))
    assert (distances(x) >= 0).all()


def test_weights_begin_by_the_number_of_inputs() -> None:
    model = module(preset("lenet5_1998").network())
    for path, inputs in (("c1", 25), ("c3.conv0", 75), ("c3.conv15", 150), ("c5", 400)):
        weight = model.get_submodule(path).weight
        assert isinstance(weight, torch.Tensor)
        assert 0.5 * 2.4 / inputs < weight.abs().max() <= 2.4 / inputs


def test_other_numbers_of_classes_have_random_codes() -> None:
    model = module(preset("lenet5_1998").network(classes=7))
    code = model.get_submodule("rbf").get_buffer("code")
    assert code.shape == (7, 84)
    assert set(code.unique().tolist()) == {-1.0, 1.0}
