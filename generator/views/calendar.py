"""Commitments by the quarter in which they fall due, and apart those without a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.language.terms import TermKind
from generator.model.vocabulary import MeasureGroup, TimeState
from generator.views.commitment import Commitment

_MONTHS_IN_QUARTER = 3
_DAYLESS = (MeasureGroup.UNREAD, MeasureGroup.UNDATED, MeasureGroup.UNFILLED)


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a year, 1 to 4."""

    year: int
    number: int

    @property
    def words(self) -> str:
        """Its name in figures: Roman numerals are typed in two alphabets and read out letter by letter."""
        return f"{self.number} квартал {self.year} року"

    @property
    def anchor(self) -> str:
        return f"q-{self.year}-{self.number}"

    @property
    def next(self) -> "Quarter":
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)


def quarter_of(day: date) -> Quarter:
    """Return the quarter a day lies in."""
    return Quarter(day.year, (day.month - 1) // _MONTHS_IN_QUARTER + 1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What falls due by quarter (only quarters that hold something), and what has no day of its own."""

    quarters: tuple[tuple[Quarter, tuple[Commitment, ...]], ...]
    recurring: tuple[Commitment, ...]
    ongoing: tuple[Commitment, ...]
    conditional: tuple[Commitment, ...]
    upcoming: tuple[Commitment, ...]
    """What will be permanent or recur, and has not begun."""
    ended: tuple[Commitment, ...]
    """What was permanent, recurred or waited for an event until its term or its plan ended."""
    unread: tuple[Commitment, ...]
    """The document names a term, and nobody can tell its day from the words."""
    undated: tuple[Commitment, ...]
    """The document names no term, and somebody said so."""
    unfilled: tuple[Commitment, ...]
    """Nobody has said whether the document names a term of its own for it."""
    suspended: tuple[Commitment, ...]
    """Terms are suspended where the community is."""
    projects: tuple[Commitment, ...]
    """Nothing of a project is promised yet."""


def calendar(items: Iterable[Commitment]) -> Calendar:
    """Sort commitments by the end of their term."""
    quarters: dict[Quarter, list[Commitment]] = {}
    apart: dict[TermKind, list[Commitment]] = {TermKind.RECURRING: [], TermKind.ONGOING: [], TermKind.CONDITIONAL: []}
    upcoming: list[Commitment] = []
    ended: list[Commitment] = []
    dayless: dict[MeasureGroup, list[Commitment]] = {group: [] for group in _DAYLESS}
    projects: list[Commitment] = []
    suspended: list[Commitment] = []
    for item in items:
        term = item.measure.term
        if item.state.time is TimeState.PROJECT:
            projects.append(item)
        elif item.state.time is TimeState.SUSPENDED:
            suspended.append(item)
        elif item.state.ended:
            ended.append(item)
        elif term and term.kind in apart and item.state.time is TimeState.UPCOMING:
            upcoming.append(item)
        elif term and term.kind in apart:
            apart[term.kind].append(item)
        elif term and term.end:
            quarters.setdefault(quarter_of(term.end), []).append(item)
        else:
            dayless[item.without_day].append(item)
    return Calendar(
        quarters=tuple((quarter, tuple(sorted(quarters[quarter], key=_end))) for quarter in sorted(quarters)),
        recurring=tuple(apart[TermKind.RECURRING]),
        ongoing=tuple(apart[TermKind.ONGOING]),
        conditional=tuple(apart[TermKind.CONDITIONAL]),
        upcoming=tuple(upcoming),
        ended=tuple(ended),
        unread=tuple(dayless[MeasureGroup.UNREAD]),
        undated=tuple(dayless[MeasureGroup.UNDATED]),
        unfilled=tuple(dayless[MeasureGroup.UNFILLED]),
        suspended=tuple(suspended),
        projects=tuple(projects),
    )


def _end(item: Commitment) -> date:
    return item.measure.term.end if item.measure.term and item.measure.term.end else date.max


def filled(quarters: Iterable[tuple[Quarter, tuple[Commitment, ...]]]) -> list[tuple[Quarter, int]]:
    """Count per quarter from the first to the last one, empty quarters between them included."""
    counts = {quarter: len(items) for quarter, items in quarters}
    if not counts:
        return []
    result, quarter = [], min(counts)
    while quarter <= max(counts):
        result.append((quarter, counts.get(quarter, 0)))
        quarter = quarter.next
    return result
