"""Problems as a page shows them: the words of `plans check`, and the field they are about."""

from generator.rules.left_to_fill import MARK
from generator.source.problem import Problem
from generator.source.yaml_source import KeyPath, Source
from generator.staff.workplace.shapes import Said

_LEFT = ("ще не перевірено", "ще не заповнено")


def said(problem: Problem, source: Source | None) -> Said:
    """Say a problem; without a source it is about the whole file."""
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "record": problem.record,
        "severity": problem.severity.value,
        "said": problem.message,
        "whole": str(problem),
        "at": list(_field(problem, source)) if source else [],
        "task": problem.message.startswith(_LEFT) or MARK in problem.message,
    }


def _field(problem: Problem, source: Source) -> KeyPath:
    """Find the field or record that stands at the place of a problem, or else on its line or just below a remark."""
    here = (problem.line, problem.column)
    keys = [path for path, place in source.keys.items() if (place.line, place.column) == here]
    values = [path for path, place in source.values.items() if (place.line, place.column) == here]
    named = [path for path in keys if f"«{path[-1]}»" in problem.message]
    if named or values or keys:
        return (named or [min(values, key=len)] if values else named or keys)[0]
    later = [(place.line, path) for path, place in source.keys.items() if place.line >= problem.line]
    return min(later, default=(0, ()))[1]
