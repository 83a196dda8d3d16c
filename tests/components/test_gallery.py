"""All examples of all components with the real style sheets: valid, accessible, readable on a phone, in any colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accessibility.markup import markup_problems
from accessibility.matrix import opened
from components.examples import Example, all_examples
from components.gallery import together, write_gallery
from theme import checks

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gallery")
    write_gallery(folder)
    return folder


def pages(gallery: Path) -> list[Path]:
    """Return the pages that stay; one that leads on at once is looked at in tests/addresses."""
    return [page for page in sorted(gallery.glob("*.html")) if 'http-equiv="refresh"' not in page.read_text("utf-8")]


def test_every_example_is_shown(gallery: Path) -> None:
    shown = "\n".join(page.read_text("utf-8") for page in gallery.glob("*.html"))
    assert [example.name for example in all_examples() if str(example.html) not in shown and not example.is_page] == []
    assert [example.name for example in all_examples() if example.is_page and example.rendered not in shown] == []


def test_what_may_stand_once_on_a_page_stands_on_another() -> None:
    first, second = [Example("contents", name, {"items": [["Далі", "#next"]]}) for name in ("a", "b")]
    plain = Example("ours", "c", {"text": "слово."})
    assert together([first, second, plain]) == [[first, plain], [second]]


def test_markup_is_valid(gallery: Path) -> None:
    assert markup_problems(gallery) == []


def looked_at(page: Page, colours: str = "light") -> list[str]:
    found = [*checks.axe_violations(page), *checks.layout_problems(page), *checks.structure_problems(page)]
    return [*found, *checks.forced_colour_problems(page)] if colours == "forced" else found


@pytest.mark.browser
@pytest.mark.slow
def test_nothing_is_wrong_at_any_width_and_in_any_colours(browser: Browser, gallery: Path) -> None:
    context = opened(browser)
    page = context.new_page()
    problems = []
    for file in pages(gallery):
        page.goto(file.as_uri())
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            problems += [f"{file.name}, {width}: {problem}" for problem in looked_at(page)]
        page.set_viewport_size({"width": 320, "height": 800})
        page.emulate_media(forced_colors="active")
        problems += [f"{file.name}, forced: {problem}" for problem in looked_at(page, "forced")]
        page.emulate_media(forced_colors="none", color_scheme="dark")
        problems += [f"{file.name}, dark: {problem}" for problem in checks.axe_violations(page, ("color-contrast",))]
        page.emulate_media(color_scheme="light")
        problems += [f"{file.name}, 400 %: {problem}" for problem in checks.reflow_problems(page)]
        problems += [f"{file.name}, spacing: {problem}" for problem in checks.spacing_problems(page)]
    context.close()
    assert problems == []
