"""What a listener hears until the first measure, and how many stops it is away."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from accessibility.kinds import KINDS, MELITOPOL, NIZHYN, Kind
from accessibility.matrix import opened, settled
from heard.route import CHANGE, RESULT, route_to_first
from heard.tree import heard_lines, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

MOST_STOPS = 8
"""From the top of a page to its first measure; issue of the people who listened."""
LONG = 40
"""Signs of a line that nobody says twice on purpose."""
PAGES = ("", "nizhyn/", NIZHYN, MELITOPOL, f"{NIZHYN}1-3/", f"{MELITOPOL}1-2/", "nizhyn/executors/uszn/",
         "executors/caritas-chernihiv/", "topics/older-people/", "terms/")  # fmt: skip


@pytest.fixture(scope="module")
def listener(browser: Browser) -> Iterator[Page]:
    context = opened(browser, 1280)
    yield context.new_page()
    context.close()


@pytest.mark.slow
@pytest.mark.parametrize("address", PAGES)
def test_the_first_measure_is_eight_stops_away_at_most(listener: Page, site: str, address: str) -> None:
    listener.goto(urljoin(site, address))
    route = route_to_first(listener)
    assert route is not None
    assert route.stops <= MOST_STOPS


@pytest.mark.slow
@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("search/?q=патронат", RESULT),
        ("search/?q=догляд&c=nizhyn", RESULT),
        ("changes/", CHANGE),
        ("nizhyn/changes/", CHANGE),
    ],
)
def test_the_first_result_and_the_first_change_are_eight_stops_away_at_most(
    listener: Page, site: str, address: str, what: str
) -> None:
    listener.goto(urljoin(site, address))
    listener.wait_for_selector(what, state="attached")
    route = route_to_first(listener, what)
    assert route is not None
    assert route.stops <= MOST_STOPS


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_nothing_empty_and_nothing_twice_is_heard(listener: Page, site: str, kind: Kind) -> None:
    for address in kind.addresses:
        listener.goto(urljoin(site, address))
        settled(listener, kind)
        lines = heard_lines(listener)
        pairs = list(pairwise(lines))
        assert [line for line in lines if line.endswith(": ]") or line == "список, 0"] == []
        assert [after for line, after in pairs if line == "•"] == []
        if not kind.is_long:  # cells of a document's table say again what the document says again
            assert [line for line, after in pairs if line == after and len(line) > LONG] == []


def test_lines_say_role_level_and_name() -> None:
    tree = [
        {"nodeId": "1", "role": {"value": "RootWebArea"}, "childIds": ["2", "4", "8"]},
        {"nodeId": "2", "role": {"value": "heading"}, "childIds": ["3"],
         "properties": [{"name": "level", "value": {"value": 2}}]},
        {"nodeId": "3", "role": {"value": "StaticText"}, "name": {"value": "Ціль 1.1"}},
        {"nodeId": "4", "role": {"value": "list"}, "childIds": ["5"]},
        {"nodeId": "5", "role": {"value": "listitem"}, "childIds": ["6", "7"]},
        {"nodeId": "6", "role": {"value": "link"}, "name": {"value": "Захід"}},
        {"nodeId": "7", "role": {"value": "StaticText"}, "name": {"value": " – до липня"}},
        {"nodeId": "8", "role": {"value": "navigation"}, "name": {"value": "Шлях"}, "childIds": []},
    ]  # fmt: skip
    assert lines_of(tree) == [
        "заголовок 2: Ціль 1.1",
        "список, 1",
        "• [посилання: Захід] – до липня",
        "<навігація: Шлях>",
    ]
