"""The session finds its worker from anywhere, and has words for every way a worker can end."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.training import session as module
from app.training.messages import Failed, Ready
from app.training.session import Session, words_for_death


def test_from_a_folder_that_holds_another_app(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "app.py").write_text("raise SystemExit('the wrong app')")
    monkeypatch.chdir(tmp_path)
    with Session() as session:
        ready, _ = next(session.events())
        assert isinstance(ready, Ready)
        assert "cpu" in ready.devices
    assert session.exit_code == 0
    session.close()  # twice does no harm


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("import sys; sys.exit('no torch here')", "exit code 1: no torch here"),
        ("print('hello, this is no frame')", "unreadable"),
        ("import os; os.abort()", "SIGABRT"),
    ],
)
def test_a_worker_that_never_gets_ready(
    program: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WORKER", (sys.executable, "-c", program))
    with Session() as session:
        ((failed, _),) = session.events()
    assert isinstance(failed, Failed)
    assert words in failed.reason


@pytest.mark.parametrize(
    ("code", "log", "reason"),
    [
        (-9, b"noise", "was killed (SIGKILL), often by the system when memory runs out; a smaller"),
        (-11, b"noise", "crashed (SIGSEGV)."),
        (-250, b"", "crashed (signal 250)."),
        (3, b"", "ended unexpectedly with exit code 3."),
        (1, b"Traceback\n  x\nOSError: full.\n", "unexpectedly with exit code 1: OSError: full."),
    ],
)
def test_words_for_a_death(code: int, log: bytes, reason: str) -> None:
    failed = words_for_death(code, log)
    assert reason in failed.reason
    assert failed.traceback == log.decode().strip()
