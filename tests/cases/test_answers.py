"""Answers in a form that can hardly be meant so: asked about in the right words before anything is written."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from staff.scaffold.running import run_plans

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

PLAN = "kalynovyi-brid/plan-2026"
FORM = "f/zvit-kalynovyi-brid-plan-2026-2026-10-31-{}.xlsx"
STATUS, DONE_ON, SPENT, COMMENT = "Статус", "Фактична дата", "Фактичний обсяг", "Коментарі"
OSELIA, SCHOOLS = "kp-oselia", "viddil-osvity"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("brid")
    shutil.copytree(Path(__file__).with_name("base"), folder / "plans/kalynovyi-brid")
    done = run_plans("report", PLAN, "--as-of", "2026-10-31", "--out", "f", "--format", "xlsx", cwd=folder)
    assert done.returncode == 0, done.stdout
    return folder


def fill(sheet: Worksheet, code: str, answers: dict[str, object]) -> int:
    """Fill the row of a measure by the first words of its headings; return its number."""
    head = next(row for row in sheet.iter_rows() if any(cell.value == "Код заходу" for cell in row))
    codes = next(cell.column for cell in head if cell.value == "Код заходу")
    row = next(row[0].row for row in sheet.iter_rows() if str(row[codes - 1].value).endswith(f"#{code}"))
    for heading, value in answers.items():
        column = next(cell.column for cell in head if str(cell.value).startswith(heading))
        sheet.cell(row, column).value = value  # type: ignore[assignment] - what a person types
    return row


ANSWERS = [
    (OSELIA, "1-2", {STATUS: "Виконано", DONE_ON: dt.datetime.fromisoformat("2026-06-15"), SPENT: 79300}, "79 300,0 тис. грн – у 933 рази більше за план (85,0 тис. грн); чи не гривні замість тисяч (79,3 тис. грн)?"),
    (OSELIA, "1-2", {STATUS: "Виконано", DONE_ON: dt.datetime.fromisoformat("2019-06-15")}, "виконано 15 червня 2019 року, а план почався 1 січня 2026 року; перевірте рік"),
    (OSELIA, "1-2", {STATUS: "Скасовано"}, "«Скасовано» без пояснення; напишіть у коментарі, чому"),
    (OSELIA, "1-2", {STATUS: "Призупинено"}, "«Призупинено» без пояснення; напишіть у коментарі, чому"),
    (OSELIA, "1-2", {STATUS: "не виконано"}, "«не виконано»: це «Не розпочато» чи «Виконується»? Виберіть зі списку"),
    (OSELIA, "1-2", {STATUS: "Виконано частково"}, "«Виконано частково» ми розуміємо як «Виконується»; чи так?"),
    (OSELIA, "1-2", {STATUS: "в роботі"}, "«в роботі» ми розуміємо як «Виконується»; чи так?"),
    (OSELIA, "1-2", {STATUS: "100 %"}, "«100 %»: якщо це «Виконано», виберіть його зі списку і впишіть фактичну дату виконання"),
    (OSELIA, "1-2", {STATUS: "+"}, "«+»: не видно, що це означає; якщо захід виконано, виберіть «Виконано» і впишіть фактичну дату, якщо роботу ведуть – «Виконується»"),
    (SCHOOLS, "2-1", {"Перелік": "2.1. Відкрити гурток шахів у клубі (ВИКОНАНО 3 вересня)"}, "слова плану змінено («2.1. Відкрити гурток шахів у клубі (ВИКОНАНО 3 вересня)»)"),
    (SCHOOLS, "2-1", {"Планова дата": "перенесено на 2027 рік", STATUS: "Виконується"}, "слова плану змінено («перенесено на 2027 рік»)"),
    (OSELIA, "1-2", {STATUS: "Виконується", COMMENT: "Допомогу отримала Левчук Оксана Петрівна."}, "у коментарі повне ім’я («Левчук Оксана Петрівна»), а його прочитають усі; приберіть або назвіть посаду"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "code", "answers", "asked"), ANSWERS, ids=[words[:40] for *_, words in ANSWERS])
def test_it_is_asked_about_and_nothing_is_written(
    project: Path, tmp_path: Path, body: str, code: str, answers: dict[str, object], asked: str
) -> None:
    book = load_workbook(project / FORM.format(body))
    row = fill(book.worksheets[0], code, answers)
    book.save(tmp_path / "answer.xlsx")
    done = run_plans("progress", str(tmp_path / "answer.xlsx"), cwd=project)
    assert done.returncode == 1
    told = done.stdout.replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert re.search(rf"аркуш «Звіт», рядок {row}, стовпець «[^»]+»: ", told[0]), told
    assert asked in told[0]
    assert told[-1].startswith("Нічого не записано")
    assert not (project / f"plans/{PLAN}/progress.yml").exists()
