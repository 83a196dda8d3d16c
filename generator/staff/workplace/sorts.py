"""What a declared field comes to for whoever types it: the kind of input, what its items are, what may be chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.records import record as kinds
from generator.model.records.assignment import AssignmentRecord
from generator.model.records.measure import TermRecord
from generator.source.yaml_source import KeyPath
from generator.staff.workplace.shapes import Choice, Input

_LINES, _SUM = kinds._collapse_lines, kinds._sum_as_printed  # noqa: SLF001 - what makes a text one of lines, or a sum
_SIMPLE: Mapping[type, Input] = {bool: "yes-no", int: "number", date: "day"}
_OF_RECORD: Mapping[type, Input] = {TermRecord: "term", AssignmentRecord: "executor"}
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


def sort_of(info: FieldInfo) -> Sort:
    """Tell what a declared field is typed as."""
    marks = {getattr(mark, "func", None) for mark in info.metadata}
    return Sort("sum") if _SUM in marks else sort_of_type(info.annotation, lines=_LINES in marks)


def sort_of_type(annotation: Any, *, lines: bool = False) -> Sort:
    """Tell what a type comes to, through Annotated and «or None»."""
    if hasattr(annotation, "__metadata__"):
        marks = {getattr(mark, "func", None) for mark in annotation.__metadata__}
        return Sort("sum") if _SUM in marks else sort_of_type(annotation.__origin__, lines=lines or _LINES in marks)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin in {Union, UnionType}:
        return sort_of_type(next(one for one in inner if one is not type(None)), lines=lines)
    if origin is Literal:
        return Sort("choice", choices=tuple(map(_choice, inner)))
    if origin is dict:
        return Sort("map", inner[1])
    return _list(inner[0]) if origin is tuple else _of_class(annotation, lines=lines)


def _of_class(found: type, *, lines: bool) -> Sort:
    if issubclass(found, BaseModel):
        return Sort(next((sort for kind, sort in _OF_RECORD.items() if issubclass(found, kind)), "record"), found)
    if issubclass(found, Enum):
        return Sort("choice", choices=tuple(map(_choice, found)))
    return Sort(_SIMPLE.get(found, "lines" if lines else "line"))


def _list(item: Any) -> Sort:
    """Tell a list of choices from a list of items."""
    one = sort_of_type(item)
    return Sort("choices", choices=one.choices) if one.choices else Sort("list", item)


def _choice(value: Any) -> Choice:
    code = str(value.value if isinstance(value, Enum) else value)
    return {"value": code, "label": str(getattr(value, "words", "") or _TERM_KINDS.get(code, code))}


def sort_at(record_type: type[BaseModel], path: KeyPath) -> Sort | None:
    """Tell how what stands at a path is typed; None for what no record has."""
    current = Sort("record", record_type)
    for step in path:
        below = _below(current, step)
        if below is None:
            return None
        current = below
    return current


def _below(sort: Sort, step: str | int) -> Sort | None:
    if sort.input in {"record", "term", "executor"}:
        return sort_of(sort.item.model_fields[step]) if step in sort.item.model_fields else None
    if sort.input in {"list", "map"}:
        return sort_of_type(sort.item)
    return Sort("choice", choices=sort.choices) if sort.input == "choices" else None
