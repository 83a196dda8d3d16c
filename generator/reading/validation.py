"""Plain data to records; what pydantic finds is told in Ukrainian, with line, column, record and advice."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.language.letters import folded
from generator.model.records.record import Record
from generator.reading.value_messages import in_words
from generator.source.problem import Problem, maybe, shown
from generator.source.yaml_source import KeyPath, Source

RecordT = TypeVar("RecordT", bound=Record)

_NAMING = ("id", "number", "measure", "place", "label")
"""Fields a record is known by, first the one that tells it best from the others."""
_PARTS = {"act", "period", "columns", "contacts", "parent", "funding", "unaligned"}
"""Records that are part of another one and are named after it."""


def validate(source: Source, record_type: type[RecordT], owner: str) -> tuple[RecordT | None, list[Problem]]:
    """Check one file against its record; `owner` (a community's id) opens the name of each record in messages."""
    if not isinstance(source.data, Mapping):
        message = (
            f"файл має складатися з полів «назва: значення»; тут можуть бути: {', '.join(record_type.model_fields)}"
        )
        return None, [source.problem((), owner, message)]
    try:
        return record_type.model_validate(source.data), []
    except ValidationError as error:
        details = _without_echoes(error.errors(include_url=False))
        problems = [_problem(source, record_type, owner, detail) for detail in details]
        unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
        known = record_type.model_validate(_without(source.data, unknown)) if len(unknown) == len(details) else None
        return known, problems


def _without(data: Any, unknown: Iterable[KeyPath], here: KeyPath = ()) -> Any:
    """Copy data without unknown fields, so that what is wrong with the others is found in the same run."""
    if isinstance(data, Mapping):
        own = {key: value for key, value in data.items() if (*here, key) not in unknown}
        return {key: _without(value, unknown, (*here, key)) for key, value in own.items()}
    if isinstance(data, list):
        return [_without(value, unknown, (*here, index)) for index, value in enumerate(data)]
    return data


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


def _meant(name: str, known: Iterable[str]) -> str:
    """Offer the field that looks the same but is typed in Latin letters, or else the nearest ones."""
    alike = None if name.isascii() else next((field for field in known if folded(field) == folded(name)), None)
    return f"; наберіть «{alike}» латинськими літерами" if alike else maybe(name, known)


def _problem(source: Source, record_type: type[BaseModel], owner: str, detail: ErrorDetails) -> Problem:
    path: KeyPath = tuple(step for step in detail["loc"] if step != "[key]")
    kind = detail["type"]
    around = record_at(record_type, path[:-1])
    if kind in {"extra_forbidden", "invalid_key"}:
        name, known = str(path[-1]), list(around.model_fields)
        message = f"невідоме поле «{shown(name)}»{_meant(name, known)}; тут можуть бути: {', '.join(known)}"
        return source.problem(path, record_name(source, path[:-1], owner), message, key=True)
    if kind == "missing":
        where = path[:-1]
        meaning = around.model_fields[str(path[-1])].description or ""
        message = f"бракує обов’язкового поля «{path[-1]}»" + (f" ({_inside(meaning)})" if meaning else "")
        return source.problem(where, record_name(source, where, owner), message)
    of_key = "[key]" in detail["loc"]
    message = in_words(source, path, detail, record_at(record_type, path))
    return source.problem(path, record_name(source, path, owner), message, key=of_key or detail["input"] is None)


def _inside(meaning: str) -> str:
    """Fit a field's description into brackets after its name."""
    first = meaning.split(". ", maxsplit=1)[0].rstrip(".").removesuffix(" (від нас)")
    return first if first[1:2].isupper() else first[:1].lower() + first[1:]


def record_at(record_type: type[BaseModel], path: KeyPath) -> type[BaseModel]:
    """Find the record that stands at a path, or the one around it, by walking annotations."""
    current = record_type
    for step in path:
        if isinstance(step, str) and step in current.model_fields:
            current = _record_in(current.model_fields[step].annotation) or current
    return current


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _record_in(argument)
        if found:
            return found
    return None
