"""What a site publishes: worked out from plans/ as it is really built, and entered in the list of addresses."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.build.built_addresses import PublishedPage, addresses, answering, published
from generator.commands.addresses import check_addresses
from generator.commands.outcome import Outcome
from generator.model.drafts import published as without_drafts
from generator.model.reserved_names import FROM_PLANS, IN_SITE
from generator.outputs.address_list import HEAD, lines_of, list_of
from generator.outputs.feeds import entry_id
from generator.outputs.published import FEED, PROMISE, UID, published_of_plans
from generator.reading.country_files import read_plans
from generator.rules.load import load
from generator.source.disk import ADDRESSES, read_files
from project import AS_OF, ROOT

TODAY = date.fromisoformat(AS_OF)


@pytest.fixture(scope="module")
def worked_out() -> set[str]:
    return published_of_plans(without_drafts(load(read_plans(ROOT / "plans"), as_of=TODAY).catalogue))


def test_pages_files_and_anchors_are_those_of_the_built_site(built_site: Path, worked_out: set[str]) -> None:
    found = addresses(published(built_site))
    from_plans = {one for one in found if "/" in one and one.split("/")[0] not in IN_SITE - FROM_PLANS}
    assert {one for one in worked_out if not one.startswith((UID, FEED, PROMISE))} == from_plans


def test_events_are_those_of_the_built_calendars(built_site: Path, worked_out: set[str]) -> None:
    calendars = [file.read_bytes().replace(b"\r\n ", b"").decode() for file in built_site.rglob("calendar.ics")]
    found = {f"{UID}{one}" for text in calendars for one in re.findall(r"^UID:(\S+)", text, re.MULTILINE)}
    assert {one for one in worked_out if one.startswith(UID)} == found


def test_entries_are_those_of_the_built_feeds(built_site: Path, worked_out: set[str]) -> None:
    ids = {
        one.text
        for feed in built_site.rglob("changes.xml")
        for one in ET.parse(feed).iterfind("{*}entry/{*}id")  # noqa: S314 - our own file
    }
    expected = {entry_id(one.removeprefix(FEED)) for one in worked_out if one.startswith(FEED)}
    assert expected
    assert expected <= ids


def test_a_build_enters_all_it_published_in_the_list(built_site: Path, built_project: Path) -> None:
    content = (built_project / "plans" / ADDRESSES).read_bytes()
    listed = lines_of(content)
    assert addresses(published(built_site)) - listed.keys() == set()
    assert {UID, FEED} <= {one[: one.index(":") + 1] for one in listed if ":" in one}
    assert not [one for one in listed if one.startswith(("assets/", "search/index", "embed/nizhyn.json"))]
    assert content.splitlines() == sorted(content.splitlines()), "lists are joined by sorting"


def test_a_list_keeps_its_head_and_order_when_it_is_sorted() -> None:
    content = list_of(["b/", "a/#m-1", "uid:x", "404.html"]).decode()
    assert sorted(content.splitlines()) == content.splitlines()
    assert content.startswith(HEAD)
    assert lines_of(content.encode()) == {"404.html": 3, "a/#m-1": 4, "b/": 5, "uid:x": 6}


PAGE = PublishedPage(frozenset({"m-1-1"}))


@pytest.mark.parametrize(
    ("address", "answers"),
    [
        ("a/", True),
        ("a/#m-1-1", True),
        ("a/#m-1-2", False),
        ("b/", False),
        ("old/", True),
        ("old/#m-1-1", True),
        ("old/#m-9", False),
        ("stray/#m-1-1", False),
        ("a/plan.csv", True),
        ("a/plan.xlsx", False),
    ],
)
def test_what_counts_as_an_answer(address: str, answers: bool) -> None:
    site = {
        "a/": PAGE, "a/plan.csv": PublishedPage(), "old/": PublishedPage(leads_to="a/"),
        "stray/": PublishedPage(leads_to="b/"),
    }  # fmt: skip
    assert (answering([address], site) == {address}) is answers


def test_the_command_adds_what_is_new_and_tells_what_is_gone(tmp_path: Path) -> None:
    site, plans, said = tmp_path / "site", tmp_path / "plans", []
    plans.mkdir()
    (plans / "nizhyn").mkdir()
    for name, content in read_files(ROOT / "tests/bad_input/sound/plans").items():
        (plans / name).parent.mkdir(parents=True, exist_ok=True)
        (plans / name).write_bytes(content)
    file, event = plans / ADDRESSES, "uid:nizhyn.plan-2025.1-1-1@hromada-plans"
    assert check_addresses(site, plans, TODAY, said.append, write=True) is Outcome.USAGE_ERROR
    (site / "a").mkdir(parents=True)
    (site / "a/index.html").write_text('<h3 id="m-1-1">1.1</h3>', encoding="utf-8")
    assert check_addresses(site, plans, TODAY, said.append, write=True) is Outcome.FINE
    assert {"a/", "a/#m-1-1", event} < lines_of(file.read_bytes()).keys()
    before = file.read_bytes()
    (site / "a/index.html").write_text('<h3 id="m-1-2">1.2</h3>', encoding="utf-8")
    assert check_addresses(site, plans, TODAY, said.append, write=False) is Outcome.PROBLEMS
    assert "addresses.txt:4:1: a: заходу за адресою «a/#m-1-1» на сайті вже немає; " in said[-4]
    assert said[-4].endswith("; можливо, «new: a/#m-1-2»")
    assert file.read_bytes() == before, "nothing ever leaves the list"
