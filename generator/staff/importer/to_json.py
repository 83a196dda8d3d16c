"""The draft as `plans import --format json` prints it."""

import json
from typing import Any

from generator.staff.importer.records import (
    Act,
    Draft,
    Executor,
    Funding,
    Goal,
    Measure,
    MoneyLine,
    Note,
    Period,
    Total,
)


def to_json(draft: Draft) -> str:
    """Print the draft: goals (flat, with their parents), measures (steps follow their task), totals, notes."""
    return json.dumps(as_data(draft), ensure_ascii=False, indent=2)


def as_data(draft: Draft) -> dict[str, Any]:
    """Return the draft as plain data."""
    return {
        "title": draft.title,
        "act": _act(draft.act) if draft.act else None,
        "period": _period(draft.period) if draft.period else None,
        "goals": [_goal(goal) for goal in draft.goals],
        "measures": [_measure(measure) for measure in draft.measures],
        "totals": [_total(total) for total in draft.totals],
        "notes": [_note(note) for note in draft.notes],
    }


def _act(act: Act) -> dict[str, Any]:
    return {"kind": act.kind, "number": act.number, "date": act.date, "printed": act.printed, "place": act.place}


def _period(period: Period) -> dict[str, Any]:
    return {"start": period.start, "end": period.end, "text": period.text or None}


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
        "executors": [body.name for body in measure.executors],
        "participants": [_participant(body) for body in measure.executors],
        "indicators": [indicator.text for indicator in measure.indicators],
        "indicator_values": [
            {
                "text": indicator.text,
                "unit": indicator.unit or None,
                "baseline": indicator.baseline or None,
                "targets": dict(indicator.targets),
            }
            for indicator in measure.indicators
            if indicator.unit or indicator.baseline or indicator.targets
        ],
        "funding": _funding(measure.funding) if measure.funding else None,
        "estimate": measure.funding.estimate if measure.funding else None,
        "remainder": measure.funding.remainder if measure.funding else None,
        "other": dict(measure.other),
        "also_numbered": list(measure.also_numbered),
    }


def _participant(body: Executor) -> dict[str, Any]:
    return {
        "name": body.name,
        "as_written": body.as_written,
        "role": body.role or None,
        "role_words": body.role_words or None,
        "by_consent": body.by_consent,
        "does": body.does or None,
    }


def _funding(funding: Funding) -> dict[str, Any]:
    """Return the short form; `lines` only where it can't tell sources, purposes and years apart."""
    short: dict[str, Any] = {
        "sources": list(funding.sources),
        "unit": funding.unit,
        "total": funding.total,
        "by_year": dict(funding.by_year),
        "text": funding.text,
    }
    return short | ({"lines": [_line(line) for line in funding.lines]} if funding.lines else {})


def _line(line: MoneyLine) -> dict[str, Any]:
    return {
        "source": line.source or None,
        "kind": line.kind or None,
        "year": line.year or None,
        "sum": line.sum,
        "words": line.words,
    }


def _total(total: Total) -> dict[str, Any]:
    return {
        "label": total.label,
        "goal": total.goal,
        "unit": total.unit,
        "total": total.total,
        "by_year": dict(total.by_year),
        "source": total.source or None,
    }


def _note(note: Note) -> dict[str, str]:
    return {"kind": note.kind, "place": note.place, "text": note.text, "remark": note.remark}
