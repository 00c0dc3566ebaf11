"""The list of the canvas's components, in the order in which they are asked."""

from __future__ import annotations

from app.ui.canvas.adding import Adding
from app.ui.canvas.arriving import Arriving
from app.ui.canvas.bends import Bends
from app.ui.canvas.blocks import Blocks
from app.ui.canvas.component import Component
from app.ui.canvas.connecting import Connecting
from app.ui.canvas.context import CanvasMenu, WireMenus
from app.ui.canvas.cutting import Cutting
from app.ui.canvas.fates import Fates
from app.ui.canvas.gliding import Gliding
from app.ui.canvas.marking import Marking
from app.ui.canvas.renaming import Renaming
from app.ui.canvas.repeating import Repeating
from app.ui.canvas.telling import Telling
from app.ui.canvas.unfolding import Unfolding
from app.ui.finding.finding import Finding
from app.ui.finding.replacing import Replacing

COMPONENTS: tuple[type[Component], ...] = (
    Finding,
    Replacing,
    Gliding,
    Cutting,
    Unfolding,
    Repeating,
    Renaming,
    Blocks,
    Connecting,
    WireMenus,
    Bends,
    Fates,
    Marking,
    Adding,
    Arriving,
    CanvasMenu,
    Telling,
)
