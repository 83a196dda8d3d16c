"""The ribbon of quarters: how many terms end in each, a row for each year, today marked in a word."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from generator.language.terms import Term, TermKind
from generator.pages.charts import terms_by_quarter
from views.test_counting import items_of, measure


def ribbon(as_of: date, *ends: date) -> list[list[str]]:
    """Return the words of each row, cell by cell."""
    made = [
        replace(measure(number, "deadline"), term=Term("до дня", TermKind.DEADLINE, end=end))
        for number, end in enumerate(ends, 1)
    ]
    html = terms_by_quarter(items_of(*made, as_of=as_of), as_of)
    rows = re.findall(r'<tr><th scope="row">(.*?)</tr>', html)
    return [
        [re.sub(r"<[^>]+>", "", cell) for cell in re.split(r"</t[hd]>", row) if cell.startswith(("2", "<td"))]
        for row in rows
    ]


def test_each_quarter_has_its_count_and_today_is_a_word() -> None:
    ends = (date(2025, 3, 31), date(2025, 12, 31), date(2025, 12, 1))
    assert ribbon(date(2025, 10, 31), *ends) == [["2025", "1", "–", "–", "2 сьогодні"]]


def test_today_stands_in_the_year_after_the_last_term_too() -> None:
    ends = (date(2025, 3, 31), date(2025, 12, 31))
    assert ribbon(date(2026, 4, 1), *ends) == [
        ["2025", "1", "–", "–", "1"],
        ["2026", "–", "– сьогодні", "–", "–"],
    ]
    assert [row[0] for row in ribbon(date(2029, 4, 1), *ends)] == ["2025"]


def test_bars_are_as_high_as_their_share_of_the_largest() -> None:
    ends = (date(2025, 3, 31), date(2025, 12, 31), date(2025, 12, 1))
    made = [
        replace(measure(number, "deadline"), term=Term("до дня", TermKind.DEADLINE, end=end))
        for number, end in enumerate(ends, 1)
    ]
    html = terms_by_quarter(items_of(*made), date(2025, 10, 31))
    assert re.findall(r'y="(\d+)" width="100" height="(\d+)"', html) == [("12", "12"), ("0", "24")]


def test_one_quarter_compares_nothing() -> None:
    assert ribbon(date(2025, 10, 31), date(2025, 12, 31)) == []
