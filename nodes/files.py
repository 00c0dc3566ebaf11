"""Writing a file so that at every moment it holds the old content or the new one."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

from nodes.errors import SkipwireError


class FileError(SkipwireError):
    """A file cannot be written; says why and what to do."""


def write_file(path: str | os.PathLike[str], write: Callable[[Path], object]) -> None:
    """Has `write` fill a new file, which then takes the place of the one at this path.

    A link stays a link and permissions stay. A device or a pipe, such as /dev/stdout, is handed to
    `write` as it is.

    Raises:
        FileError: why it cannot be written; a file that was there before is untouched.
    """
    try:
        replace(path, write)
    except (OSError, ValueError) as error:
        raise FileError(f"“{path}” cannot be written: {reason(error)}.") from None


def replace(path: str | os.PathLike[str], write: Callable[[Path], object]) -> None:
    """As `write_file`, with the errors of the system: OSError, or ValueError for the path."""
    if _is_special(path):
        write(Path(path))
        return
    target = Path(os.path.realpath(path))
    exists = target.exists()
    if exists and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "the file is read-only")
    # with the suffix, by which some writers know the format
    temporary = target.with_name(f".skipwire-{secrets.token_hex(8)}{target.suffix}")
    try:
        temporary.touch(exist_ok=False)
        write(temporary)
        with open(temporary, "rb+") as file:
            os.fsync(file.fileno())
        if exists:
            shutil.copymode(target, temporary)
        os.replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)


def write_text(path: str | os.PathLike[str], text: str) -> None:
    """Write a text file; raises FileError."""
    write_file(path, lambda file: file.write_text(text, encoding="utf-8", newline="\n"))


def _is_special(path: str | os.PathLike[str]) -> bool:
    """Whether a path is a device or a pipe, also one that a shell has led to a file."""
    if os.path.abspath(path).startswith("/dev/"):
        return True
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


_CURES = {
    errno.ENOSPC: "the disk is full. Free some space, or save it elsewhere",
    errno.EDQUOT: "your share of the disk is used up. Free some space, or save it elsewhere",
    errno.EACCES: "you have no right to. Choose another folder, or change the file's permissions",
    errno.EPERM: "you have no right to. Choose another folder, or change the file's permissions",
    errno.EROFS: "the disk is read-only. Choose another folder",
    errno.ENOENT: "there is no such file or folder. Check the path",
    errno.ENOTDIR: "a part of the path is not a folder. Check the path",
    errno.EISDIR: "it is a folder. Choose a file name",
    errno.ENAMETOOLONG: "the name is too long. Choose a shorter one",
}


def reason(error: OSError | ValueError) -> str:
    """Why a file cannot be read or written, and what helps, without the full stop."""
    if isinstance(error, OSError):
        return _CURES.get(error.errno or 0) or (error.strerror or str(error)).lower()
    return str(error)
