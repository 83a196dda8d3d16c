"""The pages «Зміни» say the same as the feeds, and say what they can't know."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import unescape
from pathlib import Path

import pytest

from generator.history.changes import Change, ChangeKind, DatedChange
from generator.history.history import History
from generator.model.settings import Settings
from generator.pages.changes import changes_page, community_changes_page, history_words
from generator.pages.site_context import SiteContext
from project import real_catalogue

ROOT = Path(__file__).parents[2]
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def catalogue():
    return real_catalogue()


def change(address: str, sentence: str, when: datetime) -> DatedChange:
    name = "План дій із соціальних послуг, 2025"
    told = Change(ChangeKind.TERM_CHANGED, "nizhyn", "nizhyn/social-services-2025", name, "x", address, sentence)
    return DatedChange(told, when, "abc")


def unbound(markdown: str) -> str:
    return markdown.replace("\xa0", " ")


@pytest.mark.parametrize("folder", ["", "nizhyn/", "kakhovka/"])
def test_every_entry_of_the_feed_is_on_the_page(built_site: Path, folder: str) -> None:
    feed = ET.parse(built_site / folder / "changes.xml").getroot()  # noqa: S314 - our own output
    page = unescape((built_site / folder / "changes/index.html").read_text(encoding="utf-8"))
    page = re.sub(r'<span class="visually-hidden">[^<]*</span>', "", page)
    page = re.sub("</?(?:abbr|span)[^>]*>", "", page)
    sentences = [entry.findtext(f"{ATOM}summary") for entry in feed.iter(f"{ATOM}entry")]
    assert len(sentences) == page.count("<li><p><strong>")
    assert [sentence for sentence in sentences if sentence not in page] == []


def test_links_lead_only_to_what_stands(catalogue) -> None:
    when = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    changes = (
        change("nizhyn/social-services-2025/1-2/#m-1-2-1", "Змінено строк: було «Постійно», стало «2026».", when),
        change("nizhyn/social-services-2025/9-9/#m-9-9-9", "Змінено строк у заході, якого вже немає.", when),
    )
    site = SiteContext(Settings(date(2026, 11, 22)), catalogue, History(changes, when, complete=True))
    markdown = unbound(changes_page(site).markdown)
    assert '<a href="../nizhyn/social-services-2025/1-2/#m-1-2-1">Змінено строк: було «Постійно»' in markdown
    assert "Ніжин. Змінено строк у заході, якого вже немає.</p>" in markdown
    assert "## 2 березня 2026 року {#d-2026-03-02}" in markdown, "days are those of Kyiv"


def test_promises_and_reports_come_first_and_housekeeping_last(catalogue) -> None:
    when = datetime(2026, 3, 1, 12, tzinfo=UTC)
    promise = change("nizhyn/social-services-2025/1-2/", "Змінено строк.", when)
    ours = replace(
        promise, change=replace(promise.change, kind=ChangeKind.OURS_CHANGED, sentence="Змінено пояснення."),
        when=when + timedelta(days=30),
    )  # fmt: skip
    site = SiteContext(Settings(date(2026, 11, 22)), catalogue, History((promise, ours), when, complete=True))
    for page in (changes_page(site), community_changes_page(site, catalogue.community("nizhyn"))):
        told = unbound(page.markdown)
        places = [
            told.index(words) for words in ("Змінено строк.", "## Оновлення самого сайту {#site}", "Змінено пояснення.")
        ]
        assert places == sorted(places)
        assert "### 31 березня 2026 року {#site-2026-03-31}" in told


def test_without_history_the_page_says_so(catalogue) -> None:
    site = SiteContext(Settings(date(2026, 11, 22)), catalogue)
    pages = [changes_page(site), *(community_changes_page(site, home) for home in catalogue.communities)]
    assert [page.address for page in pages] == ["changes/", *(f"{home.id}/changes/" for home in catalogue.communities)]
    assert all("Історії версій тут немає, бо сайт зібрано з копії без неї." in unbound(page.markdown) for page in pages)
    assert "Затверджено: План дій із соціальних послуг, 2025." in unbound(pages[0].markdown)


def test_how_far_back_it_reaches() -> None:
    since = datetime(2026, 1, 31, 12, tzinfo=UTC)
    assert "від 31 січня 2026 року: тоді плани вперше записано тут" in history_words(History((), since, complete=True))
    assert "старіших не показано" in history_words(History((), since, complete=False))


def test_headings_are_days_newest_first(built_site: Path) -> None:
    page = (built_site / "changes/index.html").read_text(encoding="utf-8")
    for level, opening in (("h2", "d"), ("h3", "site")):
        days = re.findall(rf'<{level} id="{opening}-([\d-]+)">', page)
        assert days == sorted(days, reverse=True)
        assert len(days) == len(set(days)) > (opening == "d")
