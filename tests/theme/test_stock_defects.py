"""Each of the 17 defects measured in stock Material 9.8.1 is planted in a copy of a page; the checks must find it.

The table is in the accessibility requirements; the numbers are its rows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from theme import checks

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from theme.demo import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Check = Callable[["Page"], list[str]]
PAGE = "nizhyn/plan/"
ANSWER = "search/?q=патронат"
IN_MAIN = "</main>"


def answers_in_ukrainian(page: Page) -> list[str]:
    return checks.search_language_problems(page, "патронат")


@dataclass(frozen=True)
class Defect:
    """`html` goes before `before` or takes the place of `cut`; `check` must then say `says`; `opened` is how it is opened."""

    number: int
    html: str
    check: Check
    says: str
    before: str = IN_MAIN
    cut: str = ""
    path: str = PAGE
    opened: dict[str, Any] = field(default_factory=lambda: {"width": 320})


DEFECTS = [
    Defect(
        1,
        '<input id="d" type="checkbox" style="display:none"><label for="d">Меню</label>',
        checks.unreachable_controls,
        "мітка замість",
    ),
    Defect(
        1,
        '<nav aria-label="Бокове" style="position:fixed;left:-15rem;width:14rem"><a href="#x">Поза екраном</a></nav>',
        checks.focus_problems,
        "поза екраном",
    ),
    Defect(
        2,
        "<script>addEventListener('keydown', e => { if (e.key === 'n') location.hash = 'next' })</script>",
        checks.single_key_problems,
        "одна клавіша",
    ),
    Defect(
        3,
        '<input type="search" aria-label="Пошук" onkeyup="find(this.value)"><ol></ol>',
        checks.search_problems,
        "без звичайної форми",
    ),
    Defect(
        3,
        '<form action="./"><input type="search" name="q" aria-label="Пошук" onkeydown="if (event.key === \'Escape\') this.blur()"></form>',
        checks.search_problems,
        "Esc забирає",
    ),
    Defect(
        3,
        '<ol id="search-results"><li><a href="./">Захід</a></li></ol>',
        checks.search_problems,
        "не сказано вголос",
    ),
    Defect(4, '<div role="dialog">Пошук</div>', checks.structure_problems, "діалог без імені"),
    Defect(
        5,
        '<input id="s" type="checkbox" style="display:none"><label for="s" tabindex="0">Розділ</label>',
        checks.unreachable_controls,
        "мітка замість",
    ),
    Defect(
        6,
        '<p>Текст <a href="./" style="text-decoration:none;color:#4051b5">посилання</a></p>',
        checks.link_problems,
        "без підкреслення",
    ),
    Defect(7, '<p style="color:#9a9a9a">Блідий текст</p>', checks.axe_violations, "color-contrast"),
    Defect(
        8,
        "<style>:focus-visible{outline:1px solid #9aa0b0!important;box-shadow:none!important}</style>",
        checks.focus_problems,
        "фокус не видно",
        before="</head>",
    ),
    Defect(
        8,
        "<style>:focus-visible{outline:3px solid #191c24!important;box-shadow:none!important}</style>",
        checks.focus_problems,
        "одного тону",
        before="</head>",
    ),
    Defect(
        9,
        "<style>.status::before{content:''!important;display:inline-block;width:1em;height:1em;background:#1a237e;mask-image:linear-gradient(#000,#000)}</style>",
        checks.forced_colour_problems,
        "зникає",
        before="</head>",
        opened={"forced": True},
    ),
    Defect(
        9,
        '<style>.chart-bar{fill:#000!important;stroke:none!important}</style><figure class="chart"><svg role="img" aria-label="Смуга" viewBox="0 0 9 9"><rect class="chart-bar" width="9" height="9"/></svg></figure>',
        checks.forced_colour_problems,
        "фігура не видна",
        opened={"forced": True, "scheme": "dark"},
    ),
    Defect(
        9,
        "<style>.status{border:0!important}</style>",
        checks.forced_colour_problems,
        "стан без межі",
        before="</head>",
        opened={"forced": True},
    ),
    Defect(
        10, '<ul><li><input type="checkbox" disabled> Завдання</li></ul>', checks.structure_problems, "поле без мітки"
    ),
    Defect(
        11,
        '<div style="overflow:hidden"><table style="width:90rem"><tr><td>Дуже широка таблиця</td></tr></table></div>',
        checks.layout_problems,
        "обрізано",
        opened={"width": 1280},
    ),
    Defect(
        11,
        '<div style="overflow:auto"><table style="width:90rem"><tr><td>Дуже широка таблиця</td></tr></table></div>',
        checks.layout_problems,
        "поза клавіатурою",
        opened={"width": 1280},
    ),
    Defect(12, '<h2 id="h">Розділ <a href="#h">¶</a></h2>', checks.link_problems, "посилання без слів"),
    Defect(
        13,
        '<button aria-label="Зберегти" onfocus="this.removeAttribute(\'aria-label\')" style="width:3rem"></button>',
        checks.focus_problems,
        "фокус без імені",
    ),
    Defect(
        14,
        '<nav aria-label="Зміст"><a href="#a">Один</a></nav><nav aria-label="Зміст"><a href="#b">Два</a></nav>',
        checks.structure_problems,
        "орієнтир двічі",
    ),
    Defect(
        15,
        "",
        checks.skip_link_problems,
        "не веде до змісту",
        cut='<a class="skip" href="#content">Перейти до змісту</a>',
    ),
    Defect(16, "<p>Знайдено 2 збігів</p>", checks.plural_problems, "має бути «збіги»"),
    Defect(
        16,
        '<p role="status">Найдено 2 совпадения.</p>',
        answers_in_ukrainian,
        "не українською",
        cut='<p role="status">Знайдено 2 збіги.</p>',
        path=ANSWER,
    ),
    Defect(
        16,
        "патронат",
        answers_in_ukrainian,
        "не знає інших форм",
        cut="<mark>патронатних родин</mark>",
        path=ANSWER,
    ),
    Defect(
        17,
        '<button type="button">Темні кольори</button><input type="search" aria-label="Пошук">',
        checks.script_free_problems,
        "нічого не робить",
        opened={"script": False, "width": 320},
    ),
    Defect(
        17,
        '<label for="m">Меню</label><input id="m" type="checkbox" hidden>',
        checks.script_free_problems,
        "мітка замість",
        opened={"script": False, "width": 320},
    ),
]


def test_all_seventeen_are_planted() -> None:
    assert {d.number for d in DEFECTS} == set(range(1, 18))


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda d: f"{d.number}-{d.check.__name__}")
def test_planted_defect_is_found_and_the_page_as_it_is_has_none(open_page: OpenPage, defect: Defect) -> None:
    page = open_page(defect.path, **defect.opened)
    address = page.url
    assert defect.check(page) == []

    def spoil(route: Any) -> None:
        html = route.fetch().text()
        spoilt = (
            html.replace(defect.cut, defect.html)
            if defect.cut
            else html.replace(defect.before, defect.html + defect.before, 1)
        )
        assert spoilt != html
        route.fulfill(body=spoilt, content_type="text/html; charset=utf-8")

    page.route(lambda url: url == address, spoil)
    page.goto("about:blank")
    page.goto(address)
    assert any(defect.says in problem for problem in defect.check(page)), defect.check(page)
