"""Which language the interface speaks."""

from __future__ import annotations

from app.ui import language, settings
from app.ui.actions.spec import ActionSpec, Callback, Condition


def _speak(name: str) -> Callback:
    return lambda w: language.choose(name)


def _chosen(name: str) -> Condition:
    return lambda w: settings.language() == name


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("language.system", "&System", "", _speak(language.SYSTEM),
               tip="The language that the desktop speaks", checked=_chosen(language.SYSTEM)),
    ActionSpec("language.english", "&English", "", _speak("en"), checked=_chosen("en")),
    ActionSpec("language.chinese", "简体中文", "", _speak("zh_CN"), checked=_chosen("zh_CN")),
)  # fmt: skip
