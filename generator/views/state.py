"""Where a measure stands on the as-of date: what was reported, and what its term says."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.language.terms import Term, TermKind, date_in_words, describe, occurrences
from generator.model.community import Community
from generator.model.plan import Measure, Plan
from generator.model.records.community import SuspensionRecord
from generator.model.records.plan import PeriodRecord
from generator.model.records.removal import RemovalRecord
from generator.model.standing import Standing, standing_of
from generator.model.vocabulary import CALLED_OFF, LASTING, NO_REPORT, Status, TimeState
from generator.views.plan_over import successor_of
from generator.views.told import who_said_what

DUE_SOON = timedelta(days=30)
"""How near an end counts as «Скоро строк»."""

_FINISHED = {Status.DONE, *CALLED_OFF}
_AHEAD = {TimeState.UPCOMING, TimeState.CURRENT, TimeState.DUE_SOON, TimeState.RECURRING}
_SAYS_NOTHING = {TimeState.CLOSED, TimeState.UNKNOWN, TimeState.PROJECT}
_PROJECT = "Це проєкт плану: його ще не затверджено."
_SETTLED = {TimeState.CLOSED, TimeState.DONE_LATE, TimeState.OVERDUE, TimeState.SUSPENDED, TimeState.PROJECT}
"""What another plan in the place of its own changes nothing about."""
_FINISHED_TIMES = {TimeState.CLOSED, TimeState.DONE_LATE}
_PERMANENT = {TermKind.ONGOING, TermKind.RECURRING, TermKind.CONDITIONAL}
"""Terms with no day by which the work is done; what is reported of such a measure does not change that."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A word of state, and the code by which style sheets give it a shape."""

    code: str
    words: str


REMOVED = Mark("removed", "Вилучено з плану")
"""Instead of what reports say, of a measure that is no more in its plan."""
_UNREPORTED = Mark("no-report", NO_REPORT)


@dataclass(frozen=True, slots=True)
class StateLine:
    """One printed line of state: what opens it, marks, a sentence. The component of the same name prints it."""

    marks: tuple[Mark, ...] = ()
    sentence: str = ""
    opening: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """What is known of one measure. `status` is None while there is no report; `due` is the day it falls due."""

    status: Status | None
    time: TimeState
    due: date | None
    sentence: str
    counts: bool
    """Whether the measure belongs in a percentage: its term is not a permanent one, and it was not called off."""
    ended: date | None = None
    """The last day of what is permanent, recurs or waits for an event, once it is past: see `_ended`."""
    standing: Standing | None = None
    """Who said what, and by whose word the status stands; None while there is no report."""
    term_words: str = ""
    """What the mark of its term says where that is more than the word of `time`."""
    is_replaced: bool = False
    """Whether it was still to come when another plan took the place of its own; `ended` is then today."""
    is_removed: bool = False
    """Whether the measure was removed from its plan; `sentence` tells when and by which act."""

    @property
    def reported(self) -> Mark:
        """What reports say, or that there is none, or that the measure is no more in its plan."""
        if self.is_removed:
            return REMOVED
        return Mark(self.status.value, self.status.words) if self.status else _UNREPORTED

    @property
    def status_words(self) -> str:
        return self.reported.words

    @property
    def status_code(self) -> str:
        return self.reported.code

    @property
    def told(self) -> list[str]:
        """Who said what, and by whose word the state stands; nothing where only one could speak."""
        return who_said_what(self.standing) if self.standing else []

    @property
    def is_late(self) -> bool:
        """Whether the term has passed and no report says it is done."""
        return self.time is TimeState.OVERDUE

    @property
    def told_on(self) -> date | None:
        """The day of the report by whose word the status stands."""
        agreed = self.standing is not None and self.standing.deciding.record.status is self.status
        return self.standing.deciding.record.date if self.standing and agreed else None

    @property
    def is_old_word(self) -> bool:
        """Whether what was reported could have changed since unheard: its term or its plan is over, and it was not."""
        return self.is_open and bool(self.is_late or self.ended or self.term_words)

    @property
    def is_open(self) -> bool:
        """Whether something was reported that was not the last word: neither done nor called off."""
        return self.status is not None and self.status not in _FINISHED

    @property
    def ahead(self) -> date | None:
        """The day it falls due, while that is still to come."""
        return self.due if self.time in _AHEAD else None

    @property
    def lateness(self) -> str:
        """The sentence when it tells that the term was missed or the measure removed, else nothing."""
        return self.sentence if self.is_removed or self.time in {TimeState.OVERDUE, TimeState.DONE_LATE} else ""

    @property
    def by_term(self) -> tuple[Mark, ...]:
        """What the term says; nothing once it is over, closed by a report, or not known."""
        silent = (self.ended and not self.term_words) or self.time in _SAYS_NOTHING
        return () if silent else (Mark(self.time.value, self.term_words or self.time.words),)

    @property
    def in_list(self) -> StateLine | None:
        """The line of a list, below the term; None where the term says all that is known."""
        if self.is_removed:
            return StateLine((self.reported,), self.sentence)
        if self.is_late and self.due:
            told = self.sentence if self.status else f"{date_in_words(self.due)}; звіту про виконання немає."
            return StateLine(self.by_term, told)
        if self.status:
            is_over = (self.time in LASTING and self.term_words) or (self.ended and self.time not in _FINISHED_TIMES)
            return StateLine((self.reported,), self.sentence if is_over else "")
        if self.ended or self.time is TimeState.PROJECT:
            return StateLine(sentence=self.sentence)
        return StateLine(self.by_term) if self.time in LASTING and self.term_words else None

    @property
    def in_frame(self) -> tuple[StateLine, ...]:
        """The lines of a page inside another site: by reports, by the term, or the sentence when the term is past."""
        over = self.ended and self.time is not TimeState.CLOSED
        if over:
            return (*(() if self.is_old_word else (self._by_reports,)), StateLine(sentence=self.sentence))
        return (self._by_reports, *self._by_term_lines)

    @property
    def _by_reports(self) -> StateLine:
        old = f"За звітом від {date_in_words(self.told_on)}" if self.is_old_word and self.told_on else "За звітами"
        return StateLine((self.reported,), opening="" if self.is_removed else old)

    @property
    def _by_term_lines(self) -> tuple[StateLine, ...]:
        return tuple(StateLine((mark,), opening="За строком") for mark in self.by_term)


def state_of(
    measure: Measure,
    as_of: date,
    period: PeriodRecord | None,
    *,
    is_project: bool = False,
    suspension: SuspensionRecord | None = None,
) -> State:
    """Derive the state of a measure on a day; nothing recurs after its plan's period, nothing of a project is promised.

    Where the terms of a community are suspended, none is counted and nothing is late. All its reports count; `load`
    left out those of later days. The day a term ends is not late (design, «Status»).
    """
    standing = standing_of(measure)
    status = standing.status if standing else None
    if is_project:
        return State(status, TimeState.PROJECT, None, _PROJECT, counts=False, standing=standing)
    if (removal := measure.record.removed) and removal.date <= as_of:
        return State(
            status, TimeState.CLOSED, None, _removal(removal), counts=False, standing=standing, is_removed=True
        )
    time = _time_state(measure, standing, as_of)
    if suspension:
        return _suspended(status, time, standing, suspension)
    due = _due(measure.term, as_of, period.end if period else None)
    ended = _ended(measure.term, as_of, period)
    over = _over(measure.term, ended, period) or _past(measure.term, as_of, period)
    sentence = _sentence(measure.term, standing, time, over)
    counts = not _is_permanent(measure.term) and status not in CALLED_OFF
    return State(status, time, due, sentence, counts, ended, standing, _when_over(time, as_of, period))


def state_in(community: Community, plan: Plan, measure: Measure, as_of: date) -> State:
    """Derive the state of a measure where it stands: of a plan, in a community."""
    state = state_of(
        measure,
        as_of,
        plan.record.period,
        is_project=plan.is_project,
        suspension=community.suspension_on(as_of),
    )
    successor = successor_of(community, plan, as_of)
    return _replaced(state, successor, as_of) if successor and state.time not in _SETTLED else state


def _replaced(state: State, successor: Plan, as_of: date) -> State:
    """Say of what was still to come that another plan took the place of its own, so that nothing of it is due."""
    if state.ended:
        return state
    told = f"{_told(state.standing)} " if state.standing else ""
    silent = "" if state.status else "; звіту про виконання немає"
    sentence = f"{told}План замінив інший: «{successor.record.name}»{silent}."
    return replace(state, due=None, ended=as_of, sentence=sentence, term_words="", is_replaced=True)


def _suspended(
    status: Status | None, time: TimeState, standing: Standing | None, suspension: SuspensionRecord
) -> State:
    """Say what reports say, and in the place of the term that it is not counted."""
    if time in _FINISHED_TIMES:
        sentence = _sentence(None, standing, TimeState.CLOSED, "")
        return State(status, TimeState.CLOSED, None, sentence, status is Status.DONE, standing=standing)
    why = f"{suspension.reason} {suspension.since_in_words}".rstrip()
    told = f"{_sentence(None, standing, time, '')} " if status else ""
    sentence = f"{told}{why[:1].upper()}{why[1:]}: строку не рахуємо. Чи виконують захід тепер, ми не знаємо."
    words = f"{TimeState.SUSPENDED.words} ({suspension.reason})"
    return State(status, TimeState.SUSPENDED, None, sentence, counts=False, standing=standing, term_words=words)


def _when_over(time: TimeState, as_of: date, period: PeriodRecord | None) -> str:
    """Name the years of a plan that is over beside what was to last or recur in it, also when the years are ours."""
    is_over = period is not None and as_of > period.end and time in LASTING
    return f"{time.words} – у плані {period.for_years}" if is_over and period else ""


def _removal(removal: RemovalRecord) -> str:
    """Say since when a measure is no more in its plan, by which act and why."""
    told = [f"Вилучено з плану {date_in_words(removal.date)}"]
    told += [f"Акт: {removal.act.rstrip('.')}"] if removal.act else []
    told += [f"Причина: {removal.reason.rstrip('.')}"] if removal.reason else []
    return f"{'. '.join(told)}."


def _is_permanent(term: Term | None) -> bool:
    return term is not None and term.kind in _PERMANENT


def _ended(term: Term | None, as_of: date, period: PeriodRecord | None) -> date | None:
    """Return the last day of a permanent term that is over: its own, or that of the period which the document names."""
    if term is None or term.kind not in _PERMANENT:
        return None
    last = min((day for day in (term.end, period and period.named_end) if day), default=None)
    return last if last and as_of > last else None


def _time_state(measure: Measure, standing: Standing | None, as_of: date) -> TimeState:
    term, status = measure.term, standing.status if standing else None
    if status in _FINISHED:
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


def _due(term: Term | None, as_of: date, plan_ends: date | None) -> date | None:
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


def _sentence(term: Term | None, standing: Standing | None, time: TimeState, over: str) -> str:
    """Say in words what is known, never more than that; `over` says that a permanent term is over, or nothing."""
    status = standing.status if standing else None
    if standing and standing.completed:
        day = date_in_words(standing.completed)
        return f"Виконано {day}, пізніше строку." if time is TimeState.DONE_LATE else f"Виконано {day}."
    if standing and status:
        told = _told(standing)
        if time is TimeState.OVERDUE:
            return f"{told} {_passed(term)}"
        return f"{told} {over}." if over and status not in _FINISHED else told
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


def _told(standing: Standing) -> str:
    """Say what was reported and when; where nobody said the very state, that not all have reported."""
    words, day = standing.status.words, date_in_words(standing.deciding.record.date)
    if standing.deciding.record.status is standing.status:
        return f"{words}: так повідомлено {day}."
    return f"{words}: звітували не всі виконавці, звіт є від {day}."


def _over(term: Term | None, ended: date | None, period: PeriodRecord | None) -> str:
    """Say of a permanent term that it is over, without a full stop; nothing while it is not."""
    if term is None or ended is None:
        return ""
    day, by_plan = date_in_words(ended), period is not None and ended == period.named_end
    if term.kind is TermKind.CONDITIONAL:
        return (
            f"Строк залежав від події. План закінчився {day}" if by_plan else f"Строк залежав від події й минув {day}"
        )
    return f"За планом захід мали {_way(term)} до {day}{', коли план закінчився' if by_plan else ''}"


def _past(term: Term | None, as_of: date, period: PeriodRecord | None) -> str:
    """Say of a permanent term, in the past tense, that its plan is over by days that only we chose."""
    if term is None or term.kind not in _PERMANENT or period is None or as_of <= period.end:
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
