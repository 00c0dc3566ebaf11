"""The training script runs as it stands: alone, resumed, and in two processes under torchrun."""

from __future__ import annotations

import math
import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from msgspec.structs import asdict
from PIL import Image

from app.analysis import analyse
from app.codegen import generate, script_recipe, script_text
from app.codegen.script import SCRIPT_NAME, ScriptError, generate_script, module_name
from app.codegen.script_recipe import LEFT_OUT
from app.training.recipe import Recipe
from app.training.schedules import factor
from nodes.network import ROOT, Frozen, Graph, Network, edits
from nodes.network.document import How, Weights
from tests.app.codegen.networks import NETWORKS
from tests.app.codegen.test_generate import ruff
from tests.app.heads import WEIGHT, two_heads
from tests.app.networks import ends, graph, network, node

BeginWith = tuple[Callable[[torch.nn.Module, Path], str], Callable[[], torch.nn.Module]]
CLASSES = 3
THREADS = Path("/proc/self/task")
# with running statistics and random numbers, which a resume could lose
SMALL = network(
    [
        *ends(1, 8, 8),
        node("conv", "Conv2d", out_channels=4),
        node("bn", "BatchNorm2d"),
        node("act", "ReLU"),
        node("drop", "Dropout", p=0.2),
        node("flatten", "Flatten"),
        node("fc", "Linear", out_features=CLASSES),
    ],
    "input conv bn act drop flatten fc output",
)
SIGNAL = network([*ends(2, 16), node("flatten", "Flatten"), node("fc", "Linear", out_features=2)],
                 "input flatten fc output")  # fmt: skip
VECTOR = network([*ends(64), node("fc", "Linear", out_features=10)], "input fc output")
COLOUR = NETWORKS["resnet20"]
HELD = edits.set_rate(edits.set_frozen(SMALL, ROOT, ["conv", "bn"], Frozen.ALL), ROOT, ["fc"], 0.5)
TWO_KEPT = network(
    [*ends(64), node("fc", "Linear", out_features=10), node("left", "Linear", out_features=10),
     node("second", "Output", loss_weight=0.5)],
    "input fc output", "input left second",
)  # fmt: skip


MANY_HELD = edits.set_rate(
    edits.set_frozen(COLOUR, ROOT, ["layer1"], Frozen.WEIGHTS), "PaddedBlock", ["conv1"], 0.1
)


def _with_another(classes: int) -> Graph:
    """VECTOR with a second Output, for other classes."""
    nodes = [*VECTOR.graph.nodes, node("three", "Linear", out_features=classes),
             node("other", "Output")]  # fmt: skip
    return graph(nodes, "input fc output", "input three other")


def write(net: Network, folder: Path, weights: Weights | None = None, **recipe: Any) -> str:
    """Module and script, in a folder; gives the module's name."""
    report = analyse(net)
    source = generate(net, report)
    values = asdict(Recipe(**{"epochs": 2, "batch_size": 8, **recipe}))
    (folder / f"{module_name(source)}.py").write_text(source.text)
    (folder / SCRIPT_NAME).write_text(generate_script(net, report, source, values, weights))
    return module_name(source)


def run(
    folder: Path, *words: str, torchrun: bool = False, script: str = SCRIPT_NAME
) -> subprocess.CompletedProcess[str]:
    launcher = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node=2"]
    return subprocess.run(
        [sys.executable, *(launcher if torchrun else []), script, "--device", "cpu", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )


def losses(done: subprocess.CompletedProcess[str]) -> list[list[float]]:
    """Of every epoch that was told: the training loss, the validation loss and the accuracy."""
    assert done.returncode == 0, done.stderr
    told = [line.split() for line in done.stdout.splitlines() if line.startswith("epoch")]
    return [[float(words[k].rstrip("%")) for k in (3, 6, 8)] for words in told]


@pytest.fixture(scope="module")
def images(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three classes of fourteen noisy grey images, told apart by their brightness."""
    folder = tmp_path_factory.mktemp("images")
    random = np.random.default_rng(0)
    for label, name in enumerate(("dark", "grey", "light")):
        (folder / name).mkdir()
        for k in range(14):
            pixels = random.integers(0, 60, (9, 11)) + 90 * label
            Image.fromarray(pixels.astype(np.uint8)).save(folder / name / f"{k}.png")
    return folder


@pytest.mark.parametrize(
    "net",
    [SMALL, SIGNAL, VECTOR, COLOUR, two_heads(), TWO_KEPT, HELD, MANY_HELD],
    ids=["1", "signal", "flat", "3", "heads", "two kept", "held", "many held"],
)
def test_it_is_clean_for_linter_and_formatter(net: Network, tmp_path: Path) -> None:
    write(net, tmp_path)
    (tmp_path / "begun").mkdir()
    write(net, tmp_path / "begun", Weights(f"/{'long/' * 25}a.pth"))
    for command in ("format", "--diff"), ("check", "--select=E,F,I,W,B,UP"):
        done = subprocess.run(
            [ruff(), *command, "--isolated", "--line-length=88", "."],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr


FULL: dict[str, Any] = {
    "optimizer": "sgd", "nesterov": True, "weight_decay": 1e-4, "decay_norms": False,
    "schedule": "one-cycle", "label_smoothing": 0.1, "clip": 1.0, "accumulate": 2,
    "precision": "bfloat16",
}  # fmt: skip


@pytest.mark.parametrize("net", [SMALL, two_heads(), HELD], ids=["1", "heads", "held"])
def test_so_is_that_of_a_recipe_with_everything(net: Network, tmp_path: Path) -> None:
    write(net, tmp_path, **FULL, ema=0.999, stop_after=9, class_weights=(1.0, 2.0, 0.5), mixup=0.2)
    for command in ("format", "--diff"), ("check", "--select=E,F,I,W,B,UP"):
        done = subprocess.run(
            [ruff(), *command, "--isolated", "--line-length=88", "."],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    told = (tmp_path / SCRIPT_NAME).read_text()
    assert "out of its recipe: class_weights 1.0 2.0 0.5; ema 0.999; stop_after 9;" in told


def test_every_field_of_the_recipe_is_done_or_told_to_be_left_out() -> None:
    usual = asdict(Recipe())
    assert {name: usual[name] for name in LEFT_OUT} == LEFT_OUT
    done = usual.keys() - LEFT_OUT.keys()
    text = "".join(
        Path(str(module.__file__)).read_text() for module in (script_text, script_recipe)
    )
    kept = {"samples", "keep_best", "processes", "workers", "checkpoint_minutes", "tensorboard"}
    assert {name for name in done if f"${name}" not in text and f'"{name}"' not in text} == kept


@pytest.mark.parametrize("schedule", ["cosine", "constant", "step", "one-cycle", "plateau"])
def test_its_rates_are_those_of_the_window(
    schedule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Recipe(schedule=schedule, epochs=10, step_every=2, step_factor=0.5, warmup=0.3)  # type: ignore[arg-type]
    module = write(VECTOR, tmp_path, **asdict(told))
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setattr(sys, "argv", [SCRIPT_NAME])
    script = runpy.run_path(str(tmp_path / SCRIPT_NAME))
    monkeypatch.delitem(sys.modules, module)
    args, rate = script["read_arguments"](), script["learning_rate"]
    lowered = 2 if schedule == "plateau" else 0
    for step in range(60):
        expected = told.learning_rate * factor(told, step, 60, 6, lowered)
        assert rate(step, 60, step // 6, lowered, args) == pytest.approx(expected)


BY_ROOTS = {"optimizer": "rmsprop", "momentum": 0.5, "learning_rate": 0.001, "schedule": "plateau"}


@pytest.mark.parametrize("values", [FULL, BY_ROOTS, {"optimizer": "adagrad"}])
def test_it_learns_by_a_recipe_with_everything(values: dict[str, Any], tmp_path: Path) -> None:
    write(VECTOR, tmp_path, **{"learning_rate": 0.05, "batch_size": 64, **values})
    assert losses(run(tmp_path, "--epochs", "4"))[-1][2] > 80


def test_it_learns_from_a_folder_of_images(images: Path, tmp_path: Path) -> None:
    module = write(SMALL, tmp_path, learning_rate=0.02)
    told = losses(run(tmp_path, "--data", str(images), "--epochs", "6", "--workers", "1"))
    assert len(told) == 6
    assert told[-1][0] < told[0][0] / 2
    assert told[-1][2] > 80
    best = torch.load(tmp_path / "runs" / "best.pt")
    namespace: dict[str, Any] = {}
    exec((tmp_path / f"{module}.py").read_text(), namespace)
    namespace["Test"]().load_state_dict(best)
    assert sorted(os.listdir(tmp_path / "runs")) == ["best.pt", "last.pt"]


def test_a_resumed_run_gives_what_a_straight_one_gives(images: Path, tmp_path: Path) -> None:
    write(SMALL, tmp_path, data=str(images), schedule="constant", warmup=0.0)
    straight = losses(run(tmp_path, "--epochs", "4", "--out", "straight"))
    begun = losses(run(tmp_path, "--epochs", "2", "--out", "parts"))
    rest = losses(run(tmp_path, "--epochs", "4", "--out", "parts", "--resume", "parts/last.pt"))
    assert begun + rest == straight
    one, other = (torch.load(tmp_path / out / "last.pt") for out in ("straight", "parts"))
    assert one["epochs"] == other["epochs"] == 4
    assert one["best"] == other["best"]
    for key, value in one["network"].items():
        assert torch.equal(value, other["network"][key]), key


def test_two_processes_learn_as_one_does(tmp_path: Path) -> None:
    write(VECTOR, tmp_path, batch_size=64)
    alone = losses(run(tmp_path, "--out", "one"))
    together = losses(run(tmp_path, "--out", "two", torchrun=True))
    assert together == [pytest.approx(epoch, abs=2e-3) for epoch in alone]
    one, other = (torch.load(tmp_path / out / "last.pt")["network"] for out in ("one", "two"))
    for key, value in one.items():
        assert torch.allclose(value, other[key], atol=1e-3), key


def test_two_processes_share_running_statistics_and_resume(images: Path, tmp_path: Path) -> None:
    write(SMALL, tmp_path, data=str(images), schedule="constant", warmup=0.0)
    straight = losses(run(tmp_path, "--epochs", "2", "--out", "straight", torchrun=True))
    run(tmp_path, "--epochs", "1", "--out", "parts", torchrun=True)
    words = ("--epochs", "2", "--out", "parts", "--resume", "parts/last.pt")
    assert losses(run(tmp_path, *words, torchrun=True)) == straight[1:]


@pytest.mark.skipif(not THREADS.is_dir(), reason="the system does not list threads")
def test_no_thread_of_the_processes_outlives_their_group(tmp_path: Path) -> None:
    """A thread of gloo that frees a tensor after the interpreter has ended aborts the process."""
    write(VECTOR, tmp_path)
    (tmp_path / "watched.py").write_text(
        "import os, runpy\n"
        "from pathlib import Path\n"
        f"runpy.run_path({SCRIPT_NAME!r}, run_name='__main__')\n"
        f"names = [p.joinpath('comm').read_text() for p in Path({str(THREADS)!r}).iterdir()]\n"
        "Path('threads' + os.environ['RANK']).write_text(''.join(names))\n"
    )
    assert len(losses(run(tmp_path, "--epochs", "1", torchrun=True, script="watched.py"))) == 1
    for rank in "01":
        names = (tmp_path / f"threads{rank}").read_text()
        assert names
        assert "gloo" not in names


def test_heads_are_trained_and_left_out_of_the_validation(tmp_path: Path) -> None:
    """Sure of nothing at first, each of the three gives a loss of log 10."""
    write(two_heads(), tmp_path, learning_rate=1e-6, batch_size=64)
    ((train, validation, _),) = losses(run(tmp_path, "--epochs", "1"))
    assert train == pytest.approx((1 + 2 * WEIGHT) * math.log(10), rel=0.1)
    assert validation == pytest.approx(math.log(10), rel=0.1)
    write(two_heads(), tmp_path, learning_rate=0.01, batch_size=64)
    assert losses(run(tmp_path, "--epochs", "3"))[-1][2] > 50


def test_outputs_that_are_kept_are_validated_with_their_weights(tmp_path: Path) -> None:
    write(TWO_KEPT, tmp_path, learning_rate=1e-6, batch_size=64)
    ((train, validation, _),) = losses(run(tmp_path, "--epochs", "1"))
    assert train == pytest.approx(1.5 * math.log(10), rel=0.2)
    assert validation == pytest.approx(train, rel=0.1)


def test_it_reads_arrays_and_makes_up_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(SIGNAL, tmp_path)
    assert len(losses(run(tmp_path, "--epochs", "1"))) == 1  # synthetic: no digits fit here
    x = np.random.default_rng(0).normal(size=(20, 2, 16))
    np.savez(tmp_path / "good.npz", x=x, y=np.arange(20) % 2)
    np.savez(tmp_path / "bad.npz", x=x[:, :1], y=np.arange(20) % 2)
    assert len(losses(run(tmp_path, "--data", "good.npz"))) == 2
    monkeypatch.syspath_prepend(tmp_path)
    for name, reason in ("bad.npz", r"are \(1, 16\), not \(2, 16\)"), ("none", "none is not there"):
        monkeypatch.setattr(sys, "argv", [SCRIPT_NAME, "--data", str(tmp_path / name)])
        with pytest.raises(SystemExit, match=reason):
            runpy.run_path(str(tmp_path / SCRIPT_NAME), run_name="__main__")


def test_its_defaults_are_those_of_the_recipe(tmp_path: Path) -> None:
    write(COLOUR, tmp_path, optimizer="sgd", weight_decay=1e-4, learning_rate=0.1, data="my photos")
    text = (tmp_path / SCRIPT_NAME).read_text()
    for default in ('"sgd"', "0.0001", "0.1", '"my photos"', "0.9"):
        assert f"default={default}" in text
    assert "from resnet20 import ResNet20" in text


@pytest.mark.parametrize("data", ["shapes", "photographs", "my.png"])
def test_what_it_has_no_reader_for_gives_way_to_what_is_built_in(tmp_path: Path, data: str) -> None:
    write(SMALL, tmp_path, data=data)
    assert 'default="digits"' in (tmp_path / SCRIPT_NAME).read_text()


@pytest.mark.parametrize(
    ("net", "reason"),
    [
        (NETWORKS["two inputs and two outputs"], "2 inputs"),
        (NETWORKS["shared values"], "one number a class"),
        (replace(VECTOR, graph=_with_another(3)), "other gives 3 for a sample and output 10"),
    ],
)
def test_what_it_cannot_train_is_refused(net: Network, reason: str) -> None:
    report = analyse(net)
    with pytest.raises(ScriptError, match=reason):
        generate_script(net, report, generate(net, report), asdict(Recipe()))


def test_a_module_never_hides_one_of_the_language(tmp_path: Path) -> None:
    assert write(replace(SMALL, name="Math"), tmp_path) == "math_network"
    assert write(replace(SMALL, name="Train"), tmp_path) == "train_network"


# --- what is frozen, and rates of their own -------------------------------------------------------


@pytest.mark.parametrize("torchrun", [False, True], ids=["alone", "two processes"])
def test_what_is_frozen_stays_and_the_rest_learns(
    images: Path, tmp_path: Path, torchrun: bool
) -> None:
    module = write(HELD, tmp_path, data=str(images), learning_rate=0.02)
    made = runpy.run_path(str(tmp_path / f"{module}.py"))["Test"]
    torch.manual_seed(7)
    before = made().state_dict()
    begun = {**before, "fc.weight": torch.zeros(7, 7), "more": torch.zeros(1)}
    torch.save(begun, tmp_path / "before.pth")
    done = run(tmp_path, "--weights", "before.pth", torchrun=torchrun)
    assert losses(done)
    assert done.stdout.count("began with 8 of 9 tensors of before.pth") == 1
    after = torch.load(tmp_path / "runs" / "last.pt")
    for key, tensor in before.items():
        same = torch.equal(after["network"][key], tensor)
        assert same == key.startswith(("conv", "bn")), key
    (group,) = after["optimizer"]["param_groups"]
    assert group["factor"] == 0.5
    assert 0 < group["lr"] <= 0.5 * 0.02


@pytest.fixture
def begin_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BeginWith:
    """The function of the script that reads weights, and what makes the network."""
    module = write(HELD, tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, module, raising=False)
    found = runpy.run_path(str(tmp_path / SCRIPT_NAME))
    monkeypatch.delitem(sys.modules, module)
    return found["begin_with"], found["Test"]


@pytest.mark.parametrize("net", [SMALL, HELD], ids=["free", "held"])
def test_it_begins_with_the_weights_that_the_network_has(
    net: Network, images: Path, tmp_path: Path
) -> None:
    path = tmp_path / "long" / ("name" * 25) / "before.pth"
    module = write(net, tmp_path, Weights(str(path)), data=str(images), learning_rate=0.0)
    path.parent.mkdir(parents=True)
    made = runpy.run_path(str(tmp_path / f"{module}.py"))["Test"]
    torch.manual_seed(7)
    before = made().state_dict()
    torch.save(before, path)
    done = run(tmp_path, "--epochs", "1")
    assert losses(done)
    assert "began with 9 of 9 tensors of before.pth" in done.stdout
    after = torch.load(tmp_path / "runs" / "best.pt")
    assert torch.equal(after["conv.weight"], before["conv.weight"])
    path.unlink()
    assert losses(run(tmp_path, "--resume", "runs/last.pt", "--epochs", "2")), "it is not needed"


@pytest.mark.parametrize(
    "nest",
    [
        lambda state: {"state_dict": state, "epoch": 3, "best": torch.tensor(0.5)},
        lambda state: {f"module.{key}": tensor for key, tensor in state.items()},
        lambda state: {"model": {f"a.b.{k}": t for k, t in state.items()}, "ema": {"bn.bias": 1}},
    ],
    ids=["checkpoint", "prefix", "both"],
)
def test_it_takes_the_files_that_the_window_takes(
    nest: Callable[[dict[str, torch.Tensor]], object], begin_with: BeginWith, tmp_path: Path
) -> None:
    function, made = begin_with
    state = made().state_dict()
    torch.save(nest(state), tmp_path / "a.pth")
    network = made()
    assert function(network, tmp_path / "a.pth") == "began with 9 of 9 tensors of a.pth"
    assert torch.equal(network.state_dict()["fc.weight"], state["fc.weight"])


@pytest.mark.parametrize(
    ("write", "words"),
    [
        (lambda path: torch.save(torch.nn.ReLU(), path), "holds more than numbers"),
        (lambda path: path.write_bytes(b"PK and no more"), "is damaged"),
        (lambda path: path.touch(), "is damaged"),
        (lambda path: None, "is not there"),
        (lambda path: torch.save([torch.rand(2)], path), "No tensor of"),
    ],
    ids=["module", "cut", "empty", "missing", "list"],
)
def test_a_file_that_is_of_no_use_is_told_in_one_line(
    write: Callable[[Path], object], words: str, begin_with: BeginWith, tmp_path: Path
) -> None:
    function, made = begin_with
    write(tmp_path / "a.pth")
    with pytest.raises(SystemExit, match=words) as told:
        function(made(), tmp_path / "a.pth")
    assert len(str(told.value).splitlines()) == 1


def test_what_was_drawn_at_random_is_not_frozen_without_a_word(tmp_path: Path) -> None:
    write(HELD, tmp_path)
    done = run(tmp_path, "--data", "synthetic")
    assert done.returncode
    assert "add --weights" in done.stderr


def test_weights_by_order_are_refused() -> None:
    report = analyse(SMALL)
    weights = Weights("a.pth", "", How.ORDER)
    with pytest.raises(ScriptError, match=r"by order.*Save Weights"):
        generate_script(SMALL, report, generate(SMALL, report), asdict(Recipe()), weights)


def test_a_file_of_which_nothing_fits_is_refused(tmp_path: Path) -> None:
    write(HELD, tmp_path)
    torch.save({"other": torch.zeros(1)}, tmp_path / "other.pth")
    done = run(tmp_path, "--weights", "other.pth", "--data", "synthetic")
    assert done.returncode
    assert "No tensor of other.pth fits this network." in done.stderr


def test_of_what_is_not_there_nothing_is_written() -> None:
    report = analyse(SMALL)
    text = generate_script(SMALL, report, generate(SMALL, report), asdict(Recipe()))
    for name in ("FROZEN", "STILL", "RATES", "--weights", '"factor"'):
        assert name not in text


def test_a_script_that_would_learn_nothing_is_refused() -> None:
    drawn = edits.set_frozen(VECTOR, ROOT, ["fc"], Frozen.WEIGHTS)
    report = analyse(drawn)
    with pytest.raises(ScriptError, match="All weights are frozen"):
        generate_script(drawn, report, generate(drawn, report), asdict(Recipe()))
