"""Tables of image files and labels."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from app.data.opening import classes_of, first_classes_of
from app.data.source import DataError
from app.data.table import table


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.png", "b.png", "sub/c.png", "d.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        Image.new("L", (4, 3), 9).save(tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(
    "text",
    [
        "path,label\na.png,cat\nb.png,dog\nsub/c.png,cat\nd.jpg,dog\n",
        "\ufeffId;Class;other\na.png;cat;1\nb.png;dog;1\n sub/c.png ; cat ;1\nd.jpg;dog;1\n",
        "label\tfilename\ncat\ta.png\ndog\tb.png\n\ncat\tsub/c.png\ndog\td.jpg",
        '"a.png",cat\nb.png,"dog"\nsub/c.png,cat\nd.jpg,dog\n',
        "cat,a.png\ndog,b.png\ncat,sub/c.png\ndog,d.jpg\n",
    ],
)
def test_tables_as_people_write_them(folder: Path, text: str) -> None:
    (folder / "t.csv").write_text(text)
    source = table(folder / "t.csv", lambda: None)
    assert source.about.classes == ("cat", "dog")
    assert source.labels.tolist() == [0, 1, 0, 1]
    assert source.about.sizes == {(3, 4): 4}
    assert not source.split(0.5, 0).given
    assert classes_of(str(folder / "t.csv")) == 2
    assert first_classes_of(str(folder / "t.csv")) == (2, True)


def test_a_column_holds_some_out_and_numbers_are_in_order(folder: Path) -> None:
    (folder / "t.csv").write_text(
        "path,label,split\na.png,10,train\nb.png,9,train\nsub/c.png,9,val\nd.jpg,10,Test\n"
    )
    source = table(folder / "t.csv", lambda: None)
    assert source.about.classes == ("9", "10")
    assert source.split(0.5, 0).val.tolist() == [2, 3]


def test_lines_of_no_use_are_named(folder: Path) -> None:
    (folder / "notes.txt").write_text("hello")
    (folder / "t.csv").write_text(
        "path,label\na.png,cat\nmissing.png,cat\nb.png,\n,dog\nnotes.txt,cow\nd.jpg,dog\n"
    )
    source = table(folder / "t.csv", lambda: None)
    assert len(source) == 2
    assert [line.partition(": ")[0] for line in source.about.skipped] == [
        "missing.png", "line 4", "line 5", "notes.txt",
    ]  # fmt: skip
    assert source.about.empty == ("cow",)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "begins with nothing"),
        (b"label,pixel0,pixel1\n1,0,0\n", "begins with label, pixel0, pixel1, and not with path"),
        (b"path,label\na.png,cat\n", "readable images of 1 classes"),
        (b"path,label\n", "of 0 classes"),
        (b"path,label\nnothing.png,cat\n", "1 lines were skipped .first nothing.png"),
        (b"path,label\na.png,\xff\xfe\n", "not in UTF-8"),
    ],
)
def test_tables_of_no_use_say_why(folder: Path, content: bytes, words: str) -> None:
    (folder / "t.csv").write_bytes(content)
    with pytest.raises(DataError, match=words):
        table(folder / "t.csv", lambda: None)


def test_of_a_long_table_the_first_lines_are_read_at_once(folder: Path) -> None:
    long = folder / "t.csv"
    lines = [f"{k}.png,{'late' if k > 15_000 else k % 3}" for k in range(20_000)]
    long.write_text("path,label\n" + "\n".join(lines))
    assert first_classes_of(str(long)) == (3, False)
    assert classes_of(str(long)) == 4
    long.write_text("path,label\n" + "\n".join(lines * 6))
    assert classes_of(str(long)) is None, "nobody is to wait for it"
    long.write_text("path,label\na.png,cat\nb.png,dog\n")
    assert classes_of(str(long)) == 2, "it is another by now"
    assert first_classes_of(str(folder / "none.csv")) == (None, True)


def test_there_is_no_such_table(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none.csv cannot be read"):
        table(tmp_path / "none.csv", lambda: None)
