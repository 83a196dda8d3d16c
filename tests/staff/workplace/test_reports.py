"""Forms out and back: differences, conflicts between executors, questions, and row by row into progress.yml."""

from __future__ import annotations

import zipfile
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from staff.reporting.conftest import COMMUNITY, PLAN, PLAN_YML
from staff.reporting.excel_user import ExcelUser
from staff.workplace.asking import TODAY, Asked

moment = partial(datetime, tzinfo=None)  # Excel knows no time zones
PROGRESS = f"plans/{PLAN}/progress.yml"


@pytest.fixture
def asked() -> Asked:
    found = Asked()
    files = {"plans/testove/community.yml": COMMUNITY, f"plans/{PLAN}/plan.yml": PLAN_YML}
    found.done("open", files=files, today=TODAY)
    return found


def forms(asked: Asked, folder: Path) -> dict[str, Path]:
    """Ask for the forms and unpack them: the path of each by its executor."""
    told = asked.done("forms", day="2025-10-31", kinds=["xlsx"])
    with zipfile.ZipFile(told["file"]) as archive:
        assert archive.namelist() == told["names"]
        archive.extractall(folder)
    return {name.rpartition("-10-31-")[2].removesuffix(".xlsx"): folder / name for name in told["names"]}


def test_a_form_for_each_executor_in_word_and_excel(asked: Asked) -> None:
    told = asked.done("forms", day="2025-10-31")
    ends = ("bez-vykonavtsia", "tsentr", "uszn")
    assert told["names"] == [
        f"zvit-testove-plan-2025-2025-10-31-{one}.{kind}" for one in ends for kind in ("docx", "xlsx")
    ]
    assert "є: tsentr, uszn" in asked.refused("forms", day="2025-10-31", executor="nema")
    assert asked.refused("forms", day="31.10") == "«31.10» не є датою; дату пишуть так: 2025-12-31."


def test_two_executors_who_disagree_are_told_of_and_taken_row_by_row(asked: Asked, tmp_path: Path) -> None:
    found = forms(asked, tmp_path)
    uszn, tsentr = ExcelUser(found["uszn"]), ExcelUser(found["tsentr"])
    uszn.fill("1-1-1", status="Виконано", completed=moment(2025, 7, 1))
    uszn.fill("1-1-2", status="Виконується")
    tsentr.fill("1-1-1", status="Не розпочато")
    files = [str(uszn.save(tmp_path / "1.xlsx")), str(tsentr.save(tmp_path / "2.xlsx"))]
    told = asked.done("returned", files=files)
    assert told["problems"] == []
    rows = {(one["executor"], one["called"]): one for one in told["rows"]}
    first = rows["УСЗН", "захід 1.1.1"]
    assert first["said"] == "1.1.1, УСЗН: було «звіту немає», стане «Виконано» 01.07.2025"
    assert first["conflicts"] == ["Центр каже інше: «Не розпочато» (2.xlsx)"]
    assert rows["Центр", "захід 1.1.1"]["conflicts"] == ["УСЗН каже інше: «Виконано» (1.xlsx)"]
    assert rows["УСЗН", "захід 1.1.2"]["conflicts"] == []
    asked.done("accept", rows=[first["key"]])
    text = asked.text(PROGRESS)
    assert text.count("- measure:") == 1
    asked.done("accept", rows=[rows["УСЗН", "захід 1.1.2"]["key"]])
    assert asked.text(PROGRESS).startswith(text)
    assert asked.text(PROGRESS).count("- measure:") == 2
    assert [one["whole"] for one in asked.done("check", all=True)["problems"] if one["severity"] == "error"] == []
    assert "немає серед прочитаних" in asked.refused("accept", rows=[first["key"]])
    told = asked.done("returned", files=files)
    assert [(one["executor"], one["conflicts"]) for one in told["rows"]] == [
        ("Центр", ["УСЗН каже інше: «Виконано» (звіт від 31.10.2025)"])
    ]
    asked.done("undo")
    assert asked.text(PROGRESS) == text


def test_one_executor_who_answers_twice_is_asked_which(asked: Asked, tmp_path: Path) -> None:
    found = forms(asked, tmp_path)
    for name, status in (("1.xlsx", "Виконується"), ("2.xlsx", "Призупинено")):
        form = ExcelUser(found["uszn"])
        form.fill("1-1-2", status=status, comment="так")
        form.save(tmp_path / name)
    told = asked.done("returned", files=[str(tmp_path / "1.xlsx"), str(tmp_path / "2.xlsx")])
    assert [len(one["conflicts"]) for one in told["rows"]] == [1, 1]
    why = asked.refused("accept", rows=[one["key"] for one in told["rows"]])
    assert (
        why
        == "Про захід 1.1.2 той самий виконавець за той самий день відповів двічі (1.xlsx і 2.xlsx); лишіть один рядок."
    )


def test_what_can_hardly_be_true_is_asked_first(asked: Asked, tmp_path: Path) -> None:
    form = ExcelUser(forms(asked, tmp_path)["uszn"])
    form.fill("1-1-1", status="Виконано", completed=moment(2025, 7, 1), spent=1_600_000)
    told = asked.done("returned", files=[str(form.save(tmp_path / "1.xlsx"))])
    assert len(told["rows"][0]["questions"]) == 1
    keys = [told["rows"][0]["key"]]
    assert asked.refused("accept", rows=keys).startswith("Спершу перевірте: аркуш «Звіт», рядок")
    asked.done("accept", rows=keys, sure=True)


def test_files_that_are_no_forms_are_told_by_name(asked: Asked, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "b.xlsx").write_bytes(b"=cmd|calc")
    told = asked.done("returned", files=[str(tmp_path / "a.xlsx"), str(tmp_path / "b.xlsx")])
    assert told["rows"] == []
    assert [one.partition(":")[0] for one in told["problems"]] == ["a.xlsx", "b.xlsx"]
