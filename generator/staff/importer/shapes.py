"""Which shapes of plan.yml the records of plans accept: what they don't know yet is written as a remark.

The only place that asks; once every shape is known, `Shapes()` and the remarks for the unknown ones can go.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.model.records.plan import GoalRecord, MeasureRecord, PlanRecord

_MEASURE: dict[str, Any] = {"number": "1", "text": "Захід"}
_GOAL: dict[str, Any] = {"number": "1", "kind": "Ціль", "title": "Ціль", "measures": [_MEASURE]}
_PLAN: dict[str, Any] = {
    "title": "План",
    "name": "План",
    "period": {"start": "2026-01-01", "end": "2026-12-31"},
    "goals": [_GOAL],
}


@dataclass(frozen=True, slots=True)
class Shapes:
    """Shapes that a draft may use."""

    no_number: bool = True
    """A goal or measure without `number`, which has an `id`."""
    loose_measures: bool = True
    """`measures` of the plan itself, under no goal."""


@cache
def known_shapes() -> Shapes:
    """Return what the records accept today."""
    return Shapes(
        no_number=_accepts(MeasureRecord, {"id": "zakhid", "text": "Захід"})
        and _accepts(GoalRecord, {"id": "tsil", "kind": "Ціль", "title": "Ціль", "measures": [_MEASURE]}),
        loose_measures=_accepts(PlanRecord, {**_PLAN, "goals": [], "measures": [_MEASURE]}),
    )


def _accepts(record: type[BaseModel], data: dict[str, Any]) -> bool:
    try:
        record.model_validate(data)
    except ValidationError:
        return False
    return True
