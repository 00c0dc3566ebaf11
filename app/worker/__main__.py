"""`python -m app.worker`: commands on stdin, events on stdout, a log on stderr.

It trains; with `door FILE` for whoever comes by the door that it tells of in that file. As
`python -m app.worker layers` it runs custom layers, so that one that hangs or crashes takes no
training with it, as `python -m app.worker weights` it reads files with weights, and as
`python -m app.worker data` it looks into data and downloads it. Torch's launcher starts it with
`rank FILE` as one of several processes that train together.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO

from app.training.messages import BY_DOOR, DATA, LAYERS, WEIGHTS, Adopt, Command, Examine
from app.worker import visits
from app.worker.commands import Commands
from app.worker.door import Door
from app.worker.outbox import Outbox
from app.worker.ranks.link import RANK


def main() -> None:
    out = os.fdopen(os.dup(1), "wb", 0)
    os.dup2(2, 1)  # whatever else prints, prints into the log
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    if sys.argv[1:] == [LAYERS]:
        _examine(out)
    elif sys.argv[1:] == [WEIGHTS]:
        _adopt(out)
    elif sys.argv[1:] == [DATA]:
        _look_into_data(out)
    elif sys.argv[1:2] == [RANK]:
        _take_part(Path(sys.argv[2]))
    elif sys.argv[1:2] == [BY_DOOR]:
        _train(None, Path(sys.argv[2]))
    else:
        _train(out)


def _train(out: BinaryIO | None, file: Path | None = None) -> None:
    door = Door()
    outbox = Outbox(out, door.stand_in)
    commands = Commands(outbox.send)
    visitors = commands, outbox, door, file
    threading.Thread(target=visits.serve, args=visitors, daemon=True).start()
    threading.Thread(target=outbox.run, daemon=True).start()

    _want_same_bits()
    # torch takes a second to import, in which the threads already answer for the process
    from app.worker.server import serve

    serve(commands, outbox)
    os._exit(0)


def _take_part(file: Path) -> None:
    _want_same_bits()
    from app.worker.ranks.rank import take_part

    take_part(file)


def _want_same_bits() -> None:
    """Without this cublas has no kernels that give the same bits again; it is read only once."""
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")


def _examine(out: BinaryIO) -> None:
    questions: SimpleQueue[Examine] = SimpleQueue()

    def take(command: Command) -> None:
        if isinstance(command, Examine):
            questions.put(command)

    threading.Thread(target=_read, args=(take,), daemon=True).start()

    from app.worker.layers import serve

    serve(questions, out)


def _adopt(out: BinaryIO) -> None:
    wishes: SimpleQueue[Adopt] = SimpleQueue()

    def take(command: Command) -> None:
        if isinstance(command, Adopt):
            wishes.put(command)

    threading.Thread(target=_read, args=(take,), daemon=True).start()

    from app.worker.adopting import serve

    serve(wishes, out)


def _look_into_data(out: BinaryIO) -> None:
    from app.worker.studio import Studio

    studio = Studio(out)
    threading.Thread(target=_read, args=(studio.take,), daemon=True).start()
    studio.serve()


def _read(take: Callable[[Command], None]) -> None:
    """Takes commands until the parent closes the pipe or dies; then the process ends at once."""
    visits.from_parent(take)
    os._exit(0)


if __name__ == "__main__":
    main()
