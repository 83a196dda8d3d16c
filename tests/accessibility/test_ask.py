"""«Запитати раду» in a browser: a ready letter of one measure, blank ones without JavaScript, nothing kept or sent."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from theme.checks import (
    axe_violations,
    focus_problems,
    forced_colour_problems,
    layout_problems,
    script_free_problems,
    target_problems,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


pytestmark = pytest.mark.browser
MEASURE = "nizhyn/social-services-2025/1-3-1"
DOCUMENT = "План дій зі зміцнення потенціалу надавати соціальні послуги в Ніжинській міській територіальній громаді"


@pytest.fixture
def opened(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    contexts: list[BrowserContext] = []

    def open_page(address: str, *, script: bool = True, width: int = 390, **more: object) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 844}, java_script_enabled=script, locale="uk-UA", **more
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{site}{address}", wait_until="networkidle")
        return page

    yield open_page
    for context in contexts:
        context.close()


def copied(page: Page) -> str:
    page.get_by_role("button", name="Скопіювати").click()
    expect(page.locator("#ask-done")).to_contain_text("Лист скопійовано")
    return str(page.evaluate("navigator.clipboard.readText()"))


def sheets(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def test_a_letter_is_three_taps_from_a_measure_and_nothing_typed_leaves_or_stays(opened, site) -> None:
    page = opened("nizhyn/social-services-2025/1-3/", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="Запитати раду про захід 1.3.1").click()
    page.get_by_role("radio", name="Хочу поскаржитися").check()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    letter = page.get_by_role("article", name="Лист: хочу поскаржитися")
    letter.get_by_label("Від кого").fill("Олена Приклад")
    letter.get_by_label("Що сталося").fill("Черга <b>довга</b>.")
    said = copied(page)
    for line in (
        "Кому: Ніжинська міська рада",
        "Від кого (прізвище, ім’я, по батькові): Олена Приклад",
        "Місце проживання: ____________",
        "Скарга",
        f"План: {DOCUMENT}",
        "Затверджено: Розпорядження міського голови від 16 травня 2025 року № 91",
        "Захід: 1.3.1. Посилювати надання послуги «кризове та екстрене втручання»",
        "Строк за планом: Постійно",
        "Що сталося (де, коли, хто): Черга <b>довга</b>.",
    ):
        assert line in said.split("\n")
    assert "стаття 20 Закону України «Про звернення громадян»" in said
    page.get_by_role("radio", name="Чому не зроблено?").check()
    assert "Звіту про виконання на сайті «Плани громад» немає." in copied(page)
    expect(page.get_by_role("article").get_by_label("Від кого")).to_have_value("Олена Приклад")
    assert sent == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


@pytest.mark.parametrize("query", ["куди поскаржитися", "телефон", "контакти"])
def test_who_looks_for_a_way_to_complain_finds_the_letter_first(opened, query: str) -> None:
    page = opened(f"search/?c=nizhyn&q={query}")
    page.locator("#search-results > li").first.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Запитати раду")
    expect(page.locator("#letter-status [data-slot=act]")).to_contain_text("№ 91")


def test_a_letter_fits_one_sheet_and_blank_ones_a_sheet_each(opened, built_site) -> None:
    measures = json.loads((built_site / "ask" / "nizhyn.json").read_text(encoding="utf-8"))["plans"][0]["measures"]
    longest = max(measures, key=lambda key: len(json.dumps(measures[key])))
    page = opened(f"ask/?m=nizhyn/social-services-2025/{longest}")
    for kind in page.get_by_role("radio").all():
        kind.check()
        assert sheets(page) == 1
    assert sheets(opened("ask/", script=False)) == 4


def test_without_a_script_four_blank_letters_stand(opened) -> None:
    page = opened(f"ask/?m={MEASURE}", script=False)
    assert [one.inner_text() for one in page.locator(".letter h2").all()] == [
        "Лист: чи це вже діє?",
        "Лист: як отримати послугу?",
        "Лист: чому не зроблено?",
        "Лист: хочу поскаржитися",
    ]
    expect(page.get_by_text("Затверджено:").first).to_be_hidden()
    expect(page.get_by_role("button", name="Скопіювати")).to_have_count(0)
    assert script_free_problems(page) == []
    assert axe_violations(page) == []


def test_a_plan_without_an_act_has_no_sentence_on_it(opened) -> None:
    page = opened("ask/?m=chernihiv/social-services-2025/1-2-1")
    expect(page.locator("#letter-status [data-slot=plan]")).to_contain_text("Чернігівській")
    expect(page.get_by_text("Затверджено:").first).to_be_hidden()
    expect(page.locator("#ask-where")).to_contain_text("Адреси ради ми ще не маємо.")


def test_under_occupation_no_letter_is_offered(opened) -> None:
    page = opened("ask/?m=kakhovka/children-families-2021-2026")
    expect(page.locator("#ask-said")).to_contain_text("Чи можна тепер написати раді, ми не знаємо.")
    expect(page.get_by_role("article")).to_have_count(0)
    expect(page.get_by_role("button", name="Надрукувати")).to_have_count(0)


@pytest.mark.parametrize("asked", ["nizhyn/no-such-plan", "nizhyn/social-services-2025/9-9-9"])
def test_an_unknown_measure_is_told_and_leaves_a_blank(opened, asked: str) -> None:
    page = opened(f"ask/?m={asked}")
    expect(page.locator("#ask-said")).to_contain_text("на сайті немає")
    expect(page.locator("#letter-status [data-slot=council]")).to_have_text("Ніжинська міська рада")


@pytest.mark.parametrize("asked", ["../../secret", "constructor", "%3Cb%3E"])
def test_a_strange_address_is_a_blank_letter_and_a_choice_of_communities(opened, asked: str) -> None:
    page = opened(f"ask/?m={asked}")
    page.get_by_label("Громада").select_option("nizhyn")
    page.get_by_role("button", name="Вибрати").click()
    expect(page.locator("#letter-status [data-slot=council]")).to_have_text("Ніжинська міська рада")


def test_on_a_site_of_one_community_the_letter_is_to_its_council(browser: Browser, site: str) -> None:
    page = browser.new_page(locale="uk-UA")
    alone = '<div id="ask" data-only="nizhyn">'
    page.route(
        "**/ask/",
        lambda route: route.fulfill(
            response=(given := route.fetch()), body=given.text().replace('<div id="ask">', alone)
        ),
    )
    page.goto(f"{site}ask/", wait_until="networkidle")
    expect(page.locator("#ask-community")).to_be_hidden()
    expect(page.locator("[data-slot=council]").first).to_contain_text("Ніжин")
    page.close()


def test_a_known_address_opens_a_letter_in_the_mail(opened, site, built_site, browser) -> None:
    data = json.loads((built_site / "ask" / "nizhyn.json").read_text(encoding="utf-8"))
    data["email"] = "rada@example.org"
    data["channels"] = [{"label": "Пошта", "text": "rada@example.org", "href": "mailto:rada@example.org"}]
    page = opened("ask/")
    page.route("**/ask/nizhyn.json", lambda route: route.fulfill(json=data))
    page.goto(f"{site}ask/?m={MEASURE}")
    link = page.get_by_role("link", name="Написати на пошту ради")
    expect(link).to_have_attribute(
        "href", re.compile(r"^mailto:rada@example\.org\?subject=%D0%97%D0%B0%D0%BF%D0%B8%D1%82")
    )


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_reads_in_any_window_and_colours(opened, width: int, scheme: str) -> None:
    page = opened(f"ask/?m={MEASURE}", width=width, color_scheme=scheme)
    page.get_by_role("radio", name="Хочу поскаржитися").check()
    assert axe_violations(page) == []
    assert layout_problems(page) == []
    assert target_problems(page) == []
    assert focus_problems(page) == []


def test_it_reads_in_forced_colours(opened) -> None:
    page = opened(f"ask/?m={MEASURE}", forced_colors="active")
    assert forced_colour_problems(page) == []
