"""What becomes of a network computes what it computed, wherever the plan says so."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from app.analysis import analyse
from app.analysis.report import Report
from app.codegen import generate
from app.growth import plan
from app.training.messages import ZERO, Graft
from app.worker.errors import RunError
from app.worker.growing.grafting import APART, gathered, graft, moved
from app.worker.loading import make
from nodes.network import Network
from tests.app.growth.changes import EXACT, lenet, set_all


def built(network: Network) -> tuple[Report, nn.Module]:
    report = analyse(network)
    assert report.ok, report.problems
    source = generate(network, report)
    return report, make(source.text, source.class_name)


def trained(network: Network) -> tuple[Report, nn.Module, Tensor]:
    """A network with weights and statistics as learning leaves them, and images for it."""
    torch.manual_seed(0)
    report, module = built(network)
    shape = report.nodes[network.graph.of_kind("Input")[0].name].outputs["output"]
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.add_(0.02 * torch.randn_like(parameter))
        module(torch.randn(8, *shape))
    return report, module.eval(), torch.randn(8, *shape)


@pytest.mark.parametrize("change", EXACT)
def test_the_function_is_kept(change: str) -> None:
    old, new = EXACT[change]()
    before, module, images = trained(old)
    after, grown = built(new)
    planned = plan(before, after)
    assert planned.broken is None

    graft(grown, module.state_dict(), planned.grafts, images)
    with torch.no_grad():
        was, now = module(images), grown.eval()(images)
    torch.testing.assert_close(now, was, rtol=0, atol=2e-6 * float(was.abs().max().clamp_min(1)))


def test_copies_of_a_unit_learn_different_things() -> None:
    before, module, images = trained(lenet())
    after, grown = built(set_all(lenet(), "fc1", out_features=240))
    graft(grown, module.state_dict(), plan(before, after).grafts, images)
    fc1, fc2 = grown.get_submodule("fc1"), grown.get_submodule("fc2")
    weights = [fc1.get_parameter("weight"), fc2.get_parameter("weight")]
    assert torch.equal(weights[0][:120], weights[0][120:])

    apart = (weights[1][:, :120] / weights[1][:, 120:]).detach().log().abs()
    assert 0 < float(apart.max()) <= 4 * APART

    grown(images).square().sum().backward()
    gradient = weights[0].grad
    assert gradient is not None
    learning = gradient[:120].abs().sum(1) > 0
    assert not torch.isclose(gradient[:120], gradient[120:])[learning].all(1).any()


def test_the_same_is_made_every_time() -> None:
    before, module, images = trained(lenet())
    after, grown = built(set_all(lenet(), "conv1", out_channels=11))
    grafts = plan(before, after).grafts
    found = []
    for _ in range(2):
        graft(grown, module.state_dict(), grafts, images)
        found.append({key: tensor.clone() for key, tensor in grown.state_dict().items()})
    assert all(torch.equal(found[0][key], found[1][key]) for key in found[0])


def test_moments_are_shared_out_as_gradients_are() -> None:
    before, module, images = trained(lenet())
    after, grown = built(set_all(lenet(), "conv1", out_channels=12))
    grafts = {each.key: each for each in plan(before, after).grafts}
    module.train()(images).square().sum().backward()
    graft(grown, module.state_dict(), grafts.values(), images)
    grown.train()(images).square().sum().backward()

    read = module.get_parameter("conv2.weight").grad
    assert read is not None
    torch.testing.assert_close(
        moved(read, grafts["conv2.weight"], 1), grown.get_parameter("conv2.weight").grad
    )
    given = module.get_parameter("conv1.weight").grad
    assert given is not None
    both = grown.get_parameter("conv1.weight").grad
    assert both is not None
    torch.testing.assert_close(both[:6] + both[6:], given)  # half of it, more or less
    assert torch.equal(moved(given, grafts["conv1.weight"], 1)[:6], given / 2)
    assert torch.equal(moved(given, grafts["conv1.weight"], 2)[6:], given / 4)


def test_nothing_is_zero_or_as_it_begins() -> None:
    tensor, begun = torch.ones(2, 2), torch.full((3, 3), 7.0)
    how = Graft("w", "w", "gather", ((0, (0, 1, -2)), (1, (1, ZERO, 0))))
    made = gathered(tensor, how, begun)
    assert made.tolist() == [[1, 0, 1], [1, 0, 1], [7, 0, 7]]


def test_grafts_of_another_network_are_refused() -> None:
    _, module, images = trained(lenet())
    with pytest.raises(RunError, match="no tensor other"):
        graft(module, module.state_dict(), [Graft("other")], images)
    with pytest.raises(RunError, match="another shape"):
        graft(module, module.state_dict(), [Graft("fc1.bias", "fc2.bias")], images)
