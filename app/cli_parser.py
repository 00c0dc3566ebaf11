"""The words that commands are given in."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any, NoReturn

from app import __version__
from app.advice import RULE_IDS
from nodes.network.document import How

USAGE = 2


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{self.prog}: {message} (see {self.prog} --help)\n")


def window_parser() -> argparse.ArgumentParser:
    """Of the window itself."""
    parser = _Parser(
        prog="skipwire",
        description="Wire a network, watch it learn. Opens the window on a file or preset.",
        epilog="Without a window: presets, check, code, export, train, runs, weights. Each has "
        "its own --help.",
    )
    parser.add_argument("--version", action="version", version=f"Skipwire {__version__}")
    _target(parser, nargs="?")
    return parser


def parser() -> argparse.ArgumentParser:
    """Of the commands without a window."""
    words = _Parser(prog="skipwire", description="Wire a network, watch it learn.")
    commands = words.add_subparsers(dest="command", required=True, parser_class=_Parser)
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
    _target(train, nargs="?")
    _trust(train)
    train.add_argument(
        "--runs",
        metavar="FOLDER",
        type=_absolute,
        help="where the run is kept in a folder of its own, to go on after a crash",
    )
    train.add_argument("--resume", metavar="RUN", help="go on with a run that was kept")
    train.add_argument(
        "--data", metavar="digits|shapes|synthetic|PATH",
        help="the digits, drawn figures, random patterns to try the network on, or a folder of "
             "classes, of MNIST or of CIFAR, or a .csv or .npz file",
    )  # fmt: skip
    train.add_argument("--epochs", type=int)
    train.add_argument("--batch-size", type=int, dest="batch_size")
    train.add_argument("--learning-rate", type=float, dest="learning_rate")
    train.add_argument("--seed", type=int)
    train.add_argument("--device", choices=["auto", "cpu", "cuda", "mps"])
    train.add_argument("--processes", type=int, help="that share every batch")
    train.add_argument("--json", action="store_true", help="events as JSON lines")

    runs = commands.add_parser("runs", help="runs that were kept")
    what = runs.add_subparsers(dest="what", required=True, parser_class=_Parser)
    every = what.add_parser("list", help="all of them, the newest first")
    every.add_argument(
        "--runs", metavar="FOLDER", type=_absolute, help="where they are, if elsewhere than usual"
    )
    every.add_argument("--json", action="store_true", help="for machines")
    one = what.add_parser("show", help="how one of them went")
    one.add_argument("run", metavar="RUN", help="its folder, or its name")
    one.add_argument("--json", action="store_true", help="for machines")

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
    return words


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


def _size(text: str) -> int:
    """Bytes from "8GB", "8 GiB" or a plain number."""
    found = re.fullmatch(r"([0-9]*\.?[0-9]+)\s*([kmgt]?)(i?)b?", text.strip().lower())
    if found is None:
        raise argparse.ArgumentTypeError(f"“{text}” is no size such as 8GB or 24GiB")
    number, prefix, by_1024 = found.groups()
    return int(float(number) * (1024 if by_1024 else 1000) ** " kmgt".index(prefix or " "))


def _absolute(text: str) -> Path:
    return Path(text).expanduser().absolute()
