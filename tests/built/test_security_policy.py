"""What a page may load and run is written on it, and nothing on any kind of page is against it."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.config import load_config

from accessibility.kinds import KINDS, Kind
from accessibility.matrix import settled
from built.pages import pages_of
from generator.build.inline_styles import without_inline_styles
from generator.build.mkdocs import PlansPlugin
from generator.model.settings import SECURITY_POLICY
from project import ROOT, run_plans, small_project
from theme.conftest import serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
    "media-src 'self'; base-uri 'none'; form-action 'self'"
)
WORKPLACE_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
    "connect-src 'self' https://api.github.com; frame-src 'self'; media-src 'self'; base-uri 'none'; form-action 'self'"
)
WATCH = "addEventListener('securitypolicyviolation', e => (window.__against ||= []).push(e.violatedDirective + ' ' + e.blockedURI))"
PAGES = [pytest.param(kind, address, id=f"{kind.id}-{address}") for kind in KINDS for address in kind.addresses]


class Against(HTMLParser):
    """Finds what a policy without 'unsafe-inline' does not let in, and the policy itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.policies: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given: dict[str, Any] = dict(attrs)
        self.found += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in given and given.get("type") != "application/ld+json"):
            self.found.append(tag)
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(given["content"])
        elif tag in {"script", "link", "style", "img"} and not self.policies and given.get("rel") != "canonical":
            self.found.append(f"{tag} before the policy")


def read(html: str) -> Against:
    page = Against()
    page.feed(html)
    return page


@pytest.fixture(scope="module")
def site(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    web = tmp_path_factory.mktemp("web")
    (web / "plans").symlink_to(built_site)
    server, address = serve(web)
    yield f"{address}plans/"
    server.shutdown()


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def against(page: Page) -> list[str]:
    return [str(one) for frame in page.frames for one in frame.evaluate("window.__against || []")]


def test_every_page_has_the_policy_and_nothing_against_it(built_site: Path) -> None:
    pages = pages_of(built_site)
    assert len(pages) > 300
    for page in pages:
        seen = read(page.read_text(encoding="utf-8"))
        own = WORKPLACE_POLICY if page == built_site / "workplace/index.html" else POLICY
        assert (seen.policies, seen.found) == ([own], []), page


@pytest.mark.browser
@pytest.mark.parametrize(("kind", "address"), PAGES)
def test_no_kind_of_page_is_hindered_by_its_policy(watched: Page, site: str, kind: Kind, address: str) -> None:
    said: list[str] = []
    watched.on("console", lambda message: said.append(message.text))
    watched.goto(site + address)
    settled(watched, kind)
    watched.wait_for_load_state("networkidle")
    assert against(watched) == []
    assert [text for text in said if "Content Security Policy" in text] == []


@pytest.mark.browser
def test_a_policy_is_in_force(watched: Page, site: str) -> None:
    """The watch above would see what is written into a page, in scripts, styles and handlers alike."""
    watched.goto(site)
    watched.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">а</p>');"
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}));"
        "document.body.append(Object.assign(document.createElement('img'), {src: 'https://example.com/a.png'}))"
    )
    watched.wait_for_timeout(200)
    assert sorted(one.split()[0] for one in against(watched)) == ["img-src", "script-src-elem", "style-src-attr"]
    assert watched.evaluate("window.ran") is None


@pytest.mark.browser
def test_search_embeds_and_the_chooser_work_from_a_folder_and_in_a_sandbox(
    browser: Browser, built_site: Path, site: str, tmp_path: Path
) -> None:
    """`file://`, where nothing is served; and what WordPress makes of a pasted address: a frame of no origin."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto((built_site / "nizhyn/embed/index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('main')).display") == "grid"
    assert against(page) == []
    (tmp_path / "index.html").write_text(
        f'<!DOCTYPE html><meta charset="utf-8"><iframe sandbox="allow-scripts" src="{site}nizhyn/embed/"></iframe>',
        "utf-8",
    )
    server, host = serve(tmp_path)
    page.goto(host)
    frame = page.frames[1]
    frame.wait_for_selector("h1")
    assert frame.evaluate("getComputedStyle(document.querySelector('main')).display") == "grid"
    assert against(page) == []
    server.shutdown()
    context.close()


def test_linked_data_is_data(built_site: Path) -> None:
    html = (built_site / "nizhyn/social-services-2025/index.html").read_text(encoding="utf-8")
    data = html.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert json.loads(data)


@pytest.mark.slow
@pytest.mark.parametrize(("command", "policy"), [("build", POLICY), ("serve", "")])
def test_pages_shown_live_have_none(command: Any, policy: str) -> None:
    """The script that loads them anew is written into each page."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    plugin = config.plugins["hromada-plans"]
    assert isinstance(plugin, PlansPlugin)
    plugin.on_startup(command=command)
    plugin.on_config(config)
    assert config.extra["content_security_policy"] == policy
    assert plugin.assemble(config)
    assert plugin.settings == replace(plugin.settings, security_policy=policy)


def test_a_site_may_have_a_policy_of_its_own() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    config.extra["content_security_policy"] = "default-src 'self'"
    plugin = config.plugins["hromada-plans"]
    assert isinstance(plugin, PlansPlugin)
    plugin.on_startup(command="build")
    plugin.on_config(config)
    assert config.extra["content_security_policy"] == "default-src 'self'"
    assert SECURITY_POLICY == POLICY


def test_columns_are_aligned_by_class() -> None:
    html = '<table><tr><th style="text-align: right;">Рік</th><td style="text-align: center;">1</td></tr></table>'
    assert (
        without_inline_styles(html)
        == '<table><tr><th class="to-right">Рік</th><td class="to-center">1</td></tr></table>'
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('слово\n{: style="color:red" }', "атрибут «style»"),
        ('<p style="color:red">слово</p>', "атрибут «style»"),
        ("<style>p { color: red }</style>", "елемент <style>"),
        ('<p onclick="go()">слово</p>', "атрибут «onclick»"),
        ("<script>go()</script>", "скрипт"),
    ],
)
def test_a_page_by_hand_with_what_is_against_the_policy_is_refused(tmp_path: Path, text: str, said: str) -> None:
    project = small_project(tmp_path)
    (project / "content/hand.md").write_text(f"# Сторінка\n\n{text}\n", encoding="utf-8")
    done = run_plans("build", cwd=project)
    assert done.returncode != 0
    assert f"hand.md: {said} у тексті сторінки не діє" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
