"""What becomes of an edited network's weights, in words."""

from __future__ import annotations

from app.growth.fate import Break, Fate, Growth, Why

BECOMES = {
    Fate.KEPT: "goes on with what it has learned",
    Fate.WIDENED: "is wider: its new units begin as copies of the old ones",
    Fate.NARROWED: "keeps a part of what it has learned",
    Fate.INSERTED: "is new, and begins so that it changes nothing",
    Fate.FRESH: "is new, and begins at random",
}


def words(growth: Growth) -> str:
    """For the curves, where there is little room."""
    return f"{growth.staying} of {growth.total} tensors stayed"


def sentence(growth: Growth) -> str:
    """How much stays, and whether the network computes what it did."""
    stay = f"{growth.staying} of {growth.total} tensors can stay"
    if growth.broken is None:
        return f"{stay}, and what the network computes stays the same."
    return f"{stay}. What the network computes changes: {reason(growth.broken)}."


def reason(broken: Break) -> str:
    """Why a network computes something else."""
    path = broken.path
    match broken.why:
        case Why.NEW:
            return f"{path} is new, and cannot begin by passing on what it gets"
        case Why.OTHER:
            return f"{path} computes otherwise than before"
        case Why.REWIRED:
            return f"{path} reads something else than before"
        case Why.NARROWED:
            return f"{path} reads less than before"
        case Why.UNEVEN:
            return f"{path} normalises over units of which only some were doubled"
        case Why.SIZES:
            return f"the weights of {path} do not fit its new size"
