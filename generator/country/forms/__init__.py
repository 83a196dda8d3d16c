"""Known forms of planning documents as data: columns, levels, money, words of state, and who checked them when.

Forms differ from a standard in what people make of them: a heading is found whatever its case, spaces, hyphens and
line breaks, and columns may stand in any order. A form that nobody checked is called «зразок», never official.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from generator.language.letters import folded

_FOLDER = files("generator.country.forms")
_ENOUGH = 0.75
"""Share of a table's headings that must be the form's own."""
_FEWEST = 3
_HOW = {"read": "форму прочитано", "in-use": "так форму застосовують ради", "seen": "форми не прочитано"}


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a form."""

    role: str
    heading: str
    spellings: tuple[str, ...] = ()
    level: str = ""
    """For a column of goals, the word of its level."""
    part: str = ""
    """For a column of executors, their role: `lead`, `with`, `customer`, `partner`."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form: what its table looks like and how sure that is."""

    id: str
    name: str
    act: str
    how: str
    """`read` whole; `in-use`: the table as councils use it; `seen`: act sure, table unread; `unread`."""
    checked: date | None
    columns: tuple[FormColumn, ...]
    levels: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    """Words of state as the source has them."""
    kinds: tuple[str, ...] = ()
    """Purposes of money."""
    money: str = ""
    money_heading: str = ""

    @property
    def title(self) -> str:
        """Name the form for people; one whose table nobody checked is «зразок»."""
        act = f" ({self.act})" if self.act else ""
        if self.checked is None or self.how not in {"read", "in-use"}:
            return f"зразок «{self.name}»{act}, ніким не звірений"
        return f"форма «{self.name}»{act}; {_HOW[self.how]}, перевірено {self.checked:%d.%m.%Y}"

    def column(self, heading: str) -> FormColumn | None:
        """Find the column that a heading names, in whatever spelling."""
        wanted = heading_key(heading)
        spelled = (
            (heading_key(word), column) for column in self.columns for word in (column.heading, *column.spellings)
        )
        return next((column for key, column in spelled if key == wanted), None) if wanted else None


@lru_cache(maxsize=10_000)
def heading_key(heading: str) -> str:
    """Reduce a heading to letters and figures: case, spaces, hyphens, line breaks and quotation marks don't count."""
    return re.sub(r"[^\w№]|_", "", folded(heading))


def form_names() -> list[str]:
    """Return the names of all forms: those of the files of this folder without their ending."""
    return sorted(file.name.removesuffix(".yml") for file in _FOLDER.iterdir() if file.name.endswith(".yml"))


@cache
def known_forms() -> tuple[Form, ...]:
    """Read every form of this folder, by name of file."""
    return tuple(_form(name, yaml.safe_load((_FOLDER / f"{name}.yml").read_text("utf-8"))) for name in form_names())


def form_named(name: str) -> Form:
    """Return a form by the name of its file; KeyError when there is none."""
    return {form.id: form for form in known_forms()}[name]


def form_of(headings: Sequence[str]) -> Form | None:
    """Return the form that a table with these headings follows, the one with most of them, or None."""
    named = [heading for heading in headings if heading_key(heading)]
    counts = [(sum(form.column(heading) is not None for heading in named), form) for form in known_forms()]
    most, best = max(counts, key=lambda pair: pair[0])
    return best if most >= _FEWEST and most >= _ENOUGH * len(named) else None


def _form(name: str, data: dict[str, Any]) -> Form:
    columns = tuple(
        FormColumn(
            column["role"],
            column["heading"],
            tuple(column.get("spellings", ())),
            column.get("level", ""),
            column.get("part", ""),
        )
        for column in data["columns"]
    )
    lists = {key: tuple(data.get(key, ())) for key in ("levels", "head", "totals", "states", "kinds")}
    return Form(
        id=name,
        name=data["name"],
        act=data["act"],
        how=data["how"],
        checked=data.get("checked"),
        columns=columns,
        money=data.get("money", ""),
        money_heading=data.get("money_heading", ""),
        **lists,
    )
