"""plan.brf: 40 signs by 25 lines, every sign with Braille of its own, numbers marked, headings readable."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language.braille import _ASCII, TABLES, has_braille, in_braille
from generator.outputs.editions.blocks import Edition, Grid, Heading, Item, Items, Paragraph
from generator.outputs.editions.brf import HEIGHT, WIDTH, brf
from outputs.sample import AS_OF
from project import tries


def dots(text: str) -> str:
    """The same in the signs of Unicode, which a reader of Braille can check."""
    return "".join(chr(0x2800 + _ASCII.index(sign)) if sign != "\n" else sign for sign in in_braille(text))


@pytest.mark.parametrize(
    ("text", "braille"),
    [
        ("об’єднання ґанок їжа є", "⠕⠃⠄⠜⠙⠝⠁⠝⠝⠫⠀⠻⠁⠝⠕⠅⠀⠹⠚⠁⠀⠜"),
        ("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "⠁⠃⠺⠛⠻⠙⠑⠜⠚⠵⠊⠽⠹⠯⠅⠇⠍⠝⠕⠏⠗⠎⠞⠥⠋⠓⠉⠟⠱⠭⠾⠳⠫"),
        ("42 010,5 тис. грн.", "⠼⠙⠃⠀⠼⠚⠁⠚⠂⠑⠀⠞⠊⠎⠲⠀⠛⠗⠝⠲"),
        ("Захід 1.1.2. Щороку", "⠵⠁⠓⠽⠙⠀⠼⠁⠲⠼⠁⠲⠼⠃⠠⠲⠀⠭⠕⠗⠕⠅⠥"),
        ("п.5а, 10-й", "⠏⠲⠼⠑⠐⠁⠂⠀⠼⠁⠚⠤⠯"),
        ("2021–2027", "⠼⠃⠚⠃⠁⠤⠼⠃⠚⠃⠛"),
        ("№ 91 «Про план»", "⠝⠀⠼⠊⠁⠀⠦⠏⠗⠕⠀⠏⠇⠁⠝⠴"),
        ("кв. 5, 6; 7!", "⠅⠺⠲⠀⠼⠑⠠⠂⠀⠼⠋⠠⠆⠀⠼⠛⠠⠖"),
        ("та/або 100%", "⠞⠁⠠⠌⠁⠃⠕⠀⠼⠁⠚⠚⠼⠴"),
        ("COVID-19", "⠨⠉⠕⠧⠊⠙⠤⠼⠁⠊"),
        ("UNICEFу", "⠨⠥⠝⠊⠉⠑⠋⠐⠥"),
        ('"лапки"', "⠦⠇⠁⠏⠅⠊⠴"),
        ("нада\u00adвати", "⠝⠁⠙⠁⠺⠁⠞⠊"),
        ("🌻", "⠷⠵⠝⠁⠅⠀⠼⠁⠨⠋⠼⠉⠉⠨⠃⠾"),
    ],
)
def test_signs(text: str, braille: str) -> None:
    assert dots(text) == braille


def test_every_letter_has_a_sign_of_its_own() -> None:
    letters = [TABLES[letter] for letter in "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"]
    assert len(set(letters)) == len(letters) == 33
    assert len(set(_ASCII)) == len(_ASCII) == 64


def test_every_sign_of_every_plan_has_braille(real: dict[str, Edition]) -> None:
    assert {name: sorted({sign for sign in one.text if not has_braille(sign)}) for name, one in real.items()} == {
        name: [] for name in real
    }
    assert len(real) == 5


@given(st.text(max_size=80))
@settings(max_examples=tries(200))
def test_any_text_becomes_signs_of_braille(text: str) -> None:
    braille = in_braille(text)
    assert set(braille) <= {*_ASCII, "\n"}
    assert braille.count("\n") == text.count("\n")


BLOCKS = st.one_of(
    st.builds(Heading, st.integers(1, 5), st.text(max_size=90), st.just("a")),
    st.builds(Paragraph, st.text(max_size=200)),
    st.builds(lambda text: Items((Item(text, "", (Item(text, "1."),)),)), st.text(max_size=60)),
    st.builds(lambda text: Grid(text, (text, "Б"), ((text, ""), ("1", text))), st.text(max_size=50)),
)


@given(st.lists(BLOCKS, max_size=30))
@settings(max_examples=tries(60), deadline=None)
def test_any_edition_is_pages_of_25_lines_of_40_signs(blocks: list[Heading | Paragraph | Items | Grid]) -> None:
    edition = Edition("План", "Громада", "Сайт", "", AS_OF, tuple(blocks))
    pages = brf(edition).decode("ascii").split("\f")
    for number, page in enumerate(pages, 1):
        lines = page.removesuffix("\r\n").split("\r\n")
        assert len(lines) == HEIGHT
        assert max(map(len, lines)) <= WIDTH
        assert lines[0].strip()
        assert lines[-1].strip() == in_braille(str(number))


def page_of(edition: Edition) -> list[str]:
    text = brf(edition).decode("ascii")
    return ["".join(chr(0x2800 + _ASCII.index(sign)) for sign in line) for line in text.split("\f")[0].split("\r\n")]


def test_a_page_as_a_reader_finds_it(sample: Edition) -> None:
    edition = replace(sample, title="План дій", blocks=(
        Heading(1, "Коротко", "brief"),
        Paragraph("Від нас. Громада хоче знати, що потрібно людям, і робити це вчасно."),
        Heading(3, "Захід 1.1.2", "m-1"),
        Items((Item("опитати", "1.", (Item("усіх"),)),)),
        Grid("Гроші", ("Рік", "Сума"), (("2025", "12,5"),)),
    ))  # fmt: skip
    assert [line.rstrip("⠀") for line in page_of(edition)][:20] == [
        "⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠏⠇⠁⠝⠀⠙⠽⠯",
        "",
        "⠀⠀⠺⠽⠙⠀⠝⠁⠎⠲⠀⠉⠑⠀⠺⠊⠙⠁⠝⠝⠫⠀⠱⠗⠊⠋⠞⠕⠍⠀⠃⠗⠁⠯⠇⠫",
        "⠵⠗⠕⠃⠊⠇⠁⠀⠏⠗⠕⠛⠗⠁⠍⠁⠲⠀⠯⠕⠛⠕⠀⠭⠑⠀⠝⠑⠀⠺⠊⠟⠊⠞⠁⠝⠕",
        "⠝⠑⠵⠗⠫⠟⠊⠍⠀⠟⠊⠞⠁⠟⠑⠍⠲",
        "",
        "⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠅⠕⠗⠕⠞⠅⠕",
        "",
        "⠀⠀⠺⠽⠙⠀⠝⠁⠎⠲⠀⠛⠗⠕⠍⠁⠙⠁⠀⠓⠕⠟⠑⠀⠵⠝⠁⠞⠊⠂⠀⠭⠕",
        "⠏⠕⠞⠗⠽⠃⠝⠕⠀⠇⠳⠙⠫⠍⠂⠀⠽⠀⠗⠕⠃⠊⠞⠊⠀⠉⠑⠀⠺⠟⠁⠎⠝⠕⠲",
        "",
        "⠀⠀⠀⠀⠵⠁⠓⠽⠙⠀⠼⠁⠲⠼⠁⠲⠼⠃",
        "⠼⠁⠠⠲⠀⠕⠏⠊⠞⠁⠞⠊",
        "⠀⠀⠤⠀⠥⠎⠽⠓",
        "",
        "⠀⠀⠛⠗⠕⠱⠽",
        "⠗⠽⠅⠒⠀⠼⠃⠚⠃⠑",
        "⠀⠀⠎⠥⠍⠁⠒⠀⠼⠁⠃⠂⠑",
        "",
        "",
    ]


def test_no_heading_ends_a_page(sample: Edition) -> None:
    filler = tuple(Paragraph("слово") for _ in range(20))
    edition = replace(sample, title="План", blocks=(*filler[:17], Heading(2, "Ціль", "goal"), *filler))
    pages = [[line.rstrip() for line in page.split("\r\n")] for page in brf(edition).decode("ascii").split("\f")]
    heading = in_braille("Ціль")
    assert heading not in [line.strip() for line in pages[0]]
    assert pages[1][0].strip() == heading


def test_a_word_longer_than_a_line_is_parted_by_a_hyphen(sample: Edition) -> None:
    edition = replace(sample, title="План", blocks=(Paragraph("а" * 70),))
    lines = brf(edition).decode("ascii").split("\r\n")
    assert f"  {'A' * 37}-" in lines
    assert "A" * 33 in lines


def test_it_says_that_nobody_has_read_it_through(real: dict[str, Edition]) -> None:
    said = "".join(in_braille("Його ще не вичитано незрячим читачем.").split())
    assert all(said in "".join(brf(edition).decode("ascii")[:1500].split()) for edition in real.values())
