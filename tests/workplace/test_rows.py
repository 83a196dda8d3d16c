"""Rows of the table: topics, what is taken out and why, what is dropped in, what would be lost by leaving."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from staff.reporting.excel_user import ExcelUser
from workplace.conftest import LONG, SOUND, dropped, handed, open_folder, view
from workplace.test_documents import FILES, UNLIKE
from workplace.test_table import PLAN, changed_lines, field

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_a_topic_is_ticked_and_changes_lines_of_its_own_alone(bench: Page) -> None:
    open_folder(bench)
    row = bench.locator("tr", has=field(bench, "Строк", "захід 1.1.1"))
    row.locator(".wp-choices summary").click()
    box = row.locator(".wp-choices input").first
    box.check()
    expect(bench.get_by_role("button", name="Скасувати")).to_be_enabled(timeout=LONG)
    lines = changed_lines(bench)
    assert [line[:1] for line in lines] == ["+"] * len(lines)
    assert "topics" in lines[0]


def test_what_was_published_is_taken_out_with_a_reason(bench: Page) -> None:
    open_folder(bench)
    bench.get_by_role("button", name="Ще: захід 1.1.2").click()
    bench.get_by_role("dialog").get_by_role("button", name="Прибрати", exact=True).click()
    box = bench.get_by_role("dialog", name="Прибрати захід 1.1.2?")
    expect(box.get_by_role("heading", name="Що станеться")).to_be_visible(timeout=LONG)
    box.get_by_label("Чому прибирають").fill("Рядок з’явився помилково")
    box.get_by_role("button", name="Прибрати").click()
    expect(bench.locator(".wp-called")).to_have_text(["ціль 1", "ціль 1.1", "захід 1.1.1"], timeout=LONG)
    assert all(line.startswith("-") for line in changed_lines(bench))


def test_leaving_warns_until_what_was_done_is_handed_over(bench: Page) -> None:
    open_folder(bench)
    leaves = (
        "() => { const event = new Event('beforeunload', { cancelable: true }); return window.dispatchEvent(event); }"
    )
    assert bench.evaluate(leaves)
    title = field(bench, "Коротка назва від нас", "захід 1.1.1")
    title.fill("Перед виходом")
    title.press("Tab")
    expect(bench.get_by_role("button", name="Скасувати")).to_be_enabled(timeout=LONG)
    assert not bench.evaluate(leaves)
    handed(bench)
    assert bench.evaluate(leaves)


def test_a_document_dropped_from_the_desktop_is_taken_to_the_import(bench: Page) -> None:
    open_folder(bench)
    view(bench, "Відкрити")
    dropped(bench, ".wp-drop", FILES / UNLIKE[0])
    expect(bench.get_by_role("heading", name="З документа", level=2)).to_be_visible(timeout=LONG)
    expect(bench.get_by_text(f"Вибрано: {UNLIKE[0]}")).to_be_visible()


def test_a_plan_without_its_folder_is_refused_in_words_and_nothing_is_lost(bench: Page) -> None:
    open_folder(bench)
    view(bench, "Відкрити")
    dropped(bench, ".wp-drop", SOUND.parent / PLAN)
    expect(bench.locator(".wp-note")).to_contain_text("Тут немає файлів планів. Виберіть теку plans/", timeout=LONG)
    view(bench, "Таблиця")
    expect(field(bench, "Строк", "захід 1.1.1")).to_have_value("ІV квартал 2025 року")


def test_formulas_are_text_in_the_table_and_in_the_forms(bench: Page, tmp_path: Path) -> None:
    open_folder(bench)
    text = field(bench, "Текст заходу", "захід 1.1.1")
    text.fill('=HYPERLINK("http://зле.example","тисни")')
    text.press("Tab")
    expect(bench.get_by_role("button", name="Скасувати")).to_be_enabled(timeout=LONG)
    view(bench, "Звіт")
    bench.get_by_label("День звіту").fill("2025-09-30")
    with bench.expect_download(timeout=LONG) as download:
        bench.get_by_role("button", name="Завантажити форми (ZIP)").click()
    with zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes())) as archive:
        forms = [ExcelUser(archive.read(name)) for name in archive.namelist() if name.endswith(".xlsx")]
    cells = [cell for form in forms for row in form.sheet.iter_rows() for cell in row if "HYPERLINK" in str(cell.value)]
    assert cells
    assert {cell.data_type for cell in cells} == {"s"}
