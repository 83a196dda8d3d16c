"""Plain data to records; what pydantic finds is told in Ukrainian, with line, column, record and advice."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.problem import Problem, maybe
from generator.records.record import Record
from generator.source import Path, Source

RecordT = TypeVar("RecordT", bound=Record)

_PATTERNS = {
    "id": "лише малі латинські букви, цифри й дефіси, як-от «sluzhba-ditey»",
    "katottg": "код за КАТОТТГ: UA і 17 цифр",
    "email": "адреса пошти, як-от «rada@example.gov.ua»",
}


def validate(source: Source, record_type: type[RecordT], owner: str) -> tuple[RecordT | None, list[Problem]]:
    """Check one file against its record; `owner` (a community's id) opens the name of each record in messages."""
    if not isinstance(source.data, Mapping):
        return None, [source.problem((), owner, "файл має складатися з полів «назва: значення»")]
    try:
        return record_type.model_validate(source.data), []
    except ValidationError as error:
        details = _without_echoes(error.errors(include_url=False))
        return None, [_problem(source, record_type, owner, detail) for detail in details]


def record_name(source: Source, path: Path, owner: str) -> str:
    """Name the record a path lies in by its own number or id, never by an index: «nizhyn/1.2.3»."""
    node, name = source.data, ""
    for step in path:
        node = _child(node, step)
        if isinstance(node, Mapping):
            own = next((node[key] for key in ("number", "id", "measure", "place", "label") if key in node), None)
            name = str(own) if isinstance(own, str | int | float) else name
    return f"{owner}/{name}" if owner and name else owner or name


def _child(node: Any, step: str | int) -> Any:
    if isinstance(node, Mapping):
        return node.get(step)
    if isinstance(node, list | tuple) and isinstance(step, int) and step < len(node):
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


def _problem(source: Source, record_type: type[BaseModel], owner: str, detail: ErrorDetails) -> Problem:
    path: Path = tuple(step for step in detail["loc"] if step != "[key]")
    kind = detail["type"]
    if kind == "extra_forbidden":
        known = _fields(record_type, path[:-1])
        return source.problem(
            path,
            record_name(source, path[:-1], owner),
            f"невідоме поле «{path[-1]}»{maybe(str(path[-1]), known)}; тут можуть бути: {', '.join(known)}",
            key=True,
        )
    if kind == "missing":
        where = path[:-1]
        return source.problem(where, record_name(source, where, owner), f"бракує обов’язкового поля «{path[-1]}»")
    return source.problem(path, record_name(source, path, owner), _words(source, path, detail))


def _words(source: Source, path: Path, detail: ErrorDetails) -> str:
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    value, kind = detail["input"], detail["type"]
    spoilt = _spoilt(source, path, value, name)
    if kind in {"string_type", "model_type", "model_attributes_type"} and spoilt:
        return spoilt
    context = detail.get("ctx", {})
    words = {
        "string_type": f"поле «{name}» має бути текстом",
        "blank": f"поле «{name}» порожнє; впишіть текст або приберіть поле",
        "web_address": f"поле «{name}» має бути повною адресою, що починається з https://",
        "iso_date": f"«{value}» не є датою; дату пишуть так: 2025-12-31",
        "date_type": f"«{value}» не є датою; дату пишуть так: 2025-12-31",
        "date_from_datetime_inexact": f"«{value}» має бути датою без часу, як-от 2025-12-31",
        "sum": f'«{value}» не є сумою; пишіть як у документі: "1 250,0" або риску "-"',
        "tuple_type": f"поле «{name}» має бути списком: кожне значення з нового рядка після «- » або в дужках [ ]",
        "list_type": f"поле «{name}» має бути списком: кожне значення з нового рядка після «- »",
        "dict_type": f'поле «{name}» має бути переліком «рік: "сума"»',
        "model_type": f"поле «{name}» має складатися з полів «назва: значення»",
        "bool_type": f"поле «{name}» має бути true або false",
        "int_type": f"поле «{name}» має бути цілим числом без лапок",
        "int_parsing": f"«{value}» не є роком; рік пишуть чотирма цифрами",
        "greater_than_equal": f"«{value}» замале; найменше можливе значення: {context.get('ge')}",
        "less_than_equal": f"«{value}» завелике; найбільше можливе значення: {context.get('le')}",
        "too_short": f"поле «{name}» порожнє; впишіть хоча б одне значення",
        "string_pattern_mismatch": f"«{value}» не годиться для поля «{name}»: {_PATTERNS.get(name, _PATTERNS['id'])}",
    }
    if kind in {"enum", "literal_error"}:
        allowed = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ").split(", ")
        return f"«{value}» не годиться для поля «{name}»{maybe(str(value), allowed)}; дозволено: {', '.join(allowed)}"
    return words.get(kind, f"поле «{name}» має неправильне значення «{value}»")


def _spoilt(source: Source, path: Path, value: Any, name: str) -> str:
    """Say what YAML did to an unquoted word that was meant as text."""
    raw = source.raw.get(path, "")
    if isinstance(value, bool):
        return f'«{raw}» YAML читає як {"так" if value else "ні"} (true/false); візьміть у лапки: "{raw}"'
    if isinstance(value, int | float):
        return f'«{raw}» YAML читає як число; візьміть у лапки: "{raw}"'
    if isinstance(value, date):
        return f'«{raw}» YAML читає як дату; візьміть у лапки: "{raw}"'
    if value is None:
        return f"поле «{name}» порожнє; впишіть значення або приберіть поле"
    return ""


def _fields(record_type: type[BaseModel], path: Path) -> list[str]:
    """Give the fields allowed at a path of a record, by walking its annotations."""
    current: type[BaseModel] = record_type
    for step in path:
        if isinstance(step, str) and step in current.model_fields:
            inner = _record_in(current.model_fields[step].annotation)
            current = inner or current
    return list(current.model_fields)


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _record_in(argument)
        if found:
            return found
    return None
