"""What changed in the fields of one record, told as each field declares."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from generator.history.changes import ChangeKind
from generator.history.wording import became
from generator.language.terms import date_in_words
from generator.model.records.field import OURS, Declared, InWhole, Told, Whose, declared
from generator.model.vocabulary import Worded

_KINDS = {"term": ChangeKind.TERM_CHANGED, "notes": ChangeKind.NOTES_CHANGED}
"""Fields whose change is of a kind of its own; the others are told as a change of their record, or of what is ours."""

_SO = {"by_consent": "за згодою"}
"""How a record that is told whole says that something is so."""


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field that differs. `path` is its name, below another field behind a dot: «columns.total»."""

    path: str
    whose: Whose | None
    what: str
    before: str
    after: str

    def kind(self, of_record: ChangeKind) -> ChangeKind:
        """Return the kind of change; `of_record` is that of the document's words in such a record."""
        return _KINDS.get(self.path, ChangeKind.OURS_CHANGED if self.whose is OURS else of_record)

    def sentence(self, of: str = "") -> str:
        """Tell it; `of` names the record in the genitive («заходу 1.2.3»), or nothing where the words need none."""
        what = self.what.format(of) if "{}" in self.what else f"{self.what} {of}".rstrip()
        return f"Змінено {what}." if self.before == self.after else became(what, self.before, self.after)


def field_differences(old: BaseModel, new: BaseModel, above: str = "") -> Iterator[FieldDifference]:
    """Yield what differs between two versions of a record, in the order of its fields, with the records it holds."""
    for field in declared(type(new)):
        was, now = getattr(old, field.name), getattr(new, field.name)
        if was == now:
            continue
        path = f"{above}{field.name}"
        if isinstance(field.change, Told):
            yield from _told(field, path, field.change, was, now)
        if isinstance(was, BaseModel) and isinstance(now, BaseModel):
            yield from field_differences(was, now, f"{path}.")


def _told(field: Declared, path: str, change: Told, was: Any, now: Any) -> Iterator[FieldDifference]:
    """Yield the difference, unless only what the held record tells by itself differs."""
    if isinstance(was, tuple) and field.holds and not change.whole:
        was, now = _without(was, now), _without(now, was)
    before, after = in_words(was, change.joined), in_words(now, change.joined)
    if isinstance(was, BaseModel) and before == after:
        return
    yield FieldDifference(path, field.whose, change.what, *((before, after) if change.shown else ("", "")))


def _without(items: tuple[Any, ...], others: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(item for item in items if item not in others)


def in_words(value: Any, joined: str = "; ") -> str:
    """Return a value as a sentence quotes it; several values, or the parts of a record, are `joined`."""
    if value is None:
        return ""
    if isinstance(value, BaseModel):
        parts = ((field.change, _in_record(field, getattr(value, field.name))) for field in declared(type(value)))
        return joined.join(
            change.words.format(words) for change, words in parts if isinstance(change, InWhole) and words
        )
    if isinstance(value, dict):
        years = (f"{key} рік" if isinstance(key, int) else in_words(key) for key in value)
        return "; ".join(f"{key} – {in_words(one, ', ')}" for key, one in zip(years, value.values(), strict=True))
    if isinstance(value, tuple):
        return joined.join(in_words(item, " ") for item in value)
    if isinstance(value, date):
        return date_in_words(value)
    return value.words.lower() if isinstance(value, Worded) else str(value)


def _in_record(field: Declared, value: Any) -> str:
    """Return a value of a record that is told whole; of what is only so or not so, its word."""
    if isinstance(value, bool):
        return _SO.get(field.name, "так") if value else ""
    return in_words(value)
