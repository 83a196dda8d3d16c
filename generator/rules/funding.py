"""Money: years against totals, measures against the document's totals."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.model.money import add, amount, in_figures
from generator.model.plan import Measure, Plan
from generator.problem import Problem, Severity
from generator.rules.finding import warning
from generator.source import Source


def years_make_the_total(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn where the sums by year do not make the total of a measure or of a totals row."""
    for measure in plan.all_measures():
        if measure.funding and (words := _mismatch(measure.funding.total, measure.funding.by_year.values())):
            yield warning(plan, source, measure, ("funding",), words)
    for index, row in enumerate(plan.totals):
        if words := _mismatch(row.total, row.by_year.values()):
            place = source.at(("totals", index))
            yield Problem(
                source.path, place.line, place.column, f"{plan.community}/{row.label}", words, Severity.WARNING
            )


def totals_add_up(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn where the sums of measures, or of the rows of totals, do not make a printed total."""
    for index, row in enumerate(plan.totals):
        printed = amount(row.total)
        found = _sum_of_goal(plan, row.goal) if row.goal else add(other.total for other in plan.totals if other.goal)
        if printed is None or found in (printed, Decimal()):
            continue
        what = "суми заходів цілі" if row.goal else "підсумки цілей"
        place = source.at(("totals", index, "total"))
        yield Problem(
            source.path,
            place.line,
            place.column,
            f"{plan.community}/{row.label}",
            f"у документі {row.total}, а {what} разом дають {in_figures(found)}",
            Severity.WARNING,
        )


def _mismatch(total: str | None, years: Iterable[str]) -> str | None:
    printed, by_year = amount(total), [amount(year) for year in years]
    if printed is None or not any(by_year):
        return None
    found = sum((value for value in by_year if value is not None), Decimal())
    return None if found == printed else f"усього {in_figures(printed)}, а суми за роками дають {in_figures(found)}"


def _sum_of_goal(plan: Plan, goal_id: str) -> Decimal:
    goal = next((goal for goal in plan.all_goals() if goal.id == goal_id), None)
    return (
        sum((_planned(measure) for inner in goal.with_goals() for measure in inner.measures), Decimal())
        if goal
        else Decimal()
    )


def _planned(measure: Measure) -> Decimal:
    """Money of a task: its own total, else what its steps add up to."""
    own = amount(measure.funding.total) if measure.funding else None
    return own if own is not None else sum((_planned(step) for step in measure.steps), Decimal())
