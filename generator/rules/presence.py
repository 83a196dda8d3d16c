"""What a plan should hold and does not."""

from collections.abc import Iterator

from generator.model.plan import Plan
from generator.problem import Problem, maybe
from generator.rules.finding import warning
from generator.source import Source


def act_text_exists(plan: Plan, source: Source) -> Iterator[Problem]:
    """See that the narrative text an act names stands in texts/."""
    names = [text.name for text in plan.texts]
    if plan.act and plan.act.text and plan.act.text not in names:
        yield source.problem(
            ("act", "text"), plan.community, f"тексту «{plan.act.text}» серед texts/ немає{maybe(plan.act.text, names)}"
        )


def measures_are_complete(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn of a measure without a term or executors, unless a note on the plan says why."""
    told = {note.measure for note in plan.notes}
    for measure in plan.all_measures():
        if measure.steps or measure.parent or measure.id in told or measure.unaligned:
            continue
        lacking = [word for word, value in (("строку", measure.term), ("виконавців", measure.executors)) if not value]
        if lacking:
            yield warning(
                plan,
                source,
                measure,
                (),
                f"немає {' і '.join(lacking)}; впишіть їх, а якщо в документі їх немає, поясніть це в notes",
            )
