"""The period of a plan: it runs forward, and the act that approved the plan does not come after it."""

from collections.abc import Iterator

from generator.language.terms import date_in_words
from generator.model.plan import Plan
from generator.rules.finding import warning_at
from generator.source.problem import Problem
from generator.source.yaml_source import Source


def period_runs_forward(plan: Plan, source: Source) -> Iterator[Problem]:
    """Refuse a period that ends before it starts; warn of an act that comes after the end."""
    if plan.record.period is None:
        return
    first, last = plan.record.period.start, plan.record.period.end
    if first > last:
        message = (
            f"період починається {date_in_words(first)}, а закінчується {date_in_words(last)}; поміняйте дати місцями "
            "або виправте рік"
        )
        yield source.problem(("period", "end"), plan.community, message)
    elif plan.record.act and plan.record.act.date > last:
        message = (
            f"акт датовано {date_in_words(plan.record.act.date)}, уже після кінця періоду плану "
            f"({date_in_words(last)}); перевірте дати act і period"
        )
        yield warning_at(source, ("act", "date"), plan.community, message)
