"""The language of the interface, and how it is changed while the window is open."""

from app.ui.language.choice import LANGUAGES, SYSTEM, choose, spoken, use, wanted
from app.ui.language.texts import retold, tr, tr_help

__all__ = ["LANGUAGES", "SYSTEM", "choose", "retold", "spoken", "tr", "tr_help", "use", "wanted"]
