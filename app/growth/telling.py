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

READS = "reads the copies: what it had learned of their units is shared out among them"
FROZEN = "is wider and frozen: its new units stay copies until it learns"


def words(growth: Growth) -> str:
    """For the curves, where there is little room."""
    changed, lost = len(growth.fates) - len(growth.of(Fate.KEPT)), _lost(growth)
    what = f"{changed} layers changed" if changed != 1 else "1 layer changed"
    if not lost:
        return f"{what}, no weight lost"
    return f"{what}, {lost} lost weights"


def summary(growth: Growth) -> list[str]:
    """What stays, and how many layers become what."""
    kept = len(growth.of(Fate.KEPT, Fate.WIDENED))
    lost = _lost(growth)
    told = [f"The weights of {kept} of {kept + lost} layers stay" if lost else "All weights stay"]
    for fate in (Fate.WIDENED, Fate.NARROWED, Fate.INSERTED, Fate.FRESH):
        if number := len(growth.of(fate)):
            told.append(_counted(fate, number))
    if gone := len(set(growth.gone) - growth.fates.keys()):  # the others begin anew
        told.append("1 layer is gone" if gone == 1 else f"{gone} layers are gone")
    return told


def outcome(growth: Growth) -> str:
    """Whether the network computes what it did."""
    if growth.broken is None:
        return "What the network computes stays the same."
    return f"What the network computes changes: {reason(growth.broken)}."


def _counted(fate: Fate, number: int) -> str:
    match fate:
        case Fate.WIDENED:
            return "1 layer is widened" if number == 1 else f"{number} layers are widened"
        case Fate.NARROWED:
            return "1 layer keeps a part" if number == 1 else f"{number} layers keep a part"
        case Fate.INSERTED:
            return "1 layer is inserted" if number == 1 else f"{number} layers are inserted"
    return "1 layer begins at random" if number == 1 else f"{number} layers begin at random"


def _lost(growth: Growth) -> int:
    """Layers of before of whose weights something is given up."""
    return len(growth.of(Fate.NARROWED)) + len(growth.gone)


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
