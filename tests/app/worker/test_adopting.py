"""Files with weights: what is taken out of them, and what is refused without being run."""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from app.training.messages import Adopted
from app.weights.adopting import Reader
from app.weights.cache import kept, trim
from app.weights.tensors import WeightsError, tensors
from app.worker.adopting import adopt
from nodes.files import FileError

STATE = {
    "conv.weight": torch.rand(6, 1, 3, 3),
    "bn.running_mean": torch.rand(6).half(),
    "bn.num_batches_tracked": torch.tensor(7),
    "fc.bias": torch.rand(10).bfloat16(),
}


class Hostile:
    """Would make a folder, if anything ever ran it."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (self.folder,)


def taken(path: Path, folder: Path) -> dict[str, torch.Tensor]:
    found = adopt(path, folder, lambda doing, share: None)
    assert Path(found.path) == folder / f"{found.sha256}.safetensors"
    return load_file(found.path)


def same(found: dict[str, torch.Tensor]) -> bool:
    return found.keys() == STATE.keys() and all(
        found[k].dtype == t.dtype and torch.equal(found[k], t) for k, t in STATE.items()
    )


NESTS: dict[str, Callable[[], object]] = {
    "plain": lambda: STATE,
    "parameters": lambda: (
        torch.nn.ParameterDict({"a": torch.nn.Parameter(torch.rand(2))}).state_dict() | STATE
    ),
    "checkpoint": lambda: {
        "epoch": 3,
        "optimizer": {"state": {0: {"exp_avg": torch.rand(9)}}, "param_groups": [{"lr": 0.1}]},
        "state_dict": STATE,
    },
    "model": lambda: {"model": STATE, "ema": {"conv.weight": torch.rand(1)}, "optim": STATE},
    "deep": lambda: {"run": {"best": STATE}},
    "tensors beside it": lambda: {
        "state_dict": STATE,
        "best_acc1": torch.tensor(69.7),
        **{f"loss{k}": torch.tensor(0.1) for k in range(9)},
    },
    "a tensor beside one of any name": lambda: {"run": STATE, "best": torch.tensor(69.7)},
}


@pytest.mark.parametrize("name", NESTS)
def test_tensors_are_found_wherever_they_are(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.pth"
    torch.save(NESTS[name](), path)
    found = taken(path, tmp_path / "kept")
    assert same({key: t for key, t in found.items() if key != "a"})


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("plain", []),
        ("checkpoint", ["state_dict"]),
        ("model", ["model", "ema"]),
        ("deep", ["run.best"]),
    ],
)
def test_it_is_noted_what_of_a_checkpoint_is_taken(
    tmp_path: Path, name: str, part: list[str]
) -> None:
    path = tmp_path / "a.pth"
    torch.save(NESTS[name](), path)
    kept = adopt(path, tmp_path / "kept", lambda doing, share: None)
    assert tensors(Path(kept.path)).part == part


@pytest.mark.parametrize("zipped", [True, False])
def test_their_order_is_kept(tmp_path: Path, zipped: bool) -> None:
    path = tmp_path / "a.pt"
    torch.save(STATE, path, _use_new_zipfile_serialization=zipped)
    kept = adopt(path, tmp_path / "kept", lambda doing, share: None)
    found = tensors(Path(kept.path))
    assert ([e.key for e in found.entries], found.ordered) == (list(STATE), True)


def test_tensors_that_share_their_numbers(tmp_path: Path) -> None:
    whole = torch.rand(4, 6)
    path = tmp_path / "a.pth"
    torch.save({"a": whole, "b": whole, "c": whole[1:3].T, "d": whole[0]}, path)
    found = taken(path, tmp_path / "kept")
    assert torch.equal(found["b"], whole)
    assert torch.equal(found["c"], whole[1:3].T)
    assert torch.equal(found["d"], whole[0])


def test_a_file_of_safetensors_is_kept_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"  # its content tells what it is
    save_file(STATE, path)
    assert same(taken(path, tmp_path / "kept"))
    assert [file.read_bytes() for file in (tmp_path / "kept").iterdir()] == [path.read_bytes()]


def test_what_is_kept_is_not_read_again(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.pth", tmp_path / "kept"
    torch.save(STATE, path)
    first = adopt(path, folder, lambda doing, share: None)
    told: list[str] = []
    os.utime(first.path, (0, 0))
    path.rename(tmp_path / "b.pth")
    again = adopt(tmp_path / "b.pth", folder, lambda doing, share: told.append(doing))
    assert again == first
    assert os.stat(first.path).st_mtime > 0, "the cache goes by when it was used"
    assert set(told) == {"Reading the file"}


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float32, torch.float64])
@pytest.mark.parametrize("number", [float("nan"), float("-inf")])
@pytest.mark.parametrize("write", [torch.save, save_file])
def test_what_holds_no_numbers_is_marked(
    tmp_path: Path, dtype: torch.dtype, number: float, write: Callable[..., None]
) -> None:
    spoiled = torch.rand(3, 5).to(dtype)
    spoiled[2, 3] = number
    largest = torch.full((7,), -torch.finfo(dtype).max, dtype=dtype)
    held = {"a": largest, "b": spoiled, "c": torch.arange(9), "d": torch.zeros(0, dtype=dtype)}
    path = tmp_path / "a.pth"
    write(held, path)
    kept = Path(adopt(path, tmp_path / "kept", lambda doing, share: None).path)
    assert tensors(kept).spoiled == ["b"]
    assert torch.equal(load_file(kept)["b"], spoiled) or number != number
    assert torch.equal(load_file(kept)["a"], largest)


def _hostile(path: Path) -> None:
    torch.save({"a": torch.rand(2), "b": Hostile(path.parent / "ran")}, path)


def _hostile_pickle(path: Path) -> None:
    path.write_bytes(pickle.dumps({"a": Hostile(path.parent / "ran")}, protocol=2))


def _swollen(path: Path) -> None:
    torch.save({"a": torch.zeros(1).expand(10**15)}, path)


def _cut(path: Path) -> None:
    torch.save(STATE, path)
    path.write_bytes(path.read_bytes()[:-200])


def _cut_safetensors(path: Path) -> None:
    save_file(STATE, path)
    path.write_bytes(path.read_bytes()[:-1])


REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "hostile": (_hostile, r"holds \w+\.mkdir, which is code.*torch\.save\(model\.state_dict"),
    "hostile pickle": (_hostile_pickle, "code that would run.*so it is not"),
    "module": (lambda path: torch.save(torch.nn.ReLU(), path), "ReLU, which is code"),
    "cut": (_cut, "damaged"),
    "cut safetensors": (_cut_safetensors, "not a whole .safetensors file"),
    "empty": (lambda path: path.touch(), "damaged"),
    "text": (lambda path: path.write_text("hello there"), "damaged"),
    "no tensors": (lambda path: torch.save({"epoch": 3}, path), "no tensors by name"),
    "nothing": (lambda path: torch.save({}, path), "no tensors by name"),
    "a list": (lambda path: torch.save([torch.rand(2)], path), "no tensors by name"),
    "swollen": (_swollen, "claims to hold 4,000,000,000,000,000 bytes"),
    "folder": (lambda path: path.mkdir(), "is not a file"),
    "missing": (lambda path: None, "no such file"),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.filterwarnings("ignore:Detected pickle protocol")
def test_what_is_refused(tmp_path: Path, name: str) -> None:
    write, words = REFUSED[name]
    path, folder = tmp_path / "a.pth", tmp_path / "kept"
    write(path)
    with pytest.raises(WeightsError, match=words):
        adopt(path, folder, lambda doing, share: None)
    assert not (tmp_path / "ran").exists()
    assert not folder.exists() or not os.listdir(folder)


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.pth", tmp_path / "kept"
    torch.save(STATE, path)
    folder.write_text("a file")
    with pytest.raises(WeightsError, match="cannot be used"):
        adopt(path, folder, lambda doing, share: None)


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path, folder = tmp_path / "a.safetensors", tmp_path / "kept"
    save_file(STATE, path)
    monkeypatch.setattr("shutil.copyfile", full)
    with pytest.raises(FileError, match="disk is full"):
        adopt(path, folder, lambda doing, share: None)
    assert not os.listdir(folder)


# --- through the process -------------------------------------------------------------------------


def test_a_process_reads_and_tells_how_far_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.pth"
    torch.save(STATE, path)
    told: list[str] = []
    found = Reader().read(path, lambda doing, share: told.append(doing))
    assert found.file == str(path)
    assert told[0] == "Reading the file"
    assert told[-1] == "Keeping its tensors"
    expected = adopt(path, tmp_path / "kept", lambda doing, share: None)
    assert isinstance(expected, Adopted)
    assert found.sha256 == expected.sha256


def test_looking_at_files_does_not_fill_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SKIPWIRE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("app.weights.adopting.trim", lambda spared: trim(spared, most=0))
    found: list[str] = []
    for number in range(3):
        torch.save({"a": torch.tensor(number)}, tmp_path / "a.pth")
        found.append(Reader(found[0] if found else "").read(tmp_path / "a.pth").sha256)
    assert [kept(sha256).exists() for sha256 in found] == [True, False, True]


def test_a_process_says_why_not(tmp_path: Path) -> None:
    path = tmp_path / "a.pth"
    _hostile(path)
    with pytest.raises(WeightsError, match="which is code"):
        Reader().read(path)
    assert not (tmp_path / "ran").exists()


def test_a_reading_can_be_ended(tmp_path: Path) -> None:
    path = tmp_path / "a.pth"
    with open(path, "wb") as file:
        file.truncate(1 << 40)  # a hole, so that reading it takes for ever
    reader, begun = Reader(), threading.Event()
    failures: list[str] = []

    def read() -> None:
        try:
            reader.read(path, lambda doing, share: begun.set())
        except WeightsError as error:
            failures.append(str(error))

    thread = threading.Thread(target=read)
    thread.start()
    assert begun.wait(60)
    reader.cancel()
    thread.join(60)
    assert "was not read" in failures[0]


def test_a_reading_that_was_ended_before_it_began(tmp_path: Path) -> None:
    path = tmp_path / "a.pth"
    torch.save(STATE, path)
    reader = Reader()
    reader.cancel()
    with pytest.raises(WeightsError):
        reader.read(path)
