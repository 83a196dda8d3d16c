"""What a plan should hold and does not."""

from collections.abc import Iterator

from generator.model.plan import Goal, Measure, Plan
from generator.model.said import LACKS, Said, gives, said_of_measure, said_of_plan, tasks_above
from generator.model.vocabulary import Absent, NoteKind
from generator.rules.finding import is_told, name_of, warning, warning_at
from generator.source.problem import Problem, maybe
from generator.source.yaml_source import Source

_OF_PLAN = frozenset({Absent.ACT, Absent.PERIOD})
_GENITIVE = {
    Absent.ACT: "акта",
    Absent.PERIOD: "періоду дії",
    Absent.TERM: "строку",
    Absent.EXECUTORS: "виконавців",
}
_EXCUSES = (*LACKS, NoteKind.CONTRADICTION)
"""Notes that excuse an empty goal."""


def act_text_exists(plan: Plan, source: Source) -> Iterator[Problem]:
    """See that the narrative text an act names stands in texts/."""
    names = [text.name for text in plan.texts]
    if plan.record.act and plan.record.act.text and plan.record.act.text not in names:
        message = f"тексту «{plan.record.act.text}» серед texts/ немає{maybe(plan.record.act.text, names)}"
        yield source.problem(("act", "text"), plan.community, message)


def goals_hold_something(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn of a goal without goals and measures, unless a note on the plan says why."""
    for goal in plan.all_goals():
        if not goal.goals and not goal.measures and not is_told(plan, goal, *_EXCUSES):
            message = (
                "у цілі немає ні заходів, ні внутрішніх цілей; впишіть їх, а якщо так у документі, поясніть це в notes"
            )
            yield warning(plan, source, goal, (), message)


def what_is_due_is_said(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn of an act, a period, a term or executors that are neither given nor said to be absent in the document.

    A step has those of its task. A task that is done in steps needs none of its own. A project has no act yet.
    """
    due = [Absent.PERIOD, *([] if plan.is_project else [Absent.ACT])]
    for field in due:
        if said_of_plan(plan, field) is Said.UNSAID:
            yield warning_at(source, (), plan.id, _lacking([field]))
    for measure in plan.all_measures():
        if not measure.steps:
            line = list(tasks_above(plan, measure))
            lacking = [
                field
                for field in (Absent.TERM, Absent.EXECUTORS)
                if all(said_of_measure(plan, one, field) is Said.UNSAID for one in line)
            ]
            if lacking:
                yield warning(plan, source, measure, (), _lacking(lacking))


def _lacking(fields: list[Absent]) -> str:
    names = " і ".join(fields)
    them = "їх" if len(fields) > 1 or Absent.EXECUTORS in fields else "його"
    return (
        f"немає {' і '.join(_GENITIVE[field] for field in fields)}: впишіть {names}, а якщо {them} немає в документі – "
        f"absent: [{', '.join(fields)}]"
    )


def nothing_is_given_and_absent(plan: Plan, source: Source) -> Iterator[Problem]:
    """Refuse a field that is given and said to be absent at once, and an absent act or period of a part of the plan."""
    for field in plan.record.absent:
        period = plan.record.period
        given = {Absent.ACT: plan.record.act, Absent.PERIOD: period and period.text}.get(field)
        if given or any(gives(measure, field) for measure in plan.all_measures()):
            yield source.problem(("absent",), plan.id, _both(field))
    items: list[tuple[Goal | Measure, list[Measure]]] = [(goal, list(goal.all_measures())) for goal in plan.all_goals()]
    items += [(measure, [measure]) for measure in plan.all_measures()]
    for item, measures in items:
        for field in item.record.absent:
            path = (*item.place.path, "absent")
            if field in _OF_PLAN:
                message = f"«{field}» стосується всього плану: перенесіть до absent самого плану"
                yield source.problem(path, name_of(plan, item), message)
            elif any(gives(measure, field) for measure in measures):
                yield source.problem(path, name_of(plan, item), _both(field))


def _both(field: Absent) -> str:
    return f"{field} і дано, і названо в absent; лишіть або одне, або інше"
