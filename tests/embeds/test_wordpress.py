"""Our page's address pasted into WordPress: its sandbox, its secret, its messages; and themes that reset frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from embeds.conftest import PUBLIC, code_on

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
MARK = "k1Ab9"
PAGE = "kakhovka/"
LEAST, MOST = 200, 1000
"""Pixels between which WordPress lets a frame grow."""
HOST_SCRIPT = f"""<script>
addEventListener("message", event => {{
  const said = event.data, frame = document.querySelector(`iframe[data-secret="${{said.secret}}"]`);
  if (!frame || event.source !== frame.contentWindow) return;
  if (said.message === "height") frame.height = Math.min(Math.max(parseInt(said.value), {LEAST}), {MOST});
  const to = said.message === "link" && new URL(said.value);
  if (to && to.host === new URL(frame.src).host && document.activeElement === frame) top.location.href = said.value;
}});
</script>"""


def frame(ours: str, *, hears: bool) -> str:
    """Return the frame that WordPress makes of our address, and what its script does with messages (core, 6.x)."""
    return (
        f'<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" title="План" width="600" '
        f'height="400" src="{ours}{PAGE}embed/#?secret={MARK}" data-secret="{MARK}"></iframe>'
        f"{HOST_SCRIPT if hears else ''}"
    )


def first_link(page: Page) -> None:
    page.frame_locator("iframe").locator("main a[href]").first.click()


def test_height_follows_and_links_open(look, ours, host) -> None:
    page = look(host(frame(ours, hears=True)))
    page.wait_for_function("document.querySelector('iframe').offsetHeight !== 400")
    inside = page.frames[1].evaluate("Math.ceil(document.body.getBoundingClientRect().height)")
    assert page.locator("iframe").evaluate("frame => frame.offsetHeight") in {
        min(max(inside, LEAST), MOST),
        min(max(inside, LEAST), MOST) + 4,  # the border that a frame without styles has
    }
    link = page.frame_locator("iframe").locator("main a[href]").first.evaluate("link => link.href")
    first_link(page)
    page.wait_for_url(link)


def test_a_host_that_does_not_hear_gets_the_page_in_the_frame(look, ours, host) -> None:
    page = look(host(frame(ours, hears=False)))
    there = page.url
    link = page.frame_locator("iframe").locator("main a[href]").first.evaluate("link => link.href")
    first_link(page)
    page.frames[1].wait_for_url(link)
    expect(page.frame_locator("iframe").locator("h1")).to_be_visible()
    assert page.url == there


def test_the_keyboard_opens_links_too(look, ours, host) -> None:
    page = look(host(frame(ours, hears=True)))
    link = page.frame_locator("iframe").locator("main a[href]").first
    to = link.evaluate("link => link.href")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(to)


@pytest.mark.parametrize("script", [True, False])
def test_a_theme_that_resets_frames_leaves_the_height_of_the_code(look, built_site, ours, host, script: bool) -> None:
    resets = "<style>iframe { max-width: 100%; height: auto !important }</style>"
    page = look(host(resets + code_on(built_site, PAGE).replace(PUBLIC, ours)), script=script)
    if script:
        inner = "Math.ceil(document.body.getBoundingClientRect().height)"
        page.wait_for_function("document.querySelector('iframe').offsetHeight !== 480")
        assert page.locator("iframe").evaluate("frame => frame.offsetHeight") == page.frames[1].evaluate(inner)
    else:
        assert page.locator("iframe").evaluate("frame => frame.offsetHeight") >= 480
