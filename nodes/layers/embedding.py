"""From numbers to vectors: embeddings, and where in a sequence a vector stands."""

from __future__ import annotations

import math
from collections.abc import Sequence

from nodes.errors import LayerError
from nodes.initialisers import initial
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

INDEX = 8  # bytes
SINES, LEARNED = "sines", "learned"


def steps_and_features(layer: str, shape: Shape) -> tuple[int, int]:
    """The shape as (steps, features); refuses anything that is not a sequence of vectors."""
    if len(shape) != 2:
        raise LayerError(
            "rank",
            f"{layer} works on sequences (steps × features), and receives {text(shape)}.",
            "Place an Embedding ahead of it."
            if len(shape) == 1
            else "Flatten the image to one axis, and bring the channels behind it.",
        )
    return shape[0], shape[1]


def _embedding(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    if a.padding_idx is not None and not -a.num_embeddings <= a.padding_idx < a.num_embeddings:
        raise LayerError(
            "padding-index",
            f"padding_idx = {a.padding_idx} is none of the {a.num_embeddings} rows.",
            f"Use an index from 0 to {a.num_embeddings - 1}.",
        )
    return Facts(
        outputs=((*shape, a.embedding_dim),),
        parameters=(Tensor("weight", (a.num_embeddings, a.embedding_dim)),),
        windows=None,
        kept=Kept(extra=INDEX * math.prod(shape)),
        kept_frozen=Kept(),
    )


EMBEDDING = LayerSpec(
    id="Embedding",
    family="Sequence",
    summary="Looks up a learned vector for every whole number",
    help=(
        "y = weight[x]\n\nL → L×embedding_dim, and … → …×embedding_dim. What comes in are whole "
        "numbers from 0 to num_embeddings − 1, such as the indices of words.\n\n"
        "Source: torch.nn.Embedding; Bengio et al., A Neural Probabilistic Language Model, 2003."
    ),
    params=(
        Param(
            "num_embeddings",
            Kind.INT,
            1000,
            "How many numbers there are: the size of the vocabulary",
            1,
            100_000_000,
            style=Style.POSITIONAL,
        ),
        Param(
            "embedding_dim",
            Kind.INT,
            64,
            "Length of a vector",
            1,
            1_000_000,
            style=Style.POSITIONAL,
        ),
        Param(
            "padding_idx",
            Kind.INT,
            None,
            "The number that fills up short sequences: its vector begins as zeros and is not "
            "learned; −1 is the last",
            -100_000_000,
            100_000_000,
            optional=True,
        ),
        Param(
            "max_norm",
            Kind.FLOAT,
            None,
            "Vectors that are longer are shortened to this length when they are looked up",
            above=0,
            optional=True,
        ),
        Param(
            "norm_type",
            Kind.FLOAT,
            2.0,
            "Exponent p of the p-norm for max_norm",
            above=0,
        ),
        Param(
            "scale_grad_by_freq",
            Kind.BOOL,
            False,
            "Divide the gradient of a vector by how often its number is in the batch",
        ),
        initial("weight", 2),
    ),
    infer=_embedding,
    code=ModuleCode("nn.Embedding", call=lambda a, module, names: f"{module}({names[0]}.long())"),
)

_SINES = Support(
    "SineEncoding",
    '''
class SineEncoding(nn.Module):
    """Adds to every step sines and cosines that tell its position."""

    encoding: Tensor

    def __init__(self, steps: int, features: int, base: float = 10000.0) -> None:
        super().__init__()
        rate = base ** (-torch.arange(0, features, 2) / features)
        angle = torch.arange(steps).unsqueeze(1) * rate
        encoding = torch.stack((angle.sin(), angle.cos()), dim=2).flatten(1)
        self.register_buffer("encoding", encoding[:, :features])

    def forward(self, input: Tensor) -> Tensor:
        return input + self.encoding
'''.strip(),
)

_LEARNED = Support(
    "LearnedEncoding",
    '''
class LearnedEncoding(nn.Module):
    """Adds to every step a learned vector for its position."""

    def __init__(self, steps: int, features: int) -> None:
        super().__init__()
        self.encoding = nn.Parameter(0.02 * torch.randn(steps, features))

    def forward(self, input: Tensor) -> Tensor:
        return input + self.encoding
'''.strip(),
)


def _positional_encoding(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    encoding = (Tensor("encoding", steps_and_features("PositionalEncoding", shape)),)
    learned = a.encoding == LEARNED
    return Facts(
        outputs=(shape,),
        parameters=encoding if learned else (),
        buffers=() if learned else encoding,
    )


POSITIONAL_ENCODING = LayerSpec(
    id="PositionalEncoding",
    family="Sequence",
    summary="Tells every step of a sequence where it stands",
    help=(
        "y[t] = x[t] + encoding[t], with encoding[t, 2i] = sin(t / base^(2i/F)) and "
        "encoding[t, 2i + 1] = cos(t / base^(2i/F)), or with a learned vector for every step. "
        "Attention by itself does not see the order.\n\n"
        "L×F → L×F; the encoding is as long as the sequence on the wire.\n\n"
        "Source: Vaswani et al., Attention Is All You Need, 2017; learned as in Devlin et al., "
        "BERT, 2018."
    ),
    params=(
        Param(
            "encoding",
            Kind.CHOICE,
            SINES,
            "Sines and cosines of the position, or a learned vector for it",
            choices=(SINES, LEARNED),
        ),
        Param(
            "base",
            Kind.FLOAT,
            10000.0,
            "The slowest sine takes 2π · base steps; of no effect where the encoding is learned",
            above=0,
        ),
    ),
    infer=_positional_encoding,
    code=ModuleCode(
        lambda a: _LEARNED if a.encoding == LEARNED else _SINES,
        lambda a, inputs: inputs[0],
        lambda a, inputs: (
            {"encoding": LEFT_OUT, "base": LEFT_OUT}
            if a.encoding == LEARNED
            else {"encoding": LEFT_OUT}
        ),
    ),
)

LAYERS = (EMBEDDING, POSITIONAL_ENCODING)
