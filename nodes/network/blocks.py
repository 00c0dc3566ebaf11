"""Edits of blocks: their definitions, and the way from a selection to a block and back."""

from __future__ import annotations

from nodes.network.edits.definitions import (
    add_block,
    block_name_problem,
    parameter_problem,
    remove_block,
    rename_block,
    set_parameters,
)
from nodes.network.edits.grouping import make_block, unpack
from nodes.network.lookup import contains

__all__ = [
    "add_block",
    "block_name_problem",
    "contains",
    "make_block",
    "parameter_problem",
    "remove_block",
    "rename_block",
    "set_parameters",
    "unpack",
]
