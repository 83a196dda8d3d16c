"""Which of several measures one is that have no number and begin with the same words."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.language.numbers import which
from generator.language.shortening import quoted_opening
from generator.model.records.goal import GoalRecord
from generator.model.records.measure import MeasureRecord
from generator.model.records.plan import PlanRecord


class Alike:
    """Counts a plan's measures without a number by the words that name them; asked in the document's order."""

    def __init__(self, plan: PlanRecord) -> None:
        self._all = Counter(map(_opening, _unnumbered(plan)))
        self._met: Counter[str] = Counter()

    def next(self, record: MeasureRecord) -> str:
        """Return which of its like the next measure is, «другий такий захід»; nothing where it is the only one."""
        opening = _opening(record)
        if record.number or self._all[opening] == 1:
            return ""
        self._met[opening] += 1
        return f"{which(self._met[opening])} такий захід"


def _opening(record: MeasureRecord) -> str:
    return quoted_opening(record.text)


def _unnumbered(plan: PlanRecord) -> Iterator[MeasureRecord]:
    tops = [*plan.measures, *(measure for goal in plan.goals for measure in _measures(goal))]
    return (measure for measure in _with_steps(tops) if not measure.number)


def _measures(goal: GoalRecord) -> Iterator[MeasureRecord]:
    yield from goal.measures
    for inner in goal.goals:
        yield from _measures(inner)


def _with_steps(measures: Iterable[MeasureRecord]) -> Iterator[MeasureRecord]:
    for measure in measures:
        yield measure
        yield from _with_steps(measure.steps)
