from datetime import UTC, date, datetime
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import feedparser

from generator.history.changes import Change, ChangeKind, DatedChange
from generator.history.differences import differences
from generator.history.history import History
from generator.model.settings import Settings
from generator.outputs.assets import all_changes
from generator.outputs.feeds import MOST_ENTRIES, community_feed, site_feed
from outputs.sample import Site, edited

ATOM = "{http://www.w3.org/2005/Atom}"


def parsed(content):
    feed = feedparser.parse(content)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


def test_feeds_have_an_entry_for_each_approval_and_report(any_site):
    for community in any_site.catalogue.communities:
        feed = parsed(any_site.assets[f"{community.address}changes.xml"])
        acts = sum(plan.record.act is not None for plan in community.plans)
        reports = sum(len(measure.entries) for plan in community.plans for measure in plan.all_measures())
        assert len(feed.entries) == acts + reports
    assert len(parsed(any_site.assets["changes.xml"]).entries) == len(all_changes(any_site.catalogue, None))


def test_history_stands_in_the_feeds(site, catalogue):
    later = edited(plan=("term: Постійно", "term: до 1 грудня 2026 року"))
    when = datetime(2025, 8, 1, 10, tzinfo=UTC)
    changes = tuple(DatedChange(change, when, "abc") for change in differences(catalogue, later))
    told = all_changes(later, History(changes, when, complete=True))
    feed = parsed(community_feed(later.communities[0], told, site.settings).content)
    newest = feed.entries[0]
    assert newest.summary == "Змінено строк заходу 1.1.2: було «Постійно», стало «до 1 грудня 2026 року»."
    assert newest.link == "https://example.org/plans/zelenivka/plan-2025/1-1/#m-1-1-2"
    assert newest.tags[0].term == "term-changed"
    assert newest.updated == "2025-08-01T10:00:00Z"
    assert feed.feed.updated == newest.updated


def test_site_feed_names_the_community(site):
    assert parsed(site.assets["changes.xml"]).entries[0].title.startswith("Зеленівка. Звіт про захід")
    assert parsed(site.assets["zelenivka/changes.xml"]).entries[0].title.startswith("Звіт про захід")


def test_what_the_standard_requires_is_there(any_site):
    for address, content in any_site.assets.items():
        if not address.endswith("changes.xml"):
            continue
        feed = ET.fromstring(content)  # noqa: S314 - our own output
        assert all(len(feed.findall(f"{ATOM}{name}")) == 1 for name in ("id", "title", "updated", "author"))
        ids = [feed.findtext(f"{ATOM}id")]
        for entry in feed.findall(f"{ATOM}entry"):
            assert all(
                len(entry.findall(f"{ATOM}{name}")) == 1 for name in ("id", "title", "updated", "summary", "content")
            )
            ids.append(entry.findtext(f"{ATOM}id"))
        assert len(ids) == len(set(ids))


def test_ids_do_not_depend_on_where_or_when_the_site_stands(site, catalogue):
    moved = Site(Settings(date(2026, 1, 1), site_url="https://other.example"), catalogue)
    ids = [[entry.id for entry in parsed(one.assets["changes.xml"]).entries] for one in (site, moved)]
    assert ids[0] == ids[1]


def test_links_are_relative_while_the_site_has_no_address(homeless):
    feed = ET.fromstring(homeless.assets["zelenivka/changes.xml"])  # noqa: S314 - our own output
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    page = "https://x.org/base/zelenivka/changes.xml"
    assert urljoin(page, links["self"]) == page
    assert urljoin(page, links["alternate"]) == "https://x.org/base/zelenivka/"


def test_markup_and_control_characters_do_no_harm(site, catalogue):
    change = Change(
        ChangeKind.REPORT, "zelenivka", "p", "<b>", "1", "zelenivka/", "<script>&\x0b]]></script>", ("a\nb",)
    )
    content = site_feed(catalogue, [DatedChange(change, datetime(2025, 1, 1, tzinfo=UTC))], site.settings).content
    assert ET.fromstring(content).findtext(f"{ATOM}entry/{ATOM}summary") == "<script>&]]></script>"  # noqa: S314
    parsed(content)


def test_feed_keeps_to_the_newest(site, catalogue):
    change = Change(ChangeKind.REPORT, "zelenivka", "p", "План", "1", "zelenivka/", "Звіт.")
    many = [
        DatedChange(change, datetime(2025, 1, 1 + number % 28, tzinfo=UTC), ordinal=number) for number in range(150)
    ]
    feed = parsed(site_feed(catalogue, many, site.settings).content)
    assert len(feed.entries) == MOST_ENTRIES
    assert feed.entries[0].updated == "2025-01-28T00:00:00Z"


def test_feed_without_changes_is_dated_by_the_edition(site, catalogue):
    feed = parsed(site_feed(catalogue, [], site.settings).content)
    assert (feed.entries, feed.feed.updated) == ([], "2025-11-22T00:00:00Z")
