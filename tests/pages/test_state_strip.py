"""The strip of state: a shape for each measure, rows named with their counts, a sentence with the whole."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path

from generator.model.vocabulary import Status
from generator.pages.state_strip import state_strip
from views.test_counting import items_of, measure

TEMPLATES = Path(__file__).parents[2] / "generator/pages/templates"
LATER = date(2026, 2, 1)


def strip(*made: tuple[str, Status | None]) -> str:
    items = items_of(*(measure(number, *given) for number, given in enumerate(made)), as_of=LATER)
    return unescape(str(state_strip([("Ціль 1", "1/", items)]))).replace("\N{NO-BREAK SPACE}", " ")


def test_a_row_is_one_link_named_with_its_counts() -> None:
    html = strip(("deadline", None), ("deadline", Status.DONE), ("ongoing", None))
    assert re.findall(r"<a [^>]*>(.*?)</a>", html) == ["Ціль 1: 3 заходи, зроблено – 1, строк минув – 1"]


def test_shapes_stand_in_the_order_of_the_document_and_are_hidden() -> None:
    html = strip(("deadline", None), ("deadline", None), ("deadline", Status.DONE), ("ongoing", None))
    shapes = re.search(r'<span class="marks" aria-hidden="true">(.*)</span></li>', html)
    assert shapes
    assert re.sub(r"<[^>]+>", "", shapes[1]) == "▲▲■◇"


def test_a_sentence_counts_each_shape_and_says_of_how_many() -> None:
    html = strip(("deadline", None), ("deadline", None), ("deadline", Status.DONE), ("ongoing", None))
    sentence = re.sub(r"<[^>]+>", "", html[html.index("<p>") :]).strip()
    assert sentence == (
        "Усього 4 заходи: ■ зроблено – 1 захід; ▲ строк минув, звіту, що зроблено, немає – 2 заходи; "
        "◇ постійно, періодично чи за подією – 1 захід."
    )


def test_every_page_leaves_an_empty_line_after_it() -> None:
    """Text right after a block of HTML would be taken for a part of it."""
    for template in TEMPLATES.glob("*.md.j2"):
        text = template.read_text(encoding="utf-8")
        assert "{{ strip }}" not in text or "{{ strip }}\n\n" in text, template.name


def test_no_measure_no_strip() -> None:
    assert state_strip([("Ціль 1", "1/", [])]) == ""
