"""How a rule says what it found."""

from generator.model.plan import Goal, Measure, Plan
from generator.model.vocabulary import NoteKind
from generator.reading.references import id_of
from generator.source.problem import Problem, Severity, shown
from generator.source.yaml_source import KeyPath, Source

_LONGEST_NAME = 60


def warning(plan: Plan, source: Source, item: Goal | Measure, below: KeyPath, message: str) -> Problem:
    """Make a warning placed at a field of a goal or measure."""
    return warning_at(source, (*item.place.path, *below), name_of(plan, item), message)


def warning_at(source: Source, path: KeyPath, record: str, message: str) -> Problem:
    """Make a warning placed anywhere in a file."""
    place = source.at(path)
    return Problem(source.path, place.line, place.column, record, message, Severity.WARNING)


def name_of(plan: Plan, item: Goal | Measure) -> str:
    """Name a goal or measure in messages: by its number, by its id where numbers repeat, by its words without one."""
    number = item.record.number
    name = item.called if number is None else number if id_of(number) == item.id else item.id
    return f"{plan.community}/{shown(name, _LONGEST_NAME)}"


def is_told(plan: Plan, item: Goal | Measure, *kinds: NoteKind) -> bool:
    """Return whether a note beside the plan, or at the measure itself, already tells of a peculiarity of this kind."""
    if isinstance(item, Measure) and item.record.notes:
        return True
    return any(note.record.kind in kinds and item.id == (note.measure or note.goal) for note in plan.notes)
