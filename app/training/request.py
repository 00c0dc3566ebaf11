"""What a run needs, made of a sound network: the last value on this side of the process."""

from __future__ import annotations

from app.analysis.outputs import is_auxiliary, loss_weights, not_alike
from app.analysis.report import Report
from app.codegen import Source, generate_probe
from app.training.extras import lacking
from app.training.fit import nothing_learns
from app.training.messages import Start
from app.training.misfit import Misfit, misfit
from app.training.recipe import Recipe
from nodes.errors import SkipwireError
from nodes.network import Network


class RequestError(SkipwireError):
    """This network cannot be trained on classes of images."""


class MisfitError(RequestError):
    """It does not fit the data of the recipe."""

    def __init__(self, misfit: Misfit) -> None:
        super().__init__(misfit.reason)
        self.misfit = misfit


def request(network: Network, report: Report, source: Source, recipe: Recipe) -> Start:
    """The command that starts the training of a network that has no problems.

    Raises:
        RequestError: the network has several inputs, or outputs that are not all for the same
            classes, or none whose loss counts; or all of its weights are frozen; or the recipe
            asks for a package that is not here.
        MisfitError: it gives no scores of the data's classes, or takes no samples of it.
    """
    inputs = network.graph.of_kind("Input")
    if len(inputs) != 1:
        names = ", ".join(n.name for n in inputs)
        raise RequestError(
            f"The network has {len(inputs)} inputs ({names}), and training takes one. Remove "
            "the others to train it."
        )
    given = {
        n.name: report.nodes[n.name].outputs["output"] for n in network.graph.of_kind("Output")
    }
    if reason := lacking(recipe) or not_alike(network, given):
        raise RequestError(reason)
    if not recipe.looks and (reason := nothing_learns(report.memory)):
        raise RequestError(reason)
    if found := misfit(network, report, recipe):
        raise MisfitError(found)
    return Start(
        source=source.text,
        class_name=source.class_name,
        probe=generate_probe(network, report),
        recipe=recipe,
        input_shape=report.inputs[0],
        output_shape=report.outputs[0],
        outputs=loss_weights(network),
        auxiliary=sum(map(is_auxiliary, network.graph.of_kind("Output"))),
        learning=report.learning,
    )
