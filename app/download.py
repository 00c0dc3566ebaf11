"""Fetches one file: goes on where it was cut, and keeps it only where its hash is right.

Nothing here is ever called but for a person who has asked for that very file.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Callable
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from threading import Event
from typing import BinaryIO, Literal
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from app import __version__
from nodes.errors import SkipwireError
from nodes.files import reason

Told = Callable[[int, int], None]  # bytes that are here, and in all (0: not known)
CHUNK = 1 << 18
TIMEOUT = 20.0  # seconds in which nothing comes at all
TITLES = {"sha256": "SHA-256", "md5": "MD5"}
MOST = 4 << 30  # bytes that are taken from any server


class DownloadError(SkipwireError):
    """A file cannot be had; says why and what to do."""


class Cancelled(DownloadError):  # noqa: N818 - a wish, not an error
    """The person has ended it."""


class Download:
    """Fetches `url` to `path`; what has come so far stands in a `.part` file beside it.

    `digest` is the published hash of the file of this `kind`, or how it begins. MD5 is what the
    makers of old sets of data publish; it tells what is damaged, not what is forged.
    """

    def __init__(
        self,
        url: str,
        path: Path,
        digest: str,
        timeout: float = TIMEOUT,
        kind: Literal["sha256", "md5"] = "sha256",
    ) -> None:
        self.url = url
        self.path = path
        self.part = path.with_name(f"{path.name}.part")
        self._digest = digest.lower()
        self._kind = kind
        self._timeout = timeout
        self._cancelled = Event()

    def cancel(self) -> None:
        """From another thread: `fetch` ends in Cancelled, and a later one goes on from there."""
        self._cancelled.set()

    def fetch(self, told: Told = lambda done, total: None) -> Path:
        """The file, once it is here and is the right one. Waits.

        Raises:
            DownloadError: it cannot be had; says why and what to do.
        """
        try:
            if self.path.is_file() and self._right(self.path):
                return self.path
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._receive(told)
            if not self._right(self.part):
                self.part.unlink()
                raise DownloadError(
                    f"What came from {self.url} is not the published file: its "
                    f"{TITLES[self._kind]} does not begin with {self._digest}. It was removed. Try "
                    "again, or another network: somebody on the way may have changed it."
                )
            os.replace(self.part, self.path)
        except HTTPError as error:
            gone = error.code in (404, 410) or error.code < 400  # it moves in a circle
            why = str(error.reason).rpartition("\n")[2]
            raise DownloadError(
                f"The server refuses {self.url}: {error.code} {why}. "
                + (
                    "It is not there any more. Fetch it elsewhere and put it there as "
                    f"“{self.path}”."
                    if gone
                    else "Try again later."
                )
            ) from None
        except URLError as error:
            raise DownloadError(self._no_connection(error.reason)) from None
        except (TimeoutError, ConnectionError, HTTPException) as error:
            raise DownloadError(self._cut(str(error) or type(error).__name__)) from None
        except OSError as error:
            raise DownloadError(f"“{self.path}” cannot be kept: {reason(error)}.") from None
        return self.path

    def _receive(self, told: Told) -> None:
        """Fills the `.part` file to its end."""
        there = self.part.stat().st_size if self.part.exists() else 0
        if there and self._right(self.part):
            return  # it only had not got its name yet
        try:
            response = self._ask(there)
        except HTTPError as error:
            if error.code != 416 or not there:
                raise
            self.part.unlink()  # longer than the file, so of another one
            there, response = 0, self._ask(0)
        with response:
            there, total = _extent(response, there)
            self._require_room(total - there)
            with open(self.part, "ab" if there else "wb") as file:
                done = self._copy(response, file, there, total, told)
        if done < total:
            raise DownloadError(self._cut(f"{done:,} of {total:,} bytes have come"))

    def _ask(self, there: int) -> HTTPResponse:
        headers = {"User-Agent": f"Skipwire/{__version__}", "Accept-Encoding": "identity"}
        if there:
            headers["Range"] = f"bytes={there}-"
        response: HTTPResponse = urlopen(Request(self.url, headers=headers), timeout=self._timeout)
        return response

    def _copy(
        self, response: HTTPResponse, file: BinaryIO, done: int, total: int, told: Told
    ) -> int:
        while chunk := response.read(CHUNK):
            if self._cancelled.is_set():
                raise Cancelled("The download was ended.")
            file.write(chunk)
            done += len(chunk)
            if done > (total or MOST):
                raise DownloadError(f"{self.url} gives more than it says. It was not kept.")
            told(done, total)
        return done

    def _require_room(self, needed: int) -> None:
        free = shutil.disk_usage(self.path.parent).free
        if needed > free:
            raise DownloadError(
                f"“{self.path.parent}” has {free / 1e6:,.0f} MB left, and {needed / 1e6:,.0f} MB "
                "are to come. Free some space."
            )

    def _right(self, path: Path) -> bool:
        found = hashlib.new(self._kind, usedforsecurity=False)
        with open(path, "rb") as file:
            while chunk := file.read(1 << 22):
                if self._cancelled.is_set():
                    raise Cancelled("The download was ended.")
                found.update(chunk)
        return found.hexdigest().startswith(self._digest)

    def _no_connection(self, why: object) -> str:
        return (
            f"{self.url} cannot be reached ({why}). Check the connection, or fetch the file "
            "elsewhere."
        )

    def _cut(self, how: str) -> str:
        return f"The connection to {self.url} was cut: {how}. Try again; it goes on from there."


def _extent(response: HTTPResponse, there: int) -> tuple[int, int]:
    """From which byte on the file comes, and how long it is in all (0: not known)."""
    length = int(response.headers.get("Content-Length") or 0)
    found = re.match(r"bytes (\d+)-\d+/(\d+)", response.headers.get("Content-Range") or "")
    if response.status == 206 and found and int(found.group(1)) == there:
        return there, int(found.group(2))
    if response.status == 206:
        raise HTTPException("the server sent another part than was asked for")
    return 0, length  # a server that knows no parts sends it all
