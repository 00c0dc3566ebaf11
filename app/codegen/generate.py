from __future__ import annotations
from app.analysis.report import Report
from app.codegen.source import Source
from nodes.network import Network
def generate(network: Network, report: Report) -> Source:
    raise NotImplementedError
