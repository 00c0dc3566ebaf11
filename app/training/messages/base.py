"""What all messages between the window and the worker are."""

from __future__ import annotations

import msgspec


class Message(msgspec.Struct, frozen=True, tag=True, tag_field="type"):
    """A value that is told from others by the name of its class."""
