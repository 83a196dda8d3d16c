"""The parts of a draft by what they stand under, for writing them as a tree."""

from collections import defaultdict
from dataclasses import dataclass, field

from generator.staff.importer.records import Draft, Goal, Measure, Note


@dataclass(slots=True)
class Index:
    """A draft with its parts by what they stand under."""

    draft: Draft
    goals: dict[str | None, list[Goal]] = field(default_factory=lambda: defaultdict(list))
    """By parent."""
    measures: dict[str | None, list[Measure]] = field(default_factory=lambda: defaultdict(list))
    """Measures that are no steps, by goal."""
    steps: dict[str, list[Measure]] = field(default_factory=lambda: defaultdict(list))
    """By task."""
    beside: dict[str, list[Note]] = field(default_factory=dict)
    """Notes on the cells of a row with measures, by the id of the row's first measure."""
    rest: list[Note] = field(default_factory=list)
    """Notes that stand beside no measure."""
    absent: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Fields that the document seems to lack, by measure; under an empty id those that no measure has."""


def indexed(draft: Draft) -> Index:
    """Sort the parts of a draft; a note belongs to the first measure of the row it is about."""
    index = Index(draft)
    index.absent = _absent(draft)
    for goal in draft.goals:
        index.goals[goal.parent].append(goal)
    first: dict[str, str] = {}
    for measure in draft.measures:
        (index.steps[measure.parent] if measure.parent else index.measures[measure.goal]).append(measure)
        first.setdefault(_row(measure.place), measure.id)
    for note in draft.notes:
        if note.record:
            continue
        owner = first.get(note.place) or first.get(_row(note.place))
        (index.beside.setdefault(owner, []) if owner else index.rest).append(note)
    return index


def _absent(draft: Draft) -> dict[str, tuple[str, ...]]:
    """Find terms and executors that nothing in the file gives; a cell that could not be read is no gap."""
    everywhere = tuple(
        name
        for name in ("executors", "term")
        if not any(getattr(measure, name) or name in measure.unread for measure in draft.measures)
    )
    found = {"": everywhere} if draft.measures else {}
    tasks = {measure.parent for measure in draft.measures}
    for measure in draft.measures:
        lacks = [
            name
            for name in ("executors", "term")
            if name not in everywhere and not getattr(measure, name) and name not in measure.unread
        ]
        if lacks and measure.id not in tasks and measure.parent is None:
            found[measure.id] = tuple(lacks)
    return found


def _row(place: str) -> str:
    """Return the place of the row of a cell."""
    return place.split(", стовпець", 1)[0]
