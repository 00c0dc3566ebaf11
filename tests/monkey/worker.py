"""Stands in for the training process: speaks its protocol, and is done at once without torch."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from app.training.frames import CommandReader, encode
from app.training.messages import (
    BY_DOOR,
    Adopt,
    AdoptFailed,
    Command,
    Event,
    Examine,
    Examined,
    Export,
    ExportFailed,
    Failed,
    Finished,
    Pause,
    Paused,
    Ready,
    Resume,
    Resumed,
    Start,
    Started,
    Steps,
    Stop,
    Welcome,
)
from app.worker.door import Door

_PATIENCE = 120.0  # seconds


Answer = Callable[[Event], None]


def main() -> None:
    if sys.argv[1:2] != [BY_DOOR]:
        _serve(CommandReader(), (), partial(os.read, 0), _print)
        return
    door = Door()
    door.stand_at(Path(sys.argv[2]))
    if (visitor := door.wait(_PATIENCE)) is not None:
        window = visitor.socket

        def tell(event: Event) -> None:
            window.sendall(encode(event))

        tell(Welcome(""))
        with suppress(OSError):  # the window has gone
            _serve(visitor.reader, visitor.said, window.recv, tell)


def _serve(
    reader: CommandReader, said: Iterable[Command], read: Callable[[int], bytes], tell: Answer
) -> None:
    chance = random.Random(0)
    tell(Ready("2", ("cpu",), (1 << 30,)))
    for command in said:
        _answer(command, chance, tell)
    while data := read(1 << 16):
        for command in reader.read(data):
            _answer(command, chance, tell)


def _answer(command: Command, chance: random.Random, tell: Answer) -> None:
    match command:
        case Start():
            tell(Started("cpu", ("a", "b"), 10, 10, 10, 100, "Ten images."))
            tell(Steps(0, (2.0, 1.5, 1.0), 1, 0.1, 100.0, 1.0, 0.0))
            if chance.random() < 0.2:
                tell(Failed("Memory ran out. Take a smaller batch.", lines=(3, 5)))
            elif chance.random() < 0.4:
                tell(_finished(stopped=False))
        case Pause():
            tell(Paused())
        case Resume():
            tell(Resumed())
        case Stop():
            tell(_finished(stopped=True))
        case Export():
            tell(ExportFailed(command.path, "There is no torch here."))
        case Adopt():
            tell(AdoptFailed("This file holds no weights."))
        case Examine():
            tell(Examined(fault="it is not run here.", line=1))


def _finished(*, stopped: bool) -> Finished:
    return Finished(1, 10, stopped, 1.0, 1.0, 0.5, 1.0, 0.0)


def _print(event: Event) -> None:
    sys.stdout.buffer.write(encode(event))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
