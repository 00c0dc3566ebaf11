"""What the source of a custom layer says of itself, read by `ast` alone: nothing of it is run."""

from __future__ import annotations

import ast
import inspect
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nodes.errors import ParameterError, SkipwireError
from nodes.param import Kind, Param
from nodes.spec import Port

MAX_SOURCE = 50_000  # characters

_KINDS = {
    "int": Kind.INT,
    "float": Kind.FLOAT,
    "bool": Kind.BOOL,
    "int | tuple[int, int]": Kind.PAIR,
    "int | tuple[int, int, int]": Kind.TRIPLE,
    "tuple[int, ...]": Kind.INTS,
}
_TENSORS = ("Tensor", "torch.Tensor")
_SIZES = {"channels": 0, "features": -1}  # axis of an input that its size is that of
_AT_HAND = ("import torch", "import torch.nn as nn", "from torch import Tensor, nn")
_NOT_BOUND_ANEW = ("torch", "nn", "Tensor")  # what every generated module has by these names


class SourceError(SkipwireError):
    """A source is not that of a layer. `line` is where, counted from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Size:
    """A constructor's argument that follows from a wire: an axis of one of the inputs."""

    name: str
    input: int
    axis: int


@dataclass(frozen=True)
class Declaration:
    """A custom layer as its source declares it.

    `text` is the class alone, which begins at `line` of the source. `imports` are the lines that
    it needs beside torch, `nn` and `Tensor`, one name each; `bound` are the names that they bind.
    """

    name: str
    line: int
    text: str
    imports: tuple[str, ...]
    bound: tuple[str, ...]
    docstring: str
    sizes: tuple[Size, ...]
    params: tuple[Param, ...]
    inputs: tuple[Port, ...]
    outputs: tuple[str, ...]


def declare(source: str) -> Declaration:
    """Read a source that holds imports and one class derived from `nn.Module`.

    Sizes such as `in_channels` lead the constructor and follow from the wires; every other
    argument of it is a parameter, with a plain annotation and a default. The arguments of `forward`
    are the inputs.

    Raises:
        SourceError: it is not Python, or not such a class; says what is missing, and the line.
    """
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    tree = _parsed(source)
    imports: list[tuple[str, str]] = []
    found: list[ast.ClassDef] = []
    for statement in tree.body:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            imports += _imported(statement)
        elif isinstance(statement, ast.ClassDef):
            found.append(statement)
        elif not _is_text(statement):
            raise SourceError(
                "Only imports and the class can stand here. Move this into the class.",
                statement.lineno,
            )
    if not found:
        raise SourceError("There is no class. Write one that derives from nn.Module.", 1)
    if len(found) > 1:
        raise SourceError(
            f"There is a second class, {found[1].name}. A custom layer is one class; make a layer "
            "of its own of the other, or put it inside.",
            found[1].lineno,
        )
    made = found[0]
    if not made.bases:
        raise SourceError(f"{made.name} must derive from nn.Module.", made.lineno)
    methods = {m.name: m for m in made.body if isinstance(m, ast.FunctionDef)}
    if (forward := methods.get("forward")) is None:
        raise SourceError(
            f"{made.name} has no forward. Write `def forward(self, x: Tensor) -> Tensor:`.",
            made.lineno,
        )
    inputs = _inputs(forward)
    docstring = ast.get_docstring(made) or ""
    sizes, params = _constructor(methods.get("__init__"), inputs, docstring)
    first = min([made.lineno, *(d.lineno for d in made.decorator_list)])
    lines = source.split("\n")[first - 1 : made.end_lineno]
    return Declaration(
        name=made.name,
        line=first,
        text="\n".join(lines),
        imports=tuple(line for line, _ in imports),
        bound=tuple(name for _, name in imports),
        docstring=inspect.cleandoc(docstring),
        sizes=sizes,
        params=params,
        inputs=inputs,
        outputs=_outputs(forward),
    )


def _parsed(source: str) -> ast.Module:
    if len(source) > MAX_SOURCE:
        raise SourceError(f"The source is longer than {MAX_SOURCE:,} characters.", 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a doubtful escape is no fault
            return ast.parse(source)
    except SyntaxError as error:
        raise SourceError(f"This is not Python: {error.msg}.", max(error.lineno or 1, 1)) from None
    except (RecursionError, MemoryError):
        raise SourceError("The source is nested far deeper than a layer ever is.", 1) from None
    except ValueError as error:  # a null character, or half of a surrogate pair
        raise SourceError(f"This is not Python: {error}.", 1) from None


def _is_text(statement: ast.stmt) -> bool:
    """Whether a statement is a docstring of the source itself."""
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def _imported(statement: ast.Import | ast.ImportFrom) -> Iterator[tuple[str, str]]:
    """The lines of an import, one for each name, with the name; none for what is there anyway."""
    line = statement.lineno
    if isinstance(statement, ast.ImportFrom):
        if statement.level or statement.module == "__future__":
            raise SourceError(
                "Import from a module by its whole name: the generated code stands elsewhere."
                if statement.level
                else "An import from __future__ cannot be carried into the generated code.",
                line,
            )
        head = f"from {statement.module} import"
    else:
        head = "import"
    for alias in statement.names:
        if alias.name == "*":
            raise SourceError("Import names one by one, not *.", line)
        text = f"{head} {alias.name}" + (f" as {alias.asname}" if alias.asname else "")
        bound = alias.asname or alias.name.partition(".")[0]
        if text in (*_AT_HAND, "from torch import Tensor", "from torch import nn"):
            continue
        if bound in _NOT_BOUND_ANEW and not text.startswith("import torch."):
            raise SourceError(f"{bound} means torch's own here; import it by another name.", line)
        yield text, bound


# --- the constructor -----------------------------------------------------------------------------


def _constructor(
    method: ast.FunctionDef | None, inputs: Sequence[Port], docstring: str
) -> tuple[tuple[Size, ...], tuple[Param, ...]]:
    if method is None:
        return (), ()
    if (more := method.args.vararg or method.args.kwarg) is not None:
        raise SourceError(
            f"The constructor takes any number of {more.arg}, which no form can offer. Name each.",
            more.lineno,
        )
    sizes: list[Size] = []
    params: list[Param] = []
    for argument, default in _arguments(method.args):
        size = _size(argument.arg, inputs) if default is None else None
        if size is not None and not params and argument not in method.args.kwonlyargs:
            sizes.append(size)
        elif default is None:
            raise SourceError(
                f"{argument.arg} needs a default, which is what a new node starts with. (Without "
                "one go in_channels and in_features alone, first of all: they follow from the "
                "wire.)",
                argument.lineno,
            )
        elif argument in method.args.posonlyargs:
            raise SourceError(f"{argument.arg} must be one that can be named.", argument.lineno)
        else:
            params.append(_param(argument, default, docstring))
    return tuple(sizes), tuple(params)


def _arguments(all: ast.arguments) -> Iterator[tuple[ast.arg, ast.expr | None]]:
    """The arguments after `self`, each with its default."""
    placed = [*all.posonlyargs, *all.args]
    missing: list[ast.expr | None] = [None] * (len(placed) - len(all.defaults))
    yield from list(zip(placed, [*missing, *all.defaults], strict=True))[1:]
    yield from zip(all.kwonlyargs, all.kw_defaults, strict=True)


def _size(name: str, inputs: Sequence[Port]) -> Size | None:
    """What `in_channels`, or `x_channels` for an input x, stands for."""
    whose, _, what = name.rpartition("_")
    ports = [port.name for port in inputs]
    if what not in _SIZES or (whose != "in" and whose not in ports):
        return None
    return Size(name, ports.index(whose) if whose in ports else 0, _SIZES[what])


def _param(argument: ast.arg, default: ast.expr, docstring: str) -> Param:
    name, line = argument.arg, argument.lineno
    try:
        value = ast.literal_eval(default)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        raise SourceError(f"The default of {name} must be a plain value.", line) from None
    if argument.annotation is None:
        raise SourceError(f"{name} needs an annotation: one of {_known()}.", line)
    written = ast.unparse(argument.annotation)
    plain = written.removesuffix(" | None")
    choices = _choices(argument.annotation)
    if plain not in _KINDS and not choices:
        hint = " (for a text, list what it can be)" if plain == "str" else ""
        raise SourceError(f"{name} is {written}, and can be one of {_known()}{hint}.", line)
    try:
        param = Param(
            name,
            Kind.CHOICE if choices else _KINDS[plain],
            None,
            _help(name, docstring),
            choices=choices,
            optional=plain != written,
        )
        return Param(**{**vars(param), "default": param.check(value)})
    except ParameterError as error:
        raise SourceError(f"The default of {error}.", line) from None


def _choices(annotation: ast.expr) -> tuple[str, ...]:
    """The texts of a Literal."""
    if not isinstance(annotation, ast.Subscript) or ast.unparse(annotation.value) not in (
        "Literal",
        "typing.Literal",
    ):
        return ()
    inner = annotation.slice
    found = inner.elts if isinstance(inner, ast.Tuple) else [inner]
    texts = [e.value for e in found if isinstance(e, ast.Constant) and isinstance(e.value, str)]
    plain = len(texts) == len(found) and not any(text.startswith("=") for text in texts)
    return tuple(texts) if plain else ()


def _known() -> str:
    return ", ".join([*_KINDS, 'Literal["a", "b"]'])


def _help(name: str, docstring: str) -> str:
    """What the docstring says of an argument, in a line such as `p: share of zeros`."""
    said = re.search(rf"^\s*`?{name}`?\s*(?:\([^)]*\))?:\s*(\S.*)$", docstring, re.MULTILINE)
    return said[1].rstrip(". ") if said else f"{name}, as the constructor takes it"


# --- forward -------------------------------------------------------------------------------------


def _inputs(method: ast.FunctionDef) -> tuple[Port, ...]:
    """A port for every argument without a default; `*xs` takes any number of wires."""
    ports: list[Port] = []
    for argument, default in _arguments(method.args):
        if default is not None:
            continue
        if argument in method.args.kwonlyargs:
            raise SourceError(
                f"forward receives its inputs in order, and {argument.arg} only by name.",
                argument.lineno,
            )
        _require_tensor(argument)
        ports.append(Port(argument.arg))
    if (several := method.args.vararg) is not None:
        _require_tensor(several)
        ports.append(Port(several.arg, variadic=True))
    if not ports:
        raise SourceError(
            "forward takes no input. Write `def forward(self, x: Tensor) -> Tensor:`.",
            method.lineno,
        )
    return tuple(ports)


def _require_tensor(argument: ast.arg) -> None:
    written = ast.unparse(argument.annotation) if argument.annotation is not None else "Tensor"
    if written not in _TENSORS:
        raise SourceError(
            f"{argument.arg} is {written}, and what a wire brings is a Tensor. Give it a default, "
            "or make it an argument of the constructor.",
            argument.lineno,
        )


def _outputs(method: ast.FunctionDef) -> tuple[str, ...]:
    """One output, or as many as the annotation `tuple[Tensor, Tensor]` lists."""
    annotation = method.returns
    if isinstance(annotation, ast.Constant) and annotation.value is None:
        raise SourceError("forward must return a Tensor.", method.lineno)
    if not isinstance(annotation, ast.Subscript):
        return ("output",)
    inner = annotation.slice
    found = inner.elts if isinstance(inner, ast.Tuple) else [inner]
    if ast.unparse(annotation.value) not in ("tuple", "Tuple", "typing.Tuple") or any(
        ast.unparse(e) not in _TENSORS for e in found
    ):
        raise SourceError(
            "forward returns a Tensor, or several: `-> tuple[Tensor, Tensor]`, one for each.",
            method.lineno,
        )
    return tuple(f"output{k + 1}" for k in range(len(found))) if len(found) > 1 else ("output",)
