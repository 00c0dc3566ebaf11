"""The report of a run: one page that needs nothing beside it."""

from __future__ import annotations

import base64
import io
import re
import shutil
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from html import escape
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.runs.folder import RunFolder
from app.runs.record import Notes
from app.runs.report import report, write_report
from app.runs.results import RESULTS, dumps
from app.training.messages import Alert, Change, Changed
from nodes.files import FileError
from tests.app.runs.played import NAMES, RECORDED, folder
from tests.app.runs.test_results import made


@pytest.mark.parametrize("name", NAMES)
def test_it_needs_nothing_beside_it(name: str) -> None:
    page = report(folder(name))
    assert not re.search(r"(src|href)=['\"](?!data:)", page)
    assert "@import" not in page
    assert page.startswith("<!DOCTYPE html>")


def test_it_has_curves_maps_and_figures(tmp_path: Path) -> None:
    run = RunFolder(Path(shutil.copytree(RECORDED / "healthy", tmp_path / "run")))
    run.keep_notes(Notes(title="The <good> one", text="a & b"))
    log = run.log()
    log.append(Changed(60, Change(words="learning rate 0.001")))
    log.append(Alert("dead", "act1", 70, "No unit is above zero.", "Lower the learning rate."))
    log.close()
    page = report(run, drawing="<svg><title>drawn</title></svg>")
    for text in (
        "<h1>The &lt;good&gt; one</h1>", "<p>a &amp; b</p>", "learning rate 0.001", "act1",
        "No unit is above zero. Lower the learning rate.", "<title>drawn</title>", "61,706",
        "1,438 for training", '<td class="other">3<',
    ):  # fmt: skip
        assert text in page
    curves = re.findall(r"<svg viewBox.*?</svg>", page)
    assert len(curves) == 6
    for curve in curves:
        drawn = [e for e in ElementTree.fromstring(curve) if e.tag == "polyline"]
        assert drawn
        for line in drawn:
            places = [tuple(map(float, p.split(","))) for p in line.attrib["points"].split()]
            assert all(0 <= x <= 460 and 0 <= y <= 220 for x, y in places)
    pictures = re.findall(r'data:image/png;base64,([^"]+)"', page)
    assert pictures
    assert Image.open(io.BytesIO(base64.b64decode(pictures[0]))).size > (10, 10)


def test_it_has_what_the_last_validation_made_of_the_images(tmp_path: Path) -> None:
    run = RunFolder(Path(shutil.copytree(RECORDED / "healthy", tmp_path / "run")))
    assert "Precision" not in report(run)
    results = replace(made(), classes=("<a>", *"bcdefg"))
    (run.path / RESULTS).write_bytes(dumps(results))
    page = report(run)
    for text in (
        f"{100 * results.accuracy:.2f} %", f"{100 * results.calibration_error:.2f} %",
        "<th>&lt;a&gt;</th>", "Among the best five", f"<td>{int(results.matrix[1].sum())}</td>",
    ):  # fmt: skip
        assert text in page
    cells = re.findall(r'rgba\(11,98,196,([0-9.]+)\)">(\d*)<', page)
    assert [int(count or 0) for _, count in cells] == results.matrix.flatten().tolist()
    worst = results.confused()[0]
    names = results.classes[worst.actual], results.classes[worst.predicted]
    assert "".join(f"<td>{escape(name)}</td>" for name in (*names, str(worst.count))) in page


def test_it_has_no_matrix_of_a_hundred_classes(tmp_path: Path) -> None:
    run = RunFolder(Path(shutil.copytree(RECORDED / "healthy", tmp_path / "run")))
    classes = tuple(f"class {number}" for number in range(100))
    scores = np.zeros((300, 100), np.float16)
    results = replace(made(), classes=classes, scores=scores)
    (run.path / RESULTS).write_bytes(dumps(results))
    page = report(run)
    assert "rgba(11" not in page
    assert "<td>class 99</td>" in page


def test_it_speaks_the_language_that_it_is_given() -> None:
    page = report(folder("healthy"), say=lambda text: f"«{text}»")
    for word in ("Curves", "Epochs", "Recipe", "learning rate", "State"):
        assert f"«{word}»" in page


def test_of_a_damaged_folder_it_tells_what_is_sound(tmp_path: Path) -> None:
    run = RunFolder(Path(shutil.copytree(RECORDED / "healthy", tmp_path / "run")))
    for name in ("run.json", "network.skipwire", "start.msgpack"):
        (run.path / name).write_bytes(b"{")
    assert "1,438 for training" in report(run)
    assert "<h1>gone</h1>" in report(RunFolder(tmp_path / "gone"))


def test_a_page_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="cannot be written"):
        write_report(folder("broken"), tmp_path / "gone" / "report.html")
