"""The gallery: found by typing, moved in by arrows, opened with parameters, compared in pairs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl, SignalInstance
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.gallery import BATCHES, Choice
from app.gallery.order import ORDERS
from app.ui import theme
from app.ui.gallery import Gallery
from app.ui.gallery.card import PresetCard
from app.ui.gallery.comparison import Comparison
from app.ui.gallery.grid import NOTHING
from app.ui.inspector.fields import TextField
from presets import PRESETS, preset
from tests.app.ui.panels import type_into

Key = Qt.Key


@pytest.fixture
def gallery(qtbot: QtBot) -> Gallery:
    gallery = Gallery()
    qtbot.addWidget(gallery)
    gallery.resize(1000, 700)
    with qtbot.waitExposed(gallery):
        gallery.show()
    gallery.activateWindow()
    gallery.focus_search()
    qtbot.waitUntil(gallery.search.hasFocus)
    return gallery


def shown(gallery: Gallery) -> list[str]:
    """The presets on cards, in the order of the cards' places."""
    cards = [c for c in gallery.grid.cards.values() if not c.isHidden()]
    return [c.preset.id for c in sorted(cards, key=lambda c: (c.y(), c.x()))]


def focused(gallery: Gallery) -> str:
    return next(name for name, card in gallery.grid.cards.items() if card.hasFocus())


def sort_by(qtbot: QtBot, gallery: Gallery, id: str) -> None:
    """Choose an order as a person does, with the keyboard."""
    at = next(k for k, order in enumerate(ORDERS) if order.id == id)
    gallery.order.setCurrentIndex(at)
    gallery.order.activated.emit(at)


def asked(qtbot: QtBot, signal: SignalInstance, act: Callable[[], object]) -> list[object]:
    with qtbot.waitSignal(signal) as blocker:
        act()
    return list(blocker.args)


# --- finding -----------------------------------------------------------------------------------


def test_at_first_all_presets_are_shown_by_family(gallery: Gallery) -> None:
    assert sorted(shown(gallery)) == sorted(PRESETS)
    headings = [h.text() for h in gallery.grid._headings if not h.isHidden()]
    assert headings == list(dict.fromkeys(p.family for p in PRESETS.values()))
    assert gallery.count.text() == f"{len(PRESETS)} presets"
    assert gallery.details.title.text() == next(iter(PRESETS.values())).title


def test_typing_leaves_what_is_found_and_lights_the_best(qtbot: QtBot, gallery: Gallery) -> None:
    qtbot.keyClicks(gallery.search, "resnet-34")
    assert "resnet34" in shown(gallery)
    assert "lenet5" not in shown(gallery)
    assert gallery.grid.current == preset("resnet34")
    assert gallery.details.title.text() == "ResNet-34"
    assert gallery.count.text() == f"{len(shown(gallery))} of {len(PRESETS)} presets"


def test_where_nothing_is_found_that_is_said(qtbot: QtBot, gallery: Gallery) -> None:
    qtbot.keyClicks(gallery.search, "no such thing")
    assert shown(gallery) == []
    assert gallery.grid._empty.isVisible()
    assert gallery.grid._empty.text() == NOTHING
    assert gallery.details.isHidden()
    with qtbot.assertNotEmitted(gallery.open_requested):
        qtbot.keyClick(gallery.search, Key.Key_Return)
    qtbot.keyClick(gallery.search, Key.Key_Escape)
    assert sorted(shown(gallery)) == sorted(PRESETS)
    assert gallery.details.isVisible()


@pytest.mark.parametrize("order", ORDERS[1:5], ids=lambda order: order.id)
def test_cards_stand_in_the_order_that_is_chosen(
    qtbot: QtBot, gallery: Gallery, order: object
) -> None:
    sort_by(qtbot, gallery, order.id)  # type: ignore[attr-defined]
    up = [order.key(preset(name)) for name in shown(gallery)]  # type: ignore[attr-defined]
    assert up == sorted(up)
    qtbot.mouseClick(gallery.direction, Qt.MouseButton.LeftButton)
    down = [order.key(preset(name)) for name in shown(gallery)]  # type: ignore[attr-defined]
    assert down == sorted(down, reverse=True)


# --- moving and opening ------------------------------------------------------------------------


def test_arrows_move_over_the_cards_and_enter_opens(qtbot: QtBot, gallery: Gallery) -> None:
    sort_by(qtbot, gallery, "year")
    order = shown(gallery)
    tops = [gallery.grid.cards[name].y() for name in order]
    columns = tops.count(tops[0])
    assert columns > 1
    qtbot.keyClick(gallery.search, Key.Key_Down)
    for key, at in (
        (Key.Key_Home, 0), (Key.Key_Right, 1), (Key.Key_Down, 1 + columns), (Key.Key_Left, columns),
        (Key.Key_Up, 0), (Key.Key_Up, 0), (Key.Key_Left, 0), (Key.Key_End, len(order) - 1),
    ):  # fmt: skip
        qtbot.keyClick(gallery.grid.cards[focused(gallery)], key)
        assert focused(gallery) == order[at]
        assert gallery.details.choice == Choice(preset(order[at]))
    last = gallery.grid.cards[order[-1]]
    args = asked(qtbot, gallery.open_requested, lambda: qtbot.keyClick(last, Key.Key_Return))
    assert args == [order[-1], {}]


def test_the_card_with_the_focus_is_in_view(qtbot: QtBot, gallery: Gallery) -> None:
    qtbot.keyClick(gallery.search, Key.Key_Down)
    for key in (Key.Key_End, Key.Key_PageUp, Key.Key_Home, Key.Key_PageDown):
        card = gallery.grid.cards[focused(gallery)]
        qtbot.keyClick(card, key)
        card = gallery.grid.cards[focused(gallery)]
        top = card.mapTo(gallery.grid.viewport(), QPoint(0, 0)).y()
        assert top >= 0
        assert top + card.height() <= gallery.grid.viewport().height()


def test_letters_typed_on_a_card_go_to_the_search(qtbot: QtBot, gallery: Gallery) -> None:
    qtbot.keyClick(gallery.search, Key.Key_Down)
    qtbot.keyClick(gallery.grid.cards[focused(gallery)], "v")
    assert gallery.search.text() == "v"
    assert gallery.search.hasFocus()


def test_enter_in_the_search_opens_the_best(qtbot: QtBot, gallery: Gallery) -> None:
    qtbot.keyClicks(gallery.search, "resnet18")
    enter = asked(
        qtbot, gallery.open_requested, lambda: qtbot.keyClick(gallery.search, Key.Key_Return)
    )
    assert enter == ["resnet18", {}]


def test_a_click_chooses_and_a_double_click_opens(qtbot: QtBot, gallery: Gallery) -> None:
    for name, card in gallery.grid.cards.items():
        with qtbot.assertNotEmitted(gallery.open_requested):
            qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
        assert card.isChecked()
        assert gallery.details.title.text() == PRESETS[name].title
        double = partial(qtbot.mouseDClick, card, Qt.MouseButton.LeftButton)
        assert asked(qtbot, gallery.open_requested, double) == [name, {}]


def test_only_the_chosen_card_is_reached_by_tab(gallery: Gallery) -> None:
    by_tab = [
        name
        for name, card in gallery.grid.cards.items()
        if card.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert by_tab == [gallery.grid.current.id if gallery.grid.current else ""]


# --- details -----------------------------------------------------------------------------------


def field(gallery: Gallery, name: str) -> QLineEdit:
    line = gallery.details.form.findChild(QLineEdit, name)
    assert isinstance(line, QLineEdit)
    return line


def test_it_is_opened_with_the_parameters_that_were_changed(qtbot: QtBot, gallery: Gallery) -> None:
    qtbot.keyClicks(gallery.search, "resnet18")
    details = gallery.details
    type_into(qtbot, field(gallery, "classes"), "37")
    args = asked(qtbot, gallery.open_requested, details.open.click)
    assert args == ["resnet18", {"classes": 37}]
    type_into(qtbot, field(gallery, "classes"), "1000")
    assert details.choice == Choice(preset("resnet18"))


def test_figures_and_accuracy_follow_the_parameters(qtbot: QtBot, gallery: Gallery) -> None:
    qtbot.keyClicks(gallery.search, "vgg16")
    table = gallery.details.table
    assert "138,357,544" in table.text()
    assert "71.592" in table.text()
    box = gallery.details.form.findChild(QCheckBox, "batch_norm")
    assert isinstance(box, QCheckBox)
    box.click()
    assert "138,365,992" in table.text()
    assert "73.36 %" in table.text()
    type_into(qtbot, field(gallery, "classes"), "10")
    assert "none is published" in table.text()


def test_the_name_of_a_variant_brings_its_parameters(qtbot: QtBot, gallery: Gallery) -> None:
    qtbot.keyClicks(gallery.search, "vgg16_bn")
    args = asked(
        qtbot, gallery.open_requested, lambda: qtbot.keyClick(gallery.search, Key.Key_Return)
    )
    assert args == ["vgg16", {"batch_norm": True}]


@pytest.mark.parametrize(
    ("id", "name", "value", "reason"),
    [
        ("resnet18", "classes", "0", "at least 1"),
        ("densenet40", "depth", "41", "depth"),  # the form takes it; the network cannot be made
    ],
)
def test_nothing_is_done_with_a_value_that_is_refused(
    qtbot: QtBot, gallery: Gallery, id: str, name: str, value: str, reason: str
) -> None:
    gallery.set_drawing(True)
    qtbot.keyClicks(gallery.search, id)
    details, line = gallery.details, field(gallery, name)
    sound = line.text()
    type_into(qtbot, line, value)
    assert reason in details.note.text()
    assert details.note.isVisible()
    buttons = (details.open, details.compare, details.insert)
    assert not any(button.isEnabled() for button in buttons)
    with qtbot.assertNotEmitted(gallery.open_requested):
        qtbot.keyClick(gallery.search, Key.Key_Return)
        qtbot.keyClick(gallery.grid.cards[id], Key.Key_Return)
    type_into(qtbot, line, sound)
    assert all(button.isEnabled() for button in buttons)
    assert details.note.isHidden()


def test_parameters_are_kept_while_others_are_looked_at(qtbot: QtBot, gallery: Gallery) -> None:
    qtbot.keyClicks(gallery.search, "resnet")

    def click(card: PresetCard) -> None:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)

    click(gallery.grid.cards["resnet18"])
    type_into(qtbot, field(gallery, "classes"), "37")
    click(gallery.grid.cards["resnet34"])
    assert field(gallery, "classes").text() == "1000"
    click(gallery.grid.cards["resnet18"])
    assert field(gallery, "classes").text() == "37"
    assert gallery.details.choice == Choice(preset("resnet18"), {"classes": 37})


def test_tab_goes_through_the_parameters_before_the_buttons(gallery: Gallery) -> None:
    gallery.search.setText("resnet18")
    details = gallery.details
    lines = [row.field.line for row in details.form.rows if isinstance(row.field, TextField)]
    order: list[QWidget] = []
    widget = details.paper.nextInFocusChain()
    while widget is not None and widget is not details.paper:
        order.append(widget)
        widget = widget.nextInFocusChain()
    wanted = [*lines, details.open, details.compare, details.insert]
    assert sorted(wanted, key=order.index) == wanted


def test_sorting_keeps_the_chosen_card_in_view(qtbot: QtBot, gallery: Gallery) -> None:
    qtbot.mouseClick(gallery.grid.cards["alexnet"], Qt.MouseButton.LeftButton)
    sort_by(qtbot, gallery, "accuracy")
    card, room = gallery.grid.cards["alexnet"], gallery.grid.viewport()
    top = card.mapTo(room, QPoint(0, 0)).y()
    assert card.isChecked()
    assert 0 <= top <= room.height() - card.height()


def test_sorting_lights_the_first_where_the_first_was_lit(qtbot: QtBot, gallery: Gallery) -> None:
    sort_by(qtbot, gallery, "parameters")
    for _ in range(2):
        assert gallery.grid.current == preset(shown(gallery)[0])
        gallery.direction.click()


def test_the_paper_is_opened_by_a_click_only(
    gallery: Gallery, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    for published in PRESETS.values():
        gallery.details.show_preset(published)
        assert escape(published.paper) in gallery.details.paper.text()
    assert opened == []
    gallery.details.paper.linkActivated.emit(preset("resnet18").link)
    assert opened == [QUrl(preset("resnet18").link)]


def test_inserting_needs_a_drawing(qtbot: QtBot, gallery: Gallery) -> None:
    insert = gallery.details.insert
    assert not insert.isEnabled()
    gallery.set_drawing(True)
    assert insert.isEnabled()
    assert asked(qtbot, gallery.insert_requested, insert.click) == [gallery.grid.current.id, {}]  # type: ignore[union-attr]


# --- comparing ---------------------------------------------------------------------------------


def comparison_of(gallery: Gallery, id: str) -> Comparison:
    gallery.search.setText(id)
    gallery.details.compare.click()
    assert gallery.comparison is not None
    return gallery.comparison


def test_a_preset_is_compared_with_the_next_of_its_family(gallery: Gallery) -> None:
    comparison = comparison_of(gallery, "resnet18")
    assert [c.preset.id for c in comparison.pair] == ["resnet18", "resnet34"]
    assert "× 1.86" in comparison.costs.text()
    assert "BasicBlock ×3" in comparison.stages.text()
    assert "Conv2d" in comparison.kinds.text()


def test_either_side_can_be_another_and_the_two_exchanged(gallery: Gallery) -> None:
    comparison = comparison_of(gallery, "resnet18")
    right = comparison.choices[1]
    right.setCurrentIndex(right.findData("lenet5"))
    right.activated.emit(right.currentIndex())
    assert "only on the left" in comparison.kinds.text()
    comparison.swap.click()
    assert [c.preset.id for c in comparison.pair] == ["lenet5", "resnet18"]
    assert "only on the right" in comparison.kinds.text()


def test_changed_parameters_are_compared_with_the_defaults(gallery: Gallery) -> None:
    comparison = comparison_of(gallery, "vgg16_bn")
    assert comparison.pair == (
        Choice(preset("vgg16"), {"batch_norm": True}),
        Choice(preset("vgg16")),
    )
    for told in ("138,365,992", "138,357,544", "nearly the same", "−1.768 points"):
        assert told in comparison.costs.text()


def test_changed_parameters_are_opened_from_the_comparison(qtbot: QtBot, gallery: Gallery) -> None:
    comparison = comparison_of(gallery, "vgg16_bn")
    comparison.swap.click()
    args = asked(qtbot, gallery.open_requested, comparison.opens[1].click)
    assert args == ["vgg16", {"batch_norm": True}]


def test_blocks_that_differ_are_told_and_others_not(gallery: Gallery) -> None:
    comparison = comparison_of(gallery, "resnet56_cifar")
    comparison.show_pair(Choice(preset("resnet56_cifar")), Choice(preset("preact_resnet56_cifar")))
    assert "PreActivationBlock<" in comparison.insides.text()
    assert comparison.insides.isVisible()
    comparison.show_pair(Choice(preset("resnet18")), Choice(preset("resnet34")))
    assert comparison.insides.isHidden()


def test_ratios_below_one_are_read_as_divisions(gallery: Gallery) -> None:
    comparison = comparison_of(gallery, "unet_classic")
    comparison.show_pair(Choice(preset("unet_classic")), Choice(preset("lenet5")))
    assert "÷ 503" in comparison.costs.text()
    assert "× 0" not in comparison.costs.text()


def test_the_training_step_follows_the_batch(gallery: Gallery) -> None:
    comparison = comparison_of(gallery, "resnet18")
    before = comparison.costs.text()
    comparison.batch.setCurrentIndex(BATCHES.index(256))
    comparison.batch.activated.emit(BATCHES.index(256))
    assert comparison.costs.text() != before


def test_escape_goes_back_step_by_step(qtbot: QtBot, gallery: Gallery) -> None:
    comparison = comparison_of(gallery, "resnet18")
    assert comparison.isVisible()
    qtbot.keyClick(comparison.choices[1], Key.Key_Escape)
    assert not comparison.isVisible()
    assert focused(gallery) == "resnet18"
    qtbot.keyClick(gallery.grid.cards["resnet18"], Key.Key_Escape)
    assert gallery.search.text() == ""
    assert len(shown(gallery)) == len(PRESETS)


def test_a_side_is_opened_from_the_comparison(qtbot: QtBot, gallery: Gallery) -> None:
    comparison = comparison_of(gallery, "resnet18")
    assert asked(qtbot, gallery.open_requested, comparison.opens[1].click) == ["resnet34", {}]


# --- looks -------------------------------------------------------------------------------------


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=lambda t: t.name)
def test_every_card_shows_a_figure_in_the_colours_of_its_families(
    gallery: Gallery, colours: theme.Theme
) -> None:
    before = theme.current()
    theme.apply(colours)
    try:
        blue = theme.family_colour(colours, "Convolution").rgb()
        for name, card in gallery.grid.cards.items():
            picture = card.grab().toImage()
            assert any(_near(picture, x, y, blue) for x, y in _points(picture)), name
    finally:
        theme.apply(before)


def _points(picture: QImage) -> list[tuple[int, int]]:
    return [(x, y) for y in range(10, 115, 4) for x in range(picture.width())]


def _near(picture: QImage, x: int, y: int, wanted: int) -> bool:
    got = picture.pixel(x, y)
    return all(abs((got >> s & 255) - (wanted >> s & 255)) < 24 for s in (0, 8, 16))
