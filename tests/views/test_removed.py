"""A measure removed from its plan stays where it was and says when and by which act; nothing is asked of it."""

from __future__ import annotations

from datetime import date

import pytest

from generator.build.recipe import assemble
from generator.model.planned import planned
from generator.model.settings import Settings
from generator.outputs.plan_json import plan_data
from generator.rules.load import load
from generator.source.disk import read_files
from generator.staff.reporting.form import make_forms
from generator.views.commitment import by_status, commitments
from generator.views.part import part_in, parts_in
from generator.views.plan_figures import at_a_glance
from project import ROOT

SOUND = read_files(ROOT / "tests/bad_input/sound/plans")
PLAN = "nizhyn/plan-2025/plan.yml"
REMOVED = "            removed: {date: 2025-10-12, act: Рішення № 45., reason: будинок продано}\n"
FILES = {**SOUND, PLAN: SOUND[PLAN].replace(b"            text: \xd0\x9e\xd0\xbf\xd0\xb8\xd1\x82\xd0\xb0\xd1\x82\xd0\xb8",
         REMOVED.encode() + b"            text: \xd0\x9e\xd0\xbf\xd0\xb8\xd1\x82\xd0\xb0\xd1\x82\xd0\xb8")}  # fmt: skip
SENTENCE = "Вилучено з плану 12 жовтня 2025 року. Акт: Рішення № 45. Причина: будинок продано."


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


@pytest.mark.parametrize(("day", "removed"), [(date(2025, 10, 11), False), (date(2026, 2, 1), True)])
def test_from_its_day_on_it_is_neither_late_nor_counted(day: date, removed: bool) -> None:
    items = [one for one in commitments(load(FILES).catalogue, day) if one.measure.id == "1-1-1"]
    state = items[0].state
    assert (state.is_removed, state.is_late, state.counts) == (removed, False, not removed)
    assert (plain(state.sentence) == SENTENCE) is removed
    assert by_status(items) == [("Вилучено з плану" if removed else "Звіту ще немає", 1)]


def test_pages_data_and_calendars_say_it() -> None:
    site = assemble(FILES, Settings(date(2026, 2, 1)))
    assert not site.failed
    pages = {page.address: plain(page.markdown) for page in site.pages}
    assert SENTENCE in pages["nizhyn/plan-2025/1-1/"]
    assert '<span aria-hidden="true">✕</span>&nbsp;вилучено з плану</span>' in pages["nizhyn/plan-2025/1-1/"]
    assert (
        "<em>Вилучено з плану 12 жовтня 2025 року, Рішення № 45, причина: будинок продано.</em>"
        in pages["nizhyn/plan-2025/"]
    )
    assert "Вилучено з плану" in pages["nizhyn/executors/uszn/"]
    calendar = next(one.content for one in site.assets if one.address == "nizhyn/calendar.ics").decode()
    assert "STATUS:CANCELLED" in calendar
    data = plan_data(
        site.catalogue.communities[0], site.catalogue.plans[0], Settings(date(2026, 2, 1)), "nizhyn/plan-2025/plan.json"
    )
    assert data["measures"][0]["removed"] == {"date": "2025-10-12", "act": "Рішення № 45.", "reason": "будинок продано"}


def test_no_form_asks_about_it() -> None:
    community = load(FILES).catalogue.communities[0]
    (whole,) = make_forms(community, community.plans[0], date(2026, 2, 1), one_file=True)
    assert [row.measure.id for row in whole.rows] == ["1-1-2"]


def test_nobody_answers_for_it_and_its_money_is_planned_no_more() -> None:
    day = date(2026, 2, 1)
    before, after = (list(commitments(load(files).catalogue, day)) for files in (SOUND, FILES))
    (uszn,) = [address for address in parts_in(before, day) if address.endswith("uszn/")]
    assert uszn not in parts_in(after, day)
    assert part_in(after, uszn, day).sentence == "Заходи, що називали цього виконавця, вилучено з плану."
    assert planned([one.measure for one in after if one.state.is_removed], "тис. грн").silent == 0
    assert "(із них вилучено з плану: 1 захід)" in at_a_glance(after[0].plan, after)[0]
