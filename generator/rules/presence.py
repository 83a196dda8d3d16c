"""What a plan should hold and does not."""

from collections.abc import Iterator

from generator.model.plan import Measure, Plan
from generator.model.vocabulary import NoteKind
from generator.rules.finding import is_told, warning
from generator.source.problem import Problem, maybe
from generator.source.yaml_source import Source

_LACKS = (NoteKind.GAP, NoteKind.LOST, NoteKind.CONTRADICTION, NoteKind.SCAN)


def act_text_exists(plan: Plan, source: Source) -> Iterator[Problem]:
    """See that the narrative text an act names stands in texts/."""
    names = [text.name for text in plan.texts]
    if plan.record.act and plan.record.act.text and plan.record.act.text not in names:
        message = f"тексту «{plan.record.act.text}» серед texts/ немає{maybe(plan.record.act.text, names)}"
        yield source.problem(("act", "text"), plan.community, message)


def goals_hold_something(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn of a goal without goals and measures, unless a note on the plan says why."""
    for goal in plan.all_goals():
        if not goal.goals and not goal.measures and not is_told(plan, goal, *_LACKS):
            message = (
                "у цілі немає ні заходів, ні внутрішніх цілей; впишіть їх, а якщо так у документі, поясніть це в notes"
            )
            yield warning(plan, source, goal, (), message)


def measures_are_complete(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn of a measure without a term or executors, unless a note on the plan says why.

    A step has those of its task. A task that is done in steps needs none of its own.
    """
    for goal in plan.all_goals():
        for measure in goal.measures:
            yield from _complete(plan, source, (measure,))


def _complete(plan: Plan, source: Source, line: tuple[Measure, ...]) -> Iterator[Problem]:
    """Check a measure, the last of a line that begins with its task."""
    measure = line[-1]
    for step in measure.steps:
        yield from _complete(plan, source, (*line, step))
    if measure.steps or any(above.record.unaligned or is_told(plan, above, *_LACKS) for above in line):
        return
    has = {"строку": any(above.term for above in line), "виконавців": any(above.executors for above in line)}
    lacking = " і ".join(word for word, given in has.items() if not given)
    if lacking:
        message = f"немає {lacking}; допишіть, а якщо так у документі, поясніть це в notes"
        yield warning(plan, source, measure, (), message)
