"""Known forms as data: every file is whole, and one that nobody checked is called «зразок»."""

import pytest

from generator.country.forms import form_of, heading_key, known_forms

FORMS = {form.id: form for form in known_forms()}
ROLES = {
    "number", "goal", "measure", "term", "start", "end", "executors", "indicators", "unit", "baseline", "target",
    "sources", "funding", "total", "actual", "progress", "other",
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_whole(name):
    form = FORMS[name]
    assert {column.role for column in form.columns} <= ROLES
    assert sum(column.role == "measure" for column in form.columns) == 1
    keys = [heading_key(word) for column in form.columns for word in (column.heading, *column.spellings)]
    assert all(keys)
    assert form.how in {"read", "in-use", "seen", "unread"}
    assert (form.checked is None) == (form.how == "unread")


@pytest.mark.parametrize("name", FORMS)
def test_only_a_form_that_was_checked_is_called_one(name):
    form = FORMS[name]
    assert form.title.startswith("форма «" if form.how in {"read", "in-use"} else "зразок «")


def test_what_nobody_checked_is_said():
    assert FORMS["strategy-monitoring"].title == (
        "зразок «Показники моніторингу стратегії розвитку» (наказ Мінрегіону від 21 грудня 2022 р. № 265), ніким не звірений"
    )
    assert FORMS["displaced"].title.endswith("так форму застосовують ради, перевірено 28.11.2026")


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_known_by_its_headings_however_they_are_typed(name):
    headings = [column.heading for column in FORMS[name].columns]
    assert form_of(headings) is FORMS[name]
    assert form_of(headings[::-1]) is FORMS[name]
    assert form_of([heading.upper() for heading in headings]) is FORMS[name]
    assert form_of([" ".join(heading).replace("  ", "\n") for heading in headings]) is FORMS[name]
    assert form_of([heading[:4] + "-" + heading[4:] for heading in headings]) is FORMS[name]


def test_other_tables_follow_no_form():
    assert form_of(["Захід", "Строк", "Виконавці"]) is None
    assert form_of([]) is None
