"""What a letter to the council says of a plan and a measure: the document's words, and nothing that nobody knows."""

from collections.abc import Iterator
from datetime import date

from generator.language.terms import date_in_words
from generator.model.said import Said
from generator.model.vocabulary import CALLED_OFF, Absent, Status, TimeState
from generator.views.commitment import Commitment

_REPEATED = {
    TimeState.ONGOING: "За планом захід виконують постійно.",
    TimeState.RECURRING: "За планом захід повторюють.",
}


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
    if state.status in {Status.DONE, *CALLED_OFF} or (state.ahead and state.time is not TimeState.RECURRING):
        return None
    return " ".join(_known(item, as_of, site_name))


def _known(item: Commitment, as_of: date, site_name: str) -> Iterator[str]:
    state, ended = item.state, item.plan.named_end
    if state.is_late and state.due:
        yield f"Цей строк минув {date_in_words(state.due)}."
    elif state.time in _REPEATED:
        yield _REPEATED[state.time]
    elif state.time is TimeState.CONDITIONAL:
        yield "Строк залежить від події, яку названо в плані."
    if ended and as_of > ended:
        yield f"Період плану закінчився {date_in_words(ended)}."
    if state.status:
        yield f"За останнім звітом на сайті «{site_name}» стан такий: «{state.status_words}»."
    elif state.is_late or state.time in _REPEATED:
        yield f"Звіту про виконання на сайті «{site_name}» немає."
