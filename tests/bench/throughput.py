"""Images a second in training, against a plain and well-written loop of torch on the same data.

Both validate after each epoch and tell losses and accuracies. They take turns in one process, whose
own time is measured, as others may share the processor.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from statistics import median

import torch
from msgspec.structs import replace
from torch.nn import functional

from app.analysis import analyse
from app.codegen import generate
from app.targets import load
from app.training.messages import Start
from app.training.recipe import Recipe
from app.training.request import request
from app.training.schedules import factor, length
from app.worker.commands import Commands
from app.worker.feeding.start import open_feed
from app.worker.loading import build
from app.worker.outbox import Outbox
from app.worker.starting import prepare

LEAST = 0.97
ROUNDS = 15
SHORT_ROUNDS = 41  # of runs so short that chance has more of a part in each
CPU = torch.device("cpu")


def run() -> Iterator[str]:
    torch.set_num_threads(1)
    lenet = Recipe(batch_size=128, epochs=12)
    yield _compared("LeNet-5 on digits, batch 128", "lenet5", lenet, SHORT_ROUNDS)
    resnet = Recipe(
        data="shapes", samples=1600, batch_size=128, epochs=1, optimizer="sgd", learning_rate=0.05
    )
    yield _compared("ResNet-20 on 32×32, batch 128", "resnet20", resnet, ROUNDS)


def _compared(what: str, preset: str, recipe: Recipe, rounds: int) -> str:
    start = _start(preset, recipe)
    ratios = []
    for number in range(rounds + 1):
        if number % 2:
            ours, plain = _ours(start), _plain(start)
        else:
            plain, ours = _plain(start), _ours(start)
        if number:  # the first round warms up
            ratios.append(plain / ours)
    found = median(ratios)
    spread = f"{min(ratios):.3f} to {max(ratios):.3f} in {rounds}"
    kept = "kept" if found >= LEAST else "MISSED"
    return (
        f"{what}, images a second against a plain loop: {found:.3f} ({spread}), "
        f"at least {LEAST}: {kept}"
    )


def _start(preset: str, recipe: Recipe) -> Start:
    settings = () if preset == "lenet5" else ("classes=8",)  # shapes are of so many kinds
    network = load(f"preset:{preset}", settings).network
    report = analyse(network)
    return request(network, report, generate(network, report), recipe)


def _ours(start: Start) -> float:
    """Seconds of this process for training."""
    commands = Commands()
    commands.take(start)
    job = commands.wait_for_job()
    assert job is not None
    with open(os.devnull, "wb", 0) as nowhere:
        outbox = Outbox(nowhere)
        threading.Thread(target=outbox.run, daemon=True).start()
        run = prepare(job, commands, outbox)
        begin = time.process_time()
        run.train()
        return time.process_time() - begin


def _plain(start: Start) -> float:
    recipe = start.recipe
    feed = open_feed(start, CPU, lambda: None)
    # as whoever writes such a loop has it: everything in memory, and normalised once
    learned = next(iter(open_feed(_whole(start), CPU, lambda: None).epoch(1)))
    validated = [*feed.validation()]
    inputs, labels = learned.inputs[: feed.used], learned.labels[: feed.used]
    torch.manual_seed(recipe.seed)
    network = build(start, CPU)
    optimizer: torch.optim.Optimizer
    if recipe.optimizer == "sgd":
        optimizer = torch.optim.SGD(network.parameters(), momentum=recipe.momentum, fused=True)
    else:
        optimizer = torch.optim.Adam(network.parameters(), fused=True)
    steps, step = length(recipe, feed.steps), 0
    begin = time.process_time()
    for _ in range(recipe.epochs):
        network.train()
        losses, hits = torch.zeros(()), torch.zeros((), dtype=torch.int64)
        for batch in torch.randperm(len(labels)).split(recipe.batch_size):
            for group in optimizer.param_groups:
                group["lr"] = recipe.learning_rate * factor(recipe, step, steps, feed.steps)
            x, y = inputs[batch], labels[batch]
            optimizer.zero_grad()
            logits = network(x)
            loss = functional.cross_entropy(logits, y)
            loss.backward()
            optimizer.step()
            losses += loss.detach() * len(y)
            hits += (logits.detach().argmax(1) == y).sum()
            step += 1
        network.eval()
        with torch.no_grad():
            for held in validated:
                logits = network(held.inputs)
                losses += functional.cross_entropy(logits, held.labels) * len(held.labels)
                hits += (logits.argmax(1) == held.labels).sum()
        losses.item()
        hits.item()
    return time.process_time() - begin


def _whole(start: Start) -> Start:
    """With all that is learned from in one batch."""
    return replace(start, recipe=replace(start.recipe, batch_size=60_000))
