"""Addresses are for ever: each one ever published answers, or leads to where its matter went."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.commands.addresses import (
    PublishedPage,
    addresses,
    check_addresses,
    gone,
    published,
    read_list,
)
from generator.commands.outcome import Outcome
from generator.source.disk import ADDRESSES

LIST = Path(__file__).parents[2] / "plans" / ADDRESSES
HOW = "зберіть сайт і виконайте plans addresses --write"


def test_every_address_ever_published_still_answers(built_site: Path) -> None:
    lost = gone(read_list(LIST), published(built_site))
    assert lost == [], "запишіть у plans/redirects.yml, куди вести замість цих адрес"


def test_every_address_of_today_is_on_the_list(built_site: Path) -> None:
    assert sorted(addresses(published(built_site)) - read_list(LIST)) == [], HOW


def test_the_list_holds_pages_files_and_measures() -> None:
    listed = read_list(LIST)
    assert {
        "nizhyn/", "nizhyn/calendar.ics", "nizhyn/changes.xml", "nizhyn/embed/", "nizhyn/notice/", "embed/", "embed.js",
        "nizhyn/social-services-2025/1-2/#m-1-2-3", "melitopol/strategy-2027/1-1/#m-1-1-1-1", "data/index.json",
        "executors/caritas-chernihiv/oembed.json", "nizhyn/social-services-2025/plan.csv",
    } <= listed  # fmt: skip
    assert not [address for address in listed if address.startswith(("assets/", "search/index", "embed/nizhyn.json"))]


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
    assert (gone([address], site) == []) is answers


def test_the_command_adds_what_is_new_and_tells_what_is_gone(tmp_path: Path) -> None:
    site, file, said = tmp_path / "site", tmp_path / "addresses.txt", []
    assert check_addresses(site, file, said.append, write=True) is Outcome.USAGE_ERROR
    (site / "a").mkdir(parents=True)
    (site / "a/index.html").write_text('<h3 id="m-1-1">1.1</h3>', encoding="utf-8")
    assert check_addresses(site, file, said.append, write=True) is Outcome.FINE
    assert read_list(file) == {"a/", "a/#m-1-1"}
    (site / "a/index.html").write_text('<h3 id="m-1-2">1.2</h3>', encoding="utf-8")
    assert check_addresses(site, file, said.append, write=False) is Outcome.PROBLEMS
    assert "a/#m-1-1: за цією адресою вже нічого немає" in said[-2]
    assert read_list(file) == {"a/", "a/#m-1-1"}, "nothing ever leaves the list"
