"""From a document to a plan that is sound, and reports out and back: in the page, with real files."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from generator.reading.country_files import read_plans
from generator.rules.load import load
from generator.source.problem import Severity
from staff.importer.approved import four_columns
from staff.importer.word import docx
from staff.reporting.excel_user import ExcelUser
from workplace.conftest import LONG, SOUND, dropped, handed, open_folder, view

if TYPE_CHECKING:
    from playwright.sync_api import Page

FILES = Path(__file__).parents[1] / "staff/importer/files"
UNLIKE = sorted(path.name for path in FILES.iterdir() if path.name[:2].isdigit())


def bring(page: Page, document: Path, plan: str) -> None:
    """Import a document into the community that is open."""
    open_folder(page)
    view(page, "З документа")
    again = page.get_by_role("button", name="Перенести інший документ")
    if again.is_visible():
        again.click()
    page.get_by_label("Документ (").set_input_files(document)
    page.get_by_text("Якщо щось пішло не так").click()
    page.get_by_label("Тека плану").fill(plan)
    page.get_by_role("button", name="Перенести в план").click()
    expect(page.get_by_role("button", name="Перенести інший документ")).to_be_visible(timeout=LONG)


@pytest.mark.parametrize("name", UNLIKE)
def test_a_document_becomes_a_plan_that_the_check_passes(bench: Page, name: str, tmp_path: Path) -> None:
    bring(bench, FILES / name, "brought-here")
    assert bench.locator(".wp-note").inner_text() == ""
    assert_sound(handed(bench), tmp_path)


@pytest.mark.parametrize("name", ["nizhyn", "kakhovka"])
def test_the_document_of_a_real_plan_goes_from_drop_to_a_plan_that_the_check_passes(
    bench: Page, name: str, tmp_path: Path
) -> None:
    document = tmp_path / "plan.docx"
    document.write_bytes(docx("План дій на 2025 рік", four_columns(name), "Міський голова"))
    open_folder(bench)
    view(bench, "Відкрити")
    dropped(bench, ".wp-drop", document)
    expect(bench.get_by_text("Вибрано: plan.docx")).to_be_visible(timeout=LONG)
    bench.get_by_text("Якщо щось пішло не так").click()
    bench.get_by_label("Тека плану").fill("brought-here")
    bench.get_by_role("button", name="Перенести в план").click()
    expect(bench.get_by_role("button", name="Перенести інший документ")).to_be_visible(timeout=LONG)
    assert_sound(handed(bench), tmp_path / "checked")


def assert_sound(files: dict[str, str], tmp_path: Path) -> None:
    """See that what was handed over, laid over what was open, has no errors."""
    assert "plans/nizhyn/brought-here/plan.yml" in files
    for path in SOUND.rglob("*"):
        if path.is_file():
            target = tmp_path / "plans" / path.relative_to(SOUND)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    for path, text in files.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    problems = load(read_plans(tmp_path / "plans")).problems
    assert [str(one) for one in problems if one.severity is Severity.ERROR] == []


def test_each_thing_for_an_eye_is_ticked_off_beside_the_documents_row(bench: Page) -> None:
    bring(bench, FILES / UNLIKE[0], "ticked")
    left = bench.get_by_text("Лишилося перевірити: ")
    total = bench.locator(".wp-task").count()
    expect(left).to_have_text(f"Лишилося перевірити: {total} завдання з {total}.")
    bench.get_by_role("button", name="До наступного завдання").click()
    bench.keyboard.press("Space")
    expect(left).to_have_text(f"Лишилося перевірити: {total - 1} завдання з {total}.", timeout=LONG)
    row = bench.locator("tr", has_text="проведення спільних свят").first
    expect(row.locator(".wp-made summary").first).to_be_visible()


def test_what_is_no_document_is_refused_in_words_and_the_page_lives(bench: Page, tmp_path: Path) -> None:
    open_folder(bench)
    view(bench, "З документа")
    again = bench.get_by_role("button", name="Перенести інший документ")
    if again.is_visible():
        again.click()
    hostile = tmp_path / "hostile.docx"
    with zipfile.ZipFile(hostile, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w>" + b" " * 400_000_000)
    hostile.write_bytes(hostile.read_bytes() + b"\0" * 40_000_000)
    bench.get_by_label("Документ (").set_input_files(hostile)
    bench.get_by_role("button", name="Перенести в план").click()
    expect(bench.locator(".wp-note")).not_to_be_empty(timeout=90_000)
    view(bench, "Таблиця")
    expect(bench.locator(".wp-table")).to_be_visible(timeout=LONG)


def test_forms_go_out_and_two_answers_that_disagree_come_back(bench: Page, tmp_path: Path) -> None:
    open_folder(bench)
    view(bench, "Звіт")
    bench.get_by_label("День звіту").fill("2025-09-30")
    with bench.expect_download(timeout=LONG) as download:
        bench.get_by_role("button", name="Завантажити форми (ZIP)").click()
    with zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes())) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xlsx")]
        assert len(names) >= 3
        filled = []
        for name, told in zip(
            [one for one in names if "karitas" not in one.lower() and "caritas" not in one.lower()][:2],
            ({"status": "Виконано", "completed": date(2025, 9, 20)}, {"status": "Виконується"}),
            strict=True,
        ):
            form = ExcelUser(archive.read(name))
            form.fill("1-1-1", **told)
            filled.append(tmp_path / Path(name).name)
            form.book.save(filled[-1])
    bench.get_by_label("Заповнені форми").set_input_files(filled)
    expect(bench.get_by_role("heading", name="Нове у відповідях: 2 рядки")).to_be_visible(timeout=LONG)
    expect(bench.get_by_text("каже інше").first).to_be_visible()
    for tick in bench.locator("li[data-key] input").all():
        tick.check()
    bench.get_by_label("Запитання перевірено, усе правильно").check()
    bench.get_by_role("button", name="Прийняти вибране").click()
    expect(bench.get_by_text("Прийнято 2 рядки")).to_be_visible(timeout=LONG)
    assert "2025-09-30" in handed(bench)["plans/nizhyn/plan-2025/progress.yml"]
