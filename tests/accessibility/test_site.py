"""The whole built site: markup of every page, bytes of a first view, anchors that can be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from accessibility.kinds import KINDS, LARGEST, SHELL, Kind
from accessibility.markup import markup_problems
from bench.page_bytes import first_view
from built.pages import pages_of, read

if TYPE_CHECKING:
    from pathlib import Path

BARE = re.compile(r"_\d+|\d.*|-*")
"""What Python-Markdown leaves of a heading in Ukrainian letters."""


@pytest.mark.slow
def test_markup_of_every_page_is_valid(built_site: Path) -> None:
    assert markup_problems(built_site) == []


def test_anchors_of_headings_can_be_read(built_site: Path) -> None:
    bare = {name for page in pages_of(built_site) for name in read(page).ids if BARE.fullmatch(name)}
    assert bare == set()


def test_front_matter_is_nowhere_printed(built_site: Path) -> None:
    printed = [page for page in pages_of(built_site) if re.search(r"<p>title: |\bcrumbs:", page.read_text("utf-8"))]
    assert printed == []


WITH_OWN_SCRIPTS = {"embed-help", "settings"}
PAGES = [(kind, address) for kind in KINDS for address in kind.addresses if not kind.results and kind.id != "not-found"]


@pytest.mark.parametrize(("kind", "address"), PAGES, ids=lambda given: given if isinstance(given, str) else given.id)
def test_first_view_is_light(built_site: Path, kind: Kind, address: str) -> None:
    alone, whole = first_view(built_site, address)
    if not kind.is_long:
        assert whole <= LARGEST, f"{whole} bytes, of them {alone} the page itself"
    if kind.id not in WITH_OWN_SCRIPTS:
        assert whole - alone <= SHELL, "style sheets and scripts"
