"""Our page for the measures that a document puts under no goal: it has a title of ours and no number."""

from collections.abc import Iterable

from generator.model.place import Place
from generator.model.plan import Goal, Measure
from generator.model.records.goal import GoalRecord
from generator.model.reserved_names import LOOSE

_WITHOUT_GOALS, _BESIDE_GOALS = "Заходи плану", "Заходи поза цілями"


def loose_page(place: Place, measures: Iterable[Measure], *, beside_goals: bool) -> Goal:
    """Put measures on a page of their own; `beside_goals` says whether the plan has goals as well."""
    title = _BESIDE_GOALS if beside_goals else _WITHOUT_GOALS
    record = GoalRecord(kind=title, title=title, summary=(), topics=(), absent=())
    return Goal(LOOSE, place, record, measures=tuple(measures), is_ours=True)
