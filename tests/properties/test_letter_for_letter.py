"""Whatever a document's words look like to Markdown, every page shows them letter for letter, in every field there is."""

from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser
from itertools import count
from typing import TYPE_CHECKING, Any, get_args

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.build.recipe import assemble
from generator.model.records.community import CommunityRecord
from generator.model.records.plan import PlanRecord
from generator.model.settings import Settings
from generator.reading.narrative_markdown import plain_words
from generator.source.markdown import converter
from properties.test_safe_markdown import EXTENSIONS, page

if TYPE_CHECKING:
    from collections.abc import Callable

TO_HTML = converter(EXTENSIONS, {})
OPENINGS = [
    "", "1. ", "1998. ", "7) ", "> ", "+ ", "- ", "* ", "# ", "## ", "#", "[x]: ", "[ж]: к ", "~", "~~", "^", "=== ", "--- ",
    "***", "___", "_", "*", "`", "```", "![", "[", "](", "\\", "\\\\", "&amp;", "&", "&#35;", "<b>", "<!-- ", "< ", "| ", "|",
    ": ", "!", "[TOC] ", "*[а]: ", "{: #a }", "{#a} ", ":::", "$", '"', "'", "«", "http://a.ua ", "a@b.ua ", "50 % ", "@", "«- ",
    "{{ x }} ", "{% raw %} ", "<https://a.ua> ", "Table: ", "[!ours] ", "\u00a0", "№ ", "=", "0", "…", "a_b_c ", "2*3*4 ",
]  # fmt: skip
ENDINGS = [
    "", " #", " ##", " {: .a }", " {#a}", "\\", "  ", "*", "**", "_", "`", "]", ")", "](b)", " |", "|", "~10", " м^2", "^", "~",
    " ---", " ===", ":", "!", "<br>", "<", ">", "&", "&lt;", " - а", " + б", " > в", ".", "…", "\n\n- г", "\n# ґ", "\n", "\t1.",
    "[1]", "[а](б)", "[^1]", "==", "++", "--", "''", '"', "{", "}", "{%", "}}", "$$", "(c)", "...", " -- ", "</p>", "<!--",
]  # fmt: skip


WARNED = re.compile(r"у слові «[^»]*»")
"""A warning of strange letters quotes a word, not the text."""

_LETTERS = str.maketrans("0123456789", "бвгджзклмн")
"""Numbers in letters: a figure inside a word would be warned of."""


class Filler:
    """Fills a record: every field that takes words with strange ones, one item in every list; the rest as little as will do."""

    def __init__(self, draw: Callable[[], tuple[str, str]]) -> None:
        self.draw, self.numbers = draw, count(1)
        self.made: dict[str, str] = {}
        self.places: dict[str, str] = {}

    def text(self, place: str) -> str:
        opening, ending = self.draw()
        token = f"слово{str(next(self.numbers)).translate(_LETTERS)}я"
        self.made[token], self.places[token] = f"{opening}{token}{ending}", place
        return self.made[token]


def plan_of(filler: Filler) -> dict[str, Any]:
    """Return a plan in which every kind of words of a document is strange."""
    text = filler.text
    return {
        "title": text("title"), "name": text("name"),
        "act": {"kind": text("act.kind"), "number": text("act.number"), "date": "2025-05-16", "title": text("act.title"), "body": text("act.body")},
        "period": {"start": "2025-01-01", "end": "2025-12-31", "text": text("period.text"), "note": text("period.note")},
        "money_unit": text("money_unit"),
        "columns": {"total": text("columns.total"), "indicators": text("columns.indicators"), "text": text("columns.text")},
        "goals": [{
            "number": "1", "kind": text("goal.kind"), "title": text("goal.title"), "motto": text("goal.motto"), "summary": [text("goal.summary")],
            "goals": [{
                "number": "1.1", "kind": text("goal.kind"), "title": text("goal.title"),
                "measures": [
                    {
                        "number": "1.1.1", "text": text("measure.text"), "term": text("term"), "executors": ["УСЗН"],
                        "indicators": [text("indicator"), text("indicator")],
                        "funding": {"total": "10,0", "sources": [text("source")], "text": text("funding.text")},
                        "steps": [{"number": "1.1.1.1", "text": text("step.text"), "term": "Постійно", "executors": ["УСЗН"]}],
                    },
                    {"number": "1.1.2", "text": text("measure.text"), "term": "Постійно", "executors": ["УСЗН"], "summary": [text("measure.summary")]},
                ],
            }],
        }],
        "notes": [{"kind": "gap", "text": text("note.text"), "place": text("note.place")}],
    }  # fmt: skip


def community_of(filler: Filler) -> dict[str, Any]:
    text = filler.text
    return {
        "name": text("community.name"), "short_name": text("community.short_name"), "oblast": text("oblast"), "notice": text("notice"),
        "contacts": {"email": "rada@rada.gov.ua", "phone": text("phone"), "post": text("post")},
        "executors": [
            {
                "id": "uszn", "name": text("executor.name"), "short_name": "УСЗН", "note": text("executor.note"),
                "parent": {"name": text("parent.name")}, "contacts": {"phone": text("phone"), "post": text("post")},
            },
        ],
    }  # fmt: skip


def allowed(record: type[BaseModel], data: Any) -> Any:
    """Leave out what a record does not know, so that this test need not know the fields of one version."""
    if isinstance(data, list):
        return [allowed(record, item) for item in data]
    if not isinstance(data, dict):
        return data
    return {
        name: allowed(_inner(record.model_fields[name].annotation) or record, value)
        for name, value in data.items()
        if name in record.model_fields
    }


def _inner(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_inner(part) for part in get_args(annotation))
    return next((record for record in found if record), None)


class Words(HTMLParser):
    """Gathers the words that are seen on a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.in_code = False
        """Inside the code that a website pastes: there HTML is what is shown."""

    def handle_data(self, data: str) -> None:
        if not self.in_code:
            self.found.append(data)

    def handle_endtag(self, tag: str) -> None:
        self.in_code = self.in_code and tag != "textarea"

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.in_code = self.in_code or tag == "textarea"
        if tag in {
            "p",
            "li",
            "td",
            "th",
            "h1",
            "h2",
            "h3",
            "h4",
            "div",
            "dt",
            "dd",
            "br",
            "caption",
            "summary",
            "option",
        }:
            self.found.append(" ")


def seen(html: str) -> str:
    reader = Words()
    reader.feed(html)
    reader.close()
    return plain("".join(reader.found))


def plain(text: str) -> str:
    return " ".join(text.split())


def check(filler: Filler) -> set[str]:
    """Assemble, convert, compare; returns the places whose words stand on some page."""
    community = allowed(CommunityRecord, community_of(filler))
    plan = allowed(PlanRecord, plan_of(filler))
    files = {
        "nizhyn/community.yml": yaml.safe_dump(community, allow_unicode=True).encode(),
        "nizhyn/plan-2025/plan.yml": yaml.safe_dump(plan, allow_unicode=True).encode(),
    }
    site = assemble(files, Settings(date(2026, 3, 4), site_url="https://example.org/"))
    assert not site.failed, [str(problem) for problem in site.problems]
    shown = set()
    for one in site.pages:
        text = WARNED.sub("", seen(TO_HTML(one.markdown)))
        for token in re.findall(r"слово[бвгджзклмн]+я", text):
            expected, place = plain(filler.made[token]), filler.places[token]
            if place in {"executor.note", "note.place"}:  # ours, and the beginning of a sentence
                expected = expected[1:]
            found = expected in text or (place == "goal.kind" and expected.lower() in text)  # in a sentence of ours
            assert found, (one.address, place, expected, text[max(0, text.index(token) - 60) :][:160])
            shown.add(filler.places[token])
    told = json.dumps(
        [json.loads(asset.content) for asset in site.assets if asset.address.endswith("plan.json")], ensure_ascii=False
    )
    assert told.count("слово") > 10
    return shown


CELLS = [f"{opening}слово".strip() for opening in OPENINGS if not set(opening) & set("[]`*_{\\<")]
"""Words of cells that hold no mark which works inside a line of Markdown; texts are written in it."""


def test_cells_and_captions_of_texts_are_lines_and_nothing_more() -> None:
    words = [cell for cell in CELLS if "|" not in cell and "&" not in cell]
    for word in [
        *words,
        "7. Сьоме",
        "> 40 осіб",
        "1998. Рік",
        "- ні",
        "#9",
        "[ж]: к",
        "+ 3",
        "* 2",
        "~10",
        "м^2",
        "    код",
    ]:
        body = f"Table: {word}\n\n| {word} | Дані |\n| --- | --- |\n| {word} | {word} |\n"
        table = TO_HTML(page(body))
        assert seen(table).count(plain(word)) >= 4, (word, table)
        assert not re.search("<(h[1-6]|ol|ul|li|blockquote|pre|hr)[ >]", table), table
        assert plain_words(body).count(plain(word)) == 4


def test_a_new_line_in_a_cell_begins_no_list() -> None:
    table = TO_HTML(page("Table: Дані\n\n| а | б |\n| --- | --- |\n| - 1<br>2. два<br>> три | <br># ч |\n"))
    assert "- 1<br>2. два<br>&gt; три" in table
    assert "<br># ч" in table


pairs = st.tuples(st.sampled_from(OPENINGS), st.sampled_from(ENDINGS))


def test_every_field_of_the_sample_is_published() -> None:
    filler = Filler(lambda: ("", ""))
    shown = check(filler)
    assert {
        "title",
        "goal.title",
        "measure.text",
        "step.text",
        "term",
        "indicator",
        "community.name",
        "executor.name",
    } <= shown


@pytest.mark.parametrize("start", range(0, max(len(OPENINGS), len(ENDINGS)), 8))
def test_every_opening_and_ending_in_every_field(start: int) -> None:
    """Each field gets the next pair, so that over the cases every pair meets every kind of field."""
    numbers = count(start)
    filler = Filler(lambda: (OPENINGS[(number := next(numbers)) % len(OPENINGS)], ENDINGS[number % len(ENDINGS)]))
    check(filler)


@settings(max_examples=6, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_words_of_any_kind(data: st.DataObject) -> None:
    check(Filler(lambda: data.draw(pairs)))
