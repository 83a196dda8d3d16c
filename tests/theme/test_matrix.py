"""Every page of the demo × width × colours × JavaScript × state: no violation of any impact."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from theme import checks
from theme.demo import PAGES

if TYPE_CHECKING:
    from theme.demo import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDTHS = [320, 900, 1280]
MODES = {"light": ("light", "none"), "dark": ("dark", "none"), "forced": ("light", "active")}


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("path", PAGES)
def test_no_violation_in_any_state(open_page: OpenPage, path: str, script: bool) -> None:
    page = open_page(path, script=script)
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for mode, (scheme, forced) in MODES.items():
            page.emulate_media(color_scheme=scheme, forced_colors=forced, media="screen")
            states = ["default", "menu open"] if page.locator(".menu > summary").is_visible() else ["default"]
            for state in states:
                if state == "menu open":
                    page.locator(".menu > summary").click()
                problems = [
                    *checks.axe_violations(page),
                    *checks.layout_problems(page),
                    *checks.structure_problems(page),
                ]
                if forced == "active":
                    problems += checks.forced_colour_problems(page)
                found += [f"{width} {mode} {state}: {p}" for p in problems]
            if len(states) == 2:
                page.locator(".menu > summary").click()
        page.emulate_media(media="print", color_scheme="light", forced_colors="none")
        found += [f"{width} print: {p}" for p in checks.axe_violations(page)]
        page.emulate_media(media="screen")
    assert found == []


@pytest.mark.parametrize(
    "view",
    [
        '{"contrast":"more"}',
        '{"scheme":"dark","contrast":"more","size":"largest"}',
        '{"spacing":"widest","size":"large","width":"full"}',
    ],
)
@pytest.mark.parametrize("path", ["nizhyn/plan/", "nizhyn/plan/1-2/", "settings/"])
def test_no_violation_under_display_settings(open_page: OpenPage, path: str, view: str) -> None:
    page = open_page(path, width=390, view=view)
    enhanced = checks.axe_violations(page, ("color-contrast-enhanced",))
    assert [*checks.axe_violations(page), *enhanced, *checks.layout_problems(page)] == []


@pytest.mark.parametrize("accent", ["indigo", "teal", "brown", "slate"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_accents_of_an_embed_keep_contrast(open_page: OpenPage, theme: str, accent: str) -> None:
    page = open_page(f"nizhyn/embed/?theme={theme}&accent={accent}", width=480)
    assert checks.axe_violations(page, ("color-contrast-enhanced", "color-contrast")) == []
