"""The same pipeline without a window, as commands; or the window itself."""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from app import __version__, checking, exports
from app.advice import RULE_IDS, advise
from app.analysis import Report, analyse
from app.codegen import generate
from app.gallery import listing
from app.targets import load
from app.training.fit import fit
from app.training.recipe import Recipe
from nodes import plugins
from nodes.custom import KNOWN
from nodes.errors import SkipwireError
from nodes.network.document import Document, How
from presets import PRESETS

OK, PROBLEMS, USAGE = 0, 1, 2


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{self.prog}: {message} (see {self.prog} --help)\n")


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
        "weights": _weights,
    }
    try:
        if words and words[0] in commands:
            status = commands[words[0]](_parser().parse_args(words))
            print(end="", flush=True)  # here, where a full disk or a closed pipe can be told
            return status
        return _window(_window_parser().parse_args(words))
    except SkipwireError as error:
        return _refuse(str(error))
    except BrokenPipeError:  # the reader of our output has gone: nothing is left to say
        _drop_output()
        return OK
    except OSError as error:
        _drop_output()
        return _refuse(f"{error.strerror or error}.")
    except KeyboardInterrupt:
        return 130


def _refuse(reason: str, status: int = USAGE) -> int:
    print(f"skipwire: {' '.join(reason.split())}", file=sys.stderr)
    return status


def _drop_output() -> None:
    """What is still buffered goes nowhere, or the interpreter would fail on it when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _target(parser: argparse.ArgumentParser, **more: Any) -> None:
    parser.add_argument(
        "target", metavar="FILE|preset:NAME", help="a .skipwire file, or a preset", **more
    )
    parser.add_argument(
        "--set",
        metavar="KEY=VALUE",
        action="append",
        default=[],
        dest="settings",
        help="a parameter of the preset, such as classes=100; may be repeated",
    )


def _trust(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--trust", action="store_true", help="run the code that the file carries, if any"
    )


def _force(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--force", action="store_true", help="replace files also where they hold another text"
    )


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


def _window_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="skipwire",
        description="Wire a network, watch it learn. Opens the window on a file or preset.",
        epilog="Without a window: presets, check, code, export, train, weights. Each has its own "
        "--help.",
    )
    parser.add_argument("--version", action="version", version=f"Skipwire {__version__}")
    _target(parser, nargs="?")
    return parser


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="skipwire", description="Wire a network, watch it learn.")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)
    presets = commands.add_parser("presets", help="list the published architectures")
    presets.add_argument("--json", action="store_true", help="for machines")

    check = commands.add_parser("check", help="shapes, costs and problems of a network")
    _target(check)
    _trust(check)
    check.add_argument("--json", action="store_true", help="for machines")

    check.add_argument(
        "--batch-size", type=int, dest="batch_size", help="of the training step that is weighed"
    )
    check.add_argument(
        "--memory", type=_size, metavar="SIZE", help="of a device, such as 24GiB: what fits it"
    )

    check.add_argument(
        "--no-advice",
        metavar="RULE",
        action="append",
        default=[],
        choices=sorted(RULE_IDS),
        dest="no_advice",
        help="a rule of advice that is not told; may be repeated",
    )

    code = commands.add_parser("code", help="write the network as a stand-alone PyTorch module")
    _target(code)
    _trust(code)
    code.add_argument("-o", "--output", metavar="FILE", type=Path, help="instead of the terminal")
    code.add_argument(
        "--script", action="store_true", help="with train.py beside it; FILE is a folder then"
    )
    _force(code)

    export = commands.add_parser("export", help="write the network as a file for other programs")
    _target(export)
    _trust(export)
    export.add_argument(
        "-o", "--output", metavar="FILE", type=Path, required=True,
        help="its suffix says what: .py, .onnx, .pt2, .safetensors, .svg, .png, .pdf, .md, .csv, "
        ".tex",
    )  # fmt: skip
    export.add_argument("--seed", type=int, default=0, help="of the weights")
    _force(export)

    train = commands.add_parser("train", help="train a network and report its accuracy")
    _target(train)
    _trust(train)
    train.add_argument(
        "--data", metavar="digits|synthetic|FOLDER",
        help="the digits, random patterns to try the network on, or a folder of classes",
    )  # fmt: skip
    train.add_argument("--epochs", type=int)
    train.add_argument("--batch-size", type=int, dest="batch_size")
    train.add_argument("--learning-rate", type=float, dest="learning_rate")
    train.add_argument("--seed", type=int)
    train.add_argument("--device", choices=["auto", "cpu", "cuda", "mps"])
    train.add_argument("--json", action="store_true", help="events as JSON lines")

    weights = commands.add_parser("weights", help="how a file of weights fits a network")
    weights.add_argument(
        "file", metavar="WEIGHTS", type=Path, help="a .pth, .pt or .safetensors file"
    )
    _target(weights)
    _trust(weights)
    weights.add_argument(
        "--by", choices=[str(how) for how in How], help="by default what fits more of it"
    )
    weights.add_argument("--json", action="store_true", help="for machines")
    return parser


def _window(options: argparse.Namespace) -> int:
    document = load(options.target, options.settings) if options.target else None
    if options.settings and document is None:
        _window_parser().error("--set needs a preset to set")
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


def _size(text: str) -> int:
    """Bytes from "8GB", "8 GiB" or a plain number."""
    found = re.fullmatch(r"([0-9]*\.?[0-9]+)\s*([kmgt]?)(i?)b?", text.strip().lower())
    if found is None:
        raise argparse.ArgumentTypeError(f"“{text}” is no size such as 8GB or 24GiB")
    number, prefix, by_1024 = found.groups()
    return int(float(number) * (1024 if by_1024 else 1000) ** " kmgt".index(prefix or " "))


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
    from app.terminal import Progress, cure
    from app.training.messages import Failed, Finished, Maps, ProbeImage, Ready
    from app.training.request import MisfitError, RequestError, request
    from app.training.session import Session
    from app.weights.attached import brought

    document, report = _loaded(options)
    if not report.ok:
        return _tell_problems(report)
    given = ("data", "epochs", "batch_size", "learning_rate", "seed", "device")
    chosen = {k: v for k in given if (v := getattr(options, k)) is not None}
    recipe = Recipe.read({**document.recipe, **chosen})
    try:
        start = request(document.network, report, generate(document.network, report), recipe)
    except MisfitError as error:
        return _refuse(f"{error} {cure(options.target, options.settings, recipe, error.misfit)}")
    except RequestError as error:
        return _refuse(str(error), PROBLEMS)
    start = msgspec.structs.replace(start, weights=brought(document, report))
    progress = Progress(recipe.epochs)
    with Session() as session:
        session.send(start)
        for event, _ in session.events():
            if isinstance(event, Ready | Maps | ProbeImage):
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
    named = {"event": fields.pop("type").lower(), **fields}
    finite = {
        k: None if isinstance(v, float) and not math.isfinite(v) else v for k, v in named.items()
    }
    return json.dumps(finite, allow_nan=False)


def _print_json(value: Any) -> None:
    print(json.dumps(value, allow_nan=False, indent=2))
