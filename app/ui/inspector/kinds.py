"""The field for each kind of parameter."""

from __future__ import annotations

from app.ui.inspector.fields import CheckField, ChoiceField, ExpressibleField, Field, TextField
from app.ui.inspector.initialiser import InitialiserField
from nodes.spec import Kind, Param


def field(param: Param) -> Field:
    """A new field for this parameter."""
    match param.kind:
        case Kind.BOOL if not param.optional:
            return ExpressibleField(CheckField(param), TextField(param))
        case Kind.BOOL | Kind.CHOICE:
            return ExpressibleField(ChoiceField(param), TextField(param))
        case Kind.INIT:
            return ExpressibleField(InitialiserField(param), TextField(param))
    return TextField(param)
