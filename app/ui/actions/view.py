"""What is seen of a drawing, and the docks."""

from __future__ import annotations

from app.ui import appearance, settings
from app.ui.actions.spec import (
    ActionSpec,
    Callback,
    drawing,
    selected,
    several,
)
from app.ui.going import fit_under, toggle_minimap


def _dock(name: str) -> Callback:
    return lambda w: w.show_dock(name)


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("view.zoom_in", "Zoom &In", "Ctrl+=", lambda w: w.canvas.zoom_in(), "zoom-in",
               enabled=drawing),
    ActionSpec("view.zoom_out", "Zoom &Out", "Ctrl+-", lambda w: w.canvas.zoom_out(), "zoom-out",
               enabled=drawing),
    ActionSpec("view.zoom_reset", "&Actual Size", "Ctrl+0", lambda w: w.canvas.zoom_reset(),
               enabled=drawing),
    ActionSpec("view.fit", "&Fit All", "F", lambda w: w.canvas.fit(), "fit",
               "Show the whole network", enabled=drawing, toolbar=True),
    ActionSpec("view.fit_selection", "Fit &Selection", "Shift+F",
               lambda w: w.canvas.fit_selection(), enabled=selected),
    ActionSpec("view.fit_under", "Fit What Is under the P&ointer", "Z", lambda w: fit_under(w),
               tip="The card there, else the frame; everything where there is nothing",
               enabled=drawing),
    ActionSpec("view.minimap", "&Minimap", "M", lambda w: toggle_minimap(w),
               tip="The whole network in the corner, while not all of it is in view",
               enabled=drawing, checked=lambda w: settings.flag("minimap")),
    ActionSpec("view.wheel", "&Wheel Zooms", "",
               lambda w: settings.set_flag("wheel_zooms", not settings.flag("wheel_zooms")),
               tip="Else it scrolls, and zooms with Ctrl held", enabled=drawing,
               checked=lambda w: settings.flag("wheel_zooms")),
    ActionSpec("view.heat", "|Next Heat &Map", "H", lambda w: w.heat_menu.next(),
               tip="Colour the nodes by what they cost", enabled=drawing),
    ActionSpec("view.palette", "|&Palette", "Alt+1", _dock("palette"), enabled=drawing),
    ActionSpec("view.inspector", "&Inspector", "Alt+2", _dock("inspector"), enabled=drawing),
    ActionSpec("view.problems", "P&roblems", "Alt+3", _dock("problems"), "problem",
               enabled=drawing),
    ActionSpec("view.code", "&Code", "Alt+4", _dock("code"), "code", enabled=drawing),
    ActionSpec("view.training", "&Training", "Alt+5", _dock("training"), "curve",
               enabled=drawing),
    ActionSpec("view.maps", "Feature &Maps", "Alt+6", _dock("maps"), "maps", enabled=drawing),
    ActionSpec("view.summary", "&Summary", "Alt+7", _dock("summary"), enabled=drawing,
               tip="What every node or block costs, to be sorted and copied"),
    ActionSpec("view.steps", "H&istory", "Alt+8", _dock("steps"), "undo", enabled=drawing,
               tip="Every step since the network was opened; a click goes there"),
    ActionSpec("view.split", "|Spl&it View", "Ctrl+\\", lambda w: w.tabs.toggle_split(),
               tip="Show two networks beside one another, or one again", enabled=drawing),
    ActionSpec("view.across", "Move Tab to &Other Side", "Ctrl+Shift+\\",
               lambda w: w.tabs.move_across(w.tabs.active), enabled=several),
    ActionSpec("view.layout_draw", "|Layout to &Draw", "", lambda w: w.layouts.use("Draw"),
               tip="Palette, inspector and problems about a large canvas", enabled=drawing),
    ActionSpec("view.layout_train", "Layout to T&rain", "", lambda w: w.layouts.use("Train"),
               tip="Curves and feature maps below the canvas", enabled=drawing),
    ActionSpec("view.layout_code", "Layout to Read &Code", "", lambda w: w.layouts.use("Read Code"),
               tip="The code below the canvas, large", enabled=drawing),
    ActionSpec("view.layout_save", "Sa&ve Layout…", "", lambda w: w.layouts.save(),
               tip="Keep where everything stands under a name", enabled=drawing),
    ActionSpec("view.reset", "Reset &Layout", "Ctrl+Shift+0", lambda w: w.docks.reset(),
               enabled=drawing),
    ActionSpec("view.theme", "|&Dark or Light", "Ctrl+T", lambda w: appearance.toggle(), "moon"),
)  # fmt: skip
