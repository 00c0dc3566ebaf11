"""Downloads a set: each file by its published sum, going on where it was cut, then unpacked.

Nothing here is ever called but for a person who has asked for that very set.
"""

from __future__ import annotations

import shutil
import tarfile
import zlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from threading import Event
from typing import IO

from app.data.sets import SETS, DataSet, Published
from app.data.source import DataError
from app.download import Download
from nodes.files import FileError, write_file

Told = Callable[[str, int, int], None]  # what is done, bytes of the set that are here, and in all


def fetch(
    name: str, folder: Path, told: Told, ended: Event, sets: Mapping[str, DataSet] = SETS
) -> Path:
    """The folder that holds a set, once all of it is here and is right. Waits.

    `ended` may be set by another thread; what has come so far is kept for the next time.

    Raises:
        DataError: there is no such set, or it cannot be unpacked.
        DownloadError: it cannot be had.
    """
    if name not in sets:
        raise DataError(f"There is no set called {name}. Choose one of {', '.join(sets)}.")
    place, done, total = folder / name, 0, sets[name].size
    for file in sets[name].files:
        if not _unpacked(file, place):
            _get(file, place, partial(_told, told, file.name, done, total), ended)
        done += file.size
        told(file.name, done, total)
    return place


def arrived(wanted: DataSet, place: Path) -> int:
    """Bytes of a set that are in its folder already; nothing is compared with any sum."""
    return sum(_arrived(file, place) for file in wanted.files)


def _arrived(file: Published, place: Path) -> int:
    if _unpacked(file, place):
        return file.size
    parts = (place / file.name, place / f"{file.name}.part")
    return max((min(each.stat().st_size, file.size) for each in parts if each.is_file()), default=0)


def _told(told: Told, words: str, before: int, total: int, here: int, _: int) -> None:
    told(words, before + here, total)


def _get(file: Published, place: Path, told: Callable[[int, int], None], ended: Event) -> None:
    download = Download(file.url, place / file.name, file.md5, kind="md5")

    def heard(here: int, all_: int) -> None:
        if ended.is_set():
            download.cancel()
        told(here, all_)

    archive = download.fetch(heard)
    if file.members:
        _unpack(archive, file.members, place)
        archive.unlink()


def _unpacked(file: Published, place: Path) -> bool:
    return bool(file.members) and all((place / name).is_file() for name in file.members)


def _unpack(archive: Path, members: tuple[str, ...], place: Path) -> None:
    """Only the files that are known, by their last names: no path of the archive is followed."""
    try:
        with tarfile.open(archive) as packed:
            for member in packed:
                name = Path(member.name).name
                content = packed.extractfile(member) if name in members else None
                if content is not None:
                    with content:
                        write_file(place / name, partial(_copy, content))
    except (tarfile.TarError, OSError, EOFError, zlib.error, FileError) as error:
        raise DataError(f"{archive} cannot be unpacked: {error}. Download it again.") from None
    if missing := [name for name in members if not (place / name).is_file()]:
        raise DataError(f"{archive} does not hold {', '.join(missing)}. Download it again.")


def _copy(content: IO[bytes], path: Path) -> None:
    with open(path, "wb") as file:
        shutil.copyfileobj(content, file, 1 << 20)
