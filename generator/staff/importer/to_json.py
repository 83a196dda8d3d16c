"""The draft as `plans import --format json` prints it."""

import json
from typing import Any

from generator.staff.importer.records import Draft, Funding, Goal, Measure, Note, Total


def to_json(draft: Draft) -> str:
    """Print the draft: goals (flat, with their parents), measures (steps follow their task), totals, notes."""
    return json.dumps(as_data(draft), ensure_ascii=False, indent=2)


def as_data(draft: Draft) -> dict[str, Any]:
    """Return the draft as plain data."""
    return {
        "goals": [_goal(goal) for goal in draft.goals],
        "measures": [_measure(measure) for measure in draft.measures],
        "totals": [_total(total) for total in draft.totals],
        "notes": [_note(note) for note in draft.notes],
    }


def _goal(goal: Goal) -> dict[str, Any]:
    return {
        "id": goal.id,
        "number": goal.number,
        "title": goal.title,
        "level": goal.level,
        "parent": goal.parent,
    }


def _measure(measure: Measure) -> dict[str, Any]:
    return {
        "id": measure.id,
        "number": measure.number,
        "text": measure.text,
        "goal": measure.goal,
        "parent": measure.parent,
        "term": measure.term,
        "executors": list(measure.executors),
        "indicators": list(measure.indicators),
        "funding": _funding(measure.funding) if measure.funding else None,
    }


def _funding(funding: Funding) -> dict[str, Any]:
    return {
        "sources": list(funding.sources),
        "unit": funding.unit,
        "total": funding.total,
        "by_year": dict(funding.by_year),
        "text": funding.text,
    }


def _total(total: Total) -> dict[str, Any]:
    return {
        "label": total.label,
        "goal": total.goal,
        "unit": total.unit,
        "total": total.total,
        "by_year": dict(total.by_year),
    }


def _note(note: Note) -> dict[str, str]:
    return {"kind": note.kind, "place": note.place, "text": note.text, "remark": note.remark}
