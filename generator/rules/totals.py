"""Totals that the document prints: against their years, against other totals, against the measures."""

from collections.abc import Iterator
from decimal import Decimal

from generator.language.folding import fold_name
from generator.model.money import add, amount, in_figures
from generator.model.plan import Goal, Plan
from generator.model.planned import planned, planned_part
from generator.model.records.money import TotalRecord
from generator.model.unnumbered import goal_in_words
from generator.rules.finding import is_told, warning_at
from generator.rules.funding import ADVICE, EXPLAINED_BY, mismatch
from generator.source.problem import Problem, shown
from generator.source.yaml_source import KeyPath, Source


def years_make_the_total(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn where the years of a row of totals do not make its sum, unless a note says so."""
    for index, row in enumerate(plan.record.totals):
        words = mismatch(row.total, row.by_year.values())
        if words and not _is_told(plan, row):
            message = f"усього {words[0]}, а суми за роками разом дають {words[1]}; {ADVICE}"
            yield warning_at(source, ("totals", index, "total"), _name(plan, row), message)


def years_lie_in_the_period(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn of a total for a year outside the plan's period."""
    if plan.record.period is None:
        return
    first, last = plan.record.period.start.year, plan.record.period.end.year
    years = f"{first}–{last}" if first != last else str(first)
    for index, row in enumerate(plan.record.totals):
        for year in row.by_year:
            if not first <= year <= last and not _is_told(plan, row):
                message = f"гроші на {year} рік, поза періодом плану ({years}); перевірте рік"
                yield warning_at(source, ("totals", index, "by_year", year), _name(plan, row), message)


def totals_add_up(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn where measures, or other rows of totals, do not make a printed total, unless a note says so.

    Each source is compared with its own sums, each year with its own; what cannot be told apart is not compared.
    """
    for index, row in enumerate(plan.record.totals):
        if _is_told(plan, row):
            continue
        for year, printed in ((None, row.total), *row.by_year.items()):
            below: KeyPath = ("total",) if year is None else ("by_year", year)
            for what, found in _parts(plan, row, year):
                if amount(printed) is None or found in (Decimal(), amount(printed)):
                    continue
                when = f"за {year} рік " if year else ""
                message = f"{when}у документі {printed}, а {what} разом дають {in_figures(found)}; {ADVICE}"
                yield warning_at(source, ("totals", index, *below), _name(plan, row), message)


def _parts(plan: Plan, row: TotalRecord, year: int | None) -> Iterator[tuple[str, Decimal]]:
    """Yield what a row or one of its years must be the sum of, and what that comes to; zero says nothing."""
    rows = [other for other in plan.record.totals if other is not row]
    if row.source is None:
        by_source = [other for other in rows if other.source and other.goal == row.goal]
        yield "підсумки за джерелами", _of_rows(by_source, year)
    if row.goal:
        yield f"суми заходів цілі {goal_in_words(plan, row.goal)}{_from(row)}", _of_measures(plan, row, year)
        return
    outer = _outermost(plan, [other for other in rows if other.goal and _same(other.source, row.source)])
    if outer and plan.loose is None:
        yield f"підсумки цілей{_from(row)}", _of_rows(outer, year)
    else:
        yield f"суми заходів{_from(row)}", _of_measures(plan, row, year)


def _of_rows(rows: list[TotalRecord], year: int | None) -> Decimal:
    """Add rows of totals; nothing where one of them has no such sum, for then the others are not the whole."""
    sums = [_of(row, year) for row in rows]
    return Decimal() if None in sums else add(sums)


def _of(row: TotalRecord, year: int | None) -> str | None:
    return row.total if year is None else row.by_year.get(year)


def _from(row: TotalRecord) -> str:
    return f" із джерела «{shown(row.source, 60)}»" if row.source else ""


def _same(one: str | None, other: str | None) -> bool:
    return fold_name(one or "") == fold_name(other or "")


def _outermost(plan: Plan, rows: list[TotalRecord]) -> list[TotalRecord]:
    """Leave out the totals of goals that lie in a goal which has a total itself."""
    with_total = {row.goal for row in rows}
    above = {goal.id: {outer.id for outer in plan.above(goal)} for goal in plan.all_goals()}
    return [row for row in rows if row.goal and not above.get(row.goal, set()) & with_total]


def _of_measures(plan: Plan, row: TotalRecord, year: int | None) -> Decimal:
    goal = _goal(plan, row.goal) if row.goal else None
    if row.goal and goal is None:
        return Decimal()
    goals = goal.with_goals() if goal else plan.all_pages()
    measures = [measure for inner in goals for measure in inner.measures]
    if row.source is None and year is None:
        return planned(measures, plan.record.money_unit).total or Decimal()
    return planned_part(measures, plan.record.money_unit, row.source, year) or Decimal()


def _name(plan: Plan, row: TotalRecord) -> str:
    return f"{plan.community}/{_bare(row.label)}"


def _bare(label: str) -> str:
    return shown(label.rstrip(" :"), 60)


def _is_told(plan: Plan, row: TotalRecord) -> bool:
    goal = _goal(plan, row.goal) if row.goal else None
    if goal:
        return is_told(plan, goal, *EXPLAINED_BY)
    return any(note.record.kind in EXPLAINED_BY and _bare(note.record.place) == _bare(row.label) for note in plan.notes)


def _goal(plan: Plan, goal_id: str) -> Goal | None:
    return next((goal for goal in plan.all_goals() if goal.id == goal_id), None)
