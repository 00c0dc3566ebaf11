from __future__ import annotations
from app.analysis.report import Report
from nodes.network import Network
def generate_probe(network: Network, report: Report) -> str:
    raise NotImplementedError
