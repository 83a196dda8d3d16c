"""Money: years against totals, measures against the document's totals."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.model.money import add, amount, in_figures
from generator.model.plan import Goal, Plan
from generator.model.planned import planned
from generator.model.vocabulary import NoteKind
from generator.rules.finding import is_told, warning, warning_at
from generator.source.problem import Problem, shown
from generator.source.yaml_source import Source

_EXPLAINED_BY = (NoteKind.LOST, NoteKind.CONTRADICTION, NoteKind.GAP, NoteKind.SLIP)
_ADVICE = "перевірте суми, а якщо так у документі, поясніть це в notes"


def sums_have_a_unit(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn once of a plan with sums and no unit of money."""
    if plan.record.money_unit:
        return
    for measure in plan.all_measures():
        money = measure.record.funding
        if money and not money.unit and any(amount(value) for value in (money.total, *money.by_year.values())):
            message = "суми є, а одиниці грошей у плані немає; додайте до plan.yml поле money_unit: тис. грн."
            yield warning(plan, source, measure, ("funding",), message)
            return


def years_lie_in_the_period(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn of money for a year outside the plan's period."""
    if plan.record.period is None:
        return
    first, last = plan.record.period.start.year, plan.record.period.end.year
    years = f"{first}–{last}" if first != last else str(first)
    for measure in plan.all_measures():
        for year in measure.record.funding.by_year if measure.record.funding else ():
            if not first <= year <= last and not is_told(plan, measure, *_EXPLAINED_BY):
                message = f"гроші на {year} рік, поза періодом плану ({years}); перевірте рік"
                yield warning(plan, source, measure, ("funding", "by_year", year), message)


def years_make_the_total(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn where the sums by year do not make the total of a measure or of a totals row, unless a note says so."""
    for measure in plan.all_measures():
        money = measure.record.funding
        words = _mismatch(money.total, money.by_year.values()) if money else None
        if words and not is_told(plan, measure, *_EXPLAINED_BY):
            yield warning(plan, source, measure, ("funding", "total"), words)
    for index, row in enumerate(plan.record.totals):
        words = _mismatch(row.total, row.by_year.values())
        if words and not _is_told(plan, row.goal, row.label):
            yield warning_at(source, ("totals", index, "total"), f"{plan.community}/{_bare(row.label)}", words)


def totals_add_up(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn where the sums of measures, or of the rows of totals, do not make a printed total, unless a note says so."""
    for index, row in enumerate(plan.record.totals):
        printed = amount(row.total)
        found = (
            _sum_of_goal(plan, row.goal) if row.goal else add(other.total for other in plan.record.totals if other.goal)
        )
        if printed is None or found in (printed, Decimal()) or _is_told(plan, row.goal, row.label):
            continue
        what = f"суми заходів цілі {row.goal}" if row.goal else "підсумки цілей"
        message = f"у документі {row.total}, а {what} разом дають {in_figures(found)}; {_ADVICE}"
        yield warning_at(source, ("totals", index, "total"), f"{plan.community}/{_bare(row.label)}", message)


def _bare(label: str) -> str:
    return shown(label.rstrip(" :"), 60)


def _is_told(plan: Plan, goal_id: str | None, label: str) -> bool:
    goal = _goal(plan, goal_id) if goal_id else None
    if goal:
        return is_told(plan, goal, *_EXPLAINED_BY)
    return any(note.record.kind in _EXPLAINED_BY and _bare(note.record.place) == _bare(label) for note in plan.notes)


def _goal(plan: Plan, goal_id: str) -> Goal | None:
    return next((goal for goal in plan.all_goals() if goal.id == goal_id), None)


def _mismatch(total: str | None, years: Iterable[str]) -> str | None:
    printed, by_year = amount(total), [amount(year) for year in years]
    if printed is None or not any(by_year):
        return None
    found = sum((value for value in by_year if value is not None), Decimal())
    if found == printed:
        return None
    return f"усього {in_figures(printed)}, а суми за роками разом дають {in_figures(found)}; {_ADVICE}"


def _sum_of_goal(plan: Plan, goal_id: str) -> Decimal:
    goal = _goal(plan, goal_id)
    if goal is None:
        return Decimal()
    measures = (measure for inner in goal.with_goals() for measure in inner.measures)
    return planned(measures, plan.record.money_unit).total or Decimal()
