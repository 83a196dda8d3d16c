"""Under the title: send, print, keep; nothing is sent where terms are suspended. What staff need stands last."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

NIZHYN, MELITOPOL = "nizhyn/social-services-2025/", "melitopol/strategy-2027/"


def main_of(site: Path, address: str) -> str:
    html = (site / address / "index.html").read_text(encoding="utf-8")
    found = re.search(r"<main.*?</main>", html, re.DOTALL)
    assert found
    return found[0]


def tools_of(site: Path, address: str) -> list[str]:
    row = re.search(r"</h1>(?:<section.*?</section>|<aside.*?</aside>)?\s*<ul class=\"?tools\"?>(.*?)</ul>", main_of(site, address), re.DOTALL)  # fmt: skip
    assert row, address
    return re.findall(r">([^<>\n]+)</(?:a|button)>", row[1])


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("nizhyn/", ["Надіслати", "Надрукувати", "Календар строків"]),
        (NIZHYN, ["Надіслати", "Надрукувати", "Зберегти (PDF)"]),
        (f"{NIZHYN}1-2/", ["Надіслати", "Надрукувати"]),
        ("topics/older-people/", ["Надіслати", "Надрукувати"]),
        ("melitopol/", ["Надрукувати", "Календар строків"]),
        (f"{MELITOPOL}1-1/", ["Надрукувати"]),
    ],
)
def test_the_row_stands_under_the_title(built_site: Path, address: str, shown: list[str]) -> None:
    assert tools_of(built_site, address) == shown


@pytest.mark.parametrize("address", ["nizhyn/", NIZHYN, f"{NIZHYN}1-2/", "nizhyn/executors/uszn/"])
def test_what_staff_need_stands_after_all_that_a_resident_asks(built_site: Path, address: str) -> None:
    html = main_of(built_site, address)
    headings = [re.sub(r"<[^>]+>", "", words).strip() for words in re.findall(r"<h2[^>]*>(.*?)</h2>", html, re.DOTALL)]
    assert [words for words in headings if words != "На цій сторінці"][-1] == "Для сайтів і працівників"
    assert "Оголошення з QR-кодом" not in html[: html.index("Для сайтів і працівників")]
