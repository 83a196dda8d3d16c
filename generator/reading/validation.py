"""Plain data to records; what pydantic finds is told in Ukrainian, with line, column, record and advice."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.model.records.field import held_record
from generator.model.records.record import Record
from generator.reading.meant_fields import Meant, meant
from generator.reading.value_messages import in_words
from generator.source.problem import Problem, shown
from generator.source.yaml_source import KeyPath, Source

RecordT = TypeVar("RecordT", bound=Record)

_NAMING = ("id", "number", "measure", "place", "label")
"""Fields a record is known by, first the one that tells it best from the others."""
_UNKNOWN = {"extra_forbidden", "invalid_key"}
"""Kinds of error that mean a field no record has."""
_PARTS = {"act", "period", "project", "columns", "contacts", "parent", "funding", "unaligned"}
"""Records that are part of another one and are named after it."""


def validate(source: Source, record_type: type[RecordT], owner: str) -> tuple[RecordT | None, list[Problem]]:
    """Check one file against its record; `owner` (a community's id) opens the name of each record in messages."""
    if not isinstance(source.data, Mapping):
        message = (
            f"файл має складатися з полів «назва: значення»; тут можуть бути: {', '.join(record_type.model_fields)}"
        )
        return None, [source.problem((), owner, message)]
    record, details = _checked(record_type, source.data)
    unknown = {
        in_file(source.data, _path(detail)): _meant(record_type, _path(detail))
        for detail in details
        if detail["type"] in _UNKNOWN
    }
    places: dict[KeyPath, KeyPath] = {}
    if unknown:
        record, details = _checked(record_type, _mended(source.data, unknown, places))
    told = [
        source.problem(path, record_name(source, path[:-1], owner), said.message, key=True)
        for path, said in unknown.items()
    ]
    return record, told + [_problem(source, record_type, owner, detail, places) for detail in details]


def _checked(record_type: type[RecordT], data: Any) -> tuple[RecordT | None, list[ErrorDetails]]:
    try:
        return record_type.model_validate(data), []
    except ValidationError as error:
        return None, _without_echoes(error.errors(include_url=False))


def _path(detail: ErrorDetails) -> KeyPath:
    return tuple(step for step in detail["loc"] if step != "[key]")


def _meant(record_type: type[BaseModel], path: KeyPath) -> Meant:
    return meant(str(path[-1]), record_at(record_type, path[:-1]))


def _mended(data: Any, unknown: Mapping[KeyPath, Meant], places: dict[KeyPath, KeyPath], here: KeyPath = ()) -> Any:
    """Copy data with unknown fields under the names that were meant, or without them.

    So what is wrong with the others is found in the same run, and nothing seems to be missing that is there.
    """
    if isinstance(data, list):
        return [_mended(value, unknown, places, (*here, index)) for index, value in enumerate(data)]
    if not isinstance(data, Mapping):
        return data
    result: dict[Any, Any] = {}
    for key, value in data.items():
        path = (*here, key)
        said = unknown.get(path)
        if said is None:
            result[key] = _mended(value, unknown, places, path)
        elif said.field and said.field not in data and said.field not in result:
            result[said.field] = value
            places[*here, said.field] = path
    return result


def named(problems: Iterable[Problem], source: Source, owner: str) -> list[Problem]:
    """Name the record in which each problem met while reading YAML lies."""
    problems = list(problems)
    if not problems:
        return []
    places = [((place.line, place.column), path) for path, place in source.values.items()]
    return [
        replace(problem, record=problem.record or record_name(source, _path_at(problem, places), owner))
        for problem in problems
    ]


def _path_at(problem: Problem, places: Iterable[tuple[tuple[int, int], KeyPath]]) -> KeyPath:
    before = [found for found in places if found[0] <= (problem.line, problem.column)]
    return max(before, default=((1, 1), ()), key=lambda found: (found[0], len(found[1])))[1]


def record_name(source: Source, path: KeyPath, owner: str) -> str:
    """Name the record a path lies in by its own id or number, never by an index: «nizhyn/1.2.3»."""
    node, name = source.data, ""
    for depth, step in enumerate(path, 1):
        node = _child(node, step)
        if isinstance(node, Mapping) and step not in _PARTS:
            name = _own_name(source, path[:depth], node).rstrip(" :") or name
    return f"{owner}/{name}" if owner and name else owner or name


def _own_name(source: Source, path: KeyPath, node: Mapping[Any, Any]) -> str:
    for key in _NAMING:
        own = source.raw.get((*path, key), node.get(key))
        if isinstance(own, str) and own.strip():
            return shown(own, 60)
    return ""


def _child(node: Any, step: str | int) -> Any:
    if isinstance(node, Mapping):
        return node.get(step)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


def _without_echoes(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Drop «too few items» where it only repeats that an item is wrong."""
    places = [error["loc"] for error in errors]
    return [
        error
        for error in errors
        if error["type"] != "too_short"
        or not any(place[: len(error["loc"])] == error["loc"] for place in places if len(place) > len(error["loc"]))
    ]


def _problem(
    source: Source, record_type: type[BaseModel], owner: str, detail: ErrorDetails, places: Mapping[KeyPath, KeyPath]
) -> Problem:
    """Word one problem; `places` says where in the file the fields stand that were put under another name."""
    path = _path(detail)
    around, expected = record_at(record_type, path[:-1]), record_at(record_type, path)
    path = in_file(source.data, path)
    path = next((where + path[len(put) :] for put, where in places.items() if path[: len(put)] == put), path)
    if detail["type"] == "missing":
        where = path[:-1]
        meaning = around.model_fields[str(path[-1])].description or ""
        message = f"бракує обов’язкового поля «{path[-1]}»" + (f" ({_inside(meaning)})" if meaning else "")
        return source.problem(where, record_name(source, where, owner), message)
    of_key = "[key]" in detail["loc"]
    message = in_words(source, path, detail, expected)
    return source.problem(path, record_name(source, path, owner), message, key=of_key or detail["input"] is None)


def in_file(data: Any, path: KeyPath) -> KeyPath:
    """Return where in the file a value stands; a list that is short for a record with that list in it has no name."""
    found: list[str | int] = []
    node = data
    for step in path:
        if isinstance(node, list) and isinstance(step, str):
            continue
        found.append(step)
        node = _child(node, step)
    return tuple(found)


def _inside(meaning: str) -> str:
    """Fit a field's description into brackets after its name."""
    first = meaning.split(". ", maxsplit=1)[0].rstrip(".").removesuffix(" (від нас)")
    return first if first[1:2].isupper() else first[:1].lower() + first[1:]


def record_at(record_type: type[BaseModel], path: KeyPath) -> type[BaseModel]:
    """Find the record that stands at a path, or the one around it, by walking annotations."""
    current = record_type
    for step in path:
        if isinstance(step, str) and step in current.model_fields:
            current = held_record(current.model_fields[step].annotation) or current
    return current
