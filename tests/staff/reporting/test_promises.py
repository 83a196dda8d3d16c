"""`plans promises`: marks are written where a person says so, and no other byte of progress.yml changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.commands.outcome import Outcome
from generator.commands.promises import promises
from generator.model.promise import mark_of
from generator.source.disk import read_files, write_files
from generator.source.usage_error import UsageError
from project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SOUND = read_files(ROOT / "tests/bad_input/sound/plans")
ASK, PUBLISH = mark_of("Опитати мешканців"), mark_of("Оприлюднити результати")
OTHER = "Опитати громаду [0123abcd]"
ENTRIES = f"""# звіти
entries:   # тут
  - measure: 1.1.1  # перший
    date: 2025-06-30
    status: in-progress
    comment: "Є [деталі], \\u2013 ось"
  - {{measure: "1.1.2", date: 2025-06-30, status: in-progress}}
  - date: 2025-09-30
    measure: 1-1-1
    promise: "{OTHER}"
    status: in-progress
"""
MARKED = ENTRIES.replace("  - measure: 1.1.1", f'  - promise: "{ASK}"\n    measure: 1.1.1').replace(
    '{measure: "1.1.2",', f'{{measure: "1.1.2", promise: "{PUBLISH}",'
)


class Office:
    def __init__(self, folder: Path, entries: str) -> None:
        self.plans = folder / "plans"
        self.file = self.plans / "nizhyn/plan-2025/progress.yml"
        write_files(self.plans, [*SOUND.items(), ("nizhyn/plan-2025/progress.yml", entries.encode())])
        self.said: list[str] = []

    def run(self, *confirmed: str, plan: str = "", mark: bool = False) -> Outcome:
        return promises(self.plans, plan, confirmed, self.said.append, mark=mark)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_old_reports_are_marked_and_the_rest_stays(tmp_path: Path, end: str) -> None:
    office = Office(tmp_path, ENTRIES.replace("\n", end))
    assert office.run(mark=True) is Outcome.FINE
    assert office.file.read_bytes() == MARKED.replace("\n", end).encode()
    assert office.said == [
        f"1.1.1: стало «{ASK}»",
        f"1.1.2: стало «{PUBLISH}»",
        f"Записано: {office.plans.as_posix()}/nizhyn/plan-2025/progress.yml, 2 позначки.",
    ]


def test_corrected_words_are_confirmed_for_one_measure(tmp_path: Path) -> None:
    office = Office(tmp_path, ENTRIES)
    assert office.run("1.1.1", plan="nizhyn/plan-2025") is Outcome.FINE
    text = office.file.read_text()
    assert text.count(ASK) == 2
    assert OTHER not in text
    assert PUBLISH not in text
    assert f"1.1.1: було «{OTHER}», стало «{ASK}»" in office.said


def test_without_an_option_nothing_is_written(tmp_path: Path) -> None:
    office = Office(tmp_path, ENTRIES)
    assert office.run() is Outcome.PROBLEMS
    assert office.file.read_text() == ENTRIES
    assert office.said == [
        "1.1.1, звіт від 30.09.2025: дано про «Опитати громаду», а тепер тут «Опитати мешканців»",
        "nizhyn/plan-2025: зі своєю позначкою – 0 звітів, без позначки – 2, з чужою – 1.",
    ]
    office = Office(tmp_path / "sound", MARKED.replace(OTHER, ASK))
    assert office.run("1.1.1", mark=True) is Outcome.FINE
    assert office.said == ["nizhyn/plan-2025: зі своєю позначкою – 3 звіти, без позначки – 0, з чужою – 0."]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("flow", [False, True])
def test_what_took_a_measure_is_marked_as_well(tmp_path: Path, end: str, flow: bool) -> None:
    entry = "  - measure: 1.1.1\n    date: 2025-06-30\n    status: merged\n    into: 1.1.2\n"
    marked = entry.replace("  - ", f'  - promise: "{ASK}"\n    ').replace(
        "    into", f'    into_promise: "{PUBLISH}"\n    into'
    )
    if flow:
        entry = "  - {into: 1.1.2, measure: 1.1.1, date: 2025-06-30, status: merged}\n"
        marked = f'  - {{into: 1.1.2, into_promise: "{PUBLISH}", measure: 1.1.1, promise: "{ASK}", date: 2025-06-30, status: merged}}\n'
    office = Office(tmp_path, f"entries:\n{entry}".replace("\n", end))
    assert office.run(mark=True) is Outcome.FINE, office.said
    assert office.file.read_bytes() == f"entries:\n{marked}".replace("\n", end).encode()
    assert office.said[:2] == [f"1.1.1: стало «{ASK}»", f"1.1.2: стало «{PUBLISH}»"]
    assert office.run() is Outcome.FINE


def test_confirmed_words_are_confirmed_where_they_took_another_measure(tmp_path: Path) -> None:
    entry = (
        f"entries:\n  - {{measure: 1.1.1, date: 2025-06-30, status: merged, into: 1.1.2, into_promise: '{OTHER}'}}\n"
    )
    office = Office(tmp_path, entry)
    assert office.run() is Outcome.PROBLEMS
    assert office.said == [
        "1.1.1, звіт від 30.06.2025: об’єднано з «Опитати громаду», а тепер тут «Оприлюднити результати»",
        "nizhyn/plan-2025: зі своєю позначкою – 0 звітів, без позначки – 0, з чужою – 1.",
    ]
    assert office.run("1.1.2") is Outcome.FINE
    assert office.file.read_text() == entry.replace(f"'{OTHER}'", f'"{PUBLISH}"')


def test_what_is_not_there_is_a_wrong_use(tmp_path: Path) -> None:
    office = Office(tmp_path, ENTRIES)
    with pytest.raises(UsageError, match=r"заходу «9\.9» у плані немає"):
        office.run("9.9")
    with pytest.raises(UsageError, match="плану «nizhyn/plan-2052» немає; можливо, «nizhyn/plan-2025»"):
        office.run(plan="nizhyn/plan-2052")
    office = Office(tmp_path / "none", "entries: []\n")
    with pytest.raises(UsageError, match="назвіть план; звіти мають: жоден"):
        office.run()
