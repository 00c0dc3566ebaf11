"""The recipe: what a document holds of it, and what is refused of it."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from app.training import extras
from app.training.controls import ChangeError, changed
from app.training.extras import lacking
from app.training.messages import Change
from app.training.recipe import ALWAYS, AUGMENTATION, LIVE, Recipe
from nodes.errors import DocumentError
from nodes.network.document import dumps, loads, read

EVERYTHING = Recipe(
    data="shapes", samples=50, steps=9, optimizer="rmsprop", schedule="plateau", loss="bce",
    precision="bfloat16", class_weights=(1.0, 2.5), clip=1.0, ema=0.99, compile=True, flip="both",
    mixup=0.2, normalise="given", mean=(0.5,), deviation=(0.25,), keep_best=False,
)  # fmt: skip


def test_a_document_holds_what_every_run_is_about_and_what_is_not_as_usual() -> None:
    assert tuple(Recipe().write()) == ALWAYS
    plain = Recipe(clip=1.0, mean=(0.5,)).write()
    assert {name: plain[name] for name in plain if name not in ALWAYS} == {
        "clip": 1.0,
        "mean": [0.5],
    }


@pytest.mark.parametrize("recipe", [Recipe(), EVERYTHING])
def test_what_is_written_is_read(recipe: Recipe) -> None:
    assert Recipe.read(recipe.write()) == recipe
    assert msgspec.json.decode(msgspec.json.encode(recipe), type=Recipe) == recipe


def test_it_is_flat() -> None:
    for name, value in msgspec.structs.asdict(EVERYTHING).items():
        parts = value if isinstance(value, tuple) else (value,)
        assert all(isinstance(part, bool | int | float | str) for part in parts), name


@pytest.mark.parametrize(
    "wrong",
    [{"clip": -1.0}, {"flip": "sideways"}, {"mixed_precision": True}, {"deviation": [0.0]}],
)
def test_what_is_out_of_bounds_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(DocumentError, match="recipe is not valid"):
        Recipe.read(wrong)


def test_what_may_change_in_mid_run_is_in_the_recipe() -> None:
    assert {*Recipe.__struct_fields__} >= LIVE
    assert {*AUGMENTATION} <= LIVE


def test_what_a_package_is_lacking_for_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda name: None)
    assert "pip install kornia" in lacking(Recipe(rich="trivial"))
    assert "policy rand" in lacking(Recipe(rich="rand"))
    assert lacking(Recipe()) == ""
    with pytest.raises(ChangeError, match="pip install kornia"):
        changed(Recipe(), Change({"rich": "rand"}))
    monkeypatch.setattr(extras, "find_spec", lambda name: object())
    assert lacking(Recipe(rich="trivial")) == ""


def test_a_file_of_the_version_before_is_read_as_what_it_meant() -> None:
    golden = Path(__file__).parents[2] / "networks" / "documents"
    former, present = (golden / f"version{n}.skipwire" for n in (4, 5))
    assert dumps(loads(former.read_bytes())) == present.read_text(encoding="utf-8")
    recipe = Recipe.read(read(former).recipe)
    assert (recipe.precision, recipe.schedule, recipe.warmup) == ("float32", "constant", 0.0)
    assert {k: v for k, v in recipe.write().items() if k not in ALWAYS} == {"warmup": 0.0}
    switched = former.read_text(encoding="utf-8").replace("false", "true")
    cosine = Recipe.read(loads(switched.replace("constant", "cosine")).recipe)
    assert (cosine.precision, cosine.warmup) == ("auto", 0.1)
    bare = json.loads(former.read_bytes())
    del bare["recipe"]
    assert Recipe.read(loads(json.dumps(bare)).recipe) == Recipe()
