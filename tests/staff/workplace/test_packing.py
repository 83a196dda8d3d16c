"""A table as it is sent: nothing is lost on the way, and what is alike is sent once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from generator.staff.workplace import desk
from generator.staff.workplace.packing import packed
from project import ROOT
from staff.workplace.asking import TODAY, Asked, given

if TYPE_CHECKING:
    from pathlib import Path

    from generator.staff.workplace.shapes import Table

PLANS = sorted((ROOT / "plans").glob("*/*/plan.yml"))


def table_of(path: Path) -> Table:
    asked = Asked()
    asked.done("open", files=given(ROOT / "plans"), today=TODAY)
    asked.done("choose", plan=path.parent.relative_to(ROOT / "plans").as_posix())
    return asked.desk.table()


def unpacked(told: dict[str, Any]) -> dict[str, Any]:
    """As packing.js does it."""
    kinds = told.pop("kinds")

    def field(one: int | dict[str, Any], at: list[Any]) -> dict[str, Any]:
        own = {} if isinstance(one, int) else one
        kind = dict(kinds[one if isinstance(one, int) else one["k"]])
        value, below = own.get("v", kind.pop("v", None)), own.get("f", kind.pop("f", None))
        here = [*at, kind.pop("step", kind["name"])]
        made = {**kind, "at": here, "value": value, "is_set": own.get("s", False)}
        if "r" in own:
            made["reading"] = own["r"]
        return made if below is None else {**made, "fields": [field(each, here) for each in below]}

    rows = [{**row, "fields": [field(one, row["at"]) for one in row["fields"]]} for row in told["rows"]]
    return {**told, "about": [field(one, []) for one in told["about"]], "rows": rows}


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.parent.parent.name)
def test_what_is_unpacked_is_what_was_packed(path: Path) -> None:
    table = table_of(path)
    assert unpacked(json.loads(json.dumps(packed(table)))) == json.loads(json.dumps(table))


def test_the_largest_plan_is_sent_in_an_eighth_of_its_size() -> None:
    table = table_of(max(PLANS, key=lambda one: one.stat().st_size))
    assert len(json.dumps(packed(table))) * 8 < len(json.dumps(table))


def test_the_page_is_sent_a_packed_table() -> None:
    files = given(ROOT / "tests/bad_input/sound/plans")
    desk.answer(json.dumps({"do": "open", "files": files, "today": TODAY}))
    told = json.loads(desk.answer(json.dumps({"do": "table"})))
    assert told["table"]["kinds"]
    desk.answer(json.dumps({"do": "open", "files": {}}))
