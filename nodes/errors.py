"""The errors of this package. Each says what rule was broken, by what, and how to mend it."""

from __future__ import annotations


class SkipwireError(Exception):
    """Base of every error that is meant to be read by the person at the keyboard."""


class ParameterError(SkipwireError, ValueError):
    """A parameter has a value of the wrong kind or out of bounds."""

    def __init__(self, parameter: str, reason: str) -> None:
        super().__init__(f"{parameter} {reason}")
        self.parameter = parameter
        self.reason = reason


class LayerError(SkipwireError):
    """A layer refuses its input shapes. `rule` is a stable identifier, `cure` says what to do."""

    def __init__(self, rule: str, message: str, cure: str = "") -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.cure = cure


class UnknownKindError(SkipwireError, KeyError):
    """A node names a layer or block that does not exist; the message suggests near names."""

    def __str__(self) -> str:
        return str(self.args[0])


class ExpressionError(SkipwireError, ValueError):
    """An argument expression cannot be read or evaluated."""


class EditError(SkipwireError):
    """An edit cannot be made on this network; nothing was changed."""


class DocumentError(SkipwireError):
    """A document cannot be read or written; says what is wrong and where."""
