"""What a voice gets of the built pages: nowhere a term of a plan as it is written where it is said otherwise."""

from __future__ import annotations

import html
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

from built.pages import pages_of
from generator.language.spoken import reading, stumbles
from generator.language.spoken.numerals import has_roman
from generator.language.spoken.sums import GROUPS
from project import real_catalogue

PLANS = real_catalogue().plans
TERMS = {measure.term.text for plan in PLANS for measure in plan.all_measures() if measure.term}
OTHERWISE = {" ".join(term.split()): reading(term).heard for term in TERMS if reading(term).differs}
WITHOUT_END = {"br", "img", "input", "meta", "link", "hr", "source"}
INLINE = {"span", "a", "abbr", "strong", "em"}
OF_DOCUMENT = re.compile(r"/text/|^guide/|^about/|/changes/|^changes/")
"""Pages of a document's prose, of examples, of what was changed: words there are no term of a measure."""
HEADINGS = re.compile(r"[1-4] квартал \d{4} року|\d{4}")
"""What heads sums of a year, and measures of a quarter, in words of ours."""
BY_HAND = re.compile(r"guide/|about/")
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
QUARTER = re.compile(r"(?<![\w’'-])[IІVХX]+(?:\s?[-–]\s?[IІVХX]+)?\s+(?:квартал|півріч)")


class Voice(HTMLParser):
    """The text of each block that is not hidden from a voice, and all that is hidden from it with what follows."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = [""]
        self.hidden: list[str] = []
        self._open: list[tuple[str, bool]] = []

    @property
    def _silent(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self.blocks.append("")
        if tag not in WITHOUT_END:
            silent = dict(attrs).get("aria-hidden") == "true"
            if silent:
                self.hidden.append("")
            self._open.append((tag, self._silent or silent or tag in {"script", "style", "svg", "title"}))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag not in INLINE:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.blocks[-1] += data
        elif self.hidden:
            self.hidden[-1] += data


def voice_of(page: Path) -> Voice:
    voice = Voice()
    voice.feed(page.read_text(encoding="utf-8"))
    return voice


def test_every_term_is_heard_as_people_say_it(built_site: Path) -> None:
    places: Counter[str] = Counter()
    left = []
    for page in pages_of(built_site):
        where = page.relative_to(built_site).as_posix()
        if OF_DOCUMENT.search(where):
            continue
        voice = voice_of(page)
        places.update(words for hidden in voice.hidden if (words := " ".join(hidden.split())) in OTHERWISE)
        for block in (" ".join(block.split()) for block in voice.blocks):
            told = block.removeprefix("Строк: ").rstrip(".")
            if (told in OTHERWISE and not HEADINGS.fullmatch(block)) or QUARTER.search(block):
                left.append(f"{where}: {block}")
    assert left == [], left[:20]
    assert set(places) == set(OTHERWISE)
    assert places.total() > 700


def test_no_bare_numeral_and_no_parted_sum_is_heard_anywhere(built_site: Path) -> None:
    """Breadcrumbs, names, prose and tables of documents, titles; code to copy and a standard's number stay."""
    left = []
    for page in pages_of(built_site):
        where = page.relative_to(built_site).as_posix()
        if BY_HAND.match(where):
            continue
        title = html.unescape(TITLE.search(page.read_text(encoding="utf-8"))[1])  # type: ignore[index]
        for block in (title, *(" ".join(block.split()) for block in voice_of(page).blocks)):
            found = [*has_roman(block), *(group[0] for group in GROUPS.finditer(block))]
            if found and not block.startswith("<iframe ") and "EN 301 549" not in block:
                left.append(f"{where}: {block}")
    assert left == [], left[:20]


def test_readings_hold_nothing_that_a_voice_stumbles_at() -> None:
    assert {said: stumbles(said) for said in OTHERWISE.values() if stumbles(said)} == {}
