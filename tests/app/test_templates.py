"""The templates are sound networks, small, and fit the data they are to be trained on."""

from __future__ import annotations

import pytest

from app.analysis import analyse
from app.history import Snapshot
from app.templates import TEMPLATES, Template
from app.training.misfit import misfit
from nodes.network.document import dumps, loads


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: t.id)
def test_a_template_can_be_trained_as_it_is(template: Template) -> None:
    snapshot = Snapshot.of(template.document)
    report = analyse(snapshot.network)
    assert report.ok
    assert report.totals.parameters < 100_000
    assert misfit(snapshot.network, report, snapshot.recipe) is None
    assert loads(dumps(template.document)).network == snapshot.network


def test_no_two_nodes_of_a_template_lie_on_one_another() -> None:
    for template in TEMPLATES:
        places = [node.position for node in template.network.graph.nodes]
        assert len(set(places)) == len(places)
