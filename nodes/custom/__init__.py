"""Layers that a person writes inside the application: read as text, never run in this process."""

from __future__ import annotations

from nodes.custom.known import KNOWN, Answer, CodeError, Fault, Known, Question, Unanswered
from nodes.custom.layer import CustomLayer
from nodes.custom.reading import MAX_SOURCE, Declaration, SourceError, declare

__all__ = [
    "KNOWN",
    "MAX_SOURCE",
    "Answer",
    "CodeError",
    "CustomLayer",
    "Declaration",
    "Fault",
    "Known",
    "Question",
    "SourceError",
    "Unanswered",
    "declare",
]
