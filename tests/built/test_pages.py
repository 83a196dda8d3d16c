"""The built site as a whole: addresses, links under a base path, headings, nothing from third parties."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from built.pages import Document, pages_of, read

BASE = "https://example.org/plans/"
ADDRESSES = [
    "", "communities/", "executors/", "nizhyn/", "nizhyn/social-services-2025/", "nizhyn/social-services-2025/1-2/",
    "melitopol/strategy-2027/text/introduction/", "nizhyn/executors/uszn/", "executors/caritas-chernihiv/",
    "topics/older-people/", "terms/", "search/", "data/", "data/index.json", "about/", "accessibility/", "guide/",
    "settings/", "glossary/", "chernihiv/social-services-2025/", "nova-odesa/social-services-2026-2027/",
    "kakhovka/children-families-2021-2026/", "nizhyn/social-services-2025/plan.json",
    "nizhyn/social-services-2025/plan.csv", "nizhyn/social-services-2025/plan.xlsx", "nizhyn/calendar.ics",
    "nizhyn/changes.xml", "404.html", "sitemap.xml",
]  # fmt: skip


def address_of(site: Path, page: Path) -> str:
    return page.relative_to(site).as_posix().removesuffix("index.html")


def file_of(site: Path, address: str) -> Path:
    return site / (f"{address}index.html" if not address or address.endswith("/") else address)


@pytest.fixture(scope="session")
def documents(built_site: Path) -> dict[str, Document]:
    """Every page by its address below the base path."""
    return {address_of(built_site, page): read(page) for page in pages_of(built_site)}


@pytest.mark.parametrize("address", ADDRESSES)
def test_promised_address_exists(built_site: Path, address: str) -> None:
    assert file_of(built_site, address).is_file()


def broken_links(site: Path, documents: dict[str, Document], address: str) -> list[tuple[str, str]]:
    broken = []
    for link in [*documents[address].links, *documents[address].loaded]:
        target, fragment = urldefrag(urljoin(BASE + address, link))
        if urlsplit(target).netloc != "example.org" or urlsplit(target).scheme != "https":
            continue
        inside = urlsplit(target).path.removeprefix("/plans/")
        known = documents.get(inside)
        lost_fragment = fragment and known and fragment not in known.ids
        if not target.startswith(BASE) or not file_of(site, inside).is_file() or lost_fragment:
            broken.append((address, link))
    return broken


def test_no_link_is_broken_under_a_base_path(built_site: Path, documents: dict[str, Document]) -> None:
    assert [link for address in documents for link in broken_links(built_site, documents, address)] == []


def test_nothing_is_loaded_from_elsewhere(documents: dict[str, Document]) -> None:
    foreign = {
        (address, link)
        for address, document in documents.items()
        for link in document.loaded
        if urlsplit(urljoin(BASE, link)).netloc != "example.org"
    }
    assert foreign == set()


def test_every_page_has_one_h1_and_skips_no_level(documents: dict[str, Document]) -> None:
    wrong = {
        address: document.headings
        for address, document in documents.items()
        if document.headings.count(1) != 1 or any(later - earlier > 1 for earlier, later in pairwise(document.headings))
    }
    assert wrong == {}


def test_ids_are_unique_on_every_page(documents: dict[str, Document]) -> None:
    repeated = {
        address: [name for name, count in Counter(document.ids).items() if count > 1]
        for address, document in documents.items()
    }
    assert {address: names for address, names in repeated.items() if names} == {}


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "ТГ – територіальна громада"),
        ("kakhovka/executors/tsml/notice/", "ЦМЛ – центральна міська лікарня"),
        ("executors/caritas-chernihiv/notice/", "БО – благодійна організація; БФ – благодійний фонд"),
        ("nizhyn/executors/uszn/embed/", "УСЗН – "),
    ],
)
def test_pages_without_a_glossary_say_abbreviations_in_words(
    documents: dict[str, Document], address: str, said: str
) -> None:
    assert re.search(rf"Скорочення: [^\n]*{said}", documents[address].text)


def test_occupied_communities_say_so_once_on_their_pages(documents: dict[str, Document]) -> None:
    for community in ("kakhovka", "melitopol"):
        assert len(re.findall("окупац|окупован", documents[f"{community}/"].text)) == 1


def test_document_that_breaks_off_says_so(documents: dict[str, Document]) -> None:
    assert "строку в документі немає" in documents["nizhyn/social-services-2025/3-3/"].text
    assert "обривається" in documents["nizhyn/social-services-2025/"].text
