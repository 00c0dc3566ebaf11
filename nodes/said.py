"""Sentences with named places."""

from __future__ import annotations


def say(template: str, /, **values: object) -> str:
    """A finished sentence: `say("{node} has no input", node=name)`.

    The same as an f-string, for where the same place is needed twice or the template is long.
    """
    return template.format_map(values)
