"""Who gives the commands: the parent, or one window after the other that comes by the door."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from app.training.frames import CommandReader, ProtocolError
from app.training.messages import Command
from app.worker.commands import Commands
from app.worker.door import Door, Visitor
from app.worker.outbox import Outbox

PATIENCE = 120.0  # seconds until a worker ends that was launched by a window which never came


def from_parent(take: Callable[[Command], None]) -> None:
    """Takes commands from stdin until the parent closes it or dies."""
    try:
        CommandReader().hand_on(partial(os.read, 0), take)
    except ProtocolError as error:
        print(error, file=sys.stderr, flush=True)
        os._exit(2)


def serve(commands: Commands, outbox: Outbox, door: Door, file: Path | None) -> None:
    """In a thread of its own: ends the process when nobody is there and nothing goes on.

    The first is the parent, or with a `file` for the door to stand at whoever comes in there.
    """
    if file is None:
        from_parent(commands.take)
        outbox.detach()
    else:
        door.stand_at(file)
        first = door.wait(PATIENCE)
        if first is None:
            os._exit(0)
        door.stand_at(None)
        _attend(first, commands, outbox)
    while commands.desert():
        later = door.wait()
        assert later is not None
        _attend(later, commands, outbox)
    os._exit(0)


def _attend(visitor: Visitor, commands: Commands, outbox: Outbox) -> None:
    commands.attend()
    with visitor.socket as connected, connected.makefile("wb", 0) as out:
        outbox.attach(out)
        try:
            for command in visitor.said:
                commands.take(command)
            visitor.reader.hand_on(connected.recv, commands.take)
        except ProtocolError as error:
            print(error, file=sys.stderr, flush=True)
        except OSError:
            pass  # it has died
        outbox.detach()
        _hang_up(connected)


def _hang_up(connected: socket.socket) -> None:
    with suppress(OSError):  # where it has gone without a word
        connected.shutdown(socket.SHUT_RDWR)  # the thread that writes may still be at it
