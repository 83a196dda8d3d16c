"""Every kind of page of the real site in every state: nothing that axe or our own checks can find."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accessibility.kinds import KINDS, Kind
from accessibility.matrix import examined

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PAGES = [pytest.param(kind, address, id=f"{kind.id}-{address}") for kind in KINDS for address in kind.addresses]


@pytest.mark.parametrize(("kind", "address"), PAGES)
def test_nothing_is_wrong_in_any_state(browser: Browser, site: str, kind: Kind, address: str) -> None:
    assert examined(browser, site, kind, address).problems == []
