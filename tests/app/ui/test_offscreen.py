"""The same session without a display: the network is trained, the window pictured and left."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.ui.offscreen import PICTURE

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_a_session_without_a_display_ends_well_and_in_peace(tmp_path: Path) -> None:
    surroundings = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    folders = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "CACHE")}
    done = subprocess.run(
        [sys.executable, "-m", "app"],
        cwd=tmp_path,
        env=surroundings | folders | {"PYTHONPATH": str(Path(__file__).parents[3])},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0
    assert "Finished 5 epochs" in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / PICTURE).is_file()
