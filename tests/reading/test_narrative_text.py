"""What the Markdown of a text may hold."""

from __future__ import annotations

from time import process_time

import pytest

from generator.model.place import Place
from generator.model.plan import NarrativeText
from generator.model.records.text import TextRecord
from generator.reading.narrative_markdown import body_problems, plain_words
from generator.reading.narrative_text import image_problems, read_text

FINE = """Абзац із посиланням [сайт](https://rada.gov.ua/x?a=1&b=2), [лист](mailto:a@b.ua), [дзвінок](tel:+380441234567).

<https://rada.gov.ua/>, <rada@rada.gov.ua> і <tel:+380441234567>; менше: 3 < 5, а 5 > 3; «№ 5 #1»; ціль \\[1\\]; \\{ дужка.

## Пункт

### Підпункт

- один
- два

> [!ours] Рисунка в текстовому файлі немає.

Table: Населення {ours}

| Рік | Осіб |
| --- | ---: |
| 2024 | 10<br>(тис.) |
| \\| 2025 |

![Карта громади](karta.png)
"""


def test_what_people_write_is_fine() -> None:
    assert list(body_problems(FINE)) == []


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        ("слово <b>", 7, "HTML «<b>»"),
        ("<!-- примітка -->", 1, "HTML"),
        ("<br onclick=alert(1)>", 1, "HTML"),
        ("<img src=x", 1, "HTML"),
        ("| а | <br> | <i> |", 14, "HTML"),
        ("рядок<br>рядок", 6, "<br> діє лише у клітинках"),
        ("[х](javascript:x)", 5, "javascript:x"),
        ("[х](JaVaScRiPt:x)", 5, "не працюватиме"),
        ("[х](< javascript:x>)", 6, "не працюватиме"),
        ("[х](java&#x73;cript:x)", 5, "javascript:x"),
        ("[х](//example.org/)", 5, "не працюватиме"),
        ("[х](/nizhyn/)", 5, "не працюватиме"),
        ("[1]: javascript:x", 6, "не працюватиме"),
        ("кінець](data:text/html,x)", 9, "не працюватиме"),
        ("<javascript:alert(1)>", 2, "не працюватиме"),
        ("<tel:+3/onclick=alert(1)>", 2, "не працюватиме"),
        ("<p/onclick=alert(1)@x.ua>", 1, "HTML"),
        ("[а\\\\](javascript:x)", 7, "javascript:x"),
        ("> [х]: javascript:x\n\n[х]", 8, "javascript:x"),
        ("| [а\\\\](javascript:x) |", 9, "javascript:x"),
        ("слово \\\\{", 9, "дужку «{»"),
        ("    # Розділ", 5, "першого рівня"),
        ("![](a.png)", 1, "малюнок без опису"),
        ("![&nbsp;](a.png)", 11, "малюнок без опису"),
        ("![а [б]](https://example.org/a.png)", 10, "не з цього сайту"),
        ("![Карта](\\\\\\\\example.org/a.png)", 1, "не з цього сайту"),
        ("![а [б]](a.png)", 10, "одним рядком"),
        ("![Карта](<a.png>)", 10, "одним рядком"),
        ("![Карта](a.png) ![Карта](\na.png)", 10, "одним рядком"),
        ("[" * 201, 1, "в одному абзаці понад 200 знаків «[»; поділіть абзац"),
        ("слово \\[ " * 1001, 1, "в одному абзаці понад 1000 знаків розмітки"),
        ("1. " * 11 + "кінець", 1, "списки й цитати вкладено глибше ніж 10 рівнів"),
        (">" * 11, 1, "вкладено глибше"),
        (" " * 44 + "- слово", 1, "вкладено глибше"),
        ("![ ][ref]", 1, "малюнок без опису"),
        ("![Карта](https://example.org/a.png)", 1, "не з цього сайту"),
        ("# Розділ", 1, "першого рівня"),
        ("#Розділ", 1, "першого рівня"),
        ("====", 1, "першого рівня"),
        ("##Розділ", 1, "потрібен пробіл"),
        ("слово {: style=x}", 7, "дужку «{»"),
        ("> [!note] Слова", 5, "невідомий вид примітки «note»"),
        ("сло\u200bво", 4, "U+200B"),
    ],
)
def test_what_would_be_lost_or_unsafe_has_its_place(line: str, column: int, words: str) -> None:
    found = list(body_problems(f"\n\n{line}"))
    assert any((number, at) == (3, column) and words in message for number, at, message in found), found


def test_the_table_checks_name_the_row() -> None:
    body = "Table: підпис\n\n| а | б |\n| --- | --- |\n| 1 |\n| 1 | 2 | 3 |\n"
    assert [(line, column) for line, column, _ in body_problems(body)] == [(6, 1)]


@pytest.mark.parametrize("piece", ["<a", "[", "](", "| -", "![", "-", "- ", "> ", "1. ", "#", "\\"])
def test_a_long_line_takes_no_time(piece: str) -> None:
    """A hundredth of a second to a tenth; checks that go over the line anew from every character would take minutes."""
    started = process_time()
    list(body_problems(piece * 50_000))
    assert process_time() - started < 2


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_front_matter_keeps_its_places_under_any_line_ends(ends: str) -> None:
    content = "---\ntitle: Вступ\nlevel: 9\n---\n\n# Розділ\n".replace("\n", ends).encode("utf-8-sig")
    problems = read_text("texts/01-vstup.md", content, "nizhyn")[1]
    assert [(problem.line, problem.column) for problem in problems] == [(3, 8), (6, 1)]


def test_a_text_needs_no_body() -> None:
    text, problems = read_text("texts/01-vstup.md", "---\ntitle: Вступ\n---".encode(), "nizhyn")
    assert problems == []
    assert text is not None
    assert text.record.title == "Вступ"


def test_pictures_are_there_of_a_kind_we_show_and_small_enough() -> None:
    body = "![Карта](karta.png)\n![Схема](shema.svg)\n![Фото](foto.jpg)\n![План](plan.png)"
    text = NarrativeText("vstup", body, Place("01-vstup.md"), TextRecord(title="Вступ"))
    beside = {"karta.png": b"x", "shema.svg": b"", "foto.jpg": b"x" * 4_000_001}
    found = image_problems(text, body.encode(), beside, "nizhyn/plan")
    assert [(problem.line, problem.message.split(";")[0]) for problem in found] == [
        (2, "малюнка «shema.svg» сайт не покаже"),
        (3, "малюнок «foto.jpg» завеликий: понад 4 МБ"),
        (4, "файлу «plan.png» поруч із текстом немає"),
    ]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("## Заголовок\n\nСлова \\{тут\\} і 3\\. далі \\_\\_.", "Заголовок Слова {тут} і 3. далі __."),
        ("Table: Смертність {ours}\n\n| Рік | Разом<br>осіб |\n|---|---:|\n| 2018 | 24 \\| 25 |", "Смертність Рік Разом осіб 2018 24 | 25"),
        ("> [!ours] Власного тексту немає.\n\n> Цитата", "Від нас. Власного тексту немає. Цитата"),
        ("- [закон](https://example.org/) і ![схема](a.png)\n- 1.2 – далі", "закон і схема 1.2 – далі"),
    ],
)  # fmt: skip
def test_plain_words_keep_no_markdown(body: str, words: str) -> None:
    assert plain_words(body) == words


def test_what_is_wrong_in_many_places_of_a_line_is_said_once() -> None:
    said = "розмітка HTML «<b>» у текстах не діє; пишіть засобами Markdown"
    found = list(body_problems("слово <b>раз <b>двічі <b>тричі <i>"))
    assert found[0] == (1, 7, f"{said} (у цьому рядку таких місць: 3)")
    assert len(found) == 2


@pytest.mark.parametrize(
    "line",
    ["[" * 200, "слово \\[ " * 1000, "1. " * 10 + "кінець", ">" * 10, " " * 40 + "слово", "_" * 1000, "~" * 9000],
)
def test_what_stands_at_a_limit_is_read(line: str) -> None:
    assert not [message for _, _, message in body_problems(line) if "понад" in message or "глибше" in message]


def test_cells_do_not_count_together() -> None:
    row = "| " + " | ".join(["[а]"] * 30) + " |"
    rule = "|" + " --- |" * 30
    assert list(body_problems("\n".join(["Table: підпис", "", row, rule, *[row] * 40]))) == []
