"""Networks wired at random: what the report says is what torch makes of the generated code."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import HealthCheck, Phase, given, settings
from torch.utils.flop_counter import FlopCounterMode

from app.analysis import Report, analyse
from app.codegen import Place, generate, generate_probe
from nodes.network import Network
from tests.app.codegen.random_networks import networks
from tests.conftest import EXAMPLES
from tests.nodes.layers import CASES
from tests.nodes.measured import REMARKS

COUNT = EXAMPLES or 100
BATCH = 2
pytestmark = [pytest.mark.filterwarnings(remark) for remark in REMARKS]
many = settings(
    max_examples=COUNT, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)


@pytest.fixture(scope="module", autouse=True)
def _one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def drawn() -> list[tuple[Network, Report]]:
    found: list[tuple[Network, Report]] = []

    @settings(many, max_examples=150)
    @given(networks())
    def collect(network: Network) -> None:
        found.append((network, analyse(network)))

    collect()
    return found


def sound(drawn: list[tuple[Network, Report]]) -> list[tuple[Network, Report]]:
    return [(network, report) for network, report in drawn if report.ok]


def test_most_of_them_are_sound_and_all_layers_occur(drawn: list[tuple[Network, Report]]) -> None:
    good = sound(drawn)
    assert len(good) > 0.8 * len(drawn)
    kinds = {r.kind for _, report in good for r in report.nodes.values()}
    assert len(CASES.keys() & kinds) > 0.6 * len(CASES)


@many
@given(networks())
def test_torch_agrees_with_the_report(network: Network) -> None:
    report = analyse(network)
    if not report.ok:
        return
    source = generate(network, report)
    assert source == generate(network, analyse(network))
    space: dict[str, Any] = {}
    exec(compile(source.text, "network", "exec"), space)
    probing: dict[str, Any] = {}
    exec(compile(generate_probe(network, report), "probe", "exec"), probing)
    model = space[source.class_name]()
    tensors = {t.key(path): t.shape for path, r in report.nodes.items() for t in r.tensors}
    assert {k: tuple(v.shape) for k, v in model.state_dict().items()} == tensors
    assert sum(v.numel() for v in model.parameters()) == report.totals.parameters
    assert sum(v.numel() for v in model.buffers()) == report.totals.buffers
    shapes = [report.nodes[n.name].outputs["output"] for n in network.graph.of_kind("Input")]
    inputs = [torch.rand(BATCH, *shape) for shape in shapes]
    trained = _outputs(report, model.train()(*inputs))
    if learning := [v.sum() for v in trained if v.requires_grad]:
        torch.stack(learning).sum().backward()
    with torch.no_grad():
        made = _outputs(report, model.eval()(*inputs))
        values = dict(probing["probe"](model, *inputs))
    assert values.keys() == report.nodes.keys()
    for path, value in values.items():
        assert tuple(value.shape[1:]) == next(iter(report.nodes[path].outputs.values())), path
    on_meta = [torch.empty(BATCH, *shape, device="meta") for shape in shapes]
    with torch.no_grad(), FlopCounterMode(display=False) as counter:
        _outputs(report, model.train().to("meta")(*on_meta))
    assert counter.get_total_flops() == 2 * BATCH * report.totals.macs
    for node, value in zip(network.graph.of_kind("Output"), made, strict=True):
        torch.testing.assert_close(values[node.name], value, rtol=0, atol=0, equal_nan=True)


def _outputs(
    report: Report, made: torch.Tensor | tuple[torch.Tensor, ...]
) -> tuple[torch.Tensor, ...]:
    """What a model made, of the shapes that the report says."""
    outputs = made if isinstance(made, tuple) else (made,)
    assert [tuple(v.shape) for v in outputs] == [(BATCH, *shape) for shape in report.outputs]
    return outputs


def test_every_layer_has_its_lines(drawn: list[tuple[Network, Report]]) -> None:
    for network, report in sound(drawn):
        source = generate(network, report)
        lines = source.text.splitlines()
        for r in report.nodes.values():
            if r.tensors:
                found = source.lines(Place(r.scope, r.name))
                assert any(r.name in lines[number - 1] for number in found), r.path


@pytest.mark.parametrize("command", [("format", "--diff"), ("check", "--select=E,F,I,W")])
def test_linter_and_formatter_have_nothing_to_do(
    drawn: list[tuple[Network, Report]], command: tuple[str, ...], tmp_path: Path
) -> None:
    ruff = shutil.which("ruff", path=str(Path(sys.executable).parent)) or "ruff"
    for number, pair in enumerate(sound(drawn)):
        (tmp_path / f"network_{number}.py").write_text(generate(*pair).text)
    words = [ruff, *command, "--isolated", "--line-length=88", str(tmp_path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[:2_000]
