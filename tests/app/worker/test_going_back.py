"""A run that ended in what is no number goes on from the checkpoint before, at a lower rate."""

from __future__ import annotations

from pathlib import Path

from app.training.messages import Alert, Change, Command, Event, Failed, Finished, Kept, Started
from app.worker.guard import RULE
from tests.app.training.networks import TINY, TINY_PROBE, tiny
from tests.app.worker.killing import in_process, new

# A division by zero comes once the weights have grown.
GROWN = "x = x / (self.conv.weight.abs().max() < 0.94).float()"
SOURCE = TINY.replace("        return self", f"        {GROWN}\n        return self")
PROBE = TINY_PROBE.replace(
    '    yield "bn", x\n', f'    {GROWN.replace("self", "model")}\n    yield "bn", x\n'
)


def test_the_checkpoint_before_stays_and_a_lower_rate_leads_on(tmp_path: Path) -> None:
    recipe = {"epochs": 20, "batch_size": 64, "validation_share": 0.8, "checkpoint_minutes": 0.0}
    wild = {"learning_rate": 0.1, "schedule": "constant", "warmup": 0.0}
    run = new(tmp_path, tiny(SOURCE, PROBE, **recipe, **wild))
    told = in_process(run)
    (alert,) = (event for event in told if isinstance(event, Alert) and event.rule == RULE)
    kept = [event for event in told if isinstance(event, Kept) and not event.best]
    assert any(isinstance(event, Failed) for event in told)
    assert run.state() == "failed"
    assert run.checkpoint() == Path(kept[-1].path)
    assert 0 < kept[-1].step < alert.step
    assert len(run.history().losses) == alert.step, "all steps that led there are told"

    def lower(event: Event) -> Command | None:
        return Change(recipe={"learning_rate": 1e-5}) if isinstance(event, Started) else None

    told = in_process(run, lower)
    (started,) = (event for event in told if isinstance(event, Started))
    assert started.resumed_at == kept[-1].step
    assert any(isinstance(event, Finished) for event in told)
    assert run.history().now.learning_rate == 1e-5
