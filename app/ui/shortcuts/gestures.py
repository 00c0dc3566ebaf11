"""What mouse and keys do on the canvas itself, as a table to be found and read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Told = tuple[str, str]  # what it does, and the gesture

GESTURES: Mapping[str, Sequence[Told]] = {
    "Mouse: add and wire": (
        ("Search for what to add", "Double click on the empty canvas"),
        ("Add what is there", "Drag from the palette"),
        ("Insert a layer into a wire", "Drop it on the wire"),
        ("Draw a wire", "Drag from a port"),
        ("Draw several wires at once", "Drag from a port of several selected nodes"),
        ("Search for what fits a wire", "Let the wire go over the empty canvas"),
        ("Lead the end of a wire elsewhere", "Drag the wire near its end"),
        ("Lead all wires of a port elsewhere", "Ctrl and drag from the port"),
        ("Break the wires of a port", "Alt and drag from the port"),
        ("Cut wires with a stroke", "Ctrl and drag with the right button, or Y held and drag"),
        ("Lead wires through one point", "Shift and drag with the right button"),
        ("Add a point that a wire runs through", "Double click on the wire, or Alt and drag it"),
    ),
    "Mouse: select and move": (
        ("Select", "Click"),
        ("Select more, or less", "Shift or Ctrl and click"),
        ("Select all in a box", "Drag over the empty canvas"),
        ("Move what is selected", "Drag a card"),
        ("Move without snapping", "Alt or Ctrl held while dragging"),
        ("Copy what is selected to the other side", "Drag it there; Shift held moves it"),
        ("Menu of what is here", "Right click"),
        ("Enter a block", "Double click on its card"),
        ("Edit the text of a note or frame", "Double click on it"),
    ),
    "Mouse: move about": (
        ("Move the view", "Drag with the middle button, or with Space held"),
        ("Move the view by touchpad", "Two fingers"),
        ("Zoom at the pointer", "Turn the wheel, or pinch"),
        ("Go to a place", "Click or drag in the overview"),
        ("Show a network on the other side", "Drag its tab there, or to an edge"),
    ),
    "Keys on the canvas": (
        ("Search for what to add", "Tab, or tap Space"),
        ("Walk along the wires", "Arrow keys"),
        ("Extend the selection along the wires", "Shift and arrow keys"),
        ("Move what is selected", "Alt and arrow keys, with Shift ten steps"),
        ("Enter a block, or edit a layer", "Enter"),
        ("Leave the block", "Backspace"),
        ("Show the whole network", "Home"),
        ("Select nothing, or end what is under way", "Esc"),
        ("Menu of what is selected", "Menu key, or Shift+F10"),
        ("Leave the canvas", "Shift+Tab"),
    ),
}
