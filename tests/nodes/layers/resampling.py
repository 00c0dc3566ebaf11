"""Pixel shuffle and interpolation."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.nodes.layers.cases import Cases, Example, Stricter, anything, mostly, one

MODES = {1: ["nearest", "nearest-exact", "linear"], 3: ["nearest", "nearest-exact", "trilinear"]}
MODES[2] = ["nearest", "nearest-exact", "bilinear", "bicubic"]
SCALES = st.sampled_from([1, 2, 2.0, 3, 0.5, 1.5, 0.3, 2.7])


@st.composite
def fitting(draw: st.DrawFn) -> Example:
    """A mode that fits the number of axes, and a size or a factor."""
    rank = draw(st.sampled_from([1, 2, 3]))
    mode = draw(st.sampled_from(MODES[rank]))
    values: dict[str, Any] = {"mode": mode, "scale_factor": draw(SCALES)}
    if not mode.startswith("nearest"):
        values["align_corners"] = draw(st.sampled_from([None, False, True]))
    if draw(st.booleans()):
        length = draw(st.sampled_from([1, rank]))
        values["size"] = draw(st.tuples(*[st.integers(1, 9)] * length))
    else:
        values["recompute_scale_factor"] = draw(st.sampled_from([None, False, True]))
    size = draw(st.tuples(*[st.integers(1, 6)] * rank))
    return values, [(2, *size)]


CASES = {
    "Upsample": Cases(one(anything()), {"scale_factor": SCALES}, whole=fitting()),
    "PixelShuffle": Cases(
        one(mostly(3, channels=18)),
        {"upscale_factor": st.integers(1, 3)},
        examples=[({"upscale_factor": r}, [(2 * r * r, 3, 4)]) for r in (1, 2, 3)],
    ),
    "PixelUnshuffle": Cases(
        one(mostly(3)),
        {"downscale_factor": st.integers(1, 3)},
        examples=[({"downscale_factor": r}, [(2, 3 * r, 4 * r)]) for r in (1, 2, 3)],
    ),
}
NO_BATCH = "torch takes the last three of any number of axes, also where they hold the batch"
STRICTER = [
    Stricter("PixelShuffle", "rank", NO_BATCH, ({"upscale_factor": 1}, [(5, 8)])),
    Stricter("PixelUnshuffle", "rank", NO_BATCH, ({"downscale_factor": 1}, [(5, 8)])),
    Stricter(
        "Upsample",
        "scale_factor",
        "with a size the factor is not used, and a wrong one is wrong all the same",
        ({"size": (4,), "scale_factor": 0.0}, [(2, 3)]),
        lambda a, inputs: a.size is not None,
    ),
]
