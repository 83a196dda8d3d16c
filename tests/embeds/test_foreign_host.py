"""A city's page on another origin with three of our pages in it, made with the very code that our pages offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from embeds.conftest import PUBLIC, code_on
from theme.checks import Wire, axe_violations, layout_problems

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
THREE = ("nizhyn/", "melitopol/strategy-2027/1-2/", "executors/caritas-chernihiv/")
HEIGHTS = "[...document.querySelectorAll('iframe')].map(frame => frame.offsetHeight)"
INNER = "Math.ceil(document.body.getBoundingClientRect().height)"


@pytest.fixture
def three(built_site, ours, host) -> str:
    return host("".join(code_on(built_site, address) for address in THREE).replace(PUBLIC, ours))


def settled(page: Page) -> list[int]:
    """Bring each frame into view and wait until it is as tall as the page in it (unseen frames stand still)."""
    heights = []
    for frame, inside in zip(page.locator("iframe").all(), page.frames[1:], strict=True):
        frame.scroll_into_view_if_needed()
        frame.content_frame.locator("h1").wait_for()
        for _ in range(100):
            outer, inner = frame.evaluate("frame => frame.offsetHeight"), inside.evaluate(INNER)
            if outer == inner:
                break
            page.wait_for_timeout(50)
        assert outer == inner
        heights.append(outer)
    return heights


def test_frames_are_named_and_as_tall_as_what_they_show(look, three) -> None:
    page = look(three, width=1280)
    wide = settled(page)
    titles = [frame.get_attribute("title") for frame in page.locator("iframe").all()]
    assert titles[0] == "Ніжинська міська територіальна громада"
    assert len(set(titles)) == 3
    assert all(height > 200 and height != 480 for height in wide)
    page.set_viewport_size({"width": 320, "height": 800})
    assert all(now > before for now, before in zip(settled(page), wide, strict=True))


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violations_in_host_and_frames(look, three, width: int, scheme: str) -> None:
    page = look(three, width=width, scheme=scheme)
    settled(page)
    assert axe_violations(page) == []
    for frame in page.frames[1:]:
        assert axe_violations(frame) == []
        assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_messages_of_others_change_nothing(look, three) -> None:
    page = look(three)
    before = settled(page)
    page.evaluate("""() => {
      postMessage({type: 'hromada-plans:height', version: 1, height: 900}, '*');
      const stranger = document.createElement('iframe');
      stranger.title = 'Чужа рамка';
      stranger.srcdoc = "<script>parent.postMessage({type: 'hromada-plans:height', version: 1, height: 901}, '*')</scr" + "ipt>";
      document.body.append(stranger);
    }""")
    page.frames[1].evaluate("parent.postMessage({type: 'hromada-plans:height', version: 1, height: 1e9}, '*')")
    page.wait_for_timeout(300)
    assert page.evaluate(HEIGHTS)[:3] == before


def test_with_scripts_stripped_frames_keep_their_height_and_links_stand_below(look, built_site, ours, host) -> None:
    code = "\n".join(code_on(built_site, address) for address in THREE).replace(PUBLIC, ours)
    page = look(host("\n".join(line for line in code.splitlines() if not line.startswith("<script"))))
    page.locator("iframe").last.scroll_into_view_if_needed()
    assert page.evaluate(HEIGHTS) == [480, 480, 480]
    assert [link.get_attribute("href") for link in page.locator("p > a").all()] == [ours + address for address in THREE]


def test_without_javascript_all_is_there_to_read(look, three) -> None:
    page = look(three, width=320, script=False)
    for frame in page.locator("iframe").all():
        frame.scroll_into_view_if_needed()
        inside = frame.content_frame
        inside.locator("h1").wait_for()
        assert inside.locator("h2").count() > 0
        assert "у новій вкладці" in inside.locator("main").inner_text()


def test_nobody_else_is_asked_for_anything(browser, three, ours) -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 2400}).new_page()
    wire = Wire(page)
    page.goto(three)
    settled(page)
    assert {url for url in wire.requests if not url.startswith((three, ours))} == set()
    assert page.context.cookies() == []
    page.context.close()


@pytest.mark.parametrize(
    "address", [*THREE, "kakhovka/children-families-2021-2026/", "nova-odesa/social-services-2026-2027/1/"]
)
@pytest.mark.parametrize(
    "query",
    [
        "",
        "?theme=dark&accent=teal",
        "?accent=brown",
        "?theme=light&accent=slate",
        "?theme=dark&accent=brown",
        "?theme=dark&accent=slate",
    ],
)
def test_every_kind_of_embed_in_every_colour(look, ours, address: str, query: str) -> None:
    page = look(f"{ours}{address}embed/{query}", width=320)
    assert axe_violations(page) == []
    assert layout_problems(page) == []
