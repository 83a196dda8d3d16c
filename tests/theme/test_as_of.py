"""A site that stopped being built says so, in the line of its date, in good Ukrainian, and moves nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from theme.demo import OpenPage

pytestmark = [pytest.mark.browser]
NOTHING = 0.001
"""Of the window: less than a pixel moved."""
DATE = "Станом на 22 листопада 2026 року"
SHIFTS = """() => new Promise(done => new PerformanceObserver(list => done(list.getEntries().map(one => one.value)))
    .observe({type: "layout-shift", buffered: true}) || setTimeout(() => done([]), 500))"""
PAGES = {
    "nizhyn/plan/1-2/": ".foot li:has(script)",
    "nizhyn/": ".foot li:has(script)",
    "nizhyn/embed/": "p:has(script)",
}


def line(open_page: OpenPage, site: str, path: str, now: str, **given: object) -> str:
    page = open_page("about:blank", **given)
    page.clock.set_fixed_time(now)
    page.goto(site + path)
    return page.inner_text(PAGES[path]).replace("\xa0", " ")


@pytest.mark.parametrize("path", PAGES)
def test_a_site_of_two_weeks_is_as_it_was(open_page: OpenPage, site: str, path: str) -> None:
    assert line(open_page, site, path, "2026-12-06T21:00:00") == DATE


@pytest.mark.parametrize(
    ("now", "days"),
    [
        ("2026-12-07T00:30:00", "15 днів"),
        ("2026-12-13T12:00:00", "21 день"),
        ("2026-12-14T12:00:00", "22 дні"),
        ("2027-03-03T23:00:00", "101 день"),
        ("2027-03-13T12:00:00", "111 днів"),
    ],
)
def test_an_older_one_says_how_old_it_is(open_page: OpenPage, site: str, now: str, days: str) -> None:
    said = f"{DATE}. Сайт не оновлювався {days}; сказане про строки може бути застарілим."
    assert line(open_page, site, "nizhyn/plan/1-2/", now) == said


@pytest.mark.parametrize("path", PAGES)
def test_every_kind_of_page_with_a_date_says_it(open_page: OpenPage, site: str, path: str) -> None:
    assert "не оновлювався 30 днів" in line(open_page, site, path, "2026-12-22T12:00:00")


def test_a_clock_that_is_behind_says_nothing(open_page: OpenPage, site: str) -> None:
    assert line(open_page, site, "nizhyn/", "2020-01-01T12:00:00") == DATE


def test_without_script_the_date_stands_alone(open_page: OpenPage, site: str) -> None:
    assert line(open_page, site, "nizhyn/", "2027-06-01T12:00:00", script=False) == DATE


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves(open_page: OpenPage, site: str, path: str) -> None:
    page = open_page("about:blank", width=320)
    page.set_viewport_size({"width": 320, "height": 9000})  # all of the page is seen at once
    page.clock.set_fixed_time("2026-12-22T12:00:00")
    page.goto(site + path)
    assert "не оновлювався" in page.inner_text(PAGES[path])
    assert sum(page.evaluate(SHIFTS)) < NOTHING
