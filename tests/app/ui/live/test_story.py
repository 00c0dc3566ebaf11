"""What a node did over time, from the events of its run."""

from __future__ import annotations

import math

import numpy as np

from app.training.messages import COLUMNS, Buffers, Histograms, Nodes, NodeStats
from app.ui.live.story import Story
from tests.app.runs.played import told


def tell(story: Story, step: int, **figures: float) -> None:
    row = [figures.get(column, math.nan) for column in COLUMNS]
    story.figures(NodeStats(step), np.array([row], np.float32).tobytes())


def test_a_recorded_run_is_told_over_its_steps() -> None:
    events = told("vanishing")
    (nodes,) = (event for event, _ in events if isinstance(event, Nodes))
    story = Story(nodes)
    steps = []
    for event, payload in events:
        if isinstance(event, NodeStats):
            story.figures(event, payload)
            steps.append(event.step)
    assert story.curve("act1", "dead").steps.tolist() == steps
    ratio = story.ratio("fc1")
    assert ratio.steps.tolist() == steps
    assert 0 < ratio.last < story.ratio("last").last
    assert not len(story.ratio("act1").steps)  # it has no weights


def test_figures_that_are_no_numbers_leave_gaps_and_a_resumed_run_goes_over_what_it_repeats() -> (
    None
):
    story = Story(Nodes(("a",)))
    tell(story, 10, weight=2.0, weight_gradient=1.0, dead=0.5)
    tell(story, 20, weight=2.0)
    tell(story, 30, weight=4.0, weight_gradient=1.0)
    assert story.ratio("a").values.tolist() == [0.5, 0.25]
    assert story.curve("a", "dead").steps.tolist() == [10]
    tell(story, 20, weight=1.0, weight_gradient=3.0)
    assert (story.ratio("a").steps.tolist(), story.ratio("a").last) == ([10, 20], 3.0)


def test_a_long_run_keeps_its_beginning_and_its_end() -> None:
    story = Story(Nodes(("a",)))
    for step in range(1, 5_000):
        tell(story, step, dead=0.0)
    steps = story.curve("a", "dead").steps
    assert len(steps) <= 256
    assert (steps[0] < 100, steps[-1]) == (True, 4_999)


def test_histograms_and_statistics_are_kept_by_node() -> None:
    story = Story(Nodes(("a", "b")))
    counts = np.array([[1, 2, 3], [4, 5, 6]], np.uint32)
    what = ("activations", "weights")
    event = Histograms("a", 7, what, (-1.0, 0.0), (1.0, 2.0), 3)
    story.histograms(event, counts.tobytes())
    steps, (spread,) = story.spreads("a", "weights")
    assert (steps.tolist(), spread.low, spread.high) == ([7], 0.0, 2.0)
    assert spread.counts.tolist() == [4, 5, 6]
    assert story.spreads("b", "weights")[1] == []
    values = np.array([1, 2, 9, 4, 5, 6], np.float32)
    story.buffers(Buffers("b", 7, 3), values.tobytes())
    assert story.statistics("b")[1] == [((1.0, 2.0, 9.0), (4.0, 5.0, 6.0))]
    assert story.statistics("a")[1] == []
