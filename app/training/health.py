"""When an alert about a run begins and when it is over: only what lasts is told, and told once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from app.training.messages import Alert
from app.training.vitals import Vitals

Beat = Literal["window", "epoch", "flow", "second"]  # what there is news of


@dataclass(frozen=True)
class Sign:
    """How bad something is at a node, or in the whole run: 1 is where it begins to be told."""

    path: str
    level: float
    reason: str
    advice: str


@dataclass(frozen=True)
class Rule:
    """`evidence` is how often in a row a sign must be there to be told, or gone to be over.

    It is gone below `clears`, so that what is near the limit is not told again and again.
    """

    name: str
    beat: Beat
    check: Callable[[Vitals], Iterable[Sign]]
    evidence: int = 3
    clears: float = 0.8


@dataclass
class _Course:
    """How one sign has gone so far; each time that it comes back it must last twice as long."""

    told: Sign | None = None
    times: int = 0  # told
    in_a_row: int = 0


@dataclass
class Health:
    """Looks at the vitals of one run by some rules."""

    rules: tuple[Rule, ...]
    vitals: Vitals
    _courses: dict[tuple[str, str], _Course] = field(default_factory=dict)

    def look(self, beat: Beat) -> list[Alert]:
        """The alerts that begin or are over with what is new."""
        found = [self._judge(rule) for rule in self.rules if rule.beat == beat]
        return [alert for alerts in found for alert in alerts]

    def _judge(self, rule: Rule) -> list[Alert]:
        signs = {sign.path: sign for sign in rule.check(self.vitals)}
        courses = self._courses
        known = [path for name, path in courses if name == rule.name]
        alerts = []
        for path in dict.fromkeys([*known, *signs]):
            course = courses.setdefault((rule.name, path), _Course())
            sign = signs.get(path)
            level = sign.level if sign is not None else 0.0
            turning = level < rule.clears if course.told else level >= 1
            course.in_a_row = course.in_a_row + 1 if turning else 0
            if course.in_a_row < rule.evidence * 2**course.times:
                continue
            course.in_a_row = 0
            over = course.told
            if over is not None:
                alerts.append(self._alert(rule, over, over=True))
                course.told = None
            elif sign is not None:
                alerts.append(self._alert(rule, sign, over=False))
                course.told = sign
                course.times += 1
        return alerts

    def _alert(self, rule: Rule, sign: Sign, *, over: bool) -> Alert:
        step = self.vitals.step
        return Alert(rule.name, sign.path, step, sign.reason, sign.advice, over)
