"""The training script as text, in parts; `$names` are filled in for one network and recipe."""

from __future__ import annotations

HEAD = '''\
"""Trains $class_name, the network of $module.py beside this file.

    python train.py --data $example --epochs 30
    python train.py --resume runs/last.pt
    torchrun --nproc-per-node=2 train.py

Data is one of
${data_words}${left_out}"""

from __future__ import annotations

import argparse
import math
import os
import time
${operator_import}from pathlib import Path
${pickle_import}
import numpy as np
import torch
import torch.distributed as dist
import torch.distributed.nn  # imported later, it would keep the group alive
${image_import}from torch import $torch_names
from torch.nn.functional import $functions
from torch.nn.parallel import DistributedDataParallel
${clip_import}from torch.utils.data import $data_names
from torch.utils.data.distributed import DistributedSampler

from $module import $class_name

INPUT_SHAPE = $input_shape
CLASSES = $classes
OPTIMIZERS = ["sgd", "adam", "adamw", "rmsprop", "adagrad"]
SCHEDULES = ["cosine", "constant", "step", "one-cycle", "plateau"]
$loss_weights$held

def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--data", default=$data)
    add("--val-share", type=float, default=$validation_share, help="for validation")
    add("--epochs", type=int, default=$epochs)
    add("--batch-size", type=int, default=$batch_size, help="of all processes together")
    add("--optimizer", choices=OPTIMIZERS, default=$optimizer)
    add("--lr", type=float, default=$learning_rate, help="learning rate")
    add("--momentum", type=float, default=$momentum, help="of sgd and rmsprop")
    add("--weight-decay", type=float, default=$weight_decay)
    add("--schedule", choices=SCHEDULES, default=$schedule)
    add("--warmup", type=float, default=$warmup, help="share of the run")
    add("--step-every", type=int, default=$step_every, help="epochs; of step")
    add("--step-factor", type=float, default=$step_factor, help="of step and plateau")
    add("--patience", type=int, default=$patience, help="epochs; of plateau")
    add("--seed", type=int, default=$seed)
    add("--device", choices=["auto", "cpu", "cuda", "mps"], default=$device)
    add("--amp", action=argparse.BooleanOptionalAction, default=$amp)
    add("--workers", type=int, default=0, help="processes that read data")
    add("--out", type=Path, default=Path("runs"), help="folder of best.pt and last.pt")
$begin_option    add("--resume", type=Path, metavar="LAST.PT", help="go on from this checkpoint")
    return parser.parse_args()
'''

FOLDER = '''

class ImageFolder(Dataset[tuple[Tensor, int]]):
    """A folder with one folder of images for each class."""

    def __init__(self, folder: Path) -> None:
        classes = sorted(path for path in folder.iterdir() if path.is_dir())
        if len(classes) > CLASSES:
            raise SystemExit(f"{folder} has {len(classes)} classes, not {CLASSES}.")
        self.files = [
            (file, label)
            for label, directory in enumerate(classes)
            for file in sorted(directory.iterdir())
            if file.suffix.lower() in (".png", ".jpg", ".jpeg")
        ]

    def __len__(self) -> int:
        return len(self.files)

    def __getitem__(self, index: int) -> tuple[Tensor, int]:
        channels, height, width = INPUT_SHAPE
        file, label = self.files[index]
        with Image.open(file) as opened:
            image = opened.convert("$mode").resize((width, height))
        pixels = torch.from_numpy(np.array(image)).reshape(height, width, channels)
        return pixels.permute(2, 0, 1) / 127.5 - 1, label
'''

DIGITS = '''

def digits() -> TensorDataset:
    """The handwritten digits of scikit-learn: 1,797 grey images of 8 by 8."""
    from sklearn.datasets import load_digits

    pixels, labels = load_digits(return_X_y=True)
    inputs = torch.tensor(pixels, dtype=torch.float32) / 8 - 1
${shaped}    return TensorDataset(inputs, torch.tensor(labels))
'''

RESIZED = """\
    inputs = interpolate(inputs.reshape(-1, 1, 8, 8), INPUT_SHAPE[1:], mode="bilinear")
    inputs = inputs.expand(-1, INPUT_SHAPE[0], -1, -1)
"""
RESHAPED = """\
    inputs = inputs.reshape(-1, *INPUT_SHAPE)
"""

LOSS_FUNCTION = '''\
def weighed_loss(
    outputs: Tensor | tuple[Tensor, ...], labels: Tensor, **how: object
) -> Tensor:
    """The sum of the outputs' cross entropies, each times its weight.

    Those that are for training only come last, and are not there in evaluation.
    """
    outputs = (outputs,) if isinstance(outputs, Tensor) else outputs
    losses = [cross_entropy(output, labels, **how) for output in outputs]
    return sum(w * loss for w, loss in zip(LOSS_WEIGHTS, losses, strict=False))


'''

VALIDATED = """\
        logits = network(inputs.to(processes.device))
        loss += cross_entropy(logits, labels, reduction="sum").item()
"""
VALIDATED_WEIGHED = """\
        outputs = network(inputs.to(processes.device))
        logits = $judged
        loss += weighed_loss(outputs, labels, reduction="sum").item()
"""

DATA = '''

def synthetic() -> TensorDataset:
    """A random pattern for each class, under noise: to see that everything runs."""
    patterns = torch.rand(CLASSES, *INPUT_SHAPE)
    labels = torch.randint(CLASSES, (512,))
    return TensorDataset((patterns[labels] + torch.rand(512, *INPUT_SHAPE)) / 2, labels)


def from_npz(path: Path) -> TensorDataset:
    """Arrays `x` of samples and `y` of labels; bytes are scaled to -1 ... 1."""
    with np.load(path) as arrays:
        x, y = torch.from_numpy(arrays["x"]), torch.from_numpy(arrays["y"]).long()
    if tuple(x.shape[1:]) != INPUT_SHAPE:
        raise SystemExit(f"Samples are {tuple(x.shape[1:])}, not {INPUT_SHAPE}.")
    return TensorDataset(x / 127.5 - 1 if x.dtype == torch.uint8 else x.float(), y)


def load_data(args: argparse.Namespace) -> list[Subset]:
    """The samples for training and those for validation."""
    torch.manual_seed(args.seed)
    path = Path(args.data)
${choices}    else:
        raise SystemExit(f"--data {path} is not there or of no use; see --help.")
    count = max(1, round(args.val_share * len(data)))
    return random_split(data, [len(data) - count, count])
'''

REST = '''

class Processes:
    """This process among those that torchrun has started, or alone."""

    def __init__(self, device: str) -> None:
        self.together = "RANK" in os.environ
        local = int(os.environ.get("LOCAL_RANK", 0))
        if device == "auto":  # GPUs where there is one for each process
            wanted = int(os.environ.get("LOCAL_WORLD_SIZE", 1))
            device = "cuda" if torch.cuda.device_count() >= wanted else "cpu"
        self.device = torch.device(device, local if device == "cuda" else None)
        if device == "cuda":
            torch.cuda.set_device(self.device)
        if self.together:
            dist.init_process_group("nccl" if device == "cuda" else "gloo")
        self.rank = dist.get_rank() if self.together else 0
        self.count = dist.get_world_size() if self.together else 1

    def sum(self, *values: float) -> list[float]:
        """Each value, summed over all processes."""
        if not self.together:
            return list(values)
        total = torch.tensor(values, dtype=torch.float64, device=self.device)
        dist.all_reduce(total)
        return total.tolist()


${held_functions}${spare_norms}def make_optimizer(network: nn.Module, args: argparse.Namespace):
    given = {"lr": args.lr, "weight_decay": args.weight_decay}
    weights = $parameters
    if args.optimizer == "sgd":
        return torch.optim.SGD(weights, momentum=args.momentum$nesterov, **given)
    if args.optimizer == "rmsprop":
        return torch.optim.RMSprop(weights, momentum=args.momentum, **given)
    if args.optimizer == "adagrad":
        return torch.optim.Adagrad(weights, **given)
    kind = torch.optim.AdamW if args.optimizer == "adamw" else torch.optim.Adam
    return kind(weights, **given)


def half_cosine(first: float, last: float, share: float) -> float:
    return last + (first - last) * (1 + math.cos(math.pi * share)) / 2


def learning_rate(
    step: int, steps: int, epoch: int, lowered: int, args: argparse.Namespace
) -> float:
    """The rate of a step, after a plateau has lowered it so often."""
    if args.schedule == "one-cycle":
        top, last = args.warmup * steps - 1, steps - 1
        if step <= top:
            return args.lr * half_cosine(1 / 25, 1.0, step / top if top else 1.0)
        top = max(top, -1.0)
        return args.lr * half_cosine(1.0, 1 / 25e4, (step - top) / (last - top))
    warm = int(args.warmup * steps)
    if step < warm:
        return args.lr * (step + 1) / warm
    if args.schedule == "cosine":
        return args.lr * half_cosine(1.0, 0.0, (step - warm) / (steps - warm))
    if args.schedule == "step":
        return args.lr * args.step_factor ** (epoch // args.step_every)
    return args.lr * args.step_factor**lowered


class Plateau:
    """Lowers the rate once the validation loss has stopped falling."""

    def __init__(self) -> None:
        self.lowest, self.waited, self.lowered = math.inf, 0, 0

    def look(self, loss: float, args: argparse.Namespace) -> None:
        self.waited += 1
        if loss < self.lowest * (1 - 1e-4):
            self.lowest, self.waited = loss, 0
        if args.schedule == "plateau" and self.waited > args.patience:
            self.lowered, self.waited = self.lowered + 1, 0


$loss_function@torch.no_grad()
def validate(
    network: nn.Module, loader: DataLoader, processes: Processes
) -> tuple[float, float]:
    """Mean loss and accuracy."""
    network.eval()
    loss = hits = count = 0.0
    for inputs, labels in loader:
        labels = labels.to(processes.device)
$validated        hits += (logits.argmax(1) == labels).sum().item()
        count += len(labels)
    loss, hits, count = processes.sum(loss, hits, count)
    return loss / count, hits / count


def save(path: Path, value: object) -> None:
    """Write a file that is never half written."""
    temporary = path.with_suffix(".tmp")
    torch.save(value, temporary)
    temporary.replace(path)


def main() -> None:
    args = read_arguments()
    processes = Processes(args.device)
    device, rank, count = processes.device, processes.rank, processes.count
    size = max(1, args.batch_size // count)

    train, val = load_data(args)
    sampler = DistributedSampler(train, count, rank, seed=args.seed)
    loader = DataLoader(
        train,
        size,
        sampler=sampler,
        num_workers=args.workers,
        drop_last=size > 1 and len(sampler) % size == 1,  # BatchNorm needs two
    )
    own = Subset(val, range(rank, len(val), count))
    val_loader = DataLoader(own, size, num_workers=args.workers)

    torch.manual_seed(args.seed)
    network = $class_name().to(device)
$begin    optimizer = make_optimizer(network, args)
    amp = args.amp$amp_where
    first, best = 0, -1.0
    plateau = Plateau()
    if args.resume:
        state = torch.load(args.resume, map_location=device)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        first, best = state["epochs"], state["best"]
        vars(plateau).update(state["plateau"])
    model = DistributedDataParallel(network) if processes.together else network

    steps = args.epochs * len(loader)
    for epoch in range(first, args.epochs):
        start = time.perf_counter()
        sampler.set_epoch(epoch)
        torch.manual_seed(args.seed + 1 + epoch * count + rank)  # so a resume is exact
        model.train()
$keep_still        total = seen = 0.0
        for step, (inputs, labels) in enumerate(loader, epoch * len(loader)):
            rate = learning_rate(step, steps, epoch, plateau.lowered, args)
            for group in optimizer.param_groups:
                group["lr"] = ${factor}rate
            with torch.autocast(device.type, torch.bfloat16, enabled=amp):
                outputs = model(inputs.to(device))
                loss = $loss(outputs, labels.to(device)$smoothing)
$updated            total += loss.item() * len(labels)
            seen += len(labels)
        if processes.together:  # running statistics are those of the first process
            for buffer in network.buffers():
                dist.broadcast(buffer, 0)
        total, seen = processes.sum(total, seen)
        val_loss, accuracy = validate(network, val_loader, processes)
        plateau.look(val_loss, args)
        if rank == 0:
            print(
                f"epoch {epoch + 1}/{args.epochs}  loss {total / seen:.4f}  "
                f"validation loss {val_loss:.4f}  accuracy {accuracy:.2%}  "
                f"{time.perf_counter() - start:.1f} s",
                flush=True,
            )
            args.out.mkdir(parents=True, exist_ok=True)
            if accuracy > best:
                best = accuracy
                save(args.out / "best.pt", network.state_dict())
            state = {
                "epochs": epoch + 1,
                "best": best,
                "plateau": vars(plateau),
                "network": network.state_dict(),
                "optimizer": optimizer.state_dict(),
            }
            save(args.out / "last.pt", state)


if __name__ == "__main__":
    main()
    if dist.is_initialized():  # the model is gone, so the threads of the group end here
        dist.barrier()
        dist.destroy_process_group()
'''
