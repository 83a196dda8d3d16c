"""Reports and what was removed from a plan: a promise does not vanish into one that is no more."""

from __future__ import annotations

from generator.rules.load import load
from generator.source.disk import read_files
from project import ROOT

SOUND = read_files(ROOT / "tests/bad_input/sound/plans")
PLAN, PROGRESS = "nizhyn/plan-2025/plan.yml", "nizhyn/plan-2025/progress.yml"
REMOVED = "            removed: {date: 2025-10-12, act: Рішення № 45., reason: будинок продано}\n"
TEXT = "            text: Опитати"


def told(entries: str, *, removed: bool = True) -> list[str]:
    plan = SOUND[PLAN].decode()
    assert TEXT in plan
    gone = plan.replace(TEXT, REMOVED + TEXT) if removed else plan
    files = {**SOUND, PLAN: gone.encode(), PROGRESS: f"entries:\n{entries}".encode()}
    return [problem.message for problem in load(files).problems]


MERGED = "  - {measure: 1.1.2, date: 2025-09-30, status: merged, into: 1.1.1, comment: Разом.}\n"


def test_a_measure_merged_into_one_that_was_removed_is_asked_about() -> None:
    question = (
        "захід об’єднано із заходом 1.1.1, а той вилучено з плану 12 жовтня 2025 року; "
        "дізнайтеся, чи цей захід ще виконують, і допишіть звіт"
    )
    assert told(MERGED) == [question]
    assert told(MERGED, removed=False) == []
    assert told(MERGED + "  - {measure: 1.1.2, date: 2025-12-30, status: in-progress}\n") == []


def test_a_report_of_a_later_day_than_the_removal_is_asked_about() -> None:
    late = "  - {measure: 1.1.1, date: 2025-10-13, status: in-progress}\n"
    assert told(late) == [
        "звіт датовано 13 жовтня 2025 року, а захід вилучено з плану 12 жовтня 2025 року; перевірте обидві дати"
    ]
    assert told(late.replace("10-13", "10-12")) == []
