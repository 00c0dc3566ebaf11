"""A preset with the parameters that somebody chose for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from app.gallery.facts import Facts, work_out
from app.gallery.resource import facts
from nodes.spec import Value
from presets import Accuracy, Preset


@dataclass(frozen=True)
class Choice:
    """A preset, and those of its parameters that differ from their defaults."""

    preset: Preset
    values: Mapping[str, Value] = field(default_factory=dict)

    def with_value(self, name: str, value: Value) -> Choice:
        return Choice(self.preset, self.preset.changed({**self.values, name: value}))

    @property
    def title(self) -> str:
        """“VGG-16, batch_norm=true”."""
        return ", ".join(filter(None, (self.preset.title, self.settings)))

    @property
    def settings(self) -> str:
        """“batch_norm=true, classes=10”."""
        return ", ".join(f"{name}={_told(value)}" for name, value in self.values.items())

    @property
    def accuracy(self) -> Accuracy | None:
        return self.preset.accuracy_with(self.values)

    @cached_property
    def facts(self) -> Facts:
        """What it comes to: read for the defaults, and else worked out.

        Raises:
            ParameterError: a parameter is refused.
            UnsoundError: the network that they make has a problem.
        """
        return work_out(self.preset, self.values) if self.values else facts(self.preset)


def _told(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "×".join(map(str, value)) if isinstance(value, tuple) else str(value)
