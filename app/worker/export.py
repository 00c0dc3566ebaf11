"""Networks as files for other programs: ONNX, torch.export and safetensors, each checked."""

from __future__ import annotations

import copy
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from app.training.messages import Export, Exported, ExportFailed
from app.weights.entry import NETWORK
from app.worker.commands import Commands
from app.worker.errors import one_line
from app.worker.loading import make
from app.worker.outbox import Outbox
from app.worker.weights import begin_with
from nodes.errors import SkipwireError
from nodes.files import write_file

TOLERANCE = 1e-4  # of the outputs, or of their largest value where that is over 1
ONNX_BYTES = 2_000_000_000  # what one file can hold
_TRACED, _CHECKED = 2, 3  # batch sizes, so that a check also tells whether the batch is free


class ExportError(SkipwireError):
    """A network cannot be written in a format, or comes back as another one."""


@dataclass(frozen=True)
class Trained:
    """The network of a run, the source it was built from and the steps it has learned."""

    source: str
    network: nn.Module
    steps: int


def serve_exports(commands: Commands, outbox: Outbox, trained: Trained | None) -> None:
    """Writes the files that are asked for.

    A run goes on afterwards as if nothing had been: its network and its random numbers stay.
    """
    while (asked := commands.next_export()) is not None:
        outbox.send(export(asked, trained))


def export(asked: Export, trained: Trained | None) -> Exported | ExportFailed:
    """Writes one file."""
    told: list[str] = []
    try:
        with torch.random.fork_rng(devices=range(torch.cuda.device_count())):
            torch.manual_seed(asked.seed)
            network, weights = _network(asked, trained)
            write_file(asked.path, lambda file: told.append(_WRITERS[asked.format](
                network, asked, file)))  # fmt: skip
    except SkipwireError as error:
        return ExportFailed(asked.path, str(error))
    except Exception as error:  # the network's own code, and torch for what it cannot trace
        reason = f"The network cannot be exported as {asked.format}: {one_line(error)}"
        return ExportFailed(asked.path, reason, "".join(traceback.format_exception(error)))
    return Exported(asked.path, f"Wrote {asked.path} with {weights}: {told[0]}.")


def _network(asked: Export, trained: Trained | None) -> tuple[nn.Module, str]:
    """A copy of the network on the processor, and words for its weights."""
    if trained is not None and trained.source == asked.source and trained.steps:
        network = copy.deepcopy(trained.network).cpu()
        return network.eval(), f"the weights after {trained.steps:,} steps of training"
    network, words = make(asked.source, asked.class_name), f"untrained weights of seed {asked.seed}"
    if (initial := asked.weights) is not None:
        begin_with(network, initial)
        left = len(network.state_dict()) - len(initial.keys)
        also = f", and {left:,} untrained tensors of seed {asked.seed}" if left else ""
        words = f"the weights of {initial.name}{also}"
    return network.eval(), words


def _onnx(network: nn.Module, asked: Export, file: Path) -> str:
    import onnxruntime  # type: ignore[import-untyped]

    size = sum(t.numel() * t.element_size() for t in network.state_dict().values())
    if size > ONNX_BYTES:
        raise ExportError(
            f"The weights take {size / 1e9:.1f} GB, and an ONNX file holds at most 2 GB. Export "
            "the network as .pt2, or its weights as .safetensors."
        )
    torch.onnx.export(
        network,
        _inputs(asked, _TRACED),
        str(file),
        dynamo=True,
        external_data=False,
        verbose=False,
        input_names=list(asked.inputs),
        output_names=list(asked.outputs),
        dynamic_shapes=_free_batch(asked),
    )
    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    inputs = _inputs(asked, _CHECKED)
    given = {i.name: t.numpy() for i, t in zip(session.get_inputs(), inputs, strict=True)}
    difference = _compare(_outputs(network, inputs), session.run(None, given), "onnxruntime")
    return f"ONNX, at most {difference:.1e} from PyTorch on random input in onnxruntime"


def _pt2(network: nn.Module, asked: Export, file: Path) -> str:
    program = torch.export.export(
        network, _inputs(asked, _TRACED), dynamic_shapes=_free_batch(asked)
    )
    torch.export.save(program, file)
    loaded = torch.export.load(file).module()
    inputs = _inputs(asked, _CHECKED)
    found = [t.numpy() for t in _outputs(loaded, inputs)]
    difference = _compare(_outputs(network, inputs), found, "the file, loaded again,")
    return f"torch.export, at most {difference:.1e} from the network when loaded again"


def _safetensors(network: nn.Module, asked: Export, file: Path) -> str:
    from safetensors.torch import load_file, save

    weights = {name: t.contiguous() for name, t in network.state_dict().items()}
    # Written here, because save_file lets nobody else read the file.
    carried = {NETWORK: asked.document} if asked.document else {}
    file.write_bytes(save(weights, metadata={"format": "pt", **carried}))
    loaded = load_file(file)
    if loaded.keys() != weights.keys() or any(
        not torch.equal(loaded[name], t) for name, t in weights.items()
    ):
        raise ExportError("The file does not hold the weights when it is read again.")
    numbers = sum(t.numel() for t in weights.values())
    return f"{len(weights)} tensors, {numbers:,} numbers"


_WRITERS = {"onnx": _onnx, "pt2": _pt2, "safetensors": _safetensors}


def _inputs(asked: Export, batch: int) -> tuple[Tensor, ...]:
    return tuple(torch.rand(batch, *shape) for shape in asked.input_shapes)


def _free_batch(asked: Export) -> tuple[dict[int, torch.export.Dim], ...]:
    batch = torch.export.Dim("batch")
    return tuple({0: batch} for _ in asked.input_shapes)


def _outputs(network: nn.Module, inputs: tuple[Tensor, ...]) -> Sequence[Tensor]:
    with torch.no_grad():
        found = network(*inputs)
    return (found,) if isinstance(found, Tensor) else found


def _compare(expected: Sequence[Tensor], found: Sequence[np.ndarray], who: str) -> float:
    """The largest difference, as a share of the largest value where that is over 1.

    Raises:
        ExportError: it is over the tolerance.
    """
    worst = 0.0
    for ours, theirs in zip((t.numpy() for t in expected), found, strict=True):
        if ours.shape != theirs.shape:
            raise ExportError(f"{who} gives the shape {theirs.shape} for {ours.shape}.")
        scale = max(1.0, float(np.abs(ours).max(initial=0)))
        worst = max(worst, float(np.abs(ours - theirs).max(initial=0)) / scale)
    if not worst <= TOLERANCE:
        raise ExportError(
            f"{who} gives values up to {worst:.1e} from those of PyTorch, and {TOLERANCE:g} is "
            "allowed. The file was not written."
        )
    return worst
