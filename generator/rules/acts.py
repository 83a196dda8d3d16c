"""The acts of a plan: those that changed it come after the one that approved it, and the edition shown is of one."""

from collections.abc import Iterator

from generator.language.terms import date_in_words
from generator.model.plan import Plan
from generator.rules.finding import warning_at
from generator.source.problem import Problem
from generator.source.yaml_source import KeyPath, Source


def acts_follow_the_approval(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn of an act that changed the plan before it was approved."""
    approval = plan.record.act
    for act in plan.record.acts:
        if approval and act.date < approval.date:
            message = (
                f"акт «{act.role.value}» датовано {date_in_words(act.date)}, ще до затвердження "
                f"({date_in_words(approval.date)}); перевірте дати"
            )
            yield warning_at(source, _path(source, act.date.isoformat()), plan.community, message)


def edition_is_that_of_an_act(plan: Plan, source: Source) -> Iterator[Problem]:
    """Refuse an edition of a day on which no act of the plan was passed."""
    days = [act.date for act in plan.record.all_acts]
    if plan.record.edition and plan.record.edition not in days:
        known = ", ".join(day.isoformat() for day in days) or "жодного"
        message = f"редакція {plan.record.edition.isoformat()} не є днем жодного акта плану; дні актів: {known}"
        yield source.problem(("edition",), plan.community, message)


def _path(source: Source, day: str) -> KeyPath:
    """Return where in the file the date of one of the acts stands."""
    listed = source.data.get("acts", ()) if isinstance(source.data, dict) else ()
    found = (index for index, act in enumerate(listed) if str(act.get("date")) == day)
    return ("acts", next(found, 0), "date")
