"""Stands in for the training process: speaks its protocol, and is done at once without torch."""

from __future__ import annotations

import os
import random
import sys

from app.training.frames import CommandReader, encode
from app.training.messages import (
    Adopt,
    AdoptFailed,
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
)


def main() -> None:
    chance, reader = random.Random(0), CommandReader()
    _tell(Ready("2", ("cpu",), (1 << 30,)))
    while data := os.read(0, 1 << 16):
        for command in reader.read(data):
            match command:
                case Start():
                    _tell(Started("cpu", ("a", "b"), 10, 10, 10, 100, "Ten images."))
                    _tell(Steps(0, (2.0, 1.5, 1.0), 1, 0.1, 100.0, 1.0, 0.0))
                    if chance.random() < 0.2:
                        _tell(Failed("Memory ran out. Take a smaller batch.", lines=(3, 5)))
                    elif chance.random() < 0.4:
                        _tell(_finished(stopped=False))
                case Pause():
                    _tell(Paused())
                case Resume():
                    _tell(Resumed())
                case Stop():
                    _tell(_finished(stopped=True))
                case Export():
                    _tell(ExportFailed(command.path, "There is no torch here."))
                case Adopt():
                    _tell(AdoptFailed("This file holds no weights."))
                case Examine():
                    _tell(Examined(fault="it is not run here.", line=1))


def _finished(*, stopped: bool) -> Finished:
    return Finished(1, 10, stopped, 1.0, 1.0, 0.5, 1.0, 0.0)


def _tell(event: Event) -> None:
    sys.stdout.buffer.write(encode(event))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
