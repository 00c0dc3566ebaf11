"""From a network to its report: structure, shapes, costs and problems. No Qt, no torch."""

from __future__ import annotations

from app.analysis.analyse import analyse
from app.analysis.report import EMPTY, NodeReport, Problem, Report, Totals

__all__ = ["EMPTY", "NodeReport", "Problem", "Report", "Totals", "analyse"]
