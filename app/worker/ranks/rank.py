"""One of several processes that learn together, from when it is started to its end."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import torch

from app.worker.commands import Commands, Job
from app.worker.devices import kind_of_each, leave_a_core
from app.worker.errors import explain
from app.worker.outbox import Outbox
from app.worker.ranks.following import Follower
from app.worker.ranks.group import Group, LostError
from app.worker.ranks.link import LOST, Link
from app.worker.server import attend, conduct
from app.worker.starting import begin


def take_part(file: Path) -> None:
    """Does the run that it is told, at the place that the launcher gave it."""
    rank = int(os.environ["RANK"])
    link = Link(file, rank)
    commands = Commands()
    threading.Thread(target=link.listen, args=(commands.take,), daemon=True).start()
    job = commands.wait_for_job()
    assert job is not None  # the first that it is told is a start
    kind = kind_of_each(job.start.recipe)
    group = Group(torch.device("cuda", rank) if kind == "cuda" else torch.device(kind))
    if rank == 0:
        outbox = Outbox(link.out)
        threading.Thread(target=outbox.run, daemon=True).start()
        attend(commands, outbox, conduct(job, commands, outbox, group))
    else:
        sys.exit(_follow(job, group, link))


def _follow(job: Job, group: Group, link: Link) -> int:
    """The exit code."""
    try:
        leave_a_core(group.place.count)
        feed, learner, _ = begin(job, group)
        Follower(job.start, learner, feed, group).follow()
    except LostError as error:
        print(error, file=sys.stderr, flush=True)
        return LOST
    except Exception as error:  # the network's own code may raise anything
        link.tell(explain(error, job.start, job.doing))
        return 1
    group.end()
    return 0
