"""Several runs on one page: it needs nothing beside it, and tells what is other about each."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from app.runs.comparison import comparison, write_comparison
from app.runs.drawing import LINES
from app.runs.folder import RunFolder
from app.runs.record import Notes
from nodes.files import FileError
from tests.app.runs.played import RECORDED, folder


def sections(page: str) -> dict[str, str]:
    """What stands below each of the titles."""
    parts = re.split(r"<h2>(.*?)</h2>", page)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def lines(curve: str) -> list[str]:
    return [e.attrib["class"] for e in ElementTree.fromstring(curve) if e.tag == "polyline"]


def test_curves_lie_over_one_another_and_differences_are_told() -> None:
    page = comparison([(name, folder(name)) for name in ("healthy", "vanishing")])
    assert not re.search(r"(src|href)=['\"](?!data:)", page)
    assert "<td>98.33 %</td><td>10.03 %</td>" in page
    found = sections(page)
    curves = re.findall(r"<svg viewBox=.0 0 460.*?</svg>", found["Curves"])
    assert len(curves) == 8
    assert all(lines(curve) == ["line0", "line1"] for curve in curves)
    assert found["Curves"].index("healthy") < found["Curves"].index("vanishing")
    assert "<td>learning rate</td><td>0.005</td><td>0.1</td>" in found["Recipe"]
    assert "batch size" not in found["Recipe"], "that is the same"
    assert "vanishing against healthy" in found["Networks compared"]
    assert "<td>removed</td><td>conv1</td>" in found["Networks compared"]


def test_a_run_has_one_line_in_all_plots_whatever_the_others_have() -> None:
    page = comparison([(name, folder(name)) for name in ("broken", "healthy")])
    curves = re.findall(r"<svg viewBox=.0 0 460.*?</svg>", page)
    assert ["line1"] in map(lines, curves), "nothing was validated in the broken one"
    assert ["line0", "line1"] in map(lines, curves), "and it had a learning rate"


def test_lines_look_different_up_to_as_many_as_are_compared() -> None:
    page = comparison([(f"run {at}", folder("healthy")) for at in range(LINES)])
    curve = re.findall(r"<svg viewBox=.0 0 460.*?</svg>", page)[0]
    assert len({*lines(curve)}) == LINES
    looks = re.findall(r"polyline\.line\d {(.*?)}", page)
    assert len({*looks}) == LINES
    assert "The recipes are the same." in page
    assert "The networks are the same." in page


def test_names_and_notes_are_text(tmp_path: Path) -> None:
    run = RunFolder(Path(shutil.copytree(RECORDED / "healthy", tmp_path / "run")))
    run.keep_notes(Notes(text="a & b"))
    page = comparison([("<b>", run), ("other", folder("healthy"))])
    assert "<b>" not in sections(page)["Curves"]
    assert "<th>&lt;b&gt;</th>" in page
    assert "<td>a &amp; b</td><td></td>" in page


def test_it_speaks_the_language_that_it_is_given() -> None:
    runs = [(name, folder(name)) for name in ("healthy", "vanishing")]
    page = comparison(runs, say=lambda text: f"«{text}»")
    for word in ("Comparison of runs", "State", "learning rate", "vanishing against healthy"):
        assert f"«{word}»" in page


def test_of_damaged_folders_it_tells_what_is_sound(tmp_path: Path) -> None:
    run = RunFolder(Path(shutil.copytree(RECORDED / "healthy", tmp_path / "run")))
    for name in ("run.json", "network.skipwire", "start.msgpack"):
        (run.path / name).write_bytes(b"{")
    page = comparison([("sound", folder("healthy")), ("run", run)])
    assert "98.33 %" in page
    assert "The recipe cannot be read." in page
    assert comparison([("gone", RunFolder(tmp_path / "gone")), ("run", run)])


def test_a_page_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="cannot be written"):
        write_comparison([("it", folder("broken"))], tmp_path / "gone" / "report.html")
