"""What a term means on the as-of date: ahead, running, over; when it falls due."""

from datetime import date, timedelta

from generator.language.terms import Term, TermKind, occurrences
from generator.model.plan import Measure
from generator.model.records.period import PeriodRecord
from generator.model.standing import Standing
from generator.model.vocabulary import CALLED_OFF, Status, TimeState

DUE_SOON = timedelta(days=30)
"""How near an end counts as «Скоро строк»."""
FINISHED = {Status.DONE, *CALLED_OFF}
PERMANENT = {TermKind.ONGOING, TermKind.RECURRING, TermKind.CONDITIONAL}
"""Terms with no day by which the work is done; what is reported of such a measure does not change that."""


def is_permanent(term: Term | None) -> bool:
    return term is not None and term.kind in PERMANENT


def ended_on(term: Term | None, as_of: date, period: PeriodRecord | None) -> date | None:
    """Return the last day of a permanent term that is over: its own, or that of the period which the document names."""
    if term is None or term.kind not in PERMANENT:
        return None
    last = min((day for day in (term.end, period and period.named_end) if day), default=None)
    return last if last and as_of > last else None


def time_state(measure: Measure, standing: Standing | None, as_of: date) -> TimeState:
    term, status = measure.term, standing.status if standing else None
    if status in FINISHED:
        done = standing.completed if standing else None
        late = done and term and term.end and done > term.end
        return TimeState.DONE_LATE if late else TimeState.CLOSED
    if term is None:
        return TimeState.UNKNOWN
    if term.kind in {TermKind.ONGOING, TermKind.RECURRING} and _is_ahead(term, as_of):
        return TimeState.UPCOMING
    by_kind = {
        TermKind.CONDITIONAL: TimeState.CONDITIONAL,
        TermKind.RECURRING: TimeState.RECURRING,
        TermKind.ONGOING: TimeState.ONGOING,
        TermKind.UNKNOWN: TimeState.UNKNOWN,
    }
    return by_kind.get(term.kind) or _dated(term, as_of)


def _dated(term: Term, as_of: date) -> TimeState:
    if term.end is None:
        return TimeState.UNKNOWN
    if as_of > term.end:
        return TimeState.OVERDUE
    if _is_ahead(term, as_of):
        return TimeState.UPCOMING
    return TimeState.DUE_SOON if term.end - as_of <= DUE_SOON else TimeState.CURRENT


def _is_ahead(term: Term, as_of: date) -> bool:
    return term.start is not None and as_of < term.start


def due_on(term: Term | None, as_of: date, plan_ends: date | None) -> date | None:
    """Return the end of a dated term, or the end of the next window of a recurring one."""
    if term is None:
        return None
    if term.kind in {TermKind.PERIOD, TermKind.DEADLINE}:
        return term.end
    if term.kind is TermKind.RECURRING:
        horizon = as_of.replace(month=12, day=31, year=as_of.year + 1)
        days = (end for _, end in occurrences(term, as_of, min(horizon, plan_ends or horizon)) if end >= as_of)
        return next(days, None) if plan_ends is None or as_of <= plan_ends else None
    return None
