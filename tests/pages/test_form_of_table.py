"""A plan that follows a known form shows its columns in the form's order, and under its headings where it gives none."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.model.settings import Settings
from generator.pages.all_pages import community_pages
from generator.pages.site_context import SiteContext
from generator.rules.load import load

COMMUNITY = "name: Брідська громада\nshort_name: Брід\noblast: Полтавська область\nexecutors: [{id: v, name: Відділ}]\n"
PLAN = """\
title: План дій
name: План
period: {start: 2026-01-01, end: 2027-12-31}
%s
goals:
  - number: "1"
    kind: Ціль
    title: Більше лавок
    measures: [{number: "1.1", text: Лагодити, term: Постійно, executors: [Відділ], indicators: [Дві]}]
"""


def plan_page(fields: str) -> str:
    loaded = load({"brid/community.yml": COMMUNITY.encode(), "brid/plan/plan.yml": (PLAN % fields).encode()})
    site = SiteContext(Settings(date(2026, 11, 22)), loaded.catalogue)
    (community,) = loaded.catalogue.communities
    return next(
        page.markdown for page in community_pages(site.of(community), community) if page.address == "brid/plan/"
    )


def heads(page: str) -> list[str]:
    return [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<th scope=\"col\"[^>]*>(.*?)</th>", page)]


FORM = [
    "Найменування заходу",
    "Відповідальні за виконання",
    "Строк виконання",
    "Очікувані результати виконання (індикатори)",
]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("form: displaced", FORM),
        ("form: displaced\ncolumns: {measure: Захід}", ["Захід", *FORM[1:]]),
        ("columns: {indicators: Показник}", ["Завдання і заходи", "Строк", "Виконавці", "Показник"]),
    ],
)
def test_headings_and_order(fields: str, found: list[str]) -> None:
    assert heads(plan_page(fields)) == found


def test_it_is_said_how_sure_the_form_is() -> None:
    assert "так форму застосовують ради, перевірено 28.11.2026." in plan_page("form: displaced")
    assert "за відомою таблицею: зразок «Показники моніторингу" in plan_page("form: strategy-monitoring").replace(
        "\u00a0", " "
    )
    assert "відомою" not in plan_page("")
