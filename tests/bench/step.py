"""A training step of ResNet-18 as generated, against the same network written by hand."""

from __future__ import annotations

import time
from collections.abc import Iterator

import torch
from torch import Tensor, nn

from app.analysis import analyse
from app.codegen import generate
from presets import preset
from tests.bench.measure import stated

ROUNDS = 12
STEPS = 3
LIMIT = 1.02


class Block(nn.Module):
    def __init__(self, before: int, after: int, stride: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(before, after, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(after)
        self.relu = nn.ReLU()
        self.conv2 = nn.Conv2d(after, after, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(after)
        self.downsample = None
        if stride != 1 or before != after:
            self.downsample = nn.Sequential(
                nn.Conv2d(before, after, 1, stride, bias=False), nn.BatchNorm2d(after)
            )

    def forward(self, x: Tensor) -> Tensor:
        identity = x
        out = self.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        if self.downsample is not None:
            identity = self.downsample(x)
        return self.relu(out + identity)


class ByHand(nn.Module):
    def __init__(self, classes: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.relu = nn.ReLU()
        self.maxpool = nn.MaxPool2d(3, 2, 1)
        self.layer1 = nn.Sequential(Block(64, 64, 1), Block(64, 64, 1))
        self.layer2 = nn.Sequential(Block(64, 128, 2), Block(128, 128, 1))
        self.layer3 = nn.Sequential(Block(128, 256, 2), Block(256, 256, 1))
        self.layer4 = nn.Sequential(Block(256, 512, 2), Block(512, 512, 1))
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(512, classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.maxpool(self.relu(self.bn1(self.conv1(x))))
        x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
        return self.fc(torch.flatten(self.avgpool(x), 1))


def run() -> Iterator[str]:
    torch.set_num_threads(1)
    network = preset("resnet18").network(input_size=96, classes=10)
    source = generate(network, analyse(network))
    namespace: dict[str, type[nn.Module]] = {}
    exec(source.text, namespace)
    generated, by_hand = namespace[source.class_name](), ByHand(10)
    by_hand.load_state_dict(generated.state_dict())
    x, y = torch.rand(8, 3, 96, 96), torch.randint(10, (8,))
    ratios = []
    for number in range(ROUNDS + 1):
        first, second = (generated, by_hand) if number % 2 else (by_hand, generated)
        a, b = _seconds(first, x, y), _seconds(second, x, y)
        if number:  # the first round warms up
            ratios.append(a / b if first is generated else b / a)
    yield stated("training step of ResNet-18, generated against by hand", ratios, LIMIT)


def _seconds(model: nn.Module, x: Tensor, y: Tensor) -> float:
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9)
    begin = time.process_time()  # others may share the processor
    for _ in range(STEPS):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()
    return time.process_time() - begin
