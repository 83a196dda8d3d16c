"""Narrative texts on their pages: links, tables and pictures as people wrote them."""

from __future__ import annotations

import pytest

from generator.model.place import Place
from generator.model.plan import NarrativeText
from generator.model.records.text import TextRecord
from generator.pages.narrative import narrative_markdown
from generator.reading.narrative_markdown import body_problems
from generator.reading.narrative_text import picture_names
from generator.source.markdown import converter

to_html = converter(["attr_list", "tables", "toc"], {})


def page(body: str, folder: str = "") -> str:
    assert not list(body_problems(body))
    pictures = tuple((name, b"") for name in picture_names(body))
    text = NarrativeText("vstup", body, Place("01-vstup.md"), TextRecord(title="Вступ"), pictures=pictures)
    return to_html(str(narrative_markdown(text, 0, folder)))


@pytest.mark.parametrize("body", ["{}", "## Де {}", "- {}", "> {}", "Table: {}\n\n| а |\n| --- |\n| {} |"])
def test_addresses_in_angle_brackets_are_links(body: str) -> None:
    html = page(body.replace("{}", "<https://rada.gov.ua/?a=1&b=2> і <tel:+380441234567>, 3 < 5"))
    assert '<a href="https://rada.gov.ua/?a=1&amp;b=2">https://rada.gov.ua/?a=1&amp;b=2</a>' in html
    assert '<a href="tel:+380441234567">tel:+380441234567</a>, 3 &lt; 5' in html


def test_mail_in_angle_brackets_is_a_link() -> None:
    assert "<a href=" in page("<rada@rada.gov.ua>")


def test_an_address_with_angle_brackets_stays_one() -> None:
    assert '<a href="https://rada.gov.ua/">сайт</a>' in page("[сайт](<https://rada.gov.ua/>)")


def test_rows_of_dashes_are_rows() -> None:
    html = page("Table: підпис\n\n| а | б |\n| --- | --- |\n| - | - |\n| 1 | 2 |")
    assert html.count("<tr>") == 3
    assert page("Table: підпис\n\n| - |\n| --- |\n| 1 |").count("<tr>") == 2


def test_pictures_are_found_from_the_page_of_the_plan() -> None:
    html = page("![Карта](karta.png)\n\nTable: підпис\n\n| а |\n| --- |\n| ![Схема](shema.png) |", "text/vstup/")
    assert 'src="text/vstup/karta.png"' in html
    assert 'src="text/vstup/shema.png"' in html


def test_what_is_refused_leaves_its_words() -> None:
    assert to_html("[слова](javascript:x) ![малюнок](//example.org/x.png)") == (
        "<p><a>слова</a> <span>малюнок</span></p>"
    )


@pytest.mark.parametrize(
    ("head", "are_lists"),
    [("Сильні  сторони | Слабкі сторони", True), ("Можливості | Загрози", True), ("Сильні сторони | Бали", False)],
)
def test_halves_of_a_swot_analysis_are_lists_of_their_own(head: str, *, are_lists: bool) -> None:
    shown = page(f"Table: Аналіз\n\n| {head} |\n| --- | --- |\n| {' '.join(['Досвід'] * 20)} | Мало людей |")
    assert ('class="cards lists"' in shown) == are_lists
    assert ('class="cards"' in shown) != are_lists
