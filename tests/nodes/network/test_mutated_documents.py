"""Damaged documents are refused in words, and what can be read is analysed and saved again."""

from __future__ import annotations

from hypothesis import given, settings

from nodes.errors import DocumentError
from tests.conftest import EXAMPLES
from tests.nodes.network.mutations import mutated, opened


@settings(max_examples=EXAMPLES or 300)
@given(mutated())
def test_mutated_documents(content: bytes) -> None:
    found = opened(content)
    if isinstance(found, DocumentError):
        assert str(found).endswith((".", "?"))
        assert len(str(found)) < 1_000
