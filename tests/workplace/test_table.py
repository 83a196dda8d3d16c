"""A plan as a table: what is typed, what is said of it, what is handed over."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from workplace.conftest import LONG, SOUND, handed, open_folder, view

if TYPE_CHECKING:
    from playwright.sync_api import Page

PLAN = "plans/nizhyn/plan-2025/plan.yml"


def changed_lines(page: Page, path: str = PLAN) -> list[str]:
    """The lines of the handed-over file that differ from the opened one."""
    before = (SOUND.parent / path).read_text(encoding="utf-8").splitlines()
    after = handed(page)[path].splitlines()
    return [line for line in difflib.ndiff(before, after) if line[:1] in "+-"]


def field(page: Page, label: str, row: str) -> object:
    return page.get_by_label(f"{label}, {row}", exact=True)


def test_a_corrected_term_is_read_at_once_and_changes_its_line_alone(bench: Page) -> None:
    open_folder(bench)
    term = field(bench, "Строк", "захід 1.1.1")
    expect(term).to_have_value("ІV квартал 2025 року")
    term.fill("з 1 березня до 30 червня 2025")
    cell = bench.locator("tr", has=term)
    expect(cell.get_by_text("Ми розуміємо так: з 1 березня до 30 червня 2025 року.")).to_be_visible(timeout=LONG)
    term.press("Tab")
    expect(bench.get_by_role("button", name="Скасувати")).to_be_enabled(timeout=LONG)
    assert changed_lines(bench) == [
        "-             term: ІV квартал 2025 року",
        "+             term: з 1 березня до 30 червня 2025",
    ]
    assert bench.faults == []


def test_a_message_stands_at_its_field_and_goes_when_the_change_is_taken_back(bench: Page) -> None:
    open_folder(bench)
    term = field(bench, "Строк", "захід 1.1.2")
    term.fill("колись")
    term.press("Tab")
    said = "строк «колись» не вдалося зрозуміти"
    expect(bench.locator("td", has=term).locator(".wp-said")).to_contain_text(said, timeout=LONG)
    described = str(term.get_attribute("aria-describedby")).split()
    assert any(said in bench.locator(f"#{one}").inner_text() for one in described)
    expect(bench.locator(".wp-all summary")).to_contain_text("зауваження")
    bench.get_by_role("button", name="Скасувати").click()
    expect(field(bench, "Строк", "захід 1.1.2")).to_have_value("Постійно", timeout=LONG)
    expect(bench.locator(".wp-table .wp-said").get_by_text(said)).to_have_count(0)
    view(bench, "Передати")
    expect(bench.get_by_text("Змін немає: усе так, як було відкрито.")).to_be_visible()


def test_an_executor_that_the_registry_lacks_is_offered_and_entered(bench: Page) -> None:
    open_folder(bench)
    executor = bench.get_by_role("combobox", name="Виконавці").first
    executor.fill("Нова служба підтримки")
    enter = bench.get_by_role("button", name="Внести до реєстру: Нова служба підтримки")
    expect(enter).to_be_visible(timeout=LONG)
    enter.click()
    expect(enter).to_have_count(0, timeout=LONG)
    files = handed(bench)
    assert "Нова служба підтримки" in files["plans/nizhyn/community.yml"]
    assert "Нова служба підтримки" in files[PLAN]


def test_a_measure_is_moved_and_the_move_undone(bench: Page) -> None:
    open_folder(bench)
    bench.get_by_role("button", name="Ще: захід 1.1.2").click()
    bench.get_by_role("dialog").get_by_role("button", name="Перемістити").click()
    box = bench.get_by_role("dialog", name="Перемістити захід 1.1.2")
    box.get_by_label("На яке місце").select_option(label="перед: захід 1.1.1")
    expect(box.get_by_role("heading", name="Що станеться")).to_be_visible(timeout=LONG)
    box.get_by_role("button", name="Перемістити").click()
    rows = bench.locator(".wp-called")
    expect(rows).to_have_text(["ціль 1", "ціль 1.1", "захід 1.1.2", "захід 1.1.1"], timeout=LONG)
    bench.get_by_role("button", name="Скасувати").click()
    expect(rows).to_have_text(["ціль 1", "ціль 1.1", "захід 1.1.1", "захід 1.1.2"], timeout=LONG)


def test_a_measure_is_added_and_its_first_field_has_focus(bench: Page) -> None:
    open_folder(bench)
    bench.get_by_role("button", name="Ще: ціль 1.1").click()
    bench.get_by_role("dialog").get_by_role("button", name="Додати захід").click()
    expect(bench.locator(".wp-called")).to_have_count(5, timeout=LONG)
    expect(bench.locator("tr.wp-measure").nth(2).locator(":focus")).to_have_count(1)


def test_the_preview_is_the_real_page(bench: Page) -> None:
    open_folder(bench)
    view(bench, "Перегляд")
    frame = bench.frame_locator("iframe")
    expect(frame.get_by_role("heading", level=1, name="План дій")).to_be_visible(timeout=LONG)
    expect(frame.get_by_text("Опитати мешканців").first).to_be_visible()


def test_a_text_of_html_is_shown_as_text(bench: Page) -> None:
    open_folder(bench)
    text = field(bench, "Текст заходу", "захід 1.1.1")
    text.fill('<img src=x onerror="window.caught=1"> =1+1')
    text.press("Tab")
    expect(bench.get_by_role("button", name="Скасувати")).to_be_enabled(timeout=LONG)
    view(bench, "Перегляд")
    expect(bench.frame_locator("iframe").get_by_text("<img src=x").first).to_be_visible(timeout=LONG)
    view(bench, "Передати")
    assert bench.evaluate("window.caught") is None


KEPT = """words => new Promise(done => {
  const asked = indexedDB.open("workplace", 1);
  asked.onsuccess = () => {
    const all = asked.result.transaction("desk").objectStore("desk").getAll();
    all.onsuccess = () => { asked.result.close(); done(JSON.stringify(all.result).includes(words)); };
  };
})"""


def kept(page: Page, words: str) -> bool:
    return bool(page.evaluate(KEPT, words))


def test_what_was_done_is_there_after_a_reload_until_it_is_forgotten(bench: Page) -> None:
    open_folder(bench)
    title = field(bench, "Коротка назва від нас", "захід 1.1.1")
    title.fill("Опитування")
    title.press("Tab")
    assert any(kept(bench, "Опитування") or bench.wait_for_timeout(500) for _ in range(80))
    bench.on("dialog", lambda dialog: dialog.accept())
    bench.reload()
    bench.get_by_role("button", name="Почати").click()
    bench.get_by_role("button", name="Продовжити").click(timeout=LONG)
    expect(field(bench, "Коротка назва від нас", "захід 1.1.1")).to_have_value("Опитування", timeout=LONG)
    bench.get_by_role("button", name="Забути все").click()
    bench.get_by_role("button", name="Так").click()
    bench.get_by_role("button", name="Почати").click(timeout=LONG)
    bench.get_by_role("navigation", name="Робоче місце").wait_for(timeout=LONG)
    expect(bench.get_by_role("button", name="Продовжити")).to_have_count(0)
