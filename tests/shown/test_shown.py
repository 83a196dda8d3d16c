"""Every value that a template prints stands in a file here, letter for letter: what is left out is noticed at once.

`[[name]]` stands there for a piece of a page that is a component: its own values are in the file of components.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from generator.pages.environment import component_environment, page_environment
from shown.files import FILES
from shown.in_examples import shown_in_examples
from shown.marking import outputs_in, outputs_of, plain
from shown.on_pages import shown_on_pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOT_SHOWN = {
    "accessibility.md.j2: ": "what the audit found: tests/accessibility/test_statement.py",
    'audience.md.j2: component("staff-hint"': "for a site without an address",
    "audience.md.j2: if part.rest": "for more than fits a sheet: tests/pages/test_audiences.py",
    "audience.md.j2: part.rest": "for more than fits a sheet",
    "changes.md.j2: if cut": "for more changes than a page tells",
    "embed-help.md.j2: component(": "for a site without an address",
    "embed-help.md.j2: else": "for more communities than can be chosen from",
    "embed-help.md.j2: community.record.name": "for more communities than can be chosen from",
    'embed-help.md.j2: url(community.address ~ "#embed")': "for more communities than can be chosen from",
    "glossary.md.j2: if not": "for a site whose texts need no explanation: tests/pages/test_whose_site.py",
    "home.md.j2: else": "for a site on which nothing is published, or no term is still to come",
    'notice.md.j2: component("staff-hint"': "for a site without an address",
    "plan.md.j2: if more_chapters": "for a document of more chapters than its page lists",
    "plan.md.j2: more_chapters": "for a document of more chapters than its page lists",
    "plan.md.j2: url(plan.texts_address)": "for a document of more chapters than its page lists",
    "terms.md.j2: else": "for a site on which no term is still to come",
}
"""How outputs begin that no page of the made-up communities has, and why."""


@cache
def made(lines: Callable[[], list[str]]) -> list[str]:
    return lines()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_templates_show_what_they_showed(file: Path) -> None:
    assert plain(made(FILES[file])) == file.read_text(encoding="utf-8"), "якщо так і має бути: make shown"


def test_every_output_of_a_page_is_shown() -> None:
    unseen = outputs_of(page_environment()) - outputs_in(made(shown_on_pages))
    assert {name for name in unseen if not name.startswith((*NOT_SHOWN,))} == set(), "доповніть плани поруч"


def test_every_output_of_a_component_is_shown() -> None:
    unseen = outputs_of(component_environment()) - outputs_in(made(shown_in_examples))
    assert unseen == set(), "додайте приклад до spec.yml"
