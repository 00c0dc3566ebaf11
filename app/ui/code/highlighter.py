"""Colours for Python code, in light and dark."""

from __future__ import annotations

import builtins
import keyword
import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from app.ui import theme

_TOKEN = re.compile(
    r"(?P<comment>\#.*)"
    r"|(?P<docstring>[rRbBfF]{0,2}\"\"\")"
    r"|(?P<string>[rRbBfF]{0,2}(?:\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'))"
    r"|(?P<number>\b\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?\b)"
    r"|(?P<defined>(?<=\bclass )\w+|(?<=\bdef )\w+)"
    r"|(?P<word>[^\W\d]\w*)"
)
_BUILTINS = frozenset(name for name in dir(builtins) if name.islower()) | {"self"}
# Families of the theme that already are legible on both backgrounds and told apart.
_FAMILY = {
    "keyword": "Merge",
    "builtin": "Convolution",
    "string": "Pooling",
    "number": "Activation",
    "defined": "Linear",
}


class PythonHighlighter(QSyntaxHighlighter):
    """One pass of one expression over every line; the state says whether a docstring is open."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats: dict[str, QTextCharFormat] = {}
        self._muted = QTextCharFormat()
        self._faded = False
        self.follow_theme()

    def set_faded(self, faded: bool) -> None:
        """All in the colour of secondary text, for code that is out of date."""
        if faded != self._faded:
            self._faded = faded
            self.rehighlight()

    def follow_theme(self) -> None:
        colours = theme.current()
        for role, family in _FAMILY.items():
            self._formats[role] = QTextCharFormat()
            self._formats[role].setForeground(theme.family_colour(colours, family))
        self._formats["comment"] = QTextCharFormat()
        self._formats["comment"].setForeground(QColor(colours.muted))
        self._formats["comment"].setFontItalic(True)
        self._muted.setForeground(QColor(colours.muted))
        self._formats["keyword"].setFontWeight(QFont.Weight.Bold)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if self._faded:
            self.setFormat(0, len(text), self._muted)
            return
        at = self._docstring(text, 0) if self.previousBlockState() == 1 else 0
        while match := _TOKEN.search(text, at):
            start, at = match.span()
            role = match.lastgroup or ""
            if role == "docstring":
                at = self._docstring(text, start, at)
                continue
            if role == "word":
                role = _word(match.group())
            if role in self._formats:
                self.setFormat(start, at - start, self._formats[role])

    def _docstring(self, text: str, start: int, opened: int | None = None) -> int:
        """Colour to the closing quotes, or to the end of the line; gives where that is."""
        end = text.find('"""', start if opened is None else opened)
        self.setCurrentBlockState(1 if end < 0 else 0)
        end = len(text) if end < 0 else end + 3
        self.setFormat(start, end - start, self._formats["string"])
        return end


def _word(word: str) -> str:
    if keyword.iskeyword(word):
        return "keyword"
    return "builtin" if word in _BUILTINS else ""
