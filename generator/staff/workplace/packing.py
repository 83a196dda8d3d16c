"""A table as it goes to the page: what its fields say alike is told once (the page's `packing.js` spreads it again).

Melitopol's plan has seven thousand fields, most of them empty, of some two hundred kinds: 3 MB of JSON as they are, a
tenth of that packed. A packed table has `kinds` beside it. An empty field is the number of its kind, which says what it
holds too; any other is an object: `k` its kind, `v` its value, `s` whether it is set, `r` the reading of a term, `f`
what it holds. Where a field stands follows from its parent and its name, or `step` of its kind where that is a number.
"""

from operator import itemgetter
from typing import Any

from generator.staff.workplace.shapes import Field, Row, Table

Packed = int | dict[str, Any]
_SAME = ("name", "label", "help", "whose", "input", "required", "main", "adds", "choices")
"""What the declaration says of a field, whatever stands in it."""
_COMPARED = itemgetter(*_SAME[:-2])


class Kinds:
    """The kinds met so far, each once."""

    def __init__(self) -> None:
        """Start without any."""
        self.told: list[dict[str, Any]] = []
        self._numbers: dict[Any, int] = {}

    def pack(self, field: Field) -> Packed:
        """Return a field without what its kind says."""
        given: dict[str, Any] = {**field}
        below = [self.pack(one) for one in field["fields"]] if "fields" in field else None
        if _is_empty(given) and all(isinstance(one, int) for one in below or ()):
            return self._number(given, {"v": given["value"]} if below is None else {"v": given["value"], "f": below})
        packed = {"k": self._number(given, {}), "v": given["value"], "s": given["is_set"]}
        if "reading" in given:
            packed["r"] = given["reading"]
        return packed if below is None else {**packed, "f": below}

    def _number(self, field: dict[str, Any], holds: dict[str, Any]) -> int:
        step = {"step": field["at"][-1]} if field["at"][-1] != field["name"] else {}
        chosen = tuple(one["value"] for one in field["choices"]) if "choices" in field else None
        key = (*_COMPARED(field), field.get("adds"), chosen, repr(holds) if holds else None, bool(step))
        if key not in self._numbers:
            self._numbers[key] = len(self.told)
            self.told.append({one: field[one] for one in _SAME if one in field} | holds | step)
        return self._numbers[key]


def _is_empty(field: dict[str, Any]) -> bool:
    return not field["is_set"] and field["value"] in (None, []) and "reading" not in field


def packed(table: Table) -> dict[str, Any]:
    """Return a table as it is sent."""
    kinds = Kinds()
    about = [kinds.pack(one) for one in table["about"]]
    rows = [_row(row, kinds) for row in table["rows"]]
    return {**table, "about": about, "rows": rows, "kinds": kinds.told}


def _row(row: Row, kinds: Kinds) -> dict[str, Any]:
    return {**row, "fields": [kinds.pack(one) for one in row["fields"]]}
