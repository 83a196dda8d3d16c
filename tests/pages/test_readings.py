"""Where words of a document stand, their reading stands for the ear; the words themselves are as the document has them."""

from __future__ import annotations

import pytest

from generator.pages.environment import component
from generator.pages.readings import heading_heard, heard, numbered_heard, quotes_heard

QUARTERS = (
    '<span aria-hidden="true">ІІ-ІІІ квартал 2025 року</span>'
    '<span class="visually-hidden"> другий і третій квартал 2025 року</span>'
)


@pytest.mark.parametrize(
    ("official", "shown"),
    [
        ("ІІ-ІІІ квартал 2025 року", QUARTERS),
        (
            "160,0 тис. грн",
            '<span aria-hidden="true">160,0 тис. грн</span><span class="visually-hidden"> сто шістдесят тисяч гривень</span>',
        ),
        (
            "2021\n2022",
            '<span aria-hidden="true">2021<br>2022</span><span class="visually-hidden"> 2021, 2022 роки</span>',
        ),
        ("Постійно", "Постійно"),
        ("<b>2026</b>", "&lt;b&gt;2026&lt;/b&gt;"),
    ],
)
def test_words_are_seen_as_written_and_heard_as_said(official: str, shown: str) -> None:
    assert heard(official) == shown


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Строк «ІІ-ІІІ квартал 2025 року» *минув*.", f"Строк «{QUARTERS}» \\*минув\\*."),
        ("Пункт «Постійно» і ІІ квартал", "Пункт «Постійно» і ІІ квартал"),
        ("«[2026](x)»", "«\\[2026\\](x)»"),
    ],
)
def test_only_what_a_line_of_ours_quotes_has_a_reading(line: str, shown: str) -> None:
    assert quotes_heard(line) == shown


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        (
            "Розділ ІІ. <Послуги>",
            '<span aria-hidden="true">Розділ ІІ</span><span class="visually-hidden"> Розділ другий</span>. &lt;Послуги&gt;',
        ),
        (
            "Розділ VI, завдання 1",
            '<span aria-hidden="true">Розділ VI</span><span class="visually-hidden"> Розділ шостий</span>, завдання 1',
        ),
        ("Завдання і заходи", "Завдання і заходи"),
        ("ЗАВДАННЯ І ЗАХОДИ", "ЗАВДАННЯ І ЗАХОДИ"),
    ],
)
def test_the_number_of_a_goal_is_heard_as_it_is_said(heading: str, shown: str) -> None:
    assert numbered_heard(heading) == shown


def test_a_heading_is_escaped_for_markdown() -> None:
    assert heading_heard("1.2. *Послуги*") == "1.2. \\*Послуги\\*"
    assert heading_heard("Розділ ІІ. *Послуги*") == (
        '<span aria-hidden="true">Розділ ІІ</span><span class="visually-hidden"> Розділ другий</span>. \\*Послуги\\*'
    )


def test_sums_and_their_unit_are_heard_in_words() -> None:
    shown = component("money", unit="тис. грн.", total="42 010,0", years=[(2026, "160,0")], dashes=None)
    for official, said in (("тис. грн.", "тисяч гривень"), ("42 010,0", "42010"), ("160,0", "160")):
        assert f'<span aria-hidden="true">{official}</span><span class="visually-hidden"> {said}</span>' in shown
