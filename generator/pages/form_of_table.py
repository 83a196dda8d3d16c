"""The known form that a plan's table follows: headings where the plan gives none, the order of columns, its title."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from generator.country.forms import Form, form_named
from generator.model.plan import Plan
from generator.model.records.plan import ColumnsRecord

_TAKEN = ("measure", "term", "executors", "indicators", "sources")
"""Columns whose heading a form may give."""


class Headed(Protocol):
    """A column with a heading."""

    @property
    def heading(self) -> str:
        """As printed."""


HeadedT = TypeVar("HeadedT", bound=Headed)


def form_of_table(plan: Plan) -> Form | None:
    """Return the form that the plan says its table follows."""
    return form_named(plan.record.form) if plan.record.form else None


def form_sentence(plan: Plan) -> str:
    """Say which form it is and how sure that is; nothing without one."""
    form = form_of_table(plan)
    return f"Стовпці названо й розставлено за відомою таблицею: {form.title}." if form else ""


def headings(plan: Plan) -> ColumnsRecord:
    """Return the headings of the document; where the plan gives none, those of its form."""
    form, own = form_of_table(plan), plan.record.columns
    if form is None:
        return own
    of_form = {column.role: column.heading for column in form.columns if column.role in _TAKEN and not column.part}
    return own.model_copy(update={role: text for role, text in of_form.items() if getattr(own, role) is None})


def in_order(plan: Plan, columns: Sequence[HeadedT]) -> list[HeadedT]:
    """Put columns in the order of the form; one that it doesn't have stays behind the one before it, measures first."""
    form = form_of_table(plan)
    if form is None:
        return list(columns)
    places = {column: index for index, column in enumerate(form.columns)}
    keyed, last = [], -1
    for column in columns:
        known = form.column(column.heading)
        last = places[known] if known else last
        keyed.append((-1 if column is columns[0] else last, column))
    return [column for _, column in sorted(keyed, key=lambda pair: pair[0])]
