"""What a document says about a field: a value, that it has none, or nothing yet that anybody wrote down.

Only the second may become a sentence such as «документ періоду не називає» (design, «Three states of a field»).
"""

from collections.abc import Iterator
from enum import StrEnum

from generator.model.plan import Goal, Measure, Plan
from generator.model.vocabulary import Absent, NoteKind

LACKS = frozenset({NoteKind.GAP, NoteKind.LOST, NoteKind.SCAN})
"""Notes that say why a value is not there."""


class Said(StrEnum):
    """What is known of a field."""

    GIVEN = "given"
    ABSENT = "absent"
    UNSAID = "unsaid"


def said_of_plan(plan: Plan, field: Absent) -> Said:
    """Return what is known of a field of the whole plan; days of a period that are only ours do not give it."""
    if field in plan.record.absent:
        return Said.ABSENT
    own = {Absent.ACT: plan.record.act, Absent.PERIOD: plan.record.period}
    given = own[field] if field in own else any(gives(measure, field) for measure in plan.all_measures())
    return Said.GIVEN if given else Said.UNSAID


def said_of_measure(plan: Plan, measure: Measure, field: Absent) -> Said:
    """Return what is known of a field of a measure itself; its task's value is not its own."""
    if gives(measure, field):
        return Said.GIVEN
    above = list(tasks_above(plan, measure))
    places = {one.id for one in above}
    named = (
        field in plan.record.absent
        or any(field in one.record.absent or one.record.unaligned for one in above)
        or any(field in goal.record.absent for goal in _goals_above(plan, measure))
    )
    noted = any(note.record.kind in LACKS and note.measure in places for note in plan.notes)
    return Said.ABSENT if named or noted else Said.UNSAID


def tasks_above(plan: Plan, measure: Measure) -> Iterator[Measure]:
    """Yield a measure, then the tasks whose step it is, the nearest first."""
    yield measure
    if measure.parent:
        yield from tasks_above(plan, plan.measure(measure.parent))


def _goals_above(plan: Plan, measure: Measure) -> Iterator[Goal]:
    goal = plan.goal(measure.goal)
    yield goal
    yield from plan.above(goal)


def gives(measure: Measure, field: Absent) -> bool:
    """Return whether a measure itself has a value."""
    record = measure.record
    values = {
        Absent.EXECUTORS: record.executors,
        Absent.TERM: record.term,
        Absent.INDICATORS: record.indicators,
        Absent.FUNDING: record.funding,
    }
    return bool(values.get(field))
