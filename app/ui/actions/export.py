"""What a drawing can be written as."""

from __future__ import annotations

from app.ui.actions.spec import ActionSpec, drawing, sound

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("export.code", "Python &Module…", "Ctrl+E", lambda w: w.documents.export_code(),
               "code", "Write the PyTorch module to a file", enabled=sound),
    ActionSpec("export.script", "&Training Script…", "Ctrl+Shift+E", lambda w: w.exports.script(),
               "train", "Write the module and train.py to a folder", enabled=sound),
    ActionSpec("export.onnx", "|&ONNX…", "Ctrl+Shift+O", lambda w: w.exports.for_programs(".onnx"),
               tip="Write the network for other programs, and check it", enabled=sound),
    ActionSpec("export.pt2", "torch.&export Program…", "Ctrl+Shift+X",
               lambda w: w.exports.for_programs(".pt2"),
               tip="Write the network as a program of PyTorch without its code", enabled=sound),
    ActionSpec("export.diagram", "|&Diagram…", "", lambda w: w.exports.diagram(),
               "export", "Write what is drawn as SVG, PNG or PDF for print", enabled=drawing),
    ActionSpec("export.summary", "&Summary…", "Ctrl+Shift+Y", lambda w: w.exports.summary(),
               tip="Write the costs of every node as a table", enabled=sound),
)  # fmt: skip
