"""How a rule says what it found."""

from generator.model.plan import Goal, Measure, Plan
from generator.problem import Problem, Severity
from generator.source import Path, Source


def warning(plan: Plan, source: Source, item: Goal | Measure, below: Path, message: str) -> Problem:
    """Make a warning placed at a field of a goal or measure."""
    place = source.at((*item.place.path, *below))
    return Problem(source.path, place.line, place.column, f"{plan.community}/{item.number}", message, Severity.WARNING)
