"""The field that someone meant by a name that is none: look-alike letters, a Ukrainian word, a slip of the keyboard."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from pydantic import BaseModel

from generator.language.letters import folded
from generator.source.problem import maybe, nearest, shown

_LIKE = 0.75
"""How alike two words are that may be forms of one: «виконавець», «виконавці»."""
_SHORTEST = 4
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Meant:
    """What is said of an unknown field; `field` is the one meant, when there is no doubt."""

    message: str
    field: str | None = None


def meant(name: str, record_type: type[BaseModel]) -> Meant:
    """Say which field of a record was meant by a name that is none of its fields."""
    known, said = list(record_type.model_fields), f"невідоме поле «{shown(name)}»"
    if not name.isascii():
        alike = next((field for field in known if folded(field) == folded(name)), None)
        if alike:
            return Meant(f"{said}; наберіть «{alike}» латинськими літерами", alike)
        field = _in_ukrainian(name, record_type)
        if field:
            return Meant(f"«{shown(name)}» тут пишуть словом {field}", field)
    near = nearest(name, known)
    if near:
        return Meant(f"{said}{maybe(name, known)}", near[0] if len(near) == 1 else None)
    return Meant(f"{said}; усі поля названо в пораднику")


def _in_ukrainian(name: str, record_type: type[BaseModel]) -> str | None:
    """Find the field whose description begins with this word or has it in brackets, or else with one like it."""
    words = list(_words(record_type))
    typed = name.casefold()
    same = (field for word, field in words if word == typed)
    alike = (field for word, field in words if SequenceMatcher(None, word, typed).ratio() >= _LIKE)
    return next(same, None) or next(alike, None)


@cache
def _words(record_type: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return words and the fields they name: first words of descriptions first, then what follows them."""
    found = [
        (place, word, name)
        for name, field in record_type.model_fields.items()
        for place, word in enumerate(_opening(field.description or ""))
        if len(word) >= _SHORTEST
    ]
    return tuple((word, name) for _, word, name in sorted(found, key=lambda item: item[0]))


def _opening(description: str) -> Iterator[str]:
    """Yield the words a description opens with, up to its first stop, and those it gives in brackets."""
    first = re.split(r"[,.:;]", description, maxsplit=1)[0]
    yield from re.findall(r"[а-яґєії’]+", first.casefold())[:_MOST_WORDS]
