"""The parts of the training script that are there for some recipes only, as text."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any

from app.codegen.layout import STEP, WIDTH
from app.codegen.wording import value_text

_SPARE = '''\
def spare_norms(groups: list[dict]) -> list[dict]:
    """Norms and biases, of one number a channel, do not decay."""
    split = []
    for group in groups:
        found = [*group["params"]]
        split += [
            {**group, "params": [p for p in found if p.ndim > 1]},
            {**group, "params": [p for p in found if p.ndim < 2], "weight_decay": 0.0},
        ]
    return split


'''
_ADDED_UP = """\
            batch = step % len(loader)
            begin = batch - batch % {number}  # gradients of {number} batches add up
            if batch == begin:
                optimizer.zero_grad()
            (loss / min({number}, len(loader) - begin)).backward()
            if batch + 1 in (begin + {number}, len(loader)):
{clip}                optimizer.step()
"""
_PLAIN = """\
            optimizer.zero_grad()
            loss.backward()
{clip}            optimizer.step()
"""
_CLIP = "clip_grad_norm_(network.parameters(), {most})\n"
# What of a recipe the script does not do, and the value at which there is nothing to do.
LEFT_OUT: Mapping[str, Any] = {
    "fit": "stretch", "classes": 0, "own_split": True, "distinct": False,
    "steps": 0, "loss": "cross-entropy", "class_weights": (), "balanced": False,
    "sync_norms": False, "channels_last": False, "compile": False, "deterministic": False,
    "ema": 0.0, "stop_after": 0,
    "crop": 0, "shift": 0.0, "flip": "none", "rotate": 0.0, "zoom": 0.0, "brightness": 0.0,
    "contrast": 0.0, "saturation": 0.0, "hue": 0.0, "lighting": 0.0, "cutout": 0.0, "mixup": 0.0,
    "cutmix": 0.0, "rich": "none", "normalise": "data", "mean": (), "deviation": (),
}  # fmt: skip


def recipe_parts(recipe: Mapping[str, Any], parameters: str) -> Mapping[str, str]:
    """What stands in the script's places for it; `parameters` are those of the optimiser."""
    spared = not recipe["decay_norms"] and bool(recipe["weight_decay"])
    several = parameters != "network.parameters()"
    groups = parameters if several else f'[{{"params": {parameters}}}]'
    clip, number = recipe["clip"], recipe["accumulate"]
    clipped = _CLIP.format(most=value_text(clip)) if clip else ""
    indent = 3 * STEP if number == 1 else 4 * STEP
    smoothing = recipe["label_smoothing"]
    return {
        "parameters": f"spare_norms({groups})" if spared else parameters,
        "spare_norms": _SPARE if spared else "",
        "nesterov": ", nesterov=True" if recipe["nesterov"] and recipe["momentum"] else "",
        "clip_import": "from torch.nn.utils import clip_grad_norm_\n" if clip else "",
        "smoothing": f", label_smoothing={value_text(smoothing)}" if smoothing else "",
        "amp": value_text(recipe["precision"] != "float32"),
        "amp_where": "" if recipe["precision"] == "bfloat16" else ' and device.type == "cuda"',
        "updated": (_PLAIN if number == 1 else _ADDED_UP).format(
            clip=f"{indent}{clipped}" if clip else "", number=number
        ),
        "left_out": _left_out(recipe),
    }


def _left_out(recipe: Mapping[str, Any]) -> str:
    """Words for what of the recipe the script does not do."""
    told = [
        f"{name} {' '.join(map(str, value)) if isinstance(value, tuple) else value}"
        for name, none in LEFT_OUT.items()
        if (value := recipe[name]) != none
    ]
    if recipe["precision"] == "float16":
        told.append("precision float16, in the place of which it takes bfloat16")
    if not told:
        return ""
    text = f"It leaves out of its recipe: {'; '.join(told)}."
    return "\n" + "\n".join(textwrap.wrap(text, WIDTH, break_long_words=False)) + "\n"
