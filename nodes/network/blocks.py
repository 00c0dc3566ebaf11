"""Edits of blocks: their definitions, and the way from a selection to a block and back."""

from __future__ import annotations

from nodes.network.edits.definitions import (
    add_block,
    block_name_problem,
    expose,
    make_own,
    parameter_problem,
    remove_block,
    rename_block,
    set_parameters,
)
from nodes.network.edits.grouping import between, make_block, put_block
from nodes.network.edits.guessing import Guess, guess
from nodes.network.edits.unpacking import unpack
from nodes.network.lookup import contains

__all__ = [
    "Guess",
    "add_block",
    "between",
    "block_name_problem",
    "contains",
    "expose",
    "guess",
    "make_block",
    "make_own",
    "parameter_problem",
    "put_block",
    "remove_block",
    "rename_block",
    "set_parameters",
    "unpack",
]
