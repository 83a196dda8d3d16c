"""What a letter to the council says of a plan and a measure: the document's words, and nothing that nobody knows."""

from collections.abc import Iterator
from datetime import date

from generator.language.terms import date_in_words
from generator.model.said import Said
from generator.model.vocabulary import CALLED_OFF, Absent, Status, TimeState
from generator.views.commitment import Commitment
from generator.views.plan_over import plan_over, successor_of

_REPEATED = {
    TimeState.ONGOING: ("За планом захід виконують постійно.", "За планом захід мали виконувати постійно."),
    TimeState.RECURRING: ("За планом захід повторюють.", "За планом захід мали повторювати."),
}
"""What a letter says of a lasting term in the time of its plan, and after it."""


def term_line(item: Commitment) -> str:
    """Return the line on the term, or that the document has none; nothing while nobody has said either."""
    if item.measure.term:
        return f"Строк за планом: {item.measure.term.text}"
    return f"{item.no_term}." if item.said(Absent.TERM) is Said.ABSENT else ""


def executors_line(item: Commitment) -> str:
    """Return the line on who does it, as the document has it; else as of the term."""
    named = item.measure.executors
    if named:
        who = "Виконавці" if len(named) > 1 else "Виконавець"
        return f"{who} за планом: {'; '.join(one.whole for one in named)}"
    return "Виконавців у документі не названо." if item.said(Absent.EXECUTORS) is Said.ABSENT else ""


def late_sentence(item: Commitment, as_of: date, site_name: str) -> str | None:
    """Return what opens the question why it is not done; None where nobody may ask so: it is done, or not due yet.

    It claims nowhere that the work is not done: what is known is the term and the reports.
    """
    state = item.state
    if (
        state.is_removed
        or state.status in {Status.DONE, *CALLED_OFF}
        or (state.ahead and state.time is not TimeState.RECURRING)
    ):
        return None
    return " ".join(_known(item, as_of, site_name))


def _known(item: Commitment, as_of: date, site_name: str) -> Iterator[str]:
    state, is_past = item.state, bool(item.state.ended or plan_over(item.community, item.plan, as_of))
    if state.is_late and state.due:
        yield f"Цей строк минув {date_in_words(state.due)}."
    elif state.time in _REPEATED:
        yield _REPEATED[state.time][is_past]
    elif state.time is TimeState.CONDITIONAL:
        yield f"Строк {'залежав' if is_past else 'залежить'} від події, яку названо в плані."
    yield from _of_plan(item, as_of)
    if state.status:
        day = f" (звіт від {date_in_words(state.told_on)})" if state.told_on else ""
        yield f"За звітами на сайті «{site_name}» стан такий: «{state.status_words}»{day}."
    elif state.is_late or state.time in _REPEATED:
        yield f"Звіту про виконання на сайті «{site_name}» немає."


def _of_plan(item: Commitment, as_of: date) -> Iterator[str]:
    """Say of the plan that its time is over or that another replaced it."""
    period, ended, successor = (
        item.plan.record.period,
        item.plan.named_end,
        successor_of(item.community, item.plan, as_of),
    )
    if ended and as_of > ended:
        yield f"Період плану закінчився {date_in_words(ended)}."
    elif period and as_of > period.end:
        yield f"План було складено {period.for_years}."
    if successor:
        yield f"Цей план замінено іншим: «{successor.record.name}»."
