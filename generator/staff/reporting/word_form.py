"""The form as a Word document in the shape of Додаток 1: statuses in lists to choose from, dates in calendars.

Written as WordprocessingML by our own templates: no library we know of makes content controls. Same bytes on every run.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import count, groupby

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.model.plan import Goal
from generator.model.vocabulary import Status
from generator.staff.reporting.columns import Field, FormColumn, form_columns
from generator.staff.reporting.excel_form import RESPONSIBLE, TOTAL, content
from generator.staff.reporting.fitting import word_room
from generator.staff.reporting.form import Form, FormRow
from generator.staff.reporting.guidance import word_steps
from generator.staff.reporting.office_file import CORE, LANGUAGE, fixed
from generator.views.money import grand_total

_PARTS = {
    "[Content_Types].xml": "content-types.xml.j2",
    "_rels/.rels": "package-links.xml.j2",
    "word/document.xml": "document.xml.j2",
    "word/_rels/document.xml.rels": "document-links.xml.j2",
    "word/styles.xml": "styles.xml.j2",
    "word/settings.xml": "settings.xml.j2",
    "word/footer.xml": "footer.xml.j2",
}
_POINTS = 10
"""Height of the letters in cells: that of their style."""
_MARGINS = 140
"""Room left and right of the words in a cell, in twentieths of a point."""
_WIDEST_GOAL = 2400
_PAGE = 15704
"""Width of a table, in twentieths of a point: an A4 sheet on its side without its margins."""
_PARTED = tuple(
    word.replace("-", "\N{SOFT HYPHEN}") for word in ("фінансу-вання", "Підтвер-дження", "вико-нання", "об’єд-нано")
)
"""Long words of headings with the place where they may be parted."""
_LONGEST_TAG = 64
"""Word calls a document damaged when a control's tag is longer."""


@dataclass(frozen=True, slots=True)
class WordCell:
    """One cell: `kind` is text, bold, day or choice; the rest names a control for Word and for screen readers."""

    words: str
    kind: str = "text"
    alias: str = ""
    tag: str = ""
    id: int = 0
    iso: str = ""


def word_form(form: Form) -> bytes:
    """Write one form as .docx."""
    columns = [column for column in form_columns(form.plan) if column.word_width]
    tables = list(_tables(form, columns))
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as package:
        for name, template in _PARTS.items():
            package.writestr(name, _environment().get_template(template).render(
                form=form, steps=word_steps(form), tables=tables, responsible=RESPONSIBLE, language=LANGUAGE,
                columns=_headings(form, columns), statuses=list(Status),
            ).strip())  # fmt: skip
        package.writestr(CORE, b"")
    return fixed(result.getvalue(), form)


def _headings(form: Form, columns: Sequence[FormColumn]) -> list[tuple[str, int]]:
    """Return what stands over each column and its width; together they are as wide as the page."""
    widths = _widths(form, columns)
    titles = (_hyphenated(column.title(form.plan)) for column in columns)
    return [(title, width * _PAGE // sum(widths)) for title, width in zip(titles, widths, strict=True)]


def _hyphenated(heading: str) -> str:
    """Mark where long words of a heading may be parted: a wider font in place of ours would break them anywhere."""
    for word in _PARTED:
        heading = heading.replace(word.replace("\N{SOFT HYPHEN}", ""), word)
    return heading


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("generator.staff.reporting", "word"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


def _tables(form: Form, columns: Sequence[FormColumn]) -> Iterator[tuple[str, str, list[list[WordCell]]]]:
    """Return a table for each outermost goal; the last one ends with the row «УСЬОГО»."""
    numbers = count(1)
    groups = [(top, list(rows)) for top, rows in groupby(form.rows, key=lambda row: row.top)]
    for index, (top, rows) in enumerate(groups):
        lines = [[_cell(form, row, column.field, next(numbers)) for column in columns] for row in rows]
        if index == len(groups) - 1:
            lines.append(_total(form, columns))
        yield _heading(top), f"{top.name}: звіт про виконання", lines


def _widths(form: Form, columns: Sequence[FormColumn]) -> list[int]:
    """Give the goals as much room as their longest word needs, at the cost of the measures' words."""
    longest = max((word_room(row.goal_text, _POINTS) + _MARGINS for row in form.rows), default=0)
    widths = {column.field: column.word_width for column in columns}
    more = max(0, min(longest, _WIDEST_GOAL) - widths[Field.GOAL])
    widths[Field.GOAL] += more
    widths[Field.MEASURE] -= more
    return [widths[column.field] for column in columns]


def _heading(top: Goal) -> str:
    """Return what the document prints over a table, its word for the level first; nothing over one of no goal."""
    if top.is_ours:
        return ""
    kind = top.record.kind or ""
    return top.printed if kind.casefold() in top.printed_label.casefold() else f"{kind} {top.printed}"


def _cell(form: Form, row: FormRow, field: Field, number: int) -> WordCell:
    value = content(form, row, field)
    if field in {Field.STARTED, Field.COMPLETED}:
        day = value if isinstance(value, date) else None
        name = "Почато" if field is Field.STARTED else "Виконано"
        return WordCell(
            f"{day:%d.%m.%Y}" if day else "",
            "day",
            *_control(row, field, number, name),
            iso=day.isoformat() if day else "",
        )
    if field is Field.STATUS:
        return WordCell(str(value or ""), "choice", *_control(row, field, number, "Статус"))
    if field is Field.PLANNED_MONEY:
        return WordCell(row.planned_money)
    if field is Field.SPENT:
        return WordCell(row.answer.spent or "")
    if field is Field.MEASURE and form.is_whole and row.executors:
        return WordCell(f"{value}\nВиконавці: {row.named}")
    return WordCell("" if value is None else str(value))


def _control(row: FormRow, field: Field, number: int, name: str) -> tuple[str, str, int]:
    """Return a control's name for people, its tag and its number, which no other control of the document has."""
    fields = (Field.STARTED, Field.STATUS, Field.COMPLETED)
    alias = f"{name}: захід {row.measure.called}"[:_LONGEST_TAG]
    return alias, f"{field.value}|{row.measure.id}"[:_LONGEST_TAG], number * 10 + fields.index(field)


def _total(form: Form, columns: Iterable[FormColumn]) -> list[WordCell]:
    planned = grand_total(form.plan) if form.is_whole else None
    words = {Field.MEASURE: TOTAL, Field.PLANNED_MONEY: planned or ""}
    return [WordCell(words.get(column.field, ""), "bold") for column in columns]
