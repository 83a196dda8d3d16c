"""What a person typed as what a file holds: days, numbers, short forms that grow into groups of fields, new items."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from generator.model.records.record import ShortForm
from generator.source.yaml_source import KeyPath, Source
from generator.staff.workplace.fields import record_type_at, value_at
from generator.staff.workplace.sorts import Sort, sort_at, sort_of

_LEFT = "ЗАПОВНІТЬ"


def in_file(data: Any, record_type: type[BaseModel], at: KeyPath) -> KeyPath:
    """Return where a field stands in the file: of what is written as one value alone, that value itself."""
    for length in range(1, len(at)):
        found = record_type_at(record_type, at[:length])
        if found is None or not issubclass(found, ShortForm) or at[length] != found.alone:
            continue
        stands = value_at(data, at[:length])
        if isinstance(stands, found.alone_type):
            return at[:length] + at[length + 1 :]
    return at


def as_typed(record_type: type[BaseModel], at: KeyPath, value: Any) -> Any:
    """Turn what came from the page into what the file holds: days, whole numbers, texts without loose white space."""
    if value in (None, "", [], False):
        return None
    return _words(sort_at(record_type, at), value) if isinstance(value, str) else value


def _words(sort: Sort | None, typed: str) -> Any:
    words = "\n".join(line for line in (" ".join(one.split()) for one in typed.splitlines()) if line)
    kind = sort.input if sort else "lines"
    if kind == "day":
        return _day(words) if words else None
    if kind == "number" and words.isdecimal():
        return int(words)
    return (words if kind == "lines" else words.replace("\n", " ")) or None


def _day(words: str) -> Any:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return words


def room_for(source: Source, record_type: type[BaseModel], place: KeyPath, value: Any) -> tuple[KeyPath, Any]:
    """Make a group of fields of what is written as one value alone, when a further field comes to it.

    A term or an executor that has more than its words keeps the rest when only these change.
    """
    found = record_type_at(record_type, place)
    stands = value_at(source.data, place)
    is_words = found is not None and issubclass(found, ShortForm) and isinstance(value, found.alone_type)
    if found is not None and issubclass(found, ShortForm) and is_words and isinstance(stands, Mapping):
        return (*place, found.alone), value
    for length in range(len(place) - 1, 0, -1):
        above = record_type_at(record_type, place[:length])
        alone = value_at(source.data, place[:length])
        short = above is not None and issubclass(above, ShortForm)
        if above is not None and short and isinstance(alone, above.alone_type) and isinstance(place[length], str):  # type: ignore[attr-defined]
            more: Any = value
            for step in reversed(place[length + 1 :]):
                more = [more] if isinstance(step, int) else {step: more}
            return place[:length], {above.alone: alone, place[length]: more}  # type: ignore[attr-defined]
    while len(place) > 1 and place[:-1] not in source.values:
        value = [value] if isinstance(place[-1], int) and not is_map(record_type, place[:-1]) else {place[-1]: value}
        place = place[:-1]
    return place, value


def is_map(record_type: type[BaseModel], at: KeyPath) -> bool:
    sort = sort_at(record_type, at)
    return sort is not None and sort.input == "map"


def new_item(name: str | int, sort: Sort | None) -> Any:
    """Return an item of a list that has nothing yet: its words are left to fill, of a list to choose from the first."""
    if name == "goals":
        return {"title": "ЗАПОВНІТЬ: назва, як у документі"}
    if name in {"measures", "steps"}:
        return {"text": "ЗАПОВНІТЬ: текст заходу, як у документі"}
    if sort is None or sort.input != "record":
        return _LEFT
    required = {key: sort_of(info) for key, info in sort.item.model_fields.items() if info.is_required()}
    return {
        key: one.choices[0]["value"] if one.choices else _LEFT
        for key, one in required.items()
        if one.input in {"line", "lines", "choice"}
    }
