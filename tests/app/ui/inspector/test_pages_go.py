"""A page of the inspector that was replaced is gone, with all that it held."""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from app.origins import made_of
from app.ui.editor import Editor
from app.ui.inspector import Inspector
from app.ui.inspector.page import Page
from presets import preset


def test_only_the_page_that_is_shown_is_left(qtbot: QtBot) -> None:
    editor = Editor()
    editor.open(made_of(preset("lenet5"), {}))
    inspector = Inspector(editor)
    qtbot.addWidget(inspector)
    names = [node.name for node in editor.graph.nodes]
    for chosen in [*([name] for name in names), names[:3], names]:
        editor.select(chosen)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    pages = [each for each in gc.get_objects() if issubclass(type(each), Page)]
    assert [page for page in pages if page.editor is editor] == [inspector.page]
