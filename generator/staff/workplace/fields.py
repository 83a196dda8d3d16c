"""Fields as a person sees them: label, kind of input and choices, all of it from the declarations of the records."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.records.field import Whose, held_record
from generator.model.records.goal import GoalRecord
from generator.model.records.measure import MeasureRecord
from generator.model.records.record import ShortForm
from generator.source.yaml_source import KeyPath
from generator.staff.workplace.shapes import Field
from generator.staff.workplace.sorts import Sort, sort_of, sort_of_type

ROWS = ("goals", "measures", "steps")
"""Lists whose items are rows of the table."""
_FURTHER = re.compile(r", (?:як|слово в слово|у лапках|за як|у редакції|коли|РРРР|одним)")
"""«Номер, як у документі», «Акт, яким план затверджено»: what follows explains, and stands in the help."""
_MAIN = {
    MeasureRecord: ("number", "text", "short", "term", "executors", "topics"),
    GoalRecord: ("number", "title", "topics"),
}


def fields_of(record_type: type[BaseModel], value: Any, at: KeyPath) -> list[Field]:
    """Return the fields of a record with what stands in them; `value` is the record as the file has it."""
    if isinstance(value, Mapping):
        data: Mapping[Any, Any] = value
    elif issubclass(record_type, ShortForm) and isinstance(value, record_type.alone_type):
        data = {record_type.alone: value}
    else:
        data = {}
    return [_field(one, data.get(one.name), (*at, one.name), is_set=one.name in data) for one in _declared(record_type)]


@dataclass(frozen=True, slots=True)
class _Declared:
    """What a record declares of a field, whatever stands in it."""

    name: str
    sort: Sort
    meaning: str
    whose: Literal["document", "ours", ""]
    required: bool
    main: bool


@cache
def _declared(record_type: type[BaseModel]) -> tuple[_Declared, ...]:
    main = _MAIN.get(record_type, ())
    return tuple(
        _Declared(name, sort_of(info), info.description or "", _whose(info), info.is_required(), name in main)
        for name, info in record_type.model_fields.items()
        if name not in ROWS
    )


def _whose(info: FieldInfo) -> Literal["document", "ours", ""]:
    mark = next((one for one in info.metadata if isinstance(one, Whose)), None)
    return "" if mark is None else "document" if mark is Whose.DOCUMENT else "ours"


def _field(declared: _Declared, value: Any, at: KeyPath, *, is_set: bool) -> Field:
    field = cell(declared.sort, declared.name, declared.meaning, value, at)
    field["whose"], field["is_set"] = declared.whose, is_set
    field["required"], field["main"] = declared.required, declared.main
    return field


def cell(sort: Sort, name: str, meaning: str, value: Any, at: KeyPath, label: str = "") -> Field:
    """Make one cell of a kind, with all that it holds."""
    field: Field = {
        "at": list(at),
        "name": name,
        "label": label or label_of(meaning) or name,
        "help": meaning,
        "whose": "",
        "input": sort.input,
        "value": _plain(value),
        "is_set": value is not None,
        "required": False,
        "main": False,
    }
    if sort.choices:
        field["choices"] = list(sort.choices)
    if sort.input == "choices":
        field["value"] = [str(one) for one in value] if isinstance(value, list) else []
    elif sort.input == "record":
        field["fields"] = fields_of(sort.item, value, at)
    elif sort.input in {"term", "executor"}:
        field["value"] = _plain(value.get(sort.item.alone) if isinstance(value, Mapping) else value)
        field["fields"] = [one for one in fields_of(sort.item, value, at) if one["name"] != sort.item.alone]
    elif sort.input in {"list", "map"}:
        items = dict(enumerate(value)) if isinstance(value, list) else value if isinstance(value, Mapping) else {}
        names = {key: f"{label_of(meaning)}, {key + 1}" if sort.input == "list" else str(key) for key in items}
        one = sort_of_type(sort.item) if items else sort
        field["fields"] = [cell(one, str(key), "", item, (*at, key), names[key]) for key, item in items.items()]
        field["adds"] = f"Додати: {label_of(meaning)}"
    return field


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value if isinstance(value, str | int | bool) else None


@cache
def label_of(meaning: str) -> str:
    """Return the name of a field for people: what opens its description, without how it is written and which it is."""
    meaning = _opened(meaning)
    cut = min((place for sign in (".", " (", ":", ";") if (place := meaning.find(sign)) > 0), default=len(meaning))
    return _FURTHER.split(meaning[:cut], maxsplit=1)[0].strip()


def _opened(meaning: str) -> str:
    """Return what a box to tick says: «Так, якщо в документі …» is «В документі …» beside the box."""
    bare = meaning.removeprefix("Так, якщо ")
    return bare if bare == meaning else bare[:1].upper() + bare[1:]


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


def value_at(data: Any, path: KeyPath) -> Any:
    """Return what stands at a path of plain data; None where nothing does."""
    for step in path:
        if isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
