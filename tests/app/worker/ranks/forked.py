"""Several processes that learn together, forked from this one, so that none has to begin anew."""

from __future__ import annotations

import os
import secrets
import socket
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress

import torch

from app.runs.folder import RunFolder
from app.training.messages import Start
from app.worker.commands import Commands
from app.worker.errors import RunError
from app.worker.ranks.following import Follower
from app.worker.ranks.group import Group
from app.worker.server import conduct
from app.worker.starting import begin
from tests.app.worker.killing import React, Reacting, silent


def train(run: RunFolder, react: React = silent, *, resume: bool = True) -> None:
    """Trains a run in as many processes as its recipe asks for, from where it stands."""
    import msgspec

    start = msgspec.structs.replace(run.start(), resume=resume)
    each(start.recipe.processes, lambda group: _take_part(start, group, react))


def each(count: int, do: Callable[[Group], None]) -> None:
    """Has something done by so many processes of one group; it must come to a good end in all."""
    port = free_port()
    sys.stdout.flush()
    sys.stderr.flush()
    processes = [_forked(rank, count, port, do) for rank in range(count)]
    codes = [os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) for process in processes]
    assert codes == [0] * count


def free_port() -> int:
    """A port that the system gives to nobody who asks it for any, so that it stays free."""
    while True:
        port = 10_000 + secrets.randbelow(20_000)
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


def _forked(rank: int, count: int, port: int, do: Callable[[Group], None]) -> int:
    process = os.fork()
    if process:
        return process
    code = 1
    try:
        os.environ |= {
            "RANK": str(rank),
            "WORLD_SIZE": str(count),
            "MASTER_ADDR": "127.0.0.1",
            "MASTER_PORT": str(port),
        }
        torch.set_num_threads(1)
        do(Group(torch.device("cpu")))
        code = 0
    except BaseException:  # pytest must not go on in here
        traceback.print_exc()
    finally:
        os._exit(code)


def _take_part(start: Start, group: Group, react: React) -> None:
    commands = Commands()
    commands.take(start)
    job = commands.wait_for_job()
    assert job is not None
    if not group.leads:
        feed, learner, _ = begin(job, group)
        Follower(start, learner, feed, group).follow()
    elif conduct(job, commands, Reacting(react, commands), group) is None:
        raise RunError("The run has failed.")
