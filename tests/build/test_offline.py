"""A copy made for a disk: every link leads to a file, pages open by file://, the search answers."""

from __future__ import annotations

import re
import shutil
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from generator.build.offline import file_of, make_offline, with_files
from project import run_plans, small_project

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

LINK = re.compile(r'<(?:a|area|form|iframe|link|script|img)\s[^<>]*?(?:href|action|src)="([^"]*)"')


@pytest.fixture(scope="module")
def copy(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("stick") / "Плани на флешці"
    shutil.copytree(built_site, target)
    make_offline(target)
    return target


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("../", "../index.html"),
        ("./", "./index.html"),
        ("..", "../index.html"),
        ("1-2/#m-1-2-3", "1-2/index.html#m-1-2-3"),
        ("../search/?q=a/&amp;c=b", "../search/index.html?q=a/&amp;c=b"),
        ("plan.xlsx", "plan.xlsx"),
        ("#top", "#top"),
        ("?q=a", "?q=a"),
        ("", ""),
        ("https://example.org/", "https://example.org/"),
        ("//example.org/", "//example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_names_its_file(address: str, file: str) -> None:
    assert file_of(address) == file


def test_only_links_of_the_page_are_rewritten() -> None:
    told = '<p>&lt;a href="x/"&gt; <a class="a" href="x/">x</a></p><meta http-equiv="refresh" content="0; url=../y/#z">'
    assert with_files(told) == (
        '<p>&lt;a href="x/"&gt; <a class="a" href="x/index.html">x</a></p>'
        '<meta http-equiv="refresh" content="0; url=../y/index.html#z">'
    )


@pytest.mark.site
def test_every_link_leads_to_a_file(copy: Path) -> None:
    dead, count = set(), 0
    for page in copy.rglob("*.html"):
        for link in LINK.findall(page.read_text(encoding="utf-8")):
            path = unquote(re.split("[?#]", unescape(link))[0])
            if not path or re.match("[a-z]+:|/", path):
                continue
            count += 1
            if not (page.parent / path).resolve().is_file():
                dead.add((page.relative_to(copy).as_posix(), link))
    assert count > 10_000
    assert dead == set()


@pytest.mark.browser
def test_it_is_read_and_searched_from_a_disk(copy: Path, browser: Browser) -> None:
    context = browser.new_context(locale="uk-UA")
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto((copy / "index.html").as_uri())
    page.locator("form.search-form input[name=q]").first.fill("опитування")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html?q=*")
    expect(page.locator("#search-region")).to_have_attribute("aria-busy", "false")
    expect(page.locator("#search-status")).to_contain_text("Знайдено")
    page.locator("#search-results a").first.click()
    page.wait_for_url(re.compile(r"^file:.*/index\.html"))
    expect(page.locator("h1")).to_be_visible()
    page.locator("main a[href$='/index.html']").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert wrong == []
    context.close()


@pytest.mark.site
def test_the_command_makes_the_copy_and_keeps_no_addresses(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    before = (project / "plans" / "addresses.txt").read_bytes() if (project / "plans/addresses.txt").is_file() else b""
    done = run_plans("build", "--offline", "--site-dir", "kopiia", cwd=project, PLANS_CACHE=str(tmp_path / "cache"))
    assert done.returncode == 0, done.stderr
    assert "Це копія для диска: скопіюйте всю теку kopiia/ і відкрийте в ній index.html." in done.stdout
    assert 'href="communities/index.html"' in (project / "kopiia" / "index.html").read_text(encoding="utf-8")
    after = (project / "plans" / "addresses.txt").read_bytes() if (project / "plans/addresses.txt").is_file() else b""
    assert after == before
