"""The menu leads to no page that has nothing to show."""

from __future__ import annotations

from types import SimpleNamespace

from generator.build.mkdocs.menu import leave_out_empty

MENU = [
    {"title": "Теми", "url": "topics/"},
    {"title": "Строки", "url": "terms/"},
    {"title": "Рада", "url": "https://rada.gov.ua/"},
]


def test_an_entry_that_leads_to_an_empty_page_is_left_out() -> None:
    config = SimpleNamespace(extra={"menu": list(MENU)})
    leave_out_empty(config, {"topics/"})
    assert config.extra["menu"] == MENU[1:]


def test_other_entries_stay() -> None:
    config = SimpleNamespace(extra={"menu": list(MENU)})
    leave_out_empty(config, set())
    assert config.extra["menu"] == MENU
