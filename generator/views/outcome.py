"""What became of measures by a day: each stands in exactly one group, and every page that counts takes these groups."""

from collections.abc import Iterable, Mapping
from datetime import date

from generator.model.vocabulary import CALLED_OFF, MeasureGroup, Status, TimeState
from generator.views.commitment import Commitment
from generator.views.state import State
from generator.views.undertakings import Undertakings

OUTCOMES = (
    MeasureGroup.DONE,
    MeasureGroup.REPORTED_LATE,
    MeasureGroup.LATE,
    MeasureGroup.UNDER_WAY,
    MeasureGroup.SILENT,
    MeasureGroup.ENDED,
    MeasureGroup.CALLED_OFF,
    MeasureGroup.SUSPENDED,
    MeasureGroup.PROJECTS,
)
"""In the order in which pages tell them."""
TOLD_FIRST = (MeasureGroup.DONE, MeasureGroup.REPORTED_LATE, MeasureGroup.LATE)
"""What a page shows before all that is still to come."""
_CLOSING = {Status.DONE: MeasureGroup.DONE, **dict.fromkeys(CALLED_OFF, MeasureGroup.CALLED_OFF)}
_IN_SHORT = {
    MeasureGroup.DONE: "зроблено",
    MeasureGroup.REPORTED_LATE: "повідомили, але строк минув",
    MeasureGroup.LATE: "строк минув, звіту немає",
    MeasureGroup.UNDER_WAY: "повідомили, ще не зроблено",
    MeasureGroup.CALLED_OFF: "скасовано, об’єднано з іншим або вилучено",
}


def outcome_of(state: State) -> MeasureGroup:
    """Return the one group a measure stands in; with any report it is never among those without one."""
    if state.time is TimeState.PROJECT:
        return MeasureGroup.PROJECTS
    if state.is_removed:
        return MeasureGroup.CALLED_OFF
    if state.status in _CLOSING:
        return _CLOSING[state.status]
    if state.time is TimeState.SUSPENDED:
        return MeasureGroup.SUSPENDED
    if state.status:
        return MeasureGroup.REPORTED_LATE if state.is_late else MeasureGroup.UNDER_WAY
    return MeasureGroup.LATE if state.is_late else MeasureGroup.ENDED if state.ended else MeasureGroup.SILENT


def by_outcome(items: Iterable[Commitment]) -> Mapping[MeasureGroup, tuple[Commitment, ...]]:
    """Sort measures into their groups, in the order of `OUTCOMES`; what is late, the longest first."""
    groups: dict[MeasureGroup, list[Commitment]] = {}
    for item in items:
        groups.setdefault(outcome_of(item.state), []).append(item)
    for group in (MeasureGroup.REPORTED_LATE, MeasureGroup.LATE):
        groups.get(group, []).sort(key=_due)
    return {group: tuple(groups[group]) for group in OUTCOMES if group in groups}


def outcomes_in_short(items: Iterable[Commitment]) -> list[str]:
    """Count what is done, late or reported, for the line of a list: «зроблено – 2 заходи»."""
    groups = by_outcome(items)
    return [f"{said} – {Undertakings.of(groups[group]).words}" for group, said in _IN_SHORT.items() if group in groups]


def counted_by_outcome(items: Iterable[Commitment]) -> str:
    """Count measures and what they came to: «5 заходів; зроблено – 2 заходи»."""
    listed = list(items)
    return "; ".join([Undertakings.of(listed).words, *outcomes_in_short(listed)])


def _due(item: Commitment) -> date:
    return item.state.due or date.min
