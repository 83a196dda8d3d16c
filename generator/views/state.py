"""Where a measure stands on the as-of date: what was reported, and what its term says."""

from dataclasses import dataclass, replace
from datetime import date

from generator.language.terms import date_in_words
from generator.model.community import Community
from generator.model.plan import Measure, Plan
from generator.model.records.community import SuspensionRecord
from generator.model.records.period import PeriodRecord
from generator.model.standing import Standing, standing_of
from generator.model.vocabulary import CALLED_OFF, LASTING, NO_REPORT, Status, TimeState
from generator.views.plan_over import successor_of
from generator.views.state_sentence import (
    over_by_itself,
    over_with_plan,
    removal_in_words,
    sentence_of,
    told_by,
    when_over,
)
from generator.views.time_state import FINISHED, due_on, ended_on, is_permanent, time_state
from generator.views.told import who_said_what

_AHEAD = {TimeState.UPCOMING, TimeState.CURRENT, TimeState.DUE_SOON, TimeState.RECURRING}
_SAYS_NOTHING = {TimeState.CLOSED, TimeState.UNKNOWN, TimeState.PROJECT}
_PROJECT = "Це проєкт плану: його ще не затверджено."
_SETTLED = {TimeState.CLOSED, TimeState.DONE_LATE, TimeState.OVERDUE, TimeState.SUSPENDED, TimeState.PROJECT}
"""What another plan in the place of its own changes nothing about."""
_FINISHED_TIMES = {TimeState.CLOSED, TimeState.DONE_LATE}


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
    """One printed line of state: marks, a sentence. The component of the same name prints it."""

    marks: tuple[Mark, ...] = ()
    sentence: str = ""


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
        return self.status is not None and self.status not in FINISHED

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
        if self.time is TimeState.SUSPENDED and self.standing:
            return StateLine(sentence=told_by(self.standing))
        if self.status:
            is_over = (self.time in LASTING and self.term_words) or (self.ended and self.time not in _FINISHED_TIMES)
            told = self.sentence if is_over else ""
            return StateLine(sentence=told) if told.startswith(self.status_words) else StateLine((self.reported,), told)
        if self.ended or self.time is TimeState.PROJECT:
            return StateLine(sentence=self.sentence)
        return StateLine(self.by_term) if self.time in LASTING and self.term_words else None


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
            status, TimeState.CLOSED, None, removal_in_words(removal), counts=False, standing=standing, is_removed=True
        )
    time = time_state(measure, standing, as_of)
    if suspension:
        return _suspended(status, time, standing, suspension)
    due = due_on(measure.term, as_of, period.end if period else None)
    ended = ended_on(measure.term, as_of, period)
    over = over_by_itself(measure.term, ended, period) or over_with_plan(measure.term, as_of, period)
    sentence = sentence_of(measure.term, standing, time, over)
    counts = not is_permanent(measure.term) and status not in CALLED_OFF
    return State(status, time, due, sentence, counts, ended, standing, when_over(time, as_of, period))


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
    told = f"{told_by(state.standing)} " if state.standing else ""
    silent = "" if state.status else "; звіту про виконання немає"
    sentence = f"{told}План замінив інший: «{successor.record.name}»{silent}."
    return replace(state, due=None, ended=as_of, sentence=sentence, term_words="", is_replaced=True)


def _suspended(
    status: Status | None, time: TimeState, standing: Standing | None, suspension: SuspensionRecord
) -> State:
    """Say what reports say, and in the place of the term that it is not counted."""
    if time in _FINISHED_TIMES:
        sentence = sentence_of(None, standing, TimeState.CLOSED, "")
        return State(status, TimeState.CLOSED, None, sentence, counts=False, standing=standing)
    why = f"{suspension.reason} {suspension.since_in_words}".rstrip()
    told = f"{told_by(standing)} " if standing else ""
    sentence = f"{told}{why[:1].upper()}{why[1:]}: строку не рахуємо. Чи виконують захід тепер, ми не знаємо."
    words = f"{TimeState.SUSPENDED.words} ({suspension.reason})"
    return State(status, TimeState.SUSPENDED, None, sentence, counts=False, standing=standing, term_words=words)
