"""The summary: its figures add up, and its text forms can be read back."""

from __future__ import annotations

import csv
import io

import pytest

from app.analysis import Report, analyse
from app.analysis.costs import COSTS
from app.analysis.summary import FORMATS, HEADINGS, Row, as_csv, by_block, by_node, latex, markdown
from nodes.network import Network
from presets import PRESETS
from tests.app.heads import two_heads

ADDS_UP = [k for k, cost in enumerate(COSTS) if cost.id in ("parameters", "macs")]


@pytest.fixture(params=list(PRESETS))
def checked(request: pytest.FixtureRequest) -> tuple[Network, Report]:
    network = PRESETS[request.param].network()
    return network, analyse(network)


def test_rows_say_what_is_for_training_only() -> None:
    network = two_heads()
    kinds = {row.path: row.kind for row in by_block(network, analyse(network))}
    assert kinds["head1"] == "Head (training only)"
    assert kinds["conv1"] == "Conv2d"


@pytest.mark.parametrize("table", [by_node, by_block])
def test_figures_add_up_to_the_totals(checked: tuple[Network, Report], table: type) -> None:
    network, report = checked
    rows = table(network, report)
    totals = [sum(row.figures[k] for row in rows) for k in ADDS_UP]
    assert totals == [report.totals.parameters, report.totals.training_macs]


def test_by_node_holds_every_layer_once_and_by_block_what_stands_at_the_top(
    checked: tuple[Network, Report],
) -> None:
    network, report = checked
    paths = [row.path for row in by_node(network, report)]
    assert len(set(paths)) == len(paths)
    assert {r.path for r in report.nodes.values() if r.tensors} <= set(paths)
    tops = [n.name for n in network.graph.nodes]
    assert sorted(row.path for row in by_block(network, report)) == sorted(tops)


ROWS = (
    Row("a_1", "Conv2d", "8×4×4", tuple(1_000 + k for k in range(len(COSTS)))),
    Row("b|c", "My_Block ×2", "?", (None,) * len(COSTS)),
)


def test_csv_is_read_back_with_plain_numbers() -> None:
    found = list(csv.reader(io.StringIO(as_csv(ROWS))))
    assert found[0] == list(HEADINGS)
    assert found[1] == ["a_1", "Conv2d", "8×4×4", *(str(f) for f in ROWS[0].figures)]
    assert found[2] == ["b|c", "My_Block ×2", "?", *([""] * len(COSTS))]


@pytest.mark.parametrize("form", list(FORMATS))
def test_headings_carry_the_units_that_plain_figures_lack(form: str) -> None:
    text = FORMATS[form](ROWS)
    for heading in ("Activation size (bytes)", "Kept for backward (bytes)", "Receptive field (px)"):
        assert heading in text
    assert "Parameters (" not in text
    assert "MACs (" not in text


def test_markdown_has_aligned_columns_and_escapes_bars() -> None:
    lines = markdown(ROWS).splitlines()
    assert len({len(line) for line in lines}) == 1
    assert "1,000" in lines[2]
    assert r"b\|c" in lines[3]
    assert all(line.replace(r"\|", "").count("|") == len(HEADINGS) + 1 for line in lines)


def test_latex_escapes_what_latex_would_take_for_its_own() -> None:
    text = latex(ROWS)
    assert r"a\_1 & Conv2d & 8$\times$4$\times$4 & 1,000" in text
    assert text.count(r"\\") == len(ROWS) + 1


@pytest.mark.parametrize("form", list(FORMATS))
def test_every_form_names_every_node(checked: tuple[Network, Report], form: str) -> None:
    rows = by_block(*checked)
    text = FORMATS[form](rows).replace("\\", "")
    assert all(row.path in text for row in rows)
