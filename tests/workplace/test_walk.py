"""By Tab through every stop of each view on a small phone: seen, uncovered, pressed where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from theme.walk import SMALL_SCREENS, walked
from workplace.conftest import open_folder, started, view
from workplace.test_accessible import VIEWS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def phone(browser: Browser, workplace_site: str) -> Iterator[Page]:
    """The page on a phone of 320 px, started, with a plan."""
    width, height = SMALL_SCREENS[1]
    context = browser.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce", locale="uk-UA", accept_downloads=True
    )
    page = started(context, workplace_site)
    open_folder(page)
    yield page
    context.close()


@pytest.mark.parametrize("name", VIEWS)
def test_every_stop_is_seen(phone: Page, name: str) -> None:
    view(phone, name)
    phone.evaluate(
        "document.querySelector('a').focus()"
    )  # a view begins at its title: the walk, at the page's beginning
    found = walked(phone)
    assert found.problems == []
    assert found.stops > len(VIEWS) + 6
