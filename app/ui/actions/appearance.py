"""Which colours the window has, and how large it is."""

from __future__ import annotations

from app.ui import appearance, scale, settings, theme
from app.ui.actions.spec import ActionSpec, Callback, Condition


def _theme(name: str) -> Callback:
    return lambda w: appearance.choose(name)


def _chosen(name: str) -> Condition:
    return lambda w: settings.theme() == name


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("appearance.system", "&System", "", _theme(appearance.SYSTEM),
               tip="The colours that the desktop asks for", checked=_chosen(appearance.SYSTEM)),
    ActionSpec("appearance.light", "&Light", "", _theme(theme.LIGHT.name), "sun",
               checked=_chosen(theme.LIGHT.name)),
    ActionSpec("appearance.dark", "&Dark", "", _theme(theme.DARK.name), "moon",
               checked=_chosen(theme.DARK.name)),
    ActionSpec("appearance.contrast_light", "&High Contrast Light", "",
               _theme(theme.CONTRAST_LIGHT.name), tip="Black on white",
               checked=_chosen(theme.CONTRAST_LIGHT.name)),
    ActionSpec("appearance.contrast_dark", "High &Contrast Dark", "",
               _theme(theme.CONTRAST_DARK.name), tip="White on black",
               checked=_chosen(theme.CONTRAST_DARK.name)),
    ActionSpec("appearance.larger", "|La&rger Interface", "Ctrl+Shift+=",
               lambda w: appearance.choose_size(scale.step(1)),
               tip="Texts, icons and fields larger, all but the canvas",
               enabled=lambda w: scale.percent() < scale.STEPS[-1]),
    ActionSpec("appearance.smaller", "S&maller Interface", "Ctrl+Shift+-",
               lambda w: appearance.choose_size(scale.step(-1)),
               tip="Texts, icons and fields smaller, all but the canvas",
               enabled=lambda w: scale.percent() > scale.STEPS[0]),
    ActionSpec("appearance.usual_size", "&Usual Size", "",
               lambda w: appearance.choose_size(100),
               tip="The interface as large as the desktop asks for",
               enabled=lambda w: scale.percent() != 100),
)  # fmt: skip
