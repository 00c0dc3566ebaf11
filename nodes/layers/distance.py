"""Distances to codes: the output layer of LeNet-5."""

from __future__ import annotations

import math
from collections.abc import Sequence

from nodes.errors import LayerError
from nodes.shapes import single, text
from nodes.spec import (
    LEFT_OUT,
    Args,
    Facts,
    Kept,
    Kind,
    LayerSpec,
    ModuleCode,
    Param,
    Shape,
    Style,
    Support,
    Tensor,
)
from nodes.windows import across

FLOAT = 4  # bytes
RANDOM, DIGITS, LEARNED = "random", "digits", "learned"
_PIXELS = 84  # 12 rows of 7

_RANDOM = Support(
    "RBF",
    '''
class RBF(nn.Module):
    """The squared Euclidean distance of the input to a code for every output."""

    def __init__(
        self, in_features: int, out_features: int, learned: bool = False
    ) -> None:
        super().__init__()
        signs = random.Random(0).choices((-1.0, 1.0), k=out_features * in_features)
        code = torch.tensor(signs).view(out_features, in_features)
        if learned:
            self.code = nn.Parameter(code)
        else:
            self.register_buffer("code", code)

    def forward(self, input: Tensor) -> Tensor:
        return (input.unsqueeze(-2) - self.code).square().sum(-1)
'''.strip(),
    ("import random",),
)

# Each hexadecimal number is a picture: 12 rows of 7 bits from the top left, 1 for ink.
_DIGITS = Support(
    "DigitRBF",
    '''
class DigitRBF(nn.Module):
    """The squared Euclidean distance of the input to a picture of every digit."""

    PICTURES = (
        0x0071B63C78F1E3C6D8E00,
        0x0030E3C183060C1831F80,
        0x00FB18306186186183F80,
        0x00FB1830678183078DF00,
        0x001871E6D9B37F0C18300,
        0x01FF060C1F8183078DF00,
        0x0079860C1FB1E3C78DF00,
        0x01FC1830C1860C3060C00,
        0x00FB1E3C6FB1E3C78DF00,
        0x00FB1E3C78DF830619E00,
    )

    def __init__(self) -> None:
        super().__init__()
        bits = [[float(bit) for bit in f"{picture:084b}"] for picture in self.PICTURES]
        self.register_buffer("code", 2 * torch.tensor(bits) - 1)

    def forward(self, input: Tensor) -> Tensor:
        return (input.unsqueeze(-2) - self.code).square().sum(-1)
'''.strip(),
)


def _rbf(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    if a.code == DIGITS and (shape[-1] != _PIXELS or a.out_features != 10):
        raise LayerError(
            "digits",
            f"The pictures of the digits are 10 codes of {_PIXELS} pixels (12 rows of 7), and RBF "
            f"has {a.out_features} outputs and receives {text(shape)}.",
            f"Use 10 outputs and a Linear of {_PIXELS} ahead of it, or random codes.",
        )
    code = Tensor("code", (a.out_features, shape[-1]))
    outputs = (*shape[:-1], a.out_features)
    learned = a.code == LEARNED
    return Facts(
        outputs=(outputs,),
        parameters=(code,) if learned else (),
        buffers=() if learned else (code,),
        kept=Kept(extra=FLOAT * math.prod(outputs) * shape[-1]),  # the differences
        windows=across(shape, {len(shape) - 1}),
    )


RBF = LayerSpec(
    id="RBF",
    family="Linear",
    summary="Measures how far the input is from the code of every class",
    help=(
        "yᵢ = Σⱼ (xⱼ − codeᵢⱼ)²: the squared Euclidean distance to a code of +1 and −1 for every "
        "output. The smallest output wins, so a cross-entropy loss takes its negative: Factor with "
        "−1. The codes are not learned, unless wanted; those of the digits are drawn, so that "
        "digits which look alike have codes that are alike.\n\n"
        "…×in_features → …×out_features. The number of inputs follows from the wire.\n\n"
        "Source: LeCun et al., Gradient-Based Learning Applied to Document Recognition, 1998: "
        "the output of LeNet-5, on a tanh layer of 84 units, 7×12 pixels."
    ),
    params=(
        Param(
            "out_features", Kind.INT, 10, "Number of classes", 1, 100_000, style=Style.POSITIONAL
        ),
        Param(
            "code",
            Kind.CHOICE,
            RANDOM,
            "Random signs, always the same; pictures of the ten digits for 84 inputs; or random "
            "signs as the beginning of what is learned",
            choices=(RANDOM, DIGITS, LEARNED),
        ),
    ),
    infer=_rbf,
    code=ModuleCode(
        lambda a: _DIGITS if a.code == DIGITS else _RANDOM,
        lambda a, inputs: () if a.code == DIGITS else (inputs[0][-1],),
        lambda a, inputs: (
            {"out_features": LEFT_OUT, "code": LEFT_OUT}
            if a.code == DIGITS
            else {"code": LEFT_OUT, **({"learned": True} if a.code == LEARNED else {})}
        ),
    ),
)

LAYERS = (RBF,)
