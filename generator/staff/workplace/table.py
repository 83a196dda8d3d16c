"""A plan as a table: what the file holds, read through the declarations of the records, sound or not."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.language.shortening import quoted_opening
from generator.language.terms import describe, parse_term
from generator.model.executor import Executor
from generator.model.records.goal import GoalRecord
from generator.model.records.measure import MeasureRecord
from generator.model.records.plan import PlanRecord
from generator.reading.references import id_of
from generator.source.yaml_source import KeyPath, Source
from generator.staff.workplace.checking import Known
from generator.staff.workplace.fields import all_fields, fields_of
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
    return table if data else {**table, "text": source.text}


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
    return next((row for row in _rows(data, (), 0, plan, year_of(data)) if row["at"] == list(at)), None)


def _rows(data: Mapping[str, Any], at: KeyPath, depth: int, plan: str, year: int | None) -> Iterator[Row]:
    below = ("goals", "measures", "steps") if at and at[-2] != "goals" else ("goals", "measures")
    for name in below:
        items = data.get(name)
        for index, item in enumerate(items if isinstance(items, list) else []):
            if isinstance(item, Mapping):
                path = (*at, name, index)
                yield _row(item, path, depth, plan, year)
                yield from _rows(item, path, depth + 1, plan, year)


def _row(item: Mapping[str, Any], at: KeyPath, depth: int, plan: str, year: int | None) -> Row:
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
        "address": _address(item),
        "fields": fields,
        "adds": [_adding(at, one) for one in lists],
        "removed": "removed" in item,
    }


def _address(item: Mapping[str, Any]) -> str:
    number = item.get("number")
    return str(item.get("id") or (id_of(number) if isinstance(number, str) else None) or "")


def _adding(at: KeyPath, name: str) -> Adding:
    return {"at": [*at, name], "label": _ADDS[name]}


def _listed(data: Any, field: Field) -> list[str]:
    for step in field["at"]:
        data = data[step] if isinstance(data, list) else data.get(step) if isinstance(data, Mapping) else None
    return [str(one) for one in data] if isinstance(data, list) else []
