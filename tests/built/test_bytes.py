"""What a reader fetches: no page grows beyond what it may weigh, compressed, with its style sheets and scripts."""

from __future__ import annotations

from pathlib import Path

from bench.page_bytes import AIM, first_view

MUST = 30_000
"""What no page may pass (accessibility, «Must» 13): whole plans are as long as their documents (decision 10)."""
LARGE = 40_000
"""What the whole plan of over 100 measures may weigh."""
LONG = {
    "melitopol/strategy-2027/1-2/": MUST,
    "melitopol/strategy-2027/1-1/": 16_500,
    "melitopol/strategy-2027/1-3/": 16_500,
    "melitopol/strategy-2027/text/operational-goals-1/": 16_800,
    "melitopol/strategy-2027/text/swot/": 15_200,
    "melitopol/executors/knp-tsnsp-ta-mr/": 15_200,
    "nova-odesa/": 15_200,
}
"""A goal of over 25 measures; goals and the body of the longest plan: their official words, and the
words for the ear beside them, leave no room; three pages at the edge of the aim, for the exit in the header's row."""


def test_first_view_of_every_page_stays_within_its_bytes(built_site: Path) -> None:
    plans = {f"{data.parent.relative_to(built_site).as_posix()}/" for data in built_site.glob("*/*/plan.json")}
    limits = LONG | dict.fromkeys(plans, MUST) | {"melitopol/strategy-2027/": LARGE}
    pages = [page.parent.relative_to(built_site).as_posix() for page in built_site.rglob("index.html")]
    addresses = ["" if address == "." else f"{address}/" for address in pages]
    weights = {address: first_view(built_site, address)[1] for address in addresses}
    assert len(weights) > 400
    assert {address: weight for address, weight in weights.items() if weight > limits.get(address, AIM)} == {}
