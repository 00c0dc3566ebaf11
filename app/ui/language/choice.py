"""Chooses the language, and tells the widgets that are there already."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.ui import settings
from app.ui.language import texts
from app.ui.language.reading import read_table
from app.ui.language.retelling import retell

SYSTEM = ""  # the name of no language: what the desktop speaks
LANGUAGES = {"en": "English", "zh_CN": "简体中文"}

_spoken = "en"
_qt = QTranslator()  # Qt's own words, such as those on the buttons of its dialogs


def spoken() -> str:
    """The language in force, one of LANGUAGES."""
    return _spoken


def wanted() -> str:
    """The language that was chosen, or that of the system where none was."""
    chosen = settings.language()
    if chosen in LANGUAGES:
        return chosen
    return "zh_CN" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def choose(language: str) -> None:
    """A language by its name, or SYSTEM; it is spoken from now on."""
    settings.set_language(language)
    use(wanted())


def use(language: str) -> None:
    """Speak another language from now on, in every window that is open too."""
    global _spoken  # the one truth about the language
    if language == _spoken:
        return
    _spoken = language
    texts.use_table({} if language == "en" else read_table(language))
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    application.removeTranslator(_qt)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language != "en" and _qt.load(f"qtbase_{language}", folder):
        application.installTranslator(_qt)
    retell(application)
