"""Writing a file so that at every moment it holds the old content or the new one."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from nodes.errors import SkipwireError

_STRAY = ".skipwire-"  # begins the name of a file that is still being written


class FileError(SkipwireError):
    """A file cannot be written; says why and what to do."""


def write_file(path: str | os.PathLike[str], write: Callable[[Path], object]) -> None:
    """Has `write` fill a new file, which then takes the place of the one at this path.

    A link stays a link; permissions and owner stay. A device or a pipe, such as /dev/stdout, is
    handed to `write` as it is.

    Raises:
        FileError: why it cannot be written; a file that was there before is untouched.
    """
    try:
        replace(path, write)
    except (OSError, ValueError) as error:
        raise FileError(f"“{path}” cannot be written: {reason(error)}.") from None


def replace(path: str | os.PathLike[str], write: Callable[[Path], object]) -> None:
    """As `write_file`, with the errors of the system: OSError, or ValueError for the path.

    The content is on the disk before the name leads to it, and the name before this returns, so
    that neither a crash nor a power cut leaves half a file.
    """
    if _is_special(path):
        write(Path(path))
        return
    target = Path(os.path.realpath(path))
    exists = target.exists()
    if exists:
        os.close(os.open(target, os.O_WRONLY))  # which says why, where it may not be written
    # with the suffix, by which some writers know the format
    name = f"{_STRAY}{os.getpid()}-{secrets.token_hex(8)}{target.suffix}"
    temporary = target.with_name(name)
    try:
        temporary.touch(exist_ok=False)
        write(temporary)
        if exists:
            _keep_rights(target, temporary)
        with open(temporary, "rb+") as file:
            os.fsync(file.fileno())
        os.replace(temporary, target)
    finally:
        # On a disk that has gone this fails as well: what failed first is what is told.
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    _sync_folder(target.parent)


def write_folder(path: Path, fill: Callable[[Path], object]) -> None:
    """Has `fill` put files into a new folder, which then is at this path: whole, or not at all.

    Folders around it are made where they are missing.

    Raises:
        FileError: why it cannot be made; there is nothing at the path then, or what was there.
    """
    temporary = path.with_name(f"{_STRAY}{os.getpid()}-{secrets.token_hex(8)}")
    try:
        if path.exists():
            raise FileExistsError(errno.EEXIST, "there is one already. Choose another name")
        temporary.mkdir(parents=True)
        fill(temporary)
        for file in temporary.iterdir():
            with open(file, "rb+") as opened:
                os.fsync(opened.fileno())
        _sync_folder(temporary)
        os.rename(temporary, path)
        _sync_folder(path.parent)
    except (OSError, ValueError) as error:
        raise FileError(f"“{path}” cannot be made: {reason(error)}.") from None
    finally:
        shutil.rmtree(temporary, ignore_errors=True)  # after the renaming there is none


def remove_strays(folder: Path, process: int | None = None) -> None:
    """Remove what a process that was killed in the middle of writing has left in a folder.

    Without one, what any has left: nobody else may be writing there.
    """
    with suppress(OSError):  # a folder that is not there any more holds none
        for stray in folder.glob(f"{_STRAY}{'*' if process is None else process}-*"):
            if stray.is_dir():
                shutil.rmtree(stray, ignore_errors=True)
            else:
                stray.unlink(missing_ok=True)


def _keep_rights(target: Path, temporary: Path) -> None:
    if hasattr(os, "chown"):
        found = target.stat()
        with suppress(PermissionError):  # only the administrator may give a file away
            os.chown(temporary, found.st_uid, found.st_gid)
    shutil.copymode(target, temporary)


def _sync_folder(folder: Path) -> None:
    """Has the folder itself written to the disk, where the system can do that."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:  # on Windows, and in a folder that may be written but not read
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # this file system has no such thing
            raise
    finally:
        os.close(handle)


def write_text(path: str | os.PathLike[str], text: str) -> None:
    """Write a text file; raises FileError."""
    write_file(path, lambda file: file.write_text(text, encoding="utf-8", newline="\n"))


def _is_special(path: str | os.PathLike[str]) -> bool:
    """Whether a path is a device or a pipe, also one that a shell has led to a file."""
    absolute = os.path.abspath(path)
    if absolute.startswith("/dev/") and not absolute.startswith("/dev/shm/"):  # a disk in memory
        return True
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


_CURES = {
    errno.ENOSPC: "the disk is full. Free some space, or save it elsewhere",
    errno.EDQUOT: "your share of the disk is used up. Free some space, or save it elsewhere",
    errno.EACCES: "the permissions there do not allow it. Choose another folder, or change them",
    errno.EPERM: "the permissions there do not allow it. Choose another folder, or change them",
    errno.EROFS: "the disk is read-only. Choose another folder",
    errno.ENOENT: "there is no such file or folder. Check the path",
    errno.ENOTDIR: "a part of the path is not a folder. Check the path",
    errno.EISDIR: "it is a folder. Choose a file name",
    errno.EFBIG: "it would be larger than this disk or account allows. Save it elsewhere",
    **dict.fromkeys(
        (errno.EIO, errno.ENXIO, errno.ENODEV, errno.ESTALE),
        "the disk does not answer. Check that it is plugged in, or choose another one",
    ),
    errno.ENAMETOOLONG: "the name is too long. Choose a shorter one",
}


def reason(error: OSError | ValueError) -> str:
    """Why a file cannot be read or written, and what helps, without the full stop."""
    if isinstance(error, OSError):
        return _CURES.get(error.errno or 0) or (error.strerror or str(error)).lower()
    return str(error)
