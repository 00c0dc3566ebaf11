"""The parts of the training script that are there where not everything learns alike, as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.codegen.layout import STEP, WIDTH
from app.codegen.wording import value_text
from nodes.learning import Learning

_ABOUT = "# Names are those of the state_dict; each stands for all inside it.\n"
_OPTION = """\
    add("--weights", type=Path, metavar="FILE", help="begin with these, where they fit")
"""
_OPTION_GIVEN = """\
    add("--weights", type=Path, default=Path(WEIGHTS), help="begin with these")
"""
_BEGIN_WITH = '''\
def read_weights(file: Path) -> dict:
    """The state_dict of a file, or the one that its checkpoint holds."""
    if not file.is_file():
        raise SystemExit(f"{file} is not there; name another with --weights.")
    if file.suffix == ".safetensors":
        from safetensors.torch import load_file

        return load_file(file)
    try:
        held = torch.load(file, map_location="cpu", weights_only=True)
    except (UnpicklingError, RuntimeError, EOFError):
        raise SystemExit(
            f"{file} is damaged, or holds more than numbers; have its weights "
            "saved alone: torch.save(model.state_dict(), ...)."
        ) from None
    for name in ("state_dict", "model_state_dict", "model", "net", "network"):
        if isinstance(held, dict) and isinstance(held.get(name), dict):
            held = held[name]
    return held if isinstance(held, dict) else {}


def begin_with(network: nn.Module, file: Path) -> str:
    """Take over the tensors of a file whose names and shapes fit.

    What its names have before those of the network, as "module.", is taken off.
    """
    ours = network.state_dict()
    found = read_weights(file).items()
    theirs = {k: t for k, t in found if isinstance(t, torch.Tensor)}
    starts = {k[: -len(o)] for k in theirs for o in ours if f".{k}".endswith(f".{o}")}
    start = max(
        sorted(starts, key=len),
        key=lambda start: sum(start + k in theirs for k in ours),
        default="",
    )
    fits = {k: theirs[start + k] for k in ours if start + k in theirs}
    fits = {k: t for k, t in fits.items() if t.shape == ours[k].shape}
    if not fits:
        raise SystemExit(f"No tensor of {file} fits this network.")
    network.load_state_dict({**ours, **fits})
    return f"began with {len(fits)} of {len(ours)} tensors of {file.name}"


'''
_BEGIN = """\
    if args.weights and not args.resume:
        told = begin_with(network, args.weights)
        if rank == 0:
            print(told, flush=True)
"""
_NONE_GIVEN = """\
    elif not args.resume:
        raise SystemExit("What is FROZEN would stay as drawn at random; add --weights.")
"""
_FREEZE = '''\
def freeze(network: nn.Module) -> None:
    """What is FROZEN learns nothing."""
    for name in FROZEN:
        attrgetter(name)(network).requires_grad_(False)


'''
_KEEP_STILL = '''\
def keep_still(network: nn.Module) -> None:
    """In what is STILL, normalisations use their running statistics in training too."""
    for name in STILL:
        for module in network.get_submodule(name).modules():
            if getattr(module, "track_running_stats", False):
                module.eval()


'''
_GROUPS = '''\
def parameter_groups(network: nn.Module) -> list[dict]:
    """What learns, by the factor on its rate; of several RATES the innermost counts."""
    groups: dict[float, list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        around = [path for path in RATES if f"{name}.".startswith(f"{path}.")]
        factor = RATES[max(around, key=len)] if around else 1.0
        if parameter.requires_grad:
            groups.setdefault(factor, []).append(parameter)
    return [{"params": found, "factor": factor} for factor, found in groups.items()]


'''


def learning_parts(learning: Learning, weights: str) -> Mapping[str, str]:
    """What stands in the script's places for it: nothing, where everything learns alike.

    `weights` is the file to begin with, empty where there is none.
    """
    frozen, still, rates = learning.frozen, learning.still, learning.rates
    held = bool(frozen or rates)
    begins = held or bool(weights)
    factors = [f"{value_text(path)}: {value_text(factor)}" for path, factor in rates]
    constants = (
        _constant("FROZEN", ("(", ")"), map(value_text, frozen))
        + _constant("STILL", ("(", ")"), map(value_text, still))
        + _constant("RATES", ("{", "}"), factors)
    )
    return {
        "held": _file(weights) + (f"{_ABOUT}{constants}" if constants else ""),
        "pickle_import": "from pickle import UnpicklingError\n" if begins else "",
        "operator_import": "from operator import attrgetter\n" if frozen else "",
        "begin_option": _OPTION_GIVEN if weights else _OPTION if held else "",
        "held_functions": "".join(
            text
            for text, there in (
                (_BEGIN_WITH, begins),
                (_FREEZE, frozen),
                (_KEEP_STILL, still),
                (_GROUPS, rates),
            )
            if there
        ),
        "begin": "".join(
            text
            for text, there in (
                (_BEGIN, begins),
                (_NONE_GIVEN, frozen and not weights),
                ("    freeze(network)\n", frozen),
            )
            if there
        ),
        "keep_still": "        keep_still(network)\n" if still else "",
        "parameters": "parameter_groups(network)" if rates else "network.parameters()",
        "factor": 'group["factor"] * ' if rates else "",
    }


def _file(weights: str) -> str:
    """The constant with the path of the weights, which no formatter can break."""
    line = f"WEIGHTS = {value_text(weights)}" if weights else ""
    return f"{line}{'  # noqa: E501' * (len(line) > WIDTH)}\n" if weights else ""


def _constant(name: str, brackets: tuple[str, str], items: Iterable[str]) -> str:
    """A tuple or dictionary as a line, or as one for each of its items."""
    opening, closing = brackets
    listed = [*items]
    if not listed:
        return ""
    comma = "," if len(listed) == 1 and opening == "(" else ""
    line = f"{name} = {opening}{', '.join(listed)}{comma}{closing}\n"
    if len(line) <= WIDTH + 1:
        return line
    inner = "".join(f"{STEP}{item},\n" for item in listed)
    return f"{name} = {opening}\n{inner}{closing}\n"
