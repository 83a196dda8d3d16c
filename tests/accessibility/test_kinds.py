"""A kind of page is declared once: it is built, looked at, dressed and weighed by that declaration."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from accessibility.kinds import ADDRESSES, KINDS, unvisited, visited
from bench.page_bytes import weighed
from generator.build import parts
from generator.build.recipe import assemble
from generator.model.settings import Settings
from generator.pages import kinds
from generator.pages.kinds import PageKind
from generator.reading.country_files import read_plans
from project import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.community import Community
    from generator.outputs.site_files import Page
    from generator.pages.site_context import SiteContext

ROOT = Path(__file__).parents[2]
SOUND = ROOT / "tests/bad_input/sound/plans"
SETTINGS = Settings(date(2026, 11, 22), "Плани громад", "https://example.org/plans/")
GLOSSARY = """
entries:
  - {term: УСЗН, kind: abbreviation, expansion: управління соціального захисту, meaning: Орган громади.}
"""
LEAFLET = PageKind("leaflet", "листівка", ("tables.css", "front.css"), template="search")


def pages_of(plans: Path) -> tuple[Page, ...]:
    return assemble(read_plans(plans), SETTINGS).pages


@pytest.fixture(scope="module")
def pages() -> tuple[Page, ...]:
    return pages_of(ROOT / "plans")


@pytest.mark.site
def test_every_kind_that_is_built_is_visited(pages: tuple[Page, ...]) -> None:
    assert unvisited(pages) == []


@pytest.mark.site
def test_every_kind_that_is_declared_is_built(pages: tuple[Page, ...]) -> None:
    assert {page.kind for page in pages} == {
        kind.id for kind in kinds.KINDS.values() if not (kind.by_hand or kind.large)
    }


@pytest.mark.site
def test_an_address_that_stands_for_a_kind_is_a_page_of_it(pages: tuple[Page, ...]) -> None:
    kind_of = {page.address: page.kind for page in pages}
    by_hand = {kind.id for kind in kinds.KINDS.values() if kind.by_hand}
    wrong = {
        address: (kind, kind_of.get(address))
        for kind, addresses in ADDRESSES.items()
        for address in addresses
        if kind not in by_hand and kind_of.get(address) != kind
    }
    assert wrong == {}


def test_pages_written_by_hand_are_of_declared_kinds() -> None:
    written = {
        plain(page.read_text(encoding="utf-8").split("---")[1]).get("kind", "text")
        for page in (ROOT / "content").rglob("*.md")
    }
    assert written == {kind.id for kind in kinds.KINDS.values() if kind.by_hand} - {"not-found"}


def test_style_sheets_of_kinds_are_there_and_alike_for_those_that_look_alike() -> None:
    looks: dict[str, set[tuple[str, ...]]] = {}
    for kind in kinds.KINDS.values():
        assert all((ROOT / "theme_overrides/assets" / sheet).is_file() for sheet in kind.sheets), kind.id
        looks.setdefault(kind.front_matter["kind"], set()).add(kind.sheets)
    assert {look for look, sheets in looks.items() if len(sheets) > 1} == set()


def with_leaflet(site: SiteContext, community: Community) -> Iterator[Page]:
    yield site.page(f"{community.address}leaflet/", "Листівка", "leaflet", {}, form="УСЗН")


def test_the_audit_asks_for_a_new_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "community_pages", with_leaflet)
    with pytest.raises(KeyError, match="leaflet"):
        pages_of(SOUND)  # not even built before it is declared
    monkeypatch.setitem(kinds.KINDS, "leaflet", LEAFLET)  # type: ignore[arg-type]
    built = pages_of(SOUND)
    [page] = [page for page in built if page.kind == "leaflet"]
    assert (page.meta["kind"], page.meta["sheets"]) == ("leaflet", ["tables.css", "front.css"])
    [asked] = unvisited(built)
    assert asked == (
        "вид сторінок «листівка» (leaflet), як-от nizhyn/leaflet/, ніхто не перевіряє: "
        "додайте адресу до tests/accessibility/kinds.py і виконайте make statement"
    )
    [last] = [kind for kind in visited(kinds.KINDS.values()) if kind not in KINDS]
    assert (last.name, last.addresses) == ("листівка", ())


@pytest.mark.parametrize(
    ("way", "explained"), [("BY_GLOSSARY", 'class="glossary"'), ("IN_ONE_LINE", "Скорочення: "), ("NOT_AT_ALL", "")]
)
def test_a_kind_says_how_its_pages_explain_abbreviations(
    monkeypatch: pytest.MonkeyPatch, way: str, explained: str
) -> None:
    leaflet = PageKind("leaflet", "листівка", (), kinds.Abbreviations[way], template="search")
    monkeypatch.setattr(parts, "community_pages", with_leaflet)
    monkeypatch.setitem(kinds.KINDS, "leaflet", leaflet)  # type: ignore[arg-type]
    files = {**read_plans(SOUND), "glossary.yml": GLOSSARY.encode()}
    [page] = [page for page in assemble(files, SETTINGS).pages if page.kind == "leaflet"]
    assert explained in page.markdown
    assert ("управління соціального захисту" in page.markdown) == bool(explained)


def test_the_bench_weighs_what_the_audit_visits() -> None:
    """Each address once, whatever is asked of it."""
    addresses = [address for _, address in weighed()]
    assert len(addresses) == len(set(addresses))
    assert set(addresses) == {urlsplit(address).path for kind in KINDS for address in kind.addresses}
