"""From the name of data in a recipe to the set that is open."""

from __future__ import annotations

from pathlib import Path

from app.data.digits import digits
from app.data.folder import folder, one_image
from app.data.patterns import patterns
from app.data.photographs import photographs
from app.data.source import Check, Source, Wanted
from app.images import is_image


def open_source(data: str, wanted: Wanted, check: Check) -> Source:
    """The data that a recipe names: built in, or a path.

    Raises:
        DataError: it is missing, damaged or of no use; says why and what to do.
        Exception: what `check` raises.
    """
    if data == "digits":
        return digits()
    if data == "synthetic":
        return patterns(wanted)
    if data == "photographs":
        return photographs()
    path = Path(data).expanduser()
    return one_image(path) if is_image(path) else folder(path, check)
