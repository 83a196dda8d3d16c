"""A plan as a table: what the file holds, read through the declarations of the records, sound or not."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.language.shortening import quoted_opening
from generator.language.terms import describe, parse_term
from generator.model.executor import Executor
from generator.model.records.goal import GoalRecord
from generator.model.records.measure import MeasureRecord
from generator.model.records.plan import PlanRecord
from generator.model.reserved_names import LOOSE
from generator.source.yaml_source import KeyPath, Source
from generator.staff.workplace.addresses import addresses, own_id
from generator.staff.workplace.checking import Known
from generator.staff.workplace.fields import all_fields, fields_of, value_at
from generator.staff.workplace.shapes import Adding, Body, Choice, Field, Row, Table

_ADDS = {"goals": "Додати ціль", "measures": "Додати захід", "steps": "Додати частину заходу"}


def table_of(plan: str, path: str, source: Source, known: Known) -> Table:
    """Return a plan's file as a table; `known` are who and what may be named."""
    topics: list[Choice] = [{"value": one.id, "label": one.name} for one in known.topics.all]
    data = source.data if isinstance(source.data, Mapping) else {}
    about = fields_of(PlanRecord, data, ())
    rows = list(_rows(data, (), 0, plan, year_of(data)))
    for field in all_fields([*about, *(field for row in rows for field in row["fields"])]):
        if field["name"] == "topics":
            field["input"], field["choices"] = "topics", topics
            field["value"], field["fields"] = _listed(source.data, field), []
    table: Table = {
        "plan": plan,
        "path": path,
        "title": str(data.get("name") or data.get("title") or plan),
        "unreadable": not isinstance(source.data, Mapping),
        "about": about,
        "rows": rows,
        "executors": [body(one) for one in known.executors],
        "topics": topics,
        "adds": [_adding((), "goals"), _adding((), "measures")],
    }
    return table


def body(one: Executor) -> Body:
    """Return a body of the registry as it is chosen."""
    record = one.record
    return {
        "name": record.name,
        "label": one.label,
        "spellings": [record.name, *([record.short_name] if record.short_name else []), *record.spellings],
        "shared": one.community is None,
    }


def reading_of(text: str, year: int | None) -> str:
    """Say how a term is understood, as the page of its measure does; nothing where its own words say it all."""
    said = describe(parse_term(text, year))
    return f"Ми розуміємо так: {said}." if said else ""


def year_of(data: Mapping[str, Any]) -> int | None:
    """Return the year that a term without one means: that of a plan of one year."""
    period = data.get("period")
    years = {getattr(period.get(key), "year", None) for key in ("start", "end")} if isinstance(period, Mapping) else ()
    return next(iter(years)) if len(years) == 1 else None


def row_of(data: Mapping[str, Any], at: KeyPath, plan: str) -> Row | None:
    """Return one row; None where no goal or measure stands."""
    item = value_at(data, at)
    if not at or not isinstance(item, Mapping):
        return None
    depth = sum(isinstance(step, int) for step in at) - 1
    return _row(item, at, depth, addresses(plan, data, at)[0], year_of(data))


def _rows(
    data: Mapping[str, Any], at: KeyPath, depth: int, plan: str, year: int | None, goal: str = LOOSE
) -> Iterator[Row]:
    below = ("goals", "measures", "steps") if at and at[-2] != "goals" else ("goals", "measures")
    for name in below:
        items = data.get(name)
        for index, item in enumerate(items if isinstance(items, list) else []):
            if isinstance(item, Mapping):
                path = (*at, name, index)
                goal_here = own_id(item) if name == "goals" else goal
                address = f"{plan}/{goal_here}/" if name == "goals" else f"{plan}/{goal}/#m-{own_id(item)}"
                yield _row(item, path, depth, address, year)
                yield from _rows(item, path, depth + 1, plan, year, goal_here)


def _row(item: Mapping[str, Any], at: KeyPath, depth: int, address: str, year: int | None) -> Row:
    name = at[-2]
    is_goal = name == "goals"
    fields = fields_of(GoalRecord if is_goal else MeasureRecord, item, at)
    for field in fields:
        if field["input"] == "term" and isinstance(field["value"], str):
            field["reading"] = reading_of(field["value"], year)
    number, words = item.get("number"), str(item.get("title" if is_goal else "text") or "")
    lists = ("goals", "measures") if is_goal else ("steps",)
    return {
        "at": list(at),
        "kind": "goal" if is_goal else "measure" if name == "measures" else "step",
        "depth": depth,
        "called": f"{'ціль' if is_goal else 'захід'} {number or quoted_opening(words)}",
        "title": str(item.get("short") or words),
        "address": address if own_id(item) else "",
        "fields": fields,
        "adds": [_adding(at, one) for one in lists],
        "removed": "removed" in item,
    }


def _adding(at: KeyPath, name: str) -> Adding:
    return {"at": [*at, name], "label": _ADDS[name]}


def _listed(data: Any, field: Field) -> list[str]:
    found = value_at(data, tuple(field["at"]))
    return [str(one) for one in found] if isinstance(found, list) else []
