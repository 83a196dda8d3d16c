"""What moved is found at its old address: by a page that leads on, by a file that is there again, by an anchor."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.build.built_addresses import answering, published
from generator.build.recipe import assemble
from generator.cache import Cache
from generator.model.outputs import EDITIONS
from generator.model.records.redirects import WithdrawnRecord
from generator.model.reserved_names import FROM_PLANS, IN_SITE
from generator.model.settings import Settings
from generator.outputs.address_list import lines_of
from generator.outputs.site_files import Asset, Page
from generator.pages.redirects import Moves, Site, redirects
from generator.reading.country_files import read_plans
from generator.rules.load import load
from generator.rules.redirects import pages_from_plans
from generator.source.disk import write_files
from project import ROOT
from theme.checks import axe_violations
from theme.conftest import serve

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTINGS = Settings(date(2026, 11, 22), site_url="https://example.org/plans/")
PAGES = (
    Page("a/", "Громада А", "# А\n"), Page("a/p/1/", "Ціль 1", "# Ціль 1\n"), Page("a/p/1/embed/", "Ціль 1", "# 1\n"),
    Page("a/p/2/", "Ціль 2", "# Ціль 2\n"),
)  # fmt: skip
ASSETS = (Asset("a/calendar.ics", b"BEGIN"), Asset("a/p/1/oembed.json", b"{}"))
MEASURES = {"a/p/1/#m-1-1": "1.1. Навчити", "a/p/2/#m-2-1": "2.1. Відкрити"}
EXECUTOR, PLAN = "nizhyn/executors/uszn/", "nizhyn/social-services-2025/"
GOAL = f"{PLAN}1-2/"
COMMUNITIES = Cache(again=True)
"""What one test read of plans/ the next need not read again."""


def with_redirects(moves: Moves) -> tuple[dict[str, str], dict[str, bytes]]:
    """Return the Markdown of pages and all files of a small site whose old addresses are kept."""
    titles = {page.address: page.title for page in PAGES} | MEASURES
    told, added = redirects(moves, Site(titles, {asset.address: asset.content for asset in ASSETS}), SETTINGS)
    pages = {page.address: page.markdown + told.get(page.address, "") for page in PAGES}
    return pages, {asset.address: asset.content for asset in (*ASSETS, *added)}


def moved(**redirects: str) -> tuple[dict[str, str], dict[str, bytes]]:
    return with_redirects(Moves(redirects))


def test_a_page_takes_along_what_is_below_it() -> None:
    _, files = moved(**{"a/p/old/": "a/p/1/"})
    assert set(files) - {asset.address for asset in ASSETS} == {
        "a/p/old/index.html", "a/p/old/embed/index.html", "a/p/old/oembed.json", "assets/moved.js",
    }  # fmt: skip
    html = files["a/p/old/index.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=../1/">' in html
    assert '<link rel="canonical" href="https://example.org/plans/a/p/1/">' in html
    assert 'Тепер вона тут: <a href="../1/">Ціль 1</a>.' in html
    assert '<html lang="uk">' in html
    assert files["a/p/old/oembed.json"] == b"{}"


def test_what_stands_is_never_covered_and_the_nearest_redirect_wins() -> None:
    _, files = moved(**{"b/": "a/", "b/p/1/": "a/p/2/"})
    assert 'url=../../../a/p/2/"' in files["b/p/1/index.html"].decode()
    assert files["b/calendar.ics"] == b"BEGIN"
    _, files = moved(**{"a/": "a/p/1/"})
    assert "a/index.html" not in files


def test_a_moved_file_is_there_again() -> None:
    assert moved(**{"a/terms.ics": "a/calendar.ics"})[1]["a/terms.ics"] == b"BEGIN"


def test_a_measure_leaves_its_anchor_on_a_page_that_stands() -> None:
    pages, _ = moved(**{"a/p/1/#m-1-9": "a/p/2/#m-2-1"})
    assert "## Що перенесено {#moved}" in pages["a/p/1/"]
    assert (
        '<li id="m-1-9">Захід, що був тут, перенесено: <a href="../2/#m-2-1">2.1. Відкрити</a></li>' in pages["a/p/1/"]
    )
    assert pages["a/p/2/"] == "# Ціль 2\n"


def test_measures_of_a_page_that_is_gone_are_found_one_by_one() -> None:
    _, files = moved(**{"a/p/3/": "a/p/2/", "a/p/3/#m-3-1": "a/p/1/#m-1-1", "a/p/4/#m-4-1": "a/p/1/#m-1-1"})
    whole, alone = files["a/p/3/index.html"].decode(), files["a/p/4/index.html"].decode()
    assert "refresh" not in whole + alone, "it would leave before the anchor was found"
    assert 'Тепер вона тут: <a href="../2/">Ціль 2</a>.' in whole
    assert "Тепер вона тут" not in alone
    for page in (whole, alone):
        assert '<a href="../1/#m-1-1">1.1. Навчити</a></li>' in page


WHY = WithdrawnRecord(old="a/p/9/", reason="Будинок продано.", date=date(2026, 3, 1), act="Рішення № 5")


def withdrawn(
    *records: WithdrawnRecord, listed: tuple[str, ...] = (), **redirects: str
) -> tuple[dict[str, str], dict[str, str]]:
    moves = Moves(redirects, {}, records, listed)
    pages, files = with_redirects(moves)
    return pages, {address: content.decode() for address, content in files.items()}


def test_a_withdrawn_page_says_when_why_and_by_which_act() -> None:
    listed = ("a/p/9/", "a/p/9/embed/", "a/p/9/#m-9-1", "a/p/9/oembed.json", "uid:a.p.9-1@hromada-plans", "a/p/1/")
    _, files = withdrawn(WHY, listed=listed)
    assert files.keys() - {asset.address for asset in ASSETS} == {
        "a/p/9/index.html", "a/p/9/embed/index.html", "assets/moved.js",
    }  # fmt: skip
    html = files["a/p/9/index.html"]
    assert "<h1>Сторінку вилучено</h1>" in html
    assert "<p>Цю сторінку вилучено 1 березня 2026 року: Будинок продано. Акт: Рішення № 5.</p>" in html.replace(
        "\xa0", " "
    )
    assert "refresh" not in html
    assert "Що стало із заходами" not in html


def test_a_withdrawn_measure_leaves_a_line_at_its_anchor() -> None:
    pages, _ = withdrawn(WithdrawnRecord(old="a/p/1/#m-1-7", reason="Немає <коштів>"))
    assert "## Чого тут більше немає {#moved}" in pages["a/p/1/"]
    assert '<li id="m-1-7">Захід, що був тут, вилучено: Немає &lt;коштів&gt;.</li>' in pages["a/p/1/"]


def test_of_a_withdrawn_page_a_measure_can_have_moved() -> None:
    _, files = withdrawn(WHY, listed=("a/p/9/#m-9-1", "a/p/9/#m-9-2"), **{"a/p/9/#m-9-1": "a/p/2/#m-2-1"})
    html = files["a/p/9/index.html"]
    assert "<h1>Сторінку вилучено</h1>" in html
    assert '<li id="m-9-1">Захід, що був тут, перенесено: <a href="../2/#m-2-1">' in html
    assert "m-9-2" not in html


def test_a_kind_is_withdrawn_where_it_was_published() -> None:
    _, files = withdrawn(WithdrawnRecord(old="**/embed/", reason="Не робимо"), listed=("a/p/1/embed/", "a/p/3/embed/"))
    assert "a/p/3/embed/index.html" in files
    assert "a/p/1/embed/index.html" not in files, "it stands"


@pytest.mark.parametrize(
    ("how", "page", "measure"),
    [
        ("renamed", "Сторінку перейменовано", "тепер має іншу назву чи номер:"),
        ("merged", "Сторінку об’єднано з іншою", "об’єднано з іншим:"),
        ("replaced", "Сторінку замінено іншою", "замінено іншим:"),
        ("moved", "Сторінку перенесено", "перенесено:"),
    ],
)
def test_it_is_said_how_something_moved(how: str, page: str, measure: str) -> None:
    table = {"a/p/old/": "a/p/1/", "a/p/1/#m-1-9": "a/p/2/#m-2-1"}
    pages, files = with_redirects(Moves(table, dict.fromkeys(table, how)))
    found = {address: content.decode() for address, content in files.items()}
    assert f"<h1>{page}</h1>" in found["a/p/old/index.html"]
    assert f"<h1>{page}</h1>" in found["a/p/old/embed/index.html"]
    assert f'<li id="m-1-9">Захід, що був тут, {measure} <a href' in pages["a/p/1/"]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ([(EXECUTOR, "nizhyn/")], "є сторінка, тому переносити її не можна"),
        ([("nizhyn/x/", "nizhyn/executors/uszm/")], "нічого немає; можливо, «nizhyn/executors/uszn/»"),
        ([("nizhyn/x/", "nizhyn/y/"), ("nizhyn/y/", "nizhyn/x/")], "ходить по колу"),
        ([("nizhyn/x/", "nizhyn/"), ("nizhyn/x/", EXECUTOR)], "вже перенесено вище"),
        ([("nizhyn/x/", f"{GOAL}#m-9-9-9")], "нічого немає"),
        ([("nizhyn/x/", "compare/social-services-capacity/1-2/")], ""),
        ([("nizhyn/x/", "compare/social-services-capacity/9-9/")], "нічого немає; можливо, «compare/"),
        ([("nizhyn/x/", f"{PLAN}report/")], ""),
        ([("nizhyn/x/", f"{PLAN}changes/")], "нічого немає"),
        ([("nizhyn/x/", f"{PLAN}text/act/embed/")], "нічого немає"),
        ([("nizhyn/x/", "topics/families-with-children/notice/")], "нічого немає"),
        ([("guide/old/", "guide/yaml/"), ("guide/yaml/", "nizhyn/")], ""),
        ([("nizhyn/terms/", "nizhyn/")], "є сторінка, тому переносити її не можна"),
        ([(f"{PLAN}terms/", "nizhyn/terms/")], ""),
        ([("https://example.org/nizhyn/", "nizhyn/")], "не годиться для поля «old»: адреса на цьому сайті"),
        ([("nizhyn/x/", "nizhyn/y/"), ("nizhyn/y/", EXECUTOR)], ""),
        ([(f"{GOAL}#m-1-2-9", f"{GOAL}#m-1-2-3"), ("nizhyn/x/calendar.ics", "nizhyn/calendar.ics")], ""),
    ],
)
def test_the_table_is_checked(table: list[tuple[str, str]], message: str) -> None:
    text = "redirects:\n" + "".join(f"  - old: {old}\n    new: {new}\n" for old, new in table)
    files = {**read_plans(ROOT / "plans"), "redirects.yml": text.encode()}
    said = [
        str(problem) for problem in load(files, cache=COMMUNITIES).problems if problem.path.endswith("redirects.yml")
    ]
    assert len(said) >= bool(message)
    assert message in "".join(said)
    assert bool(message) or said == []


@pytest.mark.site
def test_the_table_is_checked_against_the_pages_that_are_really_made() -> None:
    site = assemble(read_plans(ROOT / "plans"), SETTINGS)
    made = {page.address for page in site.pages if page.address}
    from_plans = {page for page in made if page.split("/")[0] not in IN_SITE - FROM_PLANS}
    assert pages_from_plans(site.catalogue) == from_plans


@pytest.fixture(scope="module")
def changed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site after an executor got another address and a measure another number, as static files."""
    folder = tmp_path_factory.mktemp("changed")
    shutil.copytree(ROOT / "plans", folder / "plans")
    community, plan = folder / "plans/nizhyn/community.yml", folder / "plans/nizhyn/social-services-2025/plan.yml"
    community.write_text(
        community.read_text(encoding="utf-8").replace("- id: uszn\n", "- id: sotszakhyst\n"), encoding="utf-8"
    )
    plan.write_text(plan.read_text(encoding="utf-8").replace("number: 1.2.5\n", "number: 1.2.6\n"), encoding="utf-8")
    (folder / "plans/redirects.yml").write_text(
        f"redirects:\n  - old: {EXECUTOR}\n    new: nizhyn/executors/sotszakhyst/\n"
        f"  - old: {GOAL}#m-1-2-5\n    new: {GOAL}#m-1-2-6\n", encoding="utf-8")  # fmt: skip
    site = assemble(read_plans(folder / "plans"), SETTINGS)
    assert not site.failed, site.problems
    pages = [
        (
            page.source_path.replace(".md", ".html"),
            page.markdown.replace("{#", '<a id="').replace("}", '"></a>').encode(),
        )
        for page in site.pages
    ]
    write_files(folder / "site", [*pages, *((asset.address, asset.content) for asset in site.assets)])
    return folder / "site"


def test_after_a_move_every_old_address_of_the_community_answers(changed_site: Path) -> None:
    editions = tuple(output.file for output in EDITIONS)  # which only a whole build makes
    listed = {
        address
        for address in lines_of((ROOT / "plans/addresses.txt").read_bytes())
        if address.startswith("nizhyn/") and not address.endswith(editions)
    }
    assert f"{EXECUTOR}calendar.ics" in listed
    assert f"{GOAL}#m-1-2-5" in listed
    assert listed - answering(listed, published(changed_site)) == set()


@pytest.fixture
def web(changed_site: Path) -> Iterator[str]:
    server, address = serve(changed_site)
    yield address
    server.shutdown()


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False])
def test_a_browser_is_led_on(browser, web: str, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{web}{EXECUTOR}#m-1")
    page.wait_for_url(f"{web}nizhyn/executors/sotszakhyst/{'#m-1' if script else ''}*")
    context.close()


@pytest.mark.browser
def test_the_page_that_leads_on_is_accessible_itself(browser) -> None:
    _, files = moved(**{"a/p/old/": "a/p/1/", "a/p/3/#m-3-1": "a/p/1/#m-1-1"})
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 600})
    page = context.new_page()
    for name in ("a/p/old/index.html", "a/p/3/index.html"):
        page.set_content(files[name].decode().replace('http-equiv="refresh"', ""))
        assert axe_violations(page) == []
    context.close()
