"""Where a measure stands, said once: its shape, the same in text and in every strip, and one short line of words."""

from enum import Enum

from generator.language.terms import TermKind, date_in_words, describe
from generator.model.vocabulary import LASTING, MeasureGroup, TimeState
from generator.views.commitment import Commitment
from generator.views.outcome import outcome_of
from generator.views.state import State
from generator.views.words import small


class Shape(Enum):
    """What stands for a measure in a strip; no report is a word and never a shape."""

    DONE = "done", "■", "зроблено"
    UNDER_WAY = "under-way", "◐", "повідомили, ще не зроблено"
    LATE = "late", "▲", "строк минув, звіту, що зроблено, немає"
    DATED = "dated", "□", "строк попереду або невідомий"
    LASTING = "lasting", "◇", "постійно, періодично чи за подією"
    SUSPENDED = "suspended", "▨", "строків не рахуємо"
    CALLED_OFF = "called-off", "✕", "скасовано, об’єднано чи вилучено"

    def __init__(self, code: str, sign: str, words: str) -> None:
        self.code = code
        self.sign = sign
        self.words = words

    @property
    def has_colour(self) -> bool:
        """Whether colour comes after its shape: where it is done, told of, or late."""
        return self in {Shape.DONE, Shape.UNDER_WAY, Shape.LATE}


_DATED = {TermKind.PERIOD, TermKind.DEADLINE}
_BY_OUTCOME = {
    MeasureGroup.DONE: Shape.DONE,
    MeasureGroup.REPORTED_LATE: Shape.LATE,
    MeasureGroup.LATE: Shape.LATE,
    MeasureGroup.UNDER_WAY: Shape.UNDER_WAY,
    MeasureGroup.ENDED: Shape.LASTING,
    MeasureGroup.CALLED_OFF: Shape.CALLED_OFF,
    MeasureGroup.SUSPENDED: Shape.SUSPENDED,
}
_BEGUN = {TimeState.CURRENT, TimeState.DUE_SOON, TimeState.SUSPENDED, TimeState.CLOSED, TimeState.DONE_LATE}
_SILENT = "звіту ще немає"
_SILENT_NO_MORE = "звіту немає"
_SAID = {
    TimeState.UPCOMING: "ще не настав час",
    TimeState.CURRENT: f"триває, {_SILENT}",
    TimeState.DUE_SOON: f"скоро строк, {_SILENT}",
    TimeState.PROJECT: "у проєкті, ще не затверджено",
}


def shape_of(state: State) -> Shape:
    """Return the shape of a state: what is over, reported or called off first, then what the term says."""
    if state.is_replaced and state.status is None:
        return Shape.SUSPENDED
    found = _BY_OUTCOME.get(outcome_of(state))
    return found or (Shape.LASTING if state.time in LASTING else Shape.DATED)


def said_in_a_line(item: Commitment, *, with_day: bool = False) -> str:
    """Say the state of a measure in one short line, with the day where one is known.

    The day of a report is said where it is old, or `with_day`.
    """
    state = item.state
    if state.is_removed:
        return small(state.status_words)
    if state.time is TimeState.PROJECT:
        return _SAID[state.time]
    reported = small(state.status.words) if state.status else ""
    if state.told_on and (state.is_old_word or (with_day and state.is_open)):
        reported = f"{reported} (звіт {date_in_words(state.told_on)})"
    if state.time is TimeState.SUSPENDED:
        return ", ".join(filter(None, [reported, small(state.time.words)]))
    if state.is_late:
        return _late(reported, f"строк минув {date_in_words(state.due)}" if state.due else "строк минув")
    return _reported(state, reported) if reported else _unreported(item)


def _late(reported: str, passed: str) -> str:
    return f"{reported}, {passed}" if reported else f"{passed}, звіту немає"


def _reported(state: State, reported: str) -> str:
    done = state.standing.completed if state.standing else None
    late = ", пізніше строку" if state.time is TimeState.DONE_LATE else ""
    return f"{reported}{f' {date_in_words(done)}' if done else ''}{late}"


def _unreported(item: Commitment) -> str:
    if item.state.ended:
        return small(item.state.sentence.rstrip("."))
    return _SILENT_NO_MORE if item.state.term_words else _SAID.get(item.state.time, _SILENT)


def until_when(item: Commitment) -> str:
    """Say the term as we read it, else as the document prints it; nothing where the state tells the day."""
    term, state = item.measure.term, item.state
    if (state.is_late and state.due) or (state.ended and not state.status):
        return ""
    if term is None:
        return small(item.no_term)
    if state.time in _BEGUN and term.kind in _DATED and term.end:
        return f"до {date_in_words(term.end)}"
    in_which_plan = state.term_words.removeprefix(state.time.words) if state.time in LASTING else ""
    return small(describe(term) or term.text) + in_which_plan
