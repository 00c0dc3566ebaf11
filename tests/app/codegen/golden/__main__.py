"""Writes every golden file anew; what has changed is then read in the diff."""

from __future__ import annotations

from tests.app.codegen.golden import FOLDER, path_of, text_of
from tests.app.codegen.networks import NETWORKS


def main() -> None:
    for former in FOLDER.glob("[!_]*.py"):
        former.unlink()
    for name in NETWORKS:
        path_of(name).write_text(text_of(name), encoding="utf-8")


if __name__ == "__main__":
    main()
