"""A table that our site gives out is told as ours when somebody imports it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from generator.model.settings import Settings
from generator.staff.importer import ImportProblem, draft, read_document
from outputs.sample import AS_OF, FILES, SITE_URL, Site, catalogue_of

if TYPE_CHECKING:
    from pathlib import Path

PLAN = "zelenivka/plan-2025"
SAID = (
    f"Це таблиця, яку зробив сайт із плану «{PLAN}», а не документ громади. План уже записано: змінюйте plan.yml "
    f"у plans/{PLAN}/. Звіти виконавців приймає plans progress, а форми для них робить plans report. "
    "Щоб перенести план на інший сайт, скопіюйте всю його теку."
)


@pytest.fixture(scope="module")
def assets() -> dict[str, bytes]:
    return Site(Settings(AS_OF, site_url=SITE_URL), catalogue_of(FILES)).assets


def told(file: Path) -> str:
    with pytest.raises(ImportProblem) as problem:
        read_document(file)
    return str(problem.value)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_our_own_table_is_no_document(assets: dict[str, bytes], kind: str, tmp_path: Path) -> None:
    file = tmp_path / f"таблиця.{kind}"
    file.write_bytes(assets[f"{PLAN}/plan.{kind}"])
    assert told(file) == SAID


def test_a_copy_with_another_sheet_first_is_known_too(assets: dict[str, bytes], tmp_path: Path) -> None:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(assets[f"{PLAN}/plan.xlsx"])
    book = openpyxl.load_workbook(file)
    book.move_sheet("Про таблицю", -1)
    book["Заходи"].delete_cols(1)
    book.save(file)
    assert told(file) == SAID


def test_a_foreign_csv_is_told_as_before(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("№;Захід;Строк\n1.1;Копати;2026\n", encoding="utf-8")
    assert told(file).startswith("Файли .csv не читаємо («a.csv»).")


def test_a_plan_with_a_column_of_codes_is_a_plan(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["План (код)", "Захід", "Строк", "Виконавці"])
    book.active.append(["А-1", "Копати криницю", "2026 рік", "КП «Оселя»"])
    book.save(tmp_path / "plan.xlsx")
    assert [measure.text for measure in draft(read_document(tmp_path / "plan.xlsx")).measures] == ["Копати криницю"]
