"""The command loop: one run after the other, and looks at the last one in between."""

from __future__ import annotations

import gc
import math
import traceback

import torch

from app.data.digits import digits
from app.training.messages import Finished, Ready
from app.worker.commands import Commands, Deserted, Job
from app.worker.devices import available, leave_a_core, memory
from app.worker.errors import RunError, Stopped, explain
from app.worker.export import serve_exports
from app.worker.finder import Finder
from app.worker.keeper import keeper_of
from app.worker.looking import Look, Shown
from app.worker.loop import Run
from app.worker.outbox import Outbox
from app.worker.parts import Keeper
from app.worker.ranks.group import ALONE, Alone, LostError
from app.worker.ranks.launching import in_several, train_together
from app.worker.results.clerk import decline
from app.worker.results.reviewing import Reviewed
from app.worker.starting import prepare


def serve(commands: Commands, outbox: Outbox) -> None:
    """Serves until nobody is there and nothing is left to do."""
    devices = available()
    outbox.send(Ready(str(torch.__version__), devices, tuple(memory(d) for d in devices)))
    digits()  # while nothing is asked for yet, so that the first run starts at once
    attend(commands, outbox)


def attend(commands: Commands, outbox: Outbox, run: Run | Shown | None = None) -> None:
    """The same with a network that is there already."""
    while True:
        try:
            job = commands.wait_for_job()
        except Deserted:
            return
        if job is None:
            serve_exports(commands, outbox, run.trained if run is not None else None)
            if commands.looks_elsewhere():
                run = _look(run)
            if run is not None:
                run.clerk.answer(lambda: commands.idle)
            else:
                decline(commands, outbox)
            continue
        if run is not None:
            run.clerk.close("Another run has begun.")
        run = None
        _free_memory()
        outbox.forget()
        run = conduct(job, commands, outbox)


def conduct(
    job: Job, commands: Commands, outbox: Outbox, ranks: Alone = ALONE
) -> Run | Shown | None:
    """Trains, or only shows; answers the start with one Finished or Failed, whatever happens.

    Of several processes, `ranks`, this is the one that leads; others are started where the recipe
    asks for them.
    """
    if ranks is ALONE and in_several(job):
        job.taken()
        train_together(job, commands, outbox)
        return None
    leave_a_core(ranks.place.count)  # the run before may have had its own number of threads
    try:
        keeper = keeper_of(job.start, outbox)
    except RunError as error:
        outbox.send(explain(error, job.start, job.doing))
        return None
    finally:
        job.taken()
    try:
        return _answered(job, commands, outbox, keeper, ranks)
    except LostError:
        traceback.print_exc()  # whoever has started the processes tells what there is to tell
        return None
    finally:
        keeper.close()


def _answered(
    job: Job, commands: Commands, outbox: Outbox, keeper: Keeper, ranks: Alone
) -> Run | Shown | None:
    run: Run | Shown | None = None
    try:
        job.check()
        if job.find is not None:
            outbox.send(Finder(job, job.find, outbox).find())
            return None
        if job.review is not None:
            run = Reviewed(job, job.review, commands, outbox)
        elif job.start.recipe.looks:
            run = Look(job, commands, outbox)
        else:
            run = prepare(job, commands, outbox, keeper, ranks)
        finished = run.train()
        run.show()
    except Stopped:  # before the first step
        outbox.send(Finished(0, 0, True, math.nan, math.nan, math.nan, 0.0, 0.0))
    except LostError:
        raise
    except Exception as error:  # the network's own code may raise anything
        outbox.send(explain(error, job.start, job.doing))
    else:
        outbox.send(finished)
        return run
    if run is not None:
        run.clerk.close("The run has ended in an error.")
    return None


def _look(run: Run | Shown | None) -> Run | Shown | None:
    """Shows other maps of a network that has been trained; it is given up if that fails."""
    try:
        if run is not None:
            run.show()
    except Exception:  # the network's own code; its run has been answered, so the log takes it
        traceback.print_exc()
        return None
    return run


def _free_memory() -> None:
    gc.collect()  # modules and tracebacks refer to each other
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
