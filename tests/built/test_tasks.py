"""Thirteen tasks of a resident of a community without contact data, walked on a phone from the home page.

Each ends in at most three taps; what is tapped, and the answer, stand within two screens of where the page opens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from theme.conftest import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser
WIDTH, SCREEN, SCREENS, TAPS = 390, 844, 2, 3


@dataclass(frozen=True)
class Task:
    """A question, what is typed first, the links or buttons tapped after it, by their words, and the answer."""

    question: str
    typed: str
    taps: tuple[str, ...]
    answer: str


FIRST = r"#search-results a"
TASKS = (
    Task("Чи є в Ніжині щось для дитини з інвалідністю?", "дитина з інвалідністю Ніжин", (FIRST,), r"інвалідн"),
    Task("Хто відповідає за соціальне таксі?", "соціальне таксі Ніжин", (FIRST,), r"Територіальний центр"),
    Task("Що зроблено за планом?", "", (r"^Ніжин",), r"Звітів про виконання ще немає"),
    Task("До коли мають відремонтувати денний центр?", "ремонт денного догляду Ніжин", (FIRST,), r"строк\sминув 31\sгрудня"),
    Task("Куди поскаржитися?", "поскаржитися", (r"Запитати раду",), r"поскаржитися"),
    Task("Телефон територіального центру", "територіальний центр Ніжин", (FIRST,), r"Контактів цього виконавця ми ще не маємо"),
    Task("Скільки на це грошей?", "", (r"^Ніжин",), r"Скільки грошей заплановано, у документі не надруковано"),
    Task("Хто посидить з онуком?", "посидіти з дитиною", (FIRST,), r"догляд"),
    Task("Чи діє цей план тепер?", "", (r"^Ніжин",), r"Чи діє він тепер"),
    Task("Надрукувати план", "", (r"^Ніжин", r"^План дій"), r"План дій зі зміцнення потенціалу"),
    Task("Надіслати цей захід сусідці", "соціальне таксі Ніжин", (FIRST, r"^Подробиці"), r"Посилання на цей захід"),
    Task("Хто головний за план?", "", (r"^Ніжин",), r"контролює виконання: "),
    Task("Раннє втручання в Чернігові", "раннє втручання Чернігів", (FIRST,), r"раннє втручання|Раннє втручання"),
)  # fmt: skip


@pytest.fixture(scope="module")
def home(built_site: Path) -> Iterator[str]:
    server, address = serve(built_site)
    yield address
    server.shutdown()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": WIDTH, "height": SCREEN})
    yield context.new_page()
    context.close()


def within_reach(page: Page, found: Locator) -> bool:
    """Return whether something visible stands within two screens of the top of what is seen as a page opens."""
    return any(
        box is not None and box["y"] + min(box["height"], 44) <= SCREENS * SCREEN
        for box in (one.bounding_box() for one in found.all()[:20] if one.is_visible())
    )


def target(page: Page, words: str) -> Locator:
    if words.startswith("#"):
        return page.locator(words).first
    return page.locator("main a, main summary, main button").filter(has_text=re.compile(words)).first


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.question)
def test_a_task_ends_in_three_taps_and_two_screens(phone: Page, home: str, task: Task) -> None:
    assert len(task.taps) + bool(task.typed) <= TAPS
    phone.goto(f"{home}search/?q={quote(task.typed)}" if task.typed else home)
    if task.typed:
        phone.locator('#search-region[aria-busy="false"]').wait_for()
    for words in task.taps:
        tapped = target(phone, words)
        assert within_reach(phone, tapped), f"«{words}» не видно за два екрани"
        tapped.click()
        phone.wait_for_load_state()
        phone.wait_for_timeout(200)
    answers = phone.locator("main").get_by_text(re.compile(task.answer))
    assert within_reach(phone, answers), f"відповіді «{task.answer}» не видно за два екрани: {phone.url}"


def test_there_are_thirteen_tasks() -> None:
    assert len({task.question for task in TASKS}) == 13
