"""Fields as a person sees them: label, kind of input and choices, all of it from the declarations of the records."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.records import record as kinds
from generator.model.records.assignment import AssignmentRecord
from generator.model.records.field import Whose, held_record
from generator.model.records.measure import MeasureRecord, TermRecord
from generator.model.records.goal import GoalRecord
from generator.model.records.record import ShortForm
from generator.source.yaml_source import KeyPath
from generator.staff.workplace.shapes import Choice, Field, Input

ROWS = ("goals", "measures", "steps")
"""Lists whose items are rows of the table."""
_MAIN = {
    MeasureRecord: ("number", "text", "short", "term", "executors", "topics"),
    GoalRecord: ("number", "title", "topics"),
}
_TERM_KINDS = {
    "period": "період",
    "deadline": "до певного дня",
    "ongoing": "постійно",
    "recurring": "періодично",
    "conditional": "залежить від події",
}


@dataclass(frozen=True, slots=True)
class Sort:
    """What a type of a field comes to: how it is typed, of what its items are."""

    input: Input
    item: Any = None
    """The type of an item of a list, of a value of a map, of a record."""
    choices: tuple[Choice, ...] = ()


def fields_of(record_type: type[BaseModel], value: Any, at: KeyPath) -> list[Field]:
    """Return the fields of a record with what stands in them; `value` is the record as the file has it."""
    if isinstance(value, Mapping):
        data: Mapping[Any, Any] = value
    elif issubclass(record_type, ShortForm) and isinstance(value, record_type.alone_type):
        data = {record_type.alone: value}
    else:
        data = {}
    main = _MAIN.get(record_type, ())
    return [
        _field(name, info, data.get(name), (*at, name), is_set=name in data, main=name in main)
        for name, info in record_type.model_fields.items()
        if name not in ROWS
    ]


def _field(name: str, info: FieldInfo, value: Any, at: KeyPath, *, is_set: bool, main: bool) -> Field:
    sort = sort_of(info)
    field = cell(sort, str(name), info.description or "", value, at)
    whose = next((mark.value for mark in info.metadata if isinstance(mark, Whose)), "")
    return {**field, "whose": whose, "is_set": is_set, "required": info.is_required(), "main": main}  # type: ignore[typeddict-item]


def cell(sort: Sort, name: str, meaning: str, value: Any, at: KeyPath) -> Field:
    """Make one cell of a kind."""
    field: Field = {
        "at": list(at),
        "name": name,
        "label": label_of(meaning) or name,
        "help": meaning,
        "whose": "",
        "input": sort.input,
        "value": None,
        "is_set": value is not None,
        "required": False,
        "main": False,
    }
    if sort.choices:
        field["choices"] = list(sort.choices)
    if sort.input == "record":
        field["fields"] = fields_of(sort.item, value, at)
    elif sort.input in {"term", "executor"}:
        field["value"] = _plain(
            value.get("text" if sort.input == "term" else "name") if isinstance(value, Mapping) else value
        )
        field["fields"] = fields_of(sort.item, value, at)[1:]
    elif sort.input == "list":
        items = value if isinstance(value, list) else []
        field["fields"] = [
            cell(
                Sort(_of(sort.item).input, _of(sort.item).item, _of(sort.item).choices),
                str(index),
                "",
                one,
                (*at, index),
            )
            | {"label": f"{label_of(meaning)}, {index + 1}"}  # type: ignore[misc]
            for index, one in enumerate(items)
        ]
        field["adds"] = "Додати"
    elif sort.input == "map":
        items = value if isinstance(value, Mapping) else {}
        field["fields"] = [
            cell(_of(sort.item), str(key), "", one, (*at, key)) | {"label": str(key)}  # type: ignore[misc]
            for key, one in items.items()
        ]
        field["adds"] = "Додати"
    elif sort.input in {"topics", "choices"}:
        field["value"] = [str(one) for one in value] if isinstance(value, list) else []
    else:
        field["value"] = _plain(value)
    return field


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value if isinstance(value, str | int | bool) else None


@cache
def label_of(meaning: str) -> str:
    """Return the name of a field for people: its description up to the first full stop, bracket, colon or semicolon."""
    meaning = _opened(meaning)
    cut = min((place for sign in (".", " (", ":", ";") if (place := meaning.find(sign)) > 0), default=len(meaning))
    return meaning[:cut].strip()


def _opened(meaning: str) -> str:
    """Return what a box to tick says: «Так, якщо в документі …» is «В документі …» beside the box."""
    bare = meaning.removeprefix("Так, якщо ")
    return bare if bare == meaning else bare[:1].upper() + bare[1:]


def sort_of(info: FieldInfo) -> Sort:
    """Tell what a declared field is typed as."""
    patterns = {getattr(mark, "pattern", None) for mark in info.metadata}
    lines = any(getattr(mark, "func", None) is kinds._collapse_lines for mark in info.metadata)  # noqa: SLF001
    return _of(info.annotation, lines=lines, patterns=frozenset(filter(None, patterns)))


def _of(annotation: Any, *, lines: bool = False, patterns: frozenset[Any] = frozenset()) -> Sort:
    """Tell what a type comes to, through Annotated and «or None»."""
    origin = get_origin(annotation)
    if hasattr(annotation, "__metadata__"):
        marks = annotation.__metadata__
        funcs = {getattr(mark, "func", None) for mark in marks}
        if kinds._sum_as_printed in funcs:  # noqa: SLF001
            return Sort("sum")
        return _of(annotation.__origin__, lines=lines or kinds._collapse_lines in funcs, patterns=patterns)  # noqa: SLF001
    if origin in {Union, UnionType}:
        inner = [one for one in get_args(annotation) if one is not type(None)]
        return _of(inner[0], lines=lines, patterns=patterns)
    if origin is Literal:
        return Sort("choice", choices=tuple(_choice(value) for value in get_args(annotation)))
    if origin is tuple:
        return _list(get_args(annotation)[0])
    if origin is dict:
        return Sort("map", get_args(annotation)[1])
    if isinstance(annotation, type):
        if issubclass(annotation, TermRecord):
            return Sort("term", annotation)
        if issubclass(annotation, AssignmentRecord):
            return Sort("executor", annotation)
        if issubclass(annotation, BaseModel):
            return Sort("record", annotation)
        if issubclass(annotation, Enum):
            return Sort("choice", choices=tuple(map(_choice, annotation)))
        simple: Mapping[type, Input] = {bool: "yes-no", int: "number", date: "day"}
        return Sort(simple.get(annotation, "lines" if lines else "line"))
    return Sort("lines" if lines else "line")


def _list(item: Any) -> Sort:
    """Tell a list of choices from a list of items."""
    one = _of(item)
    return Sort("choices", choices=one.choices) if one.choices else Sort("list", item)


def _choice(value: Any) -> Choice:
    code = str(value.value if isinstance(value, Enum) else value)
    return {"value": code, "label": str(getattr(value, "words", "") or _TERM_KINDS.get(code, code))}


def record_type_at(record_type: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """Return the record type whose fields stand below a path; None below a list of values or a map."""
    current: type[BaseModel] | None = record_type
    for step in path:
        if isinstance(step, int):
            continue
        if current is None or step not in current.model_fields:
            return None
        current = held_record(current.model_fields[step].annotation)
    return current


def order_at(record_type: type[BaseModel], path: KeyPath) -> tuple[str, ...]:
    """Return the fields of the record at a path in the order in which a file has them."""
    found = record_type_at(record_type, path)
    return tuple(found.model_fields) if found else ()


def all_fields(fields: list[Field]) -> Iterator[Field]:
    """Yield fields and all that they hold."""
    for field in fields:
        yield field
        yield from all_fields(field.get("fields", []))
