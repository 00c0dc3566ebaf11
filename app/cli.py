"""The same pipeline without a window, as commands; or the window itself."""

from __future__ import annotations

import argparse
import dataclasses
import json
import math
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import msgspec

from app import checking, exports, printing
from app.advice import advise
from app.analysis import Report, analyse
from app.cli_parser import parser, window_parser
from app.codegen import generate
from app.gallery import listing
from app.runs.folder import RunFolder
from app.runs.listing import listing as listing_of_runs
from app.runs.place import runs_folder
from app.targets import load
from app.training.fit import fit
from app.training.messages import Start
from app.training.recipe import Recipe
from nodes import plugins
from nodes.custom import KNOWN
from nodes.errors import SkipwireError
from nodes.network.document import Document, How
from presets import PRESETS

OK, PROBLEMS, USAGE, STOPPED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 well, 1 problems in the network, 2 bad usage."""
    words = list(sys.argv[1:] if argv is None else argv)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a narrow terminal is no error
    for failure in plugins.FAILED:
        print(f"skipwire: {failure}", file=sys.stderr)
    commands = {
        "presets": _presets,
        "check": _check,
        "code": _code,
        "export": _export,
        "train": _train,
        "runs": _runs,
        "weights": _weights,
    }
    try:
        if words and words[0] in commands:
            status = commands[words[0]](parser().parse_args(words))
            print(end="", flush=True)  # here, where a full disk or a closed pipe can be told
            return status
        return _window(window_parser().parse_args(words))
    except SkipwireError as error:
        return _refuse(str(error))
    except BrokenPipeError:  # the reader of our output has gone: nothing is left to say
        _drop_output()
        return OK
    except OSError as error:
        _drop_output()
        return _refuse(f"{error.strerror or error}.")
    except KeyboardInterrupt:
        return STOPPED


def _refuse(reason: str, status: int = USAGE) -> int:
    print(f"skipwire: {' '.join(reason.split())}", file=sys.stderr)
    return status


def _drop_output() -> None:
    """What is still buffered goes nowhere, or the interpreter would fail on it when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _loaded(options: argparse.Namespace) -> tuple[Document, Report]:
    """What a command is about, and its report; code in a file runs only where that is wanted."""
    document = load(options.target, options.settings)
    custom = document.network.custom_by_name
    if not custom:
        return document, analyse(document.network)
    if not options.trust:
        raise SkipwireError(
            f"“{options.target}” carries code of its own ({', '.join(custom)}), which is not run "
            "unasked. Read it, and add --trust if you know what it does."
        )
    from app.training.examiner import Examiner, examined

    KNOWN.trust(layer.fingerprint for layer in custom.values())
    with Examiner() as examiner:
        return document, examined(document.network, examiner)


def _window(options: argparse.Namespace) -> int:
    document = load(options.target, options.settings) if options.target else None
    if options.settings and document is None:
        window_parser().error("--set needs a preset to set")
    from app.ui.application import run  # Qt is loaded only where a window is wanted

    return run(document, options.target)


def _presets(options: argparse.Namespace) -> int:
    if options.json:
        _print_json([listing.plain(preset) for preset in PRESETS.values()])
    else:
        print(*listing.table(tuple(PRESETS.values())), sep="\n")
    return OK


def _check(options: argparse.Namespace) -> int:
    document, report = _loaded(options)
    network = document.network
    recipe = Recipe.read(document.recipe)
    if options.batch_size is not None:
        recipe = msgspec.structs.replace(recipe, batch_size=max(options.batch_size, 1))
    devices = {} if options.memory is None else {"the device": options.memory}
    found = fit(report.memory, msgspec.structs.replace(recipe, device="auto"), devices)
    advice = advise(network, report, options.no_advice, recipe.batch_size)
    if options.json:
        _print_json(checking.values(network, report, found, advice))
    else:
        for line in checking.lines(network, report, found, recipe.batch_size, advice):
            print(line)
    return OK if report.ok else PROBLEMS


def _tell_problems(report: Report) -> int:
    for line in checking.problems(report):
        print(line, file=sys.stderr)
    return PROBLEMS


def _code(options: argparse.Namespace) -> int:
    document, report = _loaded(options)
    network = document.network
    if not report.ok:
        return _tell_problems(report)
    source = generate(network, report)
    if options.script:
        if options.output is None:
            raise SkipwireError("--script needs a folder to write to: -o FOLDER.")
        recipe = Recipe.read(document.recipe)
        files = exports.script_files(document, report, source, recipe, options.output)
        print(exports.write_script(files, force=options.force))
    elif options.output is None:
        print(source.text, end="")
    else:
        exports.write_texts({options.output: source.text}, force=options.force)
    return OK


def _export(options: argparse.Namespace) -> int:
    document, report = _loaded(options)
    if not report.ok:
        return _tell_problems(report)
    seed, force = options.seed, options.force
    print(exports.export(document, report, options.output, seed, force=force))
    return OK


def _train(options: argparse.Namespace) -> int:
    from app.terminal import cure
    from app.training.request import MisfitError, RequestError, request
    from app.weights.attached import brought

    given = ("data", "epochs", "batch_size", "learning_rate", "seed", "device", "processes")
    chosen = {k: v for k in given if (v := getattr(options, k)) is not None}
    if options.resume:
        if options.target or options.runs or options.settings or chosen:
            raise SkipwireError(
                "A run that goes on keeps its network and its recipe: give --resume RUN alone."
            )
        return _train_kept(_run(options.resume), options, resume=True)
    if not options.target:
        raise SkipwireError("Name the network to train, or the run to go on with: --resume RUN.")
    document, report = _loaded(options)
    if not report.ok:
        return _tell_problems(report)
    recipe = Recipe.read({**document.recipe, **chosen})
    try:
        start = request(document.network, report, generate(document.network, report), recipe)
    except MisfitError as error:
        return _refuse(f"{error} {cure(options.target, options.settings, recipe, error.misfit)}")
    except RequestError as error:
        return _refuse(str(error), PROBLEMS)
    start = msgspec.structs.replace(start, weights=brought(document, report))
    if not options.runs:
        if recipe.tensorboard:
            told = (
                "The event file for TensorBoard lies beside a run that is kept; add --runs FOLDER."
            )
            print(f"skipwire: {told}", file=sys.stderr)
        return _follow(start, options)
    document = dataclasses.replace(document, recipe=recipe.write())
    run = RunFolder.create(options.runs, start, document, parameters=report.totals.parameters)
    return _train_kept(run, options)


def _train_kept(run: RunFolder, options: argparse.Namespace, *, resume: bool = False) -> int:
    print(f"Kept in {run.path}", file=sys.stderr)
    start = msgspec.structs.replace(run.start(), resume=resume)
    status = _follow(start, options)
    if run.state() == "stopped":
        print(f"To go on: skipwire train --resume {run.path}", file=sys.stderr)
        return STOPPED
    return status


def _follow(start: Start, options: argparse.Namespace) -> int:
    """Trains and tells how it goes; a run that is kept ends on Ctrl-C after the present batch."""
    from app.terminal import Progress, stopping
    from app.training.messages import Failed, Finished, Lasting
    from app.training.session import Session

    progress = Progress(start.recipe)
    with Session() as session, stopping(session if start.folder else None):
        session.send(start)
        for event, _ in session.events():
            if not isinstance(event, Lasting):  # such as pictures, for the window
                continue
            if options.json:
                print(_event_json(event), flush=True)
            else:
                progress.show(event)
            if isinstance(event, Finished):
                return OK
            if isinstance(event, Failed):
                return _refuse(event.reason, USAGE if event.fault == "data" else PROBLEMS)
    return PROBLEMS


def _run(name: str) -> RunFolder:
    """The run in a folder, or of a name among those in the folder of all runs."""
    for path in (Path(name), runs_folder() / name):
        if (found := RunFolder(path.absolute())).record() is not None:
            return found
    raise SkipwireError(f"There is no run at “{name}”; “skipwire runs list” tells those there are.")


def _runs(options: argparse.Namespace) -> int:
    if options.what == "show":
        run = _run(options.run)
        told: Any = printing.values(run)
        lines = printing.lines(run)
    else:
        runs = [*listing_of_runs(options.runs or runs_folder())]
        told = [printing.values(run) for run in runs]
        lines = printing.table(runs)
    if options.json:
        _print_json(told)
    else:
        print(*lines, sep="\n")
    return OK


def _weights(options: argparse.Namespace) -> int:
    from app.weights import telling
    from app.weights.adopting import Reader
    from app.weights.attached import matching

    document, report = _loaded(options)
    if not report.ok:
        return _tell_problems(report)
    weights = Reader().read(options.file)
    how = How(options.by) if options.by else None
    found = matching(weights.sha256, document.network, report, how)
    if options.json:
        _print_json(telling.values(found))
    else:
        for line in telling.lines(found):
            print(line)
    return OK if found.complete else PROBLEMS


def _event_json(event: msgspec.Struct) -> str:
    """One line; JSON has no NaN or infinity, so they become null."""
    fields = msgspec.to_builtins(event)
    return json.dumps(_finite({"event": fields.pop("type").lower(), **fields}), allow_nan=False)


def _finite(value: Any) -> Any:
    """A value of msgspec's, with None for each number that is not finite."""
    match value:
        case float() if not math.isfinite(value):
            return None
        case dict():
            return {name: _finite(each) for name, each in value.items()}
        case list() | tuple():
            return [_finite(each) for each in value]
    return value


def _print_json(value: Any) -> None:
    print(json.dumps(value, allow_nan=False, indent=2))
