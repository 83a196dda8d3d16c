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
<<<<<<< HEAD
    money_lines: bool = True
    """`funding: [{source, kind, year, sum | words}]`."""
    costs: bool = True
    """`estimate` and `remainder` beside `funding`."""
    values: bool = True
    """`indicators: [{text, unit, baseline, targets}]`."""
    other: bool = True
    """`other: {"Heading": "words"}`."""
=======
    absent: bool = True
    """`absent: [term]`."""
>>>>>>> 9ab1a0a (Money as lines, indicators with values, other columns, several acts)
    loose_measures: bool = True
    """`measures` of the plan itself, under no goal."""


@cache
def known_shapes() -> Shapes:
    """Return what the records accept today."""
    return Shapes(
        no_number=_accepts(MeasureRecord, {"id": "zakhid", "text": "Захід"})
        and _accepts(GoalRecord, {"id": "tsil", "kind": "Ціль", "title": "Ціль", "measures": [_MEASURE]}),
<<<<<<< HEAD
        money_lines=_accepts(
            MeasureRecord,
            _MEASURE
            | {"funding": [{"source": "Бюджет", "kind": "інші", "year": 2026, "sum": "1,0"}, {"words": "у межах"}]},
        ),
        costs=_accepts(MeasureRecord, _MEASURE | {"estimate": "2,0", "remainder": "1,0"}),
        values=_accepts(
            MeasureRecord,
            _MEASURE | {"indicators": [{"text": "Осіб", "unit": "осіб", "baseline": "1", "targets": {2026: "2"}}]},
        ),
        other=_accepts(MeasureRecord, _MEASURE | {"other": {"Місце": "клуб"}}),
=======
        absent=_accepts(MeasureRecord, _MEASURE | {"absent": ["term", "executors"]})
        and _accepts(PlanRecord, _PLAN | {"absent": ["act", "term", "executors"]}),
>>>>>>> 9ab1a0a (Money as lines, indicators with values, other columns, several acts)
        loose_measures=_accepts(PlanRecord, {**_PLAN, "goals": [], "measures": [_MEASURE]}),
    )


def _accepts(record: type[BaseModel], data: dict[str, Any]) -> bool:
    try:
        record.model_validate(data)
    except ValidationError:
        return False
    return True
