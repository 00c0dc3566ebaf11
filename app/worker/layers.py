"""Custom layers, run once to see what they do: on the meta device, where no number is computed."""

from __future__ import annotations

import math
import os
import sys
import threading
import traceback
import types
from collections.abc import Sequence
from dataclasses import dataclass
from queue import SimpleQueue
from typing import BinaryIO

import torch
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode

from app.training.frames import encode
from app.training.messages import Examine, Examined, Ready
from app.worker.errors import FILENAME, one_line, remember
from nodes.custom import Question
from nodes.spec import Shape

BATCHES = (2, 3)  # two of them tell what grows with the batch from what does not
MOST_ELEMENTS = 1 << 22  # of the inputs, to be tried with real numbers


_WARM = Question(
    "import torch\nclass Warm(torch.nn.Linear):\n"
    "    def forward(self, x): return super().forward(x)",
    "Warm",
    (2, 2),
    (),
    ((2,),),
    1,
)


class LayerFault(Exception):  # noqa: N818 - the words for the person, not a failure of ours
    """What a layer does that no layer of a network may do."""


def serve(questions: SimpleQueue[Examine], out: BinaryIO) -> None:
    """Answers one question after the other; the reader thread ends the process."""
    torch.set_num_threads(1)
    examine(_WARM)  # what torch loads on first use is no time of a layer's
    out.write(encode(Ready(str(torch.__version__), (), ())))
    while True:
        asked = questions.get()
        watch = threading.Timer(asked.seconds, _give_up, (threading.get_ident(), asked, out))
        watch.daemon = True
        watch.start()
        found = examine(asked.question)
        watch.cancel()
        out.write(encode(found))


def _give_up(thread: int, asked: Examine, out: BinaryIO) -> None:
    """Says at which line the layer still runs, and ends the process: nothing else could stop it."""
    stack = traceback.extract_stack(sys._current_frames()[thread])
    lines = [frame.lineno for frame in stack if frame.filename == FILENAME and frame.lineno]
    reason = f"it still runs after {asked.seconds:g} seconds, and was stopped."
    out.write(encode(Examined(fault=reason, line=lines[-1] if lines else 0, ends=True)))
    os._exit(3)


def examine(question: Question) -> Examined:
    """What a layer gives, holds and keeps; or why it does not, and at which line."""
    try:
        made = _load(question)
        try:
            return _examined(made, question, "meta")
        except (Exception, SystemExit):
            # Code that looks at its numbers cannot run without them.
            if sum(map(math.prod, question.inputs)) > MOST_ELEMENTS:
                raise
            return _examined(made, question, "cpu")
    except LayerFault as fault:
        return Examined(fault=str(fault))
    except (Exception, SystemExit) as error:  # the person's own code may raise anything
        said = (one_line(error), *getattr(error, "__notes__", ()))
        return Examined(fault=" ".join(said), line=_line(error))


def _load(question: Question) -> type[nn.Module]:
    remember(question.source)
    module = types.ModuleType("layer")
    exec(compile(question.source, FILENAME, "exec"), module.__dict__)
    made = getattr(module, question.name)
    if not (isinstance(made, type) and issubclass(made, nn.Module)):
        raise LayerFault(f"{question.name} is not a torch.nn.Module; derive it from nn.Module.")
    return made


def _line(error: BaseException) -> int:
    """The innermost line of the layer's source on the way to an error, or 0."""
    if isinstance(error, SyntaxError) and error.filename == FILENAME:
        return error.lineno or 0
    frames = traceback.extract_tb(error.__traceback__)
    return next((f.lineno or 0 for f in reversed(frames) if f.filename == FILENAME), 0)


# --- one run -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Seen:
    """One forward pass in training: shapes without the batch, and what autograd keeps."""

    shapes: tuple[Shape, ...]
    inputs: tuple[int, ...]
    outputs: tuple[int, ...]
    others: int  # bytes
    view: bool


def _examined(made: type[nn.Module], question: Question, device: str) -> Examined:
    torch.manual_seed(0)
    with torch.device(device):
        layer = made(*question.sizes, **dict(question.args))
    layer.train()
    first, second = (_seen(layer, question, batch, device) for batch in BATCHES)
    if first.shapes != second.shapes:
        raise LayerFault("the shape of what it gives depends on the size of the batch.")
    per_sample = max(second.others - first.others, 0)
    parameters = {name: tuple(p.shape) for name, p in layer.named_parameters()}
    buffers = {n: tuple(t.shape) for n, t in layer.state_dict().items() if n not in parameters}
    return Examined(
        outputs=first.shapes,
        parameters=tuple(parameters.items()),
        buffers=tuple(buffers.items()),
        macs=_macs(layer, question, device),
        kept_inputs=first.inputs,
        kept_outputs=first.outputs,
        kept_extra=per_sample,
        kept_fixed=max(first.others - BATCHES[0] * per_sample, 0),
        view=first.view,
    )


def _seen(layer: nn.Module, question: Question, batch: int, device: str) -> _Seen:
    inputs = _inputs(question, batch, device)
    kept: dict[int, Tensor] = {}

    def pack(tensor: Tensor) -> Tensor:
        kept[_storage(tensor)] = tensor.detach()  # held, so that no address is used twice
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor):
        outputs = _outputs(_forward(layer, inputs, batch), question, batch)
    for tensor in (*layer.parameters(), *layer.buffers()):
        kept.pop(_storage(tensor), None)
    before, after = [_storage(t) for t in inputs], [_storage(t) for t in outputs]
    others = kept.keys() - {*before, *after}
    return _Seen(
        tuple(tuple(t.shape[1:]) for t in outputs),
        tuple(i for i, at in enumerate(before) if at in kept),
        tuple(i for i, at in enumerate(after) if at in kept and at not in before),
        sum(kept[at].untyped_storage().nbytes() for at in others),
        all(at == before[0] for at in after),
    )


def _forward(layer: nn.Module, inputs: list[Tensor], batch: int) -> object:
    """What forward gives; an error that shapes may be the cause of names the batch among them."""
    try:
        return layer(*inputs)
    except (RuntimeError, ValueError, IndexError) as error:
        if not isinstance(error, RecursionError | NotImplementedError):
            error.add_note(f"It was tried with a batch of {batch}, which is the first axis.")
        raise


def _inputs(question: Question, batch: int, device: str) -> list[Tensor]:
    """Clones, as a layer may overwrite what it receives, and cannot overwrite a leaf."""
    shapes = [(batch, *shape) for shape in question.inputs]
    return [torch.rand(s, device=device).requires_grad_().clone() for s in shapes]


def _outputs(value: object, question: Question, batch: int) -> Sequence[Tensor]:
    """The tensors that came out; raises LayerFault where they are not what a layer gives."""
    found = tuple(value) if isinstance(value, tuple | list) else (value,)
    if len(found) != question.outputs:
        raise LayerFault(
            f"forward gives {len(found)} values, and its annotation says {question.outputs}."
        )
    for tensor in found:
        if not isinstance(tensor, Tensor):
            raise LayerFault(f"forward gives a {type(tensor).__name__}, and not a Tensor.")
        if not tensor.is_floating_point():
            kind = str(tensor.dtype).removeprefix("torch.")
            raise LayerFault(f"forward gives {kind} numbers; end it with .float().")
        if tensor.ndim < 2 or tensor.shape[0] != batch:
            shape = "×".join(map(str, tensor.shape)) or "one number"
            raise LayerFault(
                f"forward gives {shape} for a batch of {batch}: the first axis must be the batch, "
                "and one more has to follow."
            )
    return found


def _macs(layer: nn.Module, question: Question, device: str) -> int:
    batch = BATCHES[0]
    with FlopCounterMode(display=False) as counter:
        layer(*_inputs(question, batch, device))
    return int(counter.get_total_flops()) // (2 * batch)


def _storage(tensor: Tensor) -> int:
    """What tells one storage from another; those of the meta device have no address."""
    return int(tensor.untyped_storage()._cdata)
