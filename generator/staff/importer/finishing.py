"""From what was gathered to a frozen draft: ids, executors, money, coverage."""

from collections.abc import Collection, Sequence

from generator.staff.importer.executors import folded, separate_known, split_cell
from generator.staff.importer.identifiers import goal_ids, measure_ids
from generator.staff.importer.money import Money
from generator.staff.importer.openings import Builder, ExecutorCell, OpenMeasure
from generator.staff.importer.participants import WrittenRole, by_role, participant, questions
from generator.staff.importer.records import Executor, Funding, Goal, Indicator, Measure, Total
from generator.staff.importer.totals import goals_of_totals


def goals_and_measures(builder: Builder, known: Collection[str]) -> tuple[tuple[Goal, ...], tuple[Measure, ...]]:
    """Freeze goals and measures; executors are split with the help of each other and of the `known` names."""
    goals = goal_ids(builder.tree.goals)
    measures = measure_ids(builder.measures, goals)
    executors = _executors(builder, known)
    places = [cells[0].place if (cells := measure.executor_cells) else measure.place for measure in builder.measures]
    builder.notes += questions(list(zip(places, executors, strict=True)))
    frozen_goals = tuple(
        Goal(
            goals[id(goal)],
            goal.number,
            goal.title,
            goal.level,
            goals.get(id(goal.parent)),
            goal.label,
            goal.motto,
            goal.place,
        )
        for goal in builder.tree.goals
    )
    frozen_measures = tuple(
        _measure(builder, measure, measures, goals, names)
        for measure, names in zip(builder.measures, executors, strict=True)
    )
    return frozen_goals, frozen_measures


def _measure(
    builder: Builder, measure: OpenMeasure, measures: dict[int, str], goals: dict[int, str], names: Sequence[Executor]
) -> Measure:
    return Measure(
        id=measures[id(measure)],
        number=measure.number,
        text=measure.text,
        goal=goals.get(id(measure.goal)),
        parent=measures.get(id(measure.parent)) if measure.parent else None,
        term=" ".join(measure.terms) or " ".join(measure.unaligned.get("term", [])),
        executors=tuple(names),
        indicators=_indicators(measure),
        funding=_funding(builder, measure),
        label=measure.label,
        also_numbered=measure.also_numbered,
        steps_label=measure.steps_label,
        place=measure.place,
        unaligned={role: tuple(texts) for role, texts in measure.unaligned.items()},
        other={heading: " ".join(lines) for heading, lines in measure.other.items()},
        unread=measure.unread,
    )


def _indicators(measure: OpenMeasure) -> tuple[Indicator, ...]:
    """Join indicators with the values beside them: one indicator has them all, several have a line of each cell."""
    texts = measure.indicators or measure.unaligned.get("indicators", [])
    values = measure.values
    made = []
    for index, text in enumerate(texts):
        own = {
            key: lines[index] if len(lines) == len(texts) else " ".join(lines) if index == 0 else ""
            for key, lines in values.items()
        }
        targets = {key: value for key, value in own.items() if key not in {"unit", "baseline"} and value}
        made.append(Indicator(text, own.get("unit", ""), own.get("baseline", ""), targets))
    return tuple(made)


def _executors(builder: Builder, known: Collection[str]) -> list[list[Executor]]:
    """Split twice: names found in the first pass tell the second where one name ends and the next begins."""
    fixed = folded(known)
    parts = [[part for cell in _executor_cells(measure) for part in by_role(cell)] for measure in builder.measures]
    cells = {tuple(lines) for own in parts for _, lines in own}
    first = {cell: split_cell(cell, fixed) for cell in sorted(cells)}
    in_order = [first[tuple(lines)] for own in parts for _, lines in own]
    certain = folded(dict.fromkeys(name for names in in_order for name in names)) | fixed
    last = {cell: separate_known(names, certain) for cell, names in first.items()}
    return [_participants(builder, [(part, last[tuple(lines)]) for part, lines in own]) for own in parts]


def _participants(builder: Builder, parts: Sequence[tuple[WrittenRole, Sequence[str]]]) -> list[Executor]:
    """Take apart what is written of each executor; one that stands in one role twice is one."""
    made = [
        participant(name, part.role, "" if part.words == builder.roles.get(part.role) else part.words)
        for part, names in parts
        for name in names
    ]
    return list({(body.name, body.role): body for body in made}.values())


def _executor_cells(measure: OpenMeasure) -> list[ExecutorCell]:
    rest = measure.unaligned.get("executors", [])
    return measure.executor_cells or [ExecutorCell((line,), "", measure.place) for line in rest]


def _funding(builder: Builder, measure: OpenMeasure) -> Funding | None:
    """Put together the money of the rows of one measure: a row «всього» is the sum, else each row is a source's."""
    unit = measure.unit or builder.unit
    rows = [money for money in measure.money if money.says_something]
    if len(rows) <= 1:
        return rows[0].funding(unit) if rows else None
    return _joined(rows, unit)


def _joined(rows: list[Money], unit: str | None) -> Funding | None:
    main = next((money for money in rows if money.is_total), None)
    with_sums = [money for money in rows if money.has_sums]
    if main is None and len(with_sums) == 1:
        main = with_sums[0]
    joined = Money(
        sources=[source for money in rows for source in money.sources],
        total=main.total if main else None,
        by_year=main.by_year if main else {},
        words=[word for money in rows for word in money.words],
        unit=next((money.unit for money in rows if money.unit), None),
        lines=[line for money in rows for line in money.as_lines() if money is not main] if len(with_sums) > 1 else [],
        estimate=next((money.estimate for money in rows if money.estimate), None),
        remainder=next((money.remainder for money in rows if money.remainder), None),
    )
    return joined.funding(unit)


def printed_totals(builder: Builder) -> tuple[Total, ...]:
    """Freeze the rows of totals."""
    ids = goal_ids(builder.tree.goals)
    found = goals_of_totals(builder.totals, builder.tree.goals)
    return tuple(
        Total(
            total.label,
            ids.get(id(goal)) if goal else None,
            total.money.total,
            total.money.by_year,
            total.money.unit or total.unit or builder.unit,
            ", ".join(total.money.sources),
        )
        for total, goal in zip(builder.totals, found, strict=True)
    )
