"""Reports of a measure stand in one order wherever they are shown."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from generator.build.recipe import assemble
from generator.model.settings import Settings
from generator.outputs.plan_csv import DELIMITER
from generator.source.disk import read_files

SOUND = read_files(Path(__file__).parents[1] / "bad_input" / "sound" / "plans")
PROGRESS = """
entries:
  - {measure: 1.1.1, date: 2025-05-31, status: in-progress, comment: Друга}
  - {measure: 1.1.1, date: 2025-03-31, status: not-started, comment: Перша}
  - {measure: 1.1.1, date: 2025-06-30, status: suspended, comment: Третя}
"""


@pytest.mark.parametrize("page", ["nizhyn/plan-2025/1-1/", "nizhyn/plan-2025/report/"])
def test_the_newest_report_stands_first(page: str) -> None:
    files = {**SOUND, "nizhyn/plan-2025/progress.yml": PROGRESS.encode()}
    site = assemble(files, Settings(date(2025, 10, 31)))
    assert not site.failed, site.problems
    text = next(made.markdown for made in site.pages if made.address == page)
    assert sorted(("Перша", "Друга", "Третя"), key=text.index) == ["Третя", "Друга", "Перша"]


def test_no_unit_of_money_is_guessed() -> None:
    plan = SOUND["nizhyn/plan-2025/plan.yml"].decode().replace("money_unit: тис. грн.\n", "")
    plan = plan.replace('goal: "1", total: "10,0"', 'total: "10,0", by_year: {2025: "10,0"}')
    progress = PROGRESS.replace("comment: Третя", "spent: '7,5'")
    files = {**SOUND, "nizhyn/plan-2025/plan.yml": plan.encode(), "nizhyn/plan-2025/progress.yml": progress.encode()}
    made = {page.address: page.markdown for page in assemble(files, Settings(date(2025, 10, 31))).pages}
    for address in ("nizhyn/plan-2025/1-1/", "nizhyn/plan-2025/report/"):
        assert "тис. грн" not in made[address]
        assert "<p>Витрачено: 7,5</p>" in made[address]
    assert "за роками</caption>" in made["nizhyn/"]
    assert '<th scope="col">Сума</th>' in made["nizhyn/"]


def test_a_report_of_a_later_day_stands_nowhere_on_the_site() -> None:
    late = "  - {measure: 1.1.1, date: 2035-09-01, status: done, completed: 2035-09-01, spent: '7,5', comment: Пізніше}"
    files = {**SOUND, "nizhyn/plan-2025/progress.yml": (PROGRESS + late + "\n").encode()}
    site = assemble(files, Settings(date(2026, 1, 31)))
    made = {page.address: page.markdown for page in site.pages}
    made |= {asset.address: asset.content.decode(errors="ignore") for asset in site.assets}
    assert [address for address, text in made.items() if "Пізніше" in text or "2035-09-01" in text] == []
    lines = made["nizhyn/plan-2025/plan.csv"].removeprefix("\ufeff").splitlines()
    (row,) = [row for row in csv.DictReader(lines, delimiter=DELIMITER) if row["id"] == "'1-1-1"]
    assert [row[name] for name in ("status", "state", "reported", "completed", "spent")] == [
        "suspended", "overdue", "2025-06-30", "", "",
    ]  # fmt: skip
    assert "Скільки витрачено, невідомо" in made["nizhyn/plan-2025/report/"]
