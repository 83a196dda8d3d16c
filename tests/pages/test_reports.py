"""Reports of a measure stand in one order wherever they are shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.assemble import assemble
from generator.disk import read_files
from generator.settings import Settings

SOUND = read_files(Path(__file__).parents[1] / "bad_input" / "sound" / "plans")
PROGRESS = """
entries:
  - {measure: 1.1.1, date: 2025-06-30, status: in-progress, comment: Друга}
  - {measure: 1.1.1, date: 2025-03-31, status: not-started, comment: Перша}
  - {measure: 1.1.1, date: 2025-06-30, status: suspended, comment: Третя}
"""


@pytest.mark.parametrize("page", ["nizhyn/plan-2025/1-1/", "nizhyn/plan-2025/report/"])
def test_the_newest_report_stands_first_and_of_one_days_reports_the_last_one(page: str) -> None:
    files = {**SOUND, "nizhyn/plan-2025/progress.yml": PROGRESS.encode()}
    site = assemble(files, Settings(date(2025, 10, 31)))
    assert not site.failed, site.problems
    text = next(made.markdown for made in site.pages if made.address == page)
    assert sorted(("Перша", "Друга", "Третя"), key=text.index) == ["Третя", "Друга", "Перша"]
