"""What a field says beside its type: whose words it holds, and how a change of it is told.

    priority: Annotated[Text | None, DOCUMENT, told("першочерговість"), column("Першочерговість")] = None

Data of a plan, the comparison of versions, the table of the whole plan and the tests walk these declarations; nothing
else names every field.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import BaseModel


class Whose(StrEnum):
    """Whose words, figures or choice a field holds."""

    DOCUMENT = "document"
    OURS = "ours"


DOCUMENT, OURS = Whose.DOCUMENT, Whose.OURS


@dataclass(frozen=True, slots=True)
class Told:
    """A change of the field is told by itself; see `told`."""

    what: str
    joined: str
    shown: bool
    whole: bool = False


@dataclass(frozen=True, slots=True)
class InWhole:
    """A change of the field is told as one of the record that holds it; see `part`."""

    words: str


@dataclass(frozen=True, slots=True)
class Untold:
    """A change of the field is not told, and why."""

    why: str


@dataclass(frozen=True, slots=True)
class Column:
    """The field is a column of the document's table; see `column`."""

    heading: str
    is_money: bool


def told(what: str, joined: str = "; ", *, shown: bool = True, whole: bool = False) -> Told:
    """Tell a change as «Змінено `what` заходу 1.2: було «…», стало «…»»; `what` is in the accusative.

    `{}` in it stands where the record is named, if not at the end: «примітку до {}». Several values, or the parts of
    a record, are `joined`. Codes, which say nothing to a reader, are not `shown`. Of a list of records only
    those that differ are told, unless the `whole` is.
    """
    return Told(what, joined, shown, whole)


def part(words: str = "{}") -> InWhole:
    """Tell a change with the whole record, in which the value reads so: «усього {}»."""
    return InWhole(words)


def untold(why: str) -> Untold:
    """Tell nothing of a change; `why` is for those who read the code."""
    return Untold(why)


def column(heading: str, *, is_money: bool = False) -> Column:
    """Show the field of a measure beside its text and as a column of the whole plan, both without more ado.

    The heading is the document's where `columns` of the plan has a field of the same name that is filled, else
    `heading`. Beside the text a sum of money has the plan's unit.
    """
    return Column(heading, is_money)


@dataclass(frozen=True, slots=True)
class Declared:
    """A field as declared. `holds` is the record it holds, one or several."""

    name: str
    whose: Whose | None
    change: Told | InWhole | Untold | None
    column: Column | None
    holds: type[BaseModel] | None


@cache
def declared(record_type: type[BaseModel]) -> tuple[Declared, ...]:
    """Return the fields of a record in their order."""
    return tuple(
        Declared(
            name,
            next((mark for mark in field.metadata if isinstance(mark, Whose)), None),
            next((mark for mark in field.metadata if isinstance(mark, Told | InWhole | Untold)), None),
            next((mark for mark in field.metadata if isinstance(mark, Column)), None),
            held_record(field.annotation),
        )
        for name, field in record_type.model_fields.items()
    )


def held_record(annotation: Any) -> type[BaseModel] | None:
    """Return the record that a type is made of, if any: that of `tuple[GoalRecord, ...]`, of `ActRecord | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in getattr(annotation, "__args__", ()) if (found := held_record(inner))), None)


def records_in(record_type: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a record and every record it holds, each once, the outer ones first."""
    waiting, met = [record_type], {record_type}
    while waiting:
        yield (record := waiting.pop(0))
        fresh = {field.holds: None for field in declared(record) if field.holds and field.holds not in met}
        waiting += fresh
        met |= fresh.keys()
