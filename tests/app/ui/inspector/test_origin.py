"""What the page of the network says of the preset that it was opened from."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.origins import made_of
from app.transfer import for_my_data
from app.ui.editor import Editor
from nodes.network import ROOT, Frozen, edits
from nodes.network.document import Document, Origin
from nodes.spec import Value
from presets import preset
from tests.app.ui.inspector.test_form import inspect


def shown(qtbot: QtBot, document: Document) -> tuple[Editor, str]:
    """The editor, and all that is written on the page."""
    editor = Editor()
    editor.open(document)
    inspector = inspect(qtbot, editor)
    labels = (w.text() for w in inspector.findChildren(QLabel) if w.isVisible())
    return editor, "\n".join(labels)


def opened(qtbot: QtBot, id: str, **values: Value) -> str:
    return shown(qtbot, made_of(preset(id), values))[1]


def test_paper_accuracy_and_parameters(qtbot: QtBot) -> None:
    published = preset("vgg16")
    told = opened(qtbot, "vgg16")
    for words in (published.title, published.authors, "2014", published.link, published.paper):
        assert words in told
    assert published.accuracy is not None
    assert f"{published.accuracy.top1:g} %" in told
    assert "224 px" in told


def test_the_accuracy_is_that_of_the_variant_or_none(qtbot: QtBot) -> None:
    assert "73.36 %" in opened(qtbot, "vgg16", batch_norm=True)
    changed = opened(qtbot, "vgg16", dropout=0.1)
    assert "Top-1" not in changed
    assert "0.1" in changed


def test_of_a_network_that_is_another_by_now_no_figures_of_the_preset_are_told(
    qtbot: QtBot,
) -> None:
    editor, _ = shown(qtbot, made_of(preset("vgg16"), {}))
    inspector = inspect(qtbot, editor)

    def told() -> str:
        labels = (w.text() for w in inspector.findChildren(QLabel) if w.isVisible())
        return "\n".join(labels)

    editor.apply("Freeze", lambda n: edits.set_frozen(n, ROOT, ["features"], Frozen.ALL))
    assert "71.592 %" in told()
    editor.apply("Use for my data", lambda n: for_my_data(n, 7))
    assert "changed since" in told()
    assert "71.592 %" not in told()
    assert "1000" not in told()
    editor.undo()
    assert "changed since" not in told()
    assert "71.592 %" in told()


def test_it_stays_through_edits_and_names_no_other_document(qtbot: QtBot) -> None:
    editor, _ = shown(qtbot, made_of(preset("lenet5"), {}))
    editor.apply("Rename", lambda n: edits.rename_network(n, "Mine"))
    assert editor.document.origin == Origin("lenet5")
    editor.open(Document(editor.network))
    assert editor.origin is None


def test_a_preset_that_is_not_known_is_not_told(qtbot: QtBot) -> None:
    network = preset("lenet5").network()
    _, told = shown(qtbot, Document(network, origin=Origin("of_another_time")))
    assert "Opened from" not in told
