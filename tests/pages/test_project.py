"""A plan under public discussion: said on its pages, counted nowhere among promises."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from generator.build.recipe import assemble
from generator.model.settings import Settings
from generator.source.disk import read_files

SOUND = read_files(Path(__file__).parents[1] / "bad_input" / "sound" / "plans")
PLAN = "nizhyn/plan-2025/plan.yml"
PROJECT = "project: {start: 2025-02-01, end: 2025-02-28, remarks_to: відділ економіки}\n"
BAND = "Проєкт. Громадське обговорення з 1 лютого 2025 року до 28 лютого 2025 року. Зауваження: відділ економіки."
OVER = "Проєкт. Громадське обговорення закінчилося 28 лютого 2025 року. Чи затверджено план, тут ще не вказано."


def made(day, said=PROJECT):
    site = assemble({**SOUND, PLAN: said.encode() + SOUND[PLAN]}, Settings(day))
    assert not site.failed, site.problems
    pages = {page.address: page.markdown.replace("\N{NO-BREAK SPACE}", " ") for page in site.pages}
    return pages, {one.address: one.content for one in site.assets}


@pytest.mark.parametrize(("day", "words"), [(date(2025, 2, 28), BAND), (date(2025, 3, 1), OVER)])
def test_the_band_stands_where_the_plan_does(day, words):
    pages, _ = made(day)
    plan = "nizhyn/plan-2025/"
    for address in ("nizhyn/", "nizhyn/embed/", plan, f"{plan}embed/", f"{plan}1-1/", f"{plan}1-1/embed/"):
        assert pages[address].count(words) == 1, address
    assert "(проєкт)" in pages["communities/"]


def test_nothing_of_it_is_promised_late_or_due():
    late, other = made(date(2026, 6, 1)), made(date(2026, 6, 1), "")
    assert "Строк минув" in other[0]["nizhyn/"]
    for address in ("", "nizhyn/", "terms/", "nizhyn/terms/", "nizhyn/executors/uszn/"):
        assert "Строк минув" not in late[0][address], address
    assert '<span class="count">проєкт</span>' in late[0][""]
    assert b"BEGIN:VEVENT" in other[1]["nizhyn/calendar.ics"]
    assert b"BEGIN:VEVENT" not in late[1]["nizhyn/calendar.ics"]
    data = json.loads(late[1]["nizhyn/plan-2025/plan.json"])
    assert data["project"]["end"] == "2025-02-28"
    assert {measure["state"]["words"] for measure in data["measures"]} == {"Проєкт"}
