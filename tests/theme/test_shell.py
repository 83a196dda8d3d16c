"""What the shell puts around a page: markup, addresses under any base path, escaping, bytes, nothing foreign."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import pytest

from theme import checks
from theme.demo import BASE, HERE, PAGES, WHOLE

if TYPE_CHECKING:
    from pathlib import Path

    from theme.demo import OpenPage

pytestmark = [pytest.mark.browser]
OWN = re.compile(r"""(?:href|src|action)="([^"]*)\"""")


def own_pages(site_dir: Path) -> list[Path]:
    return [p for p in sorted(site_dir.rglob("*.html")) if "assets" not in p.relative_to(site_dir).parts]


def test_markup_is_valid(site_dir: Path) -> None:
    checker = HERE.parent / "node_modules" / ".bin" / "html-validate"
    pages = [str(p) for p in own_pages(site_dir)]
    done = subprocess.run(
        [str(checker), "--config", str(HERE / "htmlvalidate.json"), *pages], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_links_of_the_shell_lead_somewhere_under_the_base_path(site_dir: Path) -> None:
    """Relative on every page; on 404, which is served at any depth, absolute with the path of site_url."""
    lost = []
    for page in own_pages(site_dir):
        here = f"https://example.org/{BASE}/" + page.relative_to(site_dir).as_posix().removesuffix("index.html")
        html = page.read_text(encoding="utf-8")
        shell = re.sub(r"<main.*?</main>", "", html, flags=re.DOTALL) if page.name != "404.html" else html
        for address in OWN.findall(shell):
            if urlsplit(address).scheme or address.startswith("#"):
                continue
            assert address.startswith(f"/{BASE}/") == (page.name == "404.html"), f"{page}: {address}"
            path = urlsplit(urljoin(here, address)).path
            file = site_dir / path.removeprefix(f"/{BASE}/")
            if (
                not (file.is_file() or (file / "index.html").is_file())
                and file.suffix not in {".ics", ".xml"}
                and "embed" not in path
            ):
                lost.append(f"{here}: {address}")
    assert lost == []


def test_nothing_of_material_is_loaded(site_dir: Path) -> None:
    for page in own_pages(site_dir):
        assert not re.search(r"bundle|stylesheets/|fonts\.g|data-md-", page.read_text(encoding="utf-8")), page


def test_words_from_yaml_cannot_break_out_of_the_page(open_page: OpenPage) -> None:
    page = open_page("terms/")
    assert page.title() == "Строки: «до» & <після> · Плани громад"
    assert page.get_attribute("meta[name=description]", "content") == 'Лапки " і знаки < > не псують сторінку.'
    assert page.inner_text(".crumbs li") == "Дані & <звіти>"
    page = open_page("nizhyn/")
    assert (
        json.loads(page.inner_text("script[type='application/ld+json']"))["name"]
        == "Громада </script><script>alert(1)</script>"
    )


def test_title_is_that_of_the_window_or_the_page_with_the_site(open_page: OpenPage) -> None:
    assert open_page("nizhyn/plan/").title() == (
        "План дій зі зміцнення потенціалу надавати соціальні послуги · Ніжин · Плани громад"
    )
    assert open_page("settings/").title() == "Налаштування вигляду · Плани громад"
    assert open_page("").title() == "Плани громад"


@pytest.mark.parametrize("path", WHOLE)
def test_statement_settings_and_a_way_to_be_heard_are_linked_everywhere(open_page: OpenPage, path: str) -> None:
    footer = open_page(path, script=False).locator(".foot")
    for words in ("Заява про доступність", "Налаштування вигляду", "Що це за сайт", "написати авторам на GitHub"):
        assert footer.get_by_role("link", name=words).is_visible()


def test_a_notice_links_them_too_and_prints_none_of_it(open_page: OpenPage) -> None:
    page = open_page("nizhyn/notice/", script=False)
    tools = page.locator(".sheet-tools")
    leads = {
        words: tools.get_by_role("link", name=words).get_attribute("href")
        for words in ("Заява про доступність", "Налаштування вигляду", "Запитати чи повідомити про помилку")
    }
    assert list(leads.values()) == ["../../accessibility/", "../../settings/", "../#foot-write"]
    page.emulate_media(media="print")
    assert [shown.is_visible() for shown in tools.all()] == [False, False]


def test_an_embed_links_the_statement_in_a_new_tab(open_page: OpenPage) -> None:
    link = open_page("nizhyn/embed/", script=False).get_by_role("link", name="Заява про доступність (нова вкладка)")
    assert (link.get_attribute("href"), link.get_attribute("target")) == ("../../accessibility/", "_blank")


def test_footer_says_source_date_edit_and_the_communitys_channels(open_page: OpenPage) -> None:
    words = open_page("nizhyn/plan/1-2/").inner_text(".foot")
    for part in (
        "Розпорядження міського голови від 16 травня 2025 року № 91",
        "Станом на 22 листопада 2026 року",
        "Редагувати сторінку",
        "Телефон: 0\xa04631\xa000\xa0000",
        "Поштою: 16600",
    ):
        assert part in words


def test_header_search_is_a_plain_form_that_remembers_the_community(open_page: OpenPage) -> None:
    page = open_page("nizhyn/plan/1-2/", width=320, script=False)
    page.get_by_text("Пошук", exact=True).click()
    page.fill("#find", "патронат")
    page.press("#find", "Enter")
    page.wait_for_url("**/plans/search/?q=*&c=nizhyn")


@pytest.mark.parametrize("path", WHOLE)
def test_menu_opens_without_script_at_320(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=320, script=False)
    entry = page.locator(".menu").get_by_role("link", name="Громади", exact=True)
    assert not entry.is_visible()
    page.locator(".menu > summary").press("Enter")
    assert entry.is_visible()
    assert checks.script_free_problems(page) == []


def test_menu_is_a_plain_row_on_a_wide_screen(open_page: OpenPage) -> None:
    page = open_page("nizhyn/", width=1280)
    assert page.locator(".menu a").first.is_visible()
    assert not page.locator(".menu > summary").is_visible()
    assert page.locator(".menu a").first.evaluate("e => e.getBoundingClientRect().height") >= 44


@pytest.mark.parametrize("path", PAGES)
def test_nothing_foreign_no_cookie_and_few_bytes(open_page: OpenPage, site: str, path: str) -> None:
    """Sheets come with their comments here; a whole plan loads most of them and may weigh more (decision 10)."""
    page = open_page("about:blank" if path else "")
    wire = checks.Wire(page)
    page.goto(site + path, wait_until="networkidle")
    sizes = wire.bytes()
    assert wire.foreign(site) == []
    assert page.context.cookies() == []
    assert sum(sizes.values()) <= (16_000 if path == "nizhyn/plan/" else 15_000), sizes


@pytest.mark.parametrize("path", PAGES)
def test_reflows_at_400_percent_and_under_wide_spacing(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=320)
    assert checks.reflow_problems(page) == []
    assert [*checks.spacing_problems(page), *checks.reflow_problems(page)] == []


@pytest.mark.parametrize("path", PAGES)
def test_text_is_7_to_1_in_both_schemes(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    assert checks.axe_violations(page, ("color-contrast-enhanced",)) == []
    page.emulate_media(color_scheme="dark")
    assert checks.axe_violations(page, ("color-contrast-enhanced",)) == []


@pytest.mark.parametrize("path", PAGES)
def test_links_searches_and_counts_are_in_order(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    assert [*checks.link_problems(page), *checks.search_problems(page), *checks.plural_problems(page)] == []


def test_reads_in_order_without_styles(open_page: OpenPage) -> None:
    page = open_page("nizhyn/plan/1-2/", script=False)
    page.route("**/*.css", lambda route: route.abort())
    page.reload()
    words = page.inner_text("body")
    order = [
        "Перейти до змісту",
        "Швидко вийти",
        "Плани громад",
        "1.2. Запровадження",
        "1.2.2. Запровадити",
        "Строк минув",
        "Запитати чи повідомити",
    ]
    assert [words.index(w) for w in order] == sorted(words.index(w) for w in order)
    assert "◐" not in words


def test_wide_table_scrolls_by_keyboard_inside_its_region(open_page: OpenPage) -> None:
    page = open_page("nizhyn/plan/", width=320)
    region = page.get_by_role("region", name="Кошти на реалізацію, тис. грн.")
    region.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    page.wait_for_timeout(200)
    assert region.evaluate("e => e.scrollLeft") > 0
    assert page.evaluate("scrollX") == 0


def test_status_words_and_edges_stand_in_forced_colours_and_in_print(open_page: OpenPage) -> None:
    page = open_page("nizhyn/plan/", forced=True)
    assert page.locator(".status").count() >= 15
    assert checks.forced_colour_problems(page) == []
    page.emulate_media(media="print", forced_colors="none")
    assert all(
        page.locator(".status").evaluate_all(
            "all => all.map(e => getComputedStyle(e).borderTopStyle !== 'none' && e.innerText.length > 3)"
        )
    )


def test_on_paper_nothing_is_cut_folded_or_left_without_address(open_page: OpenPage) -> None:
    page = open_page("nizhyn/plan/")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 900})
    assert checks.layout_problems(page) == []
    assert page.locator("details p").first.is_visible()
    assert "https://example.org/plans/nizhyn/plan/" in page.inner_text(".foot")
    after = page.eval_on_selector("main a[href^=http]", "a => getComputedStyle(a, '::after').content")
    assert "(" in after
    for gone in (".seek", ".menu", ".top__view"):
        assert not page.locator(gone).is_visible()
