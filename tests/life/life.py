"""A made-up community that lives through four years: its files as they stood on a day, and its site of that day."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from markdown import Markdown

from generator.build.recipe import Assembled, assemble
from generator.model.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).with_name("verbova-balka")
NAME = "verbova-balka"
AMENDED, SUCCEEDED = date(2026, 6, 19), date(2028, 3, 17)
DAYS = {
    "approved": date(2025, 2, 10),
    "first-reports": date(2025, 4, 20),
    "corrected": date(2025, 8, 1),
    "a-year-on": date(2026, 2, 1),
    "amended": date(2026, 7, 15),
    "last-day": date(2027, 12, 31),
    "over": date(2028, 2, 1),
    "succeeded": date(2028, 6, 1),
}
PAGES = (
    "",
    "plan-2025/1/",
    "plan-2025/2/",
    "executors/ambulatoriia/",
    "executors/biblioteka/",
    "plan-2025/report/",
    "plan-2025/",
)
NEW_PAGES = ("plan-2028/", "plan-2028/report/")
OF_NO_DAY = (
    "Посилання на цей захід",
    "Підписатися на календар",
    "Файл календаря",
    "Оголошення",
    "Вставити на свій сайт",
    "Скопіюйте код",
    "Що побачить відвідувач",
    "Календар",
    "Заходи таблицею",
    "На цій сторінці",
    "Таблиця Excel",
    "Завантажити таблицю",
    "Дані для програм",
    "Таблиця CSV",
    "Для сайтів і працівників",
)
"""What opens lines that say nothing a day could make false."""


def files_on(day: date) -> Mapping[str, bytes]:
    """Return plans/ as it stood on a day: after the amendment the plan is another file, the successor comes later."""
    plan = "amended" if day >= AMENDED else "plan"
    found = {"community.yml": "community.yml", "plan-2025/plan.yml": f"plan-2025/{plan}.yml"}
    found["plan-2025/progress.yml"] = "plan-2025/progress.yml"
    if day >= SUCCEEDED:
        found |= {name: name for name in ("plan-2028/plan.yml", "plan-2028/progress.yml")}
    files = {f"{NAME}/{name}": (ROOT / source).read_bytes() for name, source in found.items()}
    progress = f"{NAME}/plan-2025/progress.yml"
    return {**files, progress: "\n".join(_reports_until(files[progress].decode(), day)).encode()}


def _reports_until(text: str, day: date) -> list[str]:
    """Leave out the reports that nobody had written yet."""
    dated = re.compile(r"date: (\d{4}-\d\d-\d\d)")
    lines = [
        line for line in text.splitlines() if not (found := dated.search(line)) or date.fromisoformat(found[1]) <= day
    ]
    return lines if any(map(dated.search, lines)) else [*lines[:-1], "entries: []"]


@cache
def site_on(day: date) -> Assembled:
    return site_of(files_on(day), day)


def site_of(files: Mapping[str, bytes], day: date) -> Assembled:
    site = assemble(files, Settings(day, site_url="https://example.org/plans/"))
    assert not site.failed, site.problems
    return site


def seen_on(day: date) -> str:
    """Return what a reader sees of the pages on a day, one line for each block."""
    pages = {page.address: page.markdown for page in site_on(day).pages}
    wanted = (*PAGES, *(NEW_PAGES if day >= SUCCEEDED else ()))
    parts = [f"=== /{NAME}/{page}\n{seen(pages[f'{NAME}/{page}'])}" for page in wanted]
    return "\n\n".join(parts) + "\n"


def seen(markdown: str) -> str:
    reader = _Reader()
    reader.feed(Markdown(extensions=["attr_list", "tables"], output_format="html").convert(markdown))
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.said).split("\n"))
    return "\n".join(line for line in lines if line and not line.startswith(OF_NO_DAY))


class _Reader(HTMLParser):
    """Gathers the words that are shown, a line for each block; scripts, drawings and what is only heard are left out."""

    _BLOCKS = frozenset(
        ("p", "h1", "h2", "h3", "h4", "li", "tr", "dt", "dd", "summary", "caption", "figcaption", "div", "section")
    )
    _EMPTY = frozenset(["br", "hr", "img", "input", "path", "rect", "circle", "line", "use", "link", "meta", "source"])
    _UNSEEN = frozenset(["script", "style", "svg", "textarea"])

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        hidden = tag in self._UNSEEN or "visually-hidden" in (dict(attrs).get("class") or "")
        self.unseen += tag not in self._EMPTY and bool(self.unseen or hidden)
        self.said.append("\n" if tag in self._BLOCKS else " | " if tag in {"td", "th"} else "")

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= bool(self.unseen)
        self.said.append("\n" if tag in self._BLOCKS else "")

    def handle_data(self, data: str) -> None:
        self.said.append("" if self.unseen else data.replace("\n", " "))
