"""What this process knows of custom layers: which sources are trusted, and what running them gave.

The layers run in the worker alone. A rule of shape asks here, and is answered, told to wait, or
refused because the person has not yet trusted the code.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from nodes.errors import LayerError
from nodes.spec import Facts, Shape, Value


@dataclass(frozen=True)
class Question:
    """What a layer makes of these arguments and input shapes.

    `sizes` lead the constructor's arguments; `outputs` is how many tensors are expected.
    """

    source: str
    name: str
    sizes: tuple[int, ...]
    args: tuple[tuple[str, Value], ...]
    inputs: tuple[Shape, ...]
    outputs: int


@dataclass(frozen=True)
class Fault:
    """Why a layer gave no answer, in one sentence; `line` of its source, or 0."""

    message: str
    line: int = 0


Answer = Facts | Fault


class Unanswered(LayerError):  # noqa: N818 - it is not the person's error
    """Nothing is known yet, but the worker can be asked."""

    def __init__(self, question: Question) -> None:
        super().__init__("pending", f"what {question.name} does is being worked out.")


class CodeError(LayerError):
    """The layer's own code failed, at `line` of its source (0: not in it)."""

    def __init__(self, name: str, fault: Fault) -> None:
        where = f"line {fault.line} of {name}: " if fault.line else ""
        super().__init__("custom-code", f"{where}{fault.message}", "Change the layer's code.")
        self.line = fault.line


class Known:
    """Trust by the hash of the source; answers by everything that decides them."""

    def __init__(self) -> None:
        self._trusted: set[str] = set()
        self._answers: dict[Question, Answer] = {}
        self._open: dict[Question, None] = {}

    @property
    def open(self) -> tuple[Question, ...]:
        """What was asked and is not answered yet, in the order of asking."""
        return tuple(self._open)

    def trust(self, hashes: Iterable[str]) -> None:
        """Let these sources, given by `fingerprint`, be run from now on."""
        self._trusted.update(hashes)

    def trusts(self, source: str) -> bool:
        return fingerprint(source) in self._trusted

    def put(self, question: Question, answer: Answer) -> None:
        self._answers[question] = answer
        self._open.pop(question, None)

    def facts(self, question: Question) -> Facts:
        """What is known.

        Raises:
            LayerError: the source is not trusted; CodeError: it failed; Unanswered: ask the worker.
        """
        if not self.trusts(question.source):
            raise LayerError(
                "untrusted",
                f"the code of {question.name} came with the file, and is not run until you trust "
                "it.",
                "Read it, and trust it if you know what it does.",
            )
        answer = self._answers.get(question)
        if answer is None:
            self._open[question] = None
            raise Unanswered(question)
        if isinstance(answer, Fault):
            raise CodeError(question.name, answer)
        return answer


def fingerprint(source: str) -> str:
    """What trust is remembered by."""
    return hashlib.sha256(source.encode(errors="surrogatepass")).hexdigest()


KNOWN = Known()
