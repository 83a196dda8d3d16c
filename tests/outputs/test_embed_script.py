"""The host's height script in a real browser: a host page and our frames on two origins, nothing on the network."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from outputs.sample import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, Route

SCRIPT = ROOT / "theme_overrides/assets/embed.js"
HOST, OURS, OTHER = "https://city.example", "https://plans.example", "https://stranger.example"
TYPE = "hromada-plans:height"
SENDS_HEIGHT = (
    "<script>parent.postMessage({type: 'hromada-plans:height', version: 1,"
    " height: +new URLSearchParams(location.search).get('h')}, '*')</script>"
)
ANSWERS_WHEN_ASKED = (
    "<script>addEventListener('message', function (event) { if (event.data.type === 'hromada-plans:ask')"
    " parent.postMessage({type: 'hromada-plans:height', version: 1, height: 777}, '*') })</script>"
)
FORGES = "<script>parent.postMessage({type: 'hromada-plans:height', version: 1, height: 900}, '*')</script>"
TAG = f'<script src="{OURS}/base/embed.js"></script>'

pytestmark = pytest.mark.browser


def frame(query: str, origin: str = f"{OURS}/base", name: str = "embed") -> str:
    return f'<iframe src="{origin}/{name}/?{query}" title="т" width="100%" height="480" style="border:0"></iframe>'


@pytest.fixture
def host(browser: Browser) -> Iterator[Callable[[str], Page]]:
    """Open a host page with the body given; frames of ours send the height that their address names."""
    context = browser.new_context()
    page = context.new_page()

    def opened(body: str) -> Page:
        def answer(route: Route) -> None:
            address = route.request.url
            if address.endswith("/embed.js"):
                route.fulfill(body=SCRIPT.read_text(encoding="utf-8"), content_type="text/javascript")
            elif address.startswith(HOST):
                route.fulfill(body=f"<!DOCTYPE html><title>т</title>{body}", content_type="text/html")
            elif address.startswith(OTHER):
                route.fulfill(body=FORGES, content_type="text/html")
            else:
                asked = "/asked/" in address
                route.fulfill(body=ANSWERS_WHEN_ASKED if asked else SENDS_HEIGHT, content_type="text/html")

        context.route("**/*", answer)
        page.goto(f"{HOST}/")
        return page

    yield opened
    context.close()


HEIGHTS = "[...document.querySelectorAll('iframe')].map(frame => frame.offsetHeight)"


def become(page: Page, *expected: int) -> bool:
    """Wait until the frames have the heights expected; the test fails when they never do."""
    return bool(page.wait_for_function(f"expected => `${{{HEIGHTS}}}` === `${{expected}}`", arg=list(expected)))


def stay(page: Page, *expected: int) -> bool:
    """Return messages time to do harm, then say whether the frames still have the heights expected."""
    page.wait_for_timeout(150)
    return page.evaluate(HEIGHTS) == list(expected)


def test_script_is_small():
    assert len(gzip.compress(SCRIPT.read_bytes(), mtime=0)) < 1024


def test_each_frame_takes_its_own_height(host):
    assert become(host(TAG + frame("h=310") + frame("h=620.2") + frame("h=1500")), 310, 621, 1500)


def test_loaded_twice_it_works_once(host):
    page = host(TAG + TAG + frame("h=300"))
    assert become(page, 300)
    assert page.evaluate("Object.keys(window).filter(key => key.startsWith('hromada-plans:')).length") == 1


@pytest.mark.parametrize("height", ["0", "-5", "49", "20001", "NaN", "Infinity", "1e99"])
def test_height_out_of_range_is_ignored(host, height):
    assert stay(host(TAG + frame(f"h={height}")), 480)


def test_stranger_changes_nothing(host):
    page = host(TAG + frame("h=300") + frame("", OTHER))
    assert become(page, 300, 480)
    assert stay(page, 300, 480)


@pytest.mark.parametrize(
    "message",
    [
        "{type: 'hromada-plans:height', version: 1, height: 900}",
        "{type: 'hromada-plans:height', version: 2, height: 900}",
        "{type: 'other', version: 1, height: 900}",
        "null",
        "'hromada-plans:height'",
    ],
)
def test_message_forged_by_the_host_page_is_ignored(host, message):
    page = host(TAG + frame("h=300"))
    assert become(page, 300)
    page.evaluate(f"window.postMessage({message}, '*')")
    assert stay(page, 300)


@pytest.mark.parametrize(
    "data", ["version: 2, height: 900", "version: 1, height: '900'", "version: 1, height: [900]", "version: 1"]
)
def test_wrong_message_of_our_own_frame_is_ignored(host, data):
    page = host(TAG + frame("h=300"))
    assert become(page, 300)
    page.frames[1].evaluate(f"parent.postMessage({{type: '{TYPE}', {data}}}, '*')")
    assert stay(page, 300)


def test_frame_of_another_site_on_our_origin_is_ignored(host):
    assert stay(host(TAG + frame("h=300", f"{OURS}/elsewhere")), 480)


def test_frames_that_were_ready_first_are_asked_again(host):
    page = host(frame("", name="asked"))
    assert stay(page, 480)
    page.add_script_tag(url=f"{OURS}/base/embed.js")
    assert become(page, 777)


def test_without_the_script_frames_keep_their_height(host):
    assert stay(host(frame("h=300")), 480)
