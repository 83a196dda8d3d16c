"""What a reader fetches: no page grows beyond what it may weigh, compressed, with its style sheets and scripts."""

from __future__ import annotations

from pathlib import Path

from bench.page_bytes import AIM, first_view

LONG = {
    "melitopol/strategy-2027/": 30_000,
    "melitopol/strategy-2027/1-2/": 17_500,
    "kakhovka/children-families-2021-2026/": 16_500,
}
"""Pages whose official words alone leave no room: decision 10. None may pass 30 KB (accessibility, «Must» 13)."""


def test_first_view_of_every_page_stays_within_its_bytes(built_site: Path) -> None:
    pages = [page.parent.relative_to(built_site).as_posix() for page in built_site.rglob("index.html")]
    addresses = ["" if address == "." else f"{address}/" for address in pages]
    heavy = {address: whole for address in addresses if (whole := first_view(built_site, address)[1]) > AIM}
    assert len(addresses) > 400
    assert {address: whole for address, whole in heavy.items() if whole > LONG.get(address, AIM)} == {}
    assert set(LONG) == set(heavy)
