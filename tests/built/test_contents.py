"""«На цій сторінці»: what a long page says of itself is what stands on it, and other pages lead to its parts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from built.pages import read

CONTENTS = re.compile(r'<nav class="contents".*?</nav>', re.DOTALL)
STRIP = re.compile(r'<div class="strip">.*?</div>', re.DOTALL)
LINK = re.compile(r'<a href="([^"]*)">([^<]*)</a>')

PLANS = {"nizhyn/executors/uszn": "social-services-2025", "melitopol/executors/knp-tsnsp-ta-mr": "strategy-2027"}


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def contents(site: Path, address: str) -> list[tuple[str, str]]:
    found = CONTENTS.search(page(site, address))
    return LINK.findall(found[0]) if found else []


def listed(site: Path, address: str, anchor: str) -> int:
    """Count the measures under the heading with this anchor."""
    after = page(site, address).split(f'id="{anchor}"', 1)[1]
    return len(re.findall(r'<li><a href="[^"]*#m-', re.split(r"<h[23] ", after, maxsplit=1)[0]))


def test_topic_says_how_much_each_community_promises(built_site: Path) -> None:
    address = "topics/people-with-disabilities"
    strip = STRIP.search(page(built_site, address))
    assert strip
    told = dict(LINK.findall(strip[0]))
    assert set(told) == {"#chernihiv", "#kakhovka", "#melitopol", "#nizhyn"}
    for link, words in told.items():
        said = re.sub(r", строк минув – \d+", "", words.replace("\xa0", " ")).rsplit(": ", 1)[1]
        assert sum(map(int, re.findall(r"\d+", said))) == listed(built_site, address, link[1:])
    assert 'id="silent"' in page(built_site, address)


def test_community_leads_to_what_it_promises_to_each_audience(built_site: Path) -> None:
    after = page(built_site, "nizhyn").split('id="audiences"', 1)[1].split("<h2", 1)[0]
    lines = re.findall(r'<a href="(for/[\w-]+)/">[^<]*</a> – (\d+)', after.replace("\xa0", " "))
    assert len(lines) > 10
    for address, number in lines:
        promised = re.findall(r"<li[^>]*><a href=\"[^\"]*#m-", page(built_site, f"nizhyn/{address}"))
        assert len(promised) == int(number)


@pytest.mark.parametrize("address", ["nizhyn/executors/uszn", "melitopol/executors/knp-tsnsp-ta-mr"])
def test_executor_lists_what_state_its_measures_are_in(built_site: Path, address: str) -> None:
    told = contents(built_site, address)
    counted = [words.replace("\xa0", " ").rsplit(": ", 1)[1] for _, words in told if ": " in words]
    numbers = [int(number) for words in counted for number in re.findall(r"\d+", words)]
    measures = json.loads(
        (built_site / address.split("/", maxsplit=1)[0] / PLANS[address] / "plan.json").read_text("utf-8")
    )["measures"]
    body = address.rsplit("/", 1)[1]
    assert sum(numbers) == sum(1 for one in measures if body in [executor["id"] for executor in one["executors"]])
    assert {link[1:] for link, _ in told} <= set(read(built_site / address / "index.html").ids)


def test_goal_with_many_measures_lists_its_tasks(built_site: Path) -> None:
    told = contents(built_site, "melitopol/strategy-2027/1-2")
    assert [link for link, _ in told] == ["#m-1-2-1", "#m-1-2-2", "#m-1-2-4", "#m-1-2-5", "#m-1-2-6"]
    assert contents(built_site, "nizhyn/social-services-2025/1-2") == []
