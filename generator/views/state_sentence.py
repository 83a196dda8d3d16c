"""What is known of a measure's state in one sentence, never more than that."""

from dataclasses import replace
from datetime import date

from generator.language.terms import Term, TermKind, date_in_words, describe
from generator.model.records.period import PeriodRecord
from generator.model.records.removal import RemovalRecord
from generator.model.standing import Rule, Standing
from generator.model.vocabulary import LASTING, TimeState
from generator.views.time_state import FINISHED, PERMANENT


def sentence_of(term: Term | None, standing: Standing | None, time: TimeState, over: str) -> str:
    """Say in words what is known, never more than that; `over` says that a permanent term is over, or nothing."""
    status = standing.status if standing else None
    if standing and standing.completed:
        day = date_in_words(standing.completed)
        return f"Виконано {day}, пізніше строку." if time is TimeState.DONE_LATE else f"Виконано {day}."
    if standing and status:
        told = told_by(standing)
        if time is TimeState.OVERDUE:
            return f"{told} {_passed(term)}"
        return f"{told} {over}." if over and status not in FINISHED else told
    if time is TimeState.OVERDUE and term and term.end:
        return f"Строк за планом минув {date_in_words(term.end)}; звіту про виконання немає."
    if over:
        return f"{over}; звіту про виконання немає."
    return {
        TimeState.UPCOMING: _begins(term),
        TimeState.CURRENT: _lasts(term),
        TimeState.DUE_SOON: _lasts(term),
        TimeState.ONGOING: "За планом захід виконують постійно; звіту про виконання ще немає.",
        TimeState.RECURRING: f"За планом захід повторюють {_reading(term)}; звіту про виконання ще немає.",
        TimeState.CONDITIONAL: "Строк залежить від події; звіту про виконання ще немає.",
    }.get(time, "Звіту про виконання ще немає.")


def told_by(standing: Standing) -> str:
    """Say what was reported and when, and by whom where others reported as well; else that not all have."""
    words, day = standing.status.words, date_in_words(standing.deciding.record.date)
    if standing.deciding.record.status is standing.status:
        is_one_of = standing.rule in {Rule.LEAST, Rule.LEAD} and len(standing.words) > 1
        who = standing.deciding.executor if is_one_of else None
        return f"{words}: так повідомлено {day}{f' ({who.label})' if who else ''}."
    return f"{words}: звітували не всі виконавці, звіт є від {day}."


def over_by_itself(term: Term | None, ended: date | None, period: PeriodRecord | None) -> str:
    """Say of a permanent term that it is over, without a full stop; nothing while it is not."""
    if term is None or ended is None:
        return ""
    day, by_plan = date_in_words(ended), period is not None and ended == period.named_end
    if term.kind is TermKind.CONDITIONAL:
        return (
            f"Строк залежав від події. План закінчився {day}" if by_plan else f"Строк залежав від події й минув {day}"
        )
    return f"За планом захід мали {_way(term)} до {day}{', коли план закінчився' if by_plan else ''}"


def over_with_plan(term: Term | None, as_of: date, period: PeriodRecord | None) -> str:
    """Say of a permanent term, in the past tense, that its plan is over by days that only we chose."""
    if term is None or term.kind not in PERMANENT or period is None or as_of <= period.end:
        return ""
    if term.kind is TermKind.CONDITIONAL:
        return f"Строк у плані {period.for_years} залежав від події"
    return f"За планом {period.for_years} захід мали {_way(term)}"


def _way(term: Term) -> str:
    if term.kind is TermKind.ONGOING:
        return "виконувати постійно"
    often, mark, when = _reading(replace(term, text="", start=None, end=None)).partition(", ")
    return f"повторювати {often}{f' ({when})' if mark else ''}"


def _passed(term: Term | None) -> str:
    return f"Строк за планом минув {date_in_words(term.end)}." if term and term.end else ""


def _begins(term: Term | None) -> str:
    return f"Виконання за планом почнеться {date_in_words(term.start)}." if term and term.start else ""


def _lasts(term: Term | None) -> str:
    return f"Строк за планом – до {date_in_words(term.end)}; звіту про виконання ще немає." if term and term.end else ""


def _reading(term: Term | None) -> str:
    return (describe(term) if term else None) or "періодично"


def when_over(time: TimeState, as_of: date, period: PeriodRecord | None) -> str:
    """Name the years of a plan that is over beside what was to last or recur in it, also when the years are ours."""
    is_over = period is not None and as_of > period.end and time in LASTING
    return f"{time.words} – у плані {period.for_years}" if is_over and period else ""


def removal_in_words(removal: RemovalRecord) -> str:
    """Say since when a measure is no more in its plan, by which act and why."""
    told = [f"Вилучено з плану {date_in_words(removal.date)}"]
    told += [f"Акт: {removal.act.rstrip('.')}"] if removal.act else []
    told += [f"Причина: {removal.reason.rstrip('.')}"] if removal.reason else []
    return f"{'. '.join(told)}."
