"""The weights that a document has, as they fit its network now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.analysis.report import Report
from app.training.messages import Initial
from app.weights.adopting import Reader, Told
from app.weights.cache import kept
from app.weights.manifest import manifest
from app.weights.match import Matching, match
from app.weights.tensors import WeightsError, kept_tensors, tensors
from nodes.errors import DocumentError
from nodes.network import Network
from nodes.network.document import Document, How, Weights


def read_network(path: Path) -> Document:
    """The network that a file of weights carries, with these weights.

    Raises:
        WeightsError: the file is damaged.
        DocumentError: it carries no network, or one that cannot be read.
    """
    try:
        document = tensors(path).document
    except DocumentError as error:
        raise DocumentError(f"“{path.name}” cannot be opened. {error}") from None
    if document is None:
        raise DocumentError(
            f"“{path.name}” holds weights and no network. Open the network they are for, and "
            "choose Load Weights."
        )
    return replace(document, weights=Weights(str(path.absolute())))


def at_hand(weights: Weights) -> bool:
    """Whether the tensors need not be read from the file first."""
    return bool(weights.sha256) and kept(weights.sha256).is_file()


def bring(weights: Weights, reader: Reader, told: Told = lambda doing, share: None) -> Weights:
    """The weights, at hand; waits where their file has to be read.

    Raises:
        WeightsError: the file is not there, or another than it was.
    """
    if at_hand(weights):
        return weights
    found = reader.read(Path(weights.file), told)
    if weights.sha256 not in ("", found.sha256):
        raise WeightsError(
            f"“{weights.file}” is not the file whose weights this network had (SHA-256 "
            f"{weights.sha256[:8]}…, now {found.sha256[:8]}…). Load its weights again."
        )
    return Weights(weights.file, found.sha256, weights.how)


def matching(sha256: str, network: Network, report: Report, how: How | None = None) -> Matching:
    """How weights at hand fit a network, in this way or, without one, in what seems the best.

    Raises:
        WeightsError: what is kept of them cannot be read.
    """
    found = kept_tensors(kept(sha256))
    matched = match(manifest(network, report), found.entries, how, ordered=found.ordered)
    taken = {theirs for _, theirs in matched.keys}
    spoiled = tuple(key for key in found.spoiled if key in taken)
    return replace(matched, spoiled=spoiled, part=tuple(found.part))


def initial(weights: Weights, network: Network, report: Report) -> Initial | None:
    """What the worker is told to begin with; None where nothing fits.

    Raises:
        WeightsError: what is kept of them cannot be read.
    """
    keys = matching(weights.sha256, network, report, weights.how).keys
    path = str(kept(weights.sha256))
    return Initial(path, keys, Path(weights.file).name) if keys else None


def brought(document: Document, report: Report) -> Initial | None:
    """What the worker begins with for a document, once its weights are at hand; waits.

    Raises:
        WeightsError: they cannot be had.
    """
    if document.weights is None:
        return None
    return initial(bring(document.weights, Reader()), document.network, report)
