"""Numbers that the document prints, and the place they stand in."""

from collections.abc import Iterator

from generator.model.plan import Goal, Measure, Plan
from generator.model.vocabulary import NoteKind
from generator.reading.references import id_of
from generator.rules.finding import is_told, warning
from generator.source.problem import Problem
from generator.source.yaml_source import Source


def numbers_follow_their_place(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn where 1.2.3 does not stand under 1.2. Documents do contradict themselves, so it is never an error."""
    for loose in plan.loose.measures if plan.loose else ():
        yield from _steps(plan, source, loose)
    for goal in plan.all_goals():
        for inner in goal.goals:
            yield from _under(plan, source, goal, inner)
        for measure in goal.measures:
            yield from _under(plan, source, goal, measure)
            yield from _steps(plan, source, measure)


def _steps(plan: Plan, source: Source, measure: Measure) -> Iterator[Problem]:
    for step in measure.steps:
        yield from _under(plan, source, measure, step)
        yield from _steps(plan, source, step)


def _under(plan: Plan, source: Source, parent: Goal | Measure, child: Goal | Measure) -> Iterator[Problem]:
    if parent.record.number is None or child.record.number is None:
        return
    above, own = id_of(parent.record.number), id_of(child.record.number)
    if above is None or own is None or own.startswith(f"{above}-"):
        return
    if "-" not in own and isinstance(parent, Goal) and (isinstance(child, Goal) or child.printed_label.endswith(")")):
        return  # sections that number their tasks anew, tasks that count their measures: 1), 2)
    if is_told(plan, child, NoteKind.NUMBERING, NoteKind.CONTRADICTION, NoteKind.RESIDUE, NoteKind.SLIP):
        return
    yield warning(
        plan,
        source,
        child,
        ("number",),
        f"номер «{child.record.number}» стоїть під «{parent.record.number}»; виправте його, а якщо так у документі, "
        "поясніть це в notes",
    )
