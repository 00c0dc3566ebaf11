"""Has a worker read a file with weights, and waits for it; a worker that is ended reads no more."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

from app.training.messages import WEIGHTS, Adopt, Adopted, AdoptFailed, Adopting
from app.training.session import Session, cause
from app.weights.cache import cache, trim
from app.weights.tensors import WeightsError
from nodes.network.document import How, Weights

Told = Callable[[str, float], None]  # what is being done, and how much of it is


class Reader:
    """Reads one file. `read` waits; `cancel`, from another thread, ends it in a WeightsError.

    The tensors of `spared`, the hash of a file, stay in the cache, however long they are not used.
    """

    def __init__(self, spared: str = "") -> None:
        self._spared = spared
        self._session: Session | None = None
        self._cancelled = False

    def read(self, path: Path, told: Told = lambda doing, share: None) -> Weights:
        """The weights of a file, by name; their tensors are then kept in the cache.

        Raises:
            WeightsError: they cannot be had; says why and what to do.
        """
        with Session(WEIGHTS) as session:
            self._session = session
            if self._cancelled:
                session.kill()
            session.send(Adopt(str(path.absolute()), str(cache("weights"))))
            for event, _ in session.events():
                match event:
                    case Adopting():
                        told(event.doing, event.share)
                    case Adopted():
                        _trim((event.sha256, self._spared))
                        return Weights(str(path.absolute()), event.sha256, How.NAME)
                    case AdoptFailed():
                        raise WeightsError(event.reason)
            why = cause(session.exit_code or 0)
        raise WeightsError(f"“{path.name}” was not read: the process that reads it {why}.")

    def cancel(self) -> None:
        self._cancelled = True
        if self._session is not None:
            self._session.kill()


def _trim(spared: Collection[str]) -> None:
    with suppress(OSError):  # what cannot be removed, such as an open file on Windows, is no harm
        trim(spared)
