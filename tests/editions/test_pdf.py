"""plan.pdf and plan-large.pdf: tagged, titled, in Ukrainian, small, the same bytes every time, safe for any words."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfua.validator import Validator

from editions.editions_of import real_editions
from generator.build.typesetter import Typesetter
from generator.outputs.editions.blocks import Edition, Facts, Grid, Heading, Item, Items, official
from generator.outputs.editions.packed_pdf import packed
from generator.outputs.editions.pdf import pdf_data
from generator.outputs.editions.signs import with_known_signs
from project import tries

LARGE = pytest.mark.parametrize("large", [False, True])
STAMP = int(datetime(2026, 11, 29, tzinfo=UTC).timestamp())
TYPESETTER = Typesetter()


def made(edition: Edition, *, large: bool = False) -> bytes:
    return TYPESETTER.pdf(pdf_data(edition, TYPESETTER.mark, TYPESETTER.known, large=large), STAMP)


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every element of the structure, in reading order."""

    def below(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
        if isinstance(node, pikepdf.Array):
            for kid in node:
                yield from below(kid)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                yield node
            if "/K" in node:
                yield from below(node.K)

    yield from below(pdf.Root.StructTreeRoot.K)


def scopes(pdf: pikepdf.Pdf) -> list[str]:
    return [
        str(one.Scope) for element in elements(pdf) if str(element.S) == "/TH" for one in element.A if "/Scope" in one
    ]


@LARGE
def test_it_is_tagged_and_says_what_it_is(sample: Edition, large: bool) -> None:
    with pikepdf.open(io.BytesIO(made(sample, large=large))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "uk"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title) == sample.title
        assert str(pdf.docinfo.Author) == "Плани громад"
        assert str(pdf.docinfo.CreationDate).startswith("D:20261129")
        assert pdf.open_metadata()["pdfuaid:part"] == "1"


def test_headings_make_the_outline_and_leave_no_level_out(sample: Edition) -> None:
    with pikepdf.open(io.BytesIO(made(sample))) as pdf:
        levels = [int(str(element.S)[2]) for element in elements(pdf) if re.fullmatch("/H[1-6]", str(element.S))]
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert titles == ["Зміст", "Рішення", "Стратегічна ціль 1. Більше послуг <для всіх> & кожного",
                      "Підсумки, надруковані в документі", "Особливості документа", "Умови використання"]  # fmt: skip


def test_tables_have_headings_of_columns_and_rows(sample: Edition) -> None:
    with pikepdf.open(io.BytesIO(made(sample))) as pdf:
        assert scopes(pdf) == ["/Column", "/Column", "/Column", "/Column", "/Row"]
        assert sum(str(element.S) == "/TD" for element in elements(pdf)) == 3


def test_a_table_whose_rows_have_no_names_gets_none(sample: Edition) -> None:
    grid = Grid("Таблиця", ("А", "Б"), (("1", "2"), ("1", "3")))
    with pikepdf.open(io.BytesIO(made(replace(sample, blocks=(Heading(1, "Ціль", "goal"), grid))))) as pdf:
        assert scopes(pdf) == ["/Column", "/Column"]


def test_facts_and_lists_are_lists(sample: Edition) -> None:
    with pikepdf.open(io.BytesIO(made(sample))) as pdf:
        kinds = [str(element.S) for element in elements(pdf)]
    assert kinds.count("/L") >= 9
    assert kinds.count("/Lbl") >= kinds.count("/LBody") > 30


@LARGE
def test_fonts_are_embedded_in_part(sample: Edition, large: bool) -> None:
    with pikepdf.open(io.BytesIO(made(sample, large=large))) as pdf:
        fonts = [
            one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
        ]
    assert {re.sub("^/[A-Z]{6}\\+", "", str(font.FontName)) for font in fonts} == {
        "NotoSans-Regular",
        "NotoSans-Bold",
        "DejaVuSansMono",
    }
    assert all(
        re.match("/[A-Z]{6}\\+", str(font.FontName)) and ("/FontFile2" in font or "/FontFile3" in font)
        for font in fonts
    )


def test_letters_of_large_print_are_18_points(sample: Edition) -> None:
    def sizes(data: bytes) -> set[float]:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return {float(operands[1]) for page in pdf.pages for operands, operator in pikepdf.parse_content_stream(page)
                    if str(operator) == "Tf"}  # fmt: skip

    assert min(sizes(made(sample, large=True))) >= 16
    assert 18 in sizes(made(sample, large=True))
    assert min(sizes(made(sample))) >= 10.8
    assert 12 in sizes(made(sample))


@pytest.mark.parametrize(
    "name", ["chernihiv/social-services-2025", pytest.param("melitopol/strategy-2027", marks=pytest.mark.slow)]
)
def test_the_checker_finds_nothing(name: str, tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(made(real_editions()[name][1]))
    assert [str(finding) for finding in Validator().validate(file).findings] == []


@LARGE
def test_a_plan_without_chapters_takes_at_most_150_kilobytes(real: dict[str, Edition], large: bool) -> None:
    sizes = {
        name: len(made(edition, large=large)) for name, edition in real.items() if not name.startswith("melitopol")
    }
    assert len(sizes) == 4
    assert max(sizes.values()) < 150_000, sizes


def test_the_same_plan_is_the_same_bytes(sample: Edition) -> None:
    again = Typesetter()
    data = pdf_data(sample, again.mark, again.known, large=False)
    assert again.pdf(data, STAMP) == made(sample)
    assert again.pdf(data, STAMP + 86_400) != made(sample)


def test_packing_keeps_every_object_and_takes_away_two_thirds(sample: Edition) -> None:
    data = pdf_data(sample, TYPESETTER.mark, TYPESETTER.known, large=False)
    plain = TYPESETTER._compiler.compile(
        TYPESETTER._template, format="pdf", sys_inputs={"data": data}, pdf_standards=["ua-1"]
    )
    assert isinstance(plain, bytes)
    small = packed(plain)
    with pikepdf.open(io.BytesIO(plain)) as before, pikepdf.open(io.BytesIO(small)) as after:
        assert len(after.pages) == len(before.pages)
        for now, then in zip(after.pages, before.pages, strict=True):
            (places, words), (places_before, words_before) = drawn(now), drawn(then)
            assert places == pytest.approx(places_before, abs=0.0051)
            assert words == words_before
        assert len(list(elements(after))) == len(list(elements(before)))
    assert len(small) < len(plain) * 0.7


def test_what_is_no_pdf_of_typst_is_refused() -> None:
    with pytest.raises(ValueError, match="not a PDF as Typst writes it"):
        packed(b"%PDF-1.7\nstartxref\n9\n%%EOF")


def drawn(page: pikepdf.Page) -> tuple[list[float], list[object]]:
    """The numbers that a page consists of, and all the rest: operators, names, words."""
    numbers: list[float] = []
    rest: list[object] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        rest.append(str(operator))
        for one in operands:
            if isinstance(one, int | float | Decimal):
                numbers.append(float(one))
            else:
                rest.append(bytes(one) if isinstance(one, pikepdf.String) else repr(one))
    return numbers, rest


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
@settings(max_examples=tries(25), deadline=None)
def test_any_words_can_be_printed(text: str) -> None:
    title = text.strip() or "План"
    edition = Edition(title, text, text, "", datetime(2026, 11, 29, tzinfo=UTC).date(),
                      (Heading(1, f"Ціль {text}", "goal-1"), official(text), Items((Item(text),)),
                       Grid(text, ("А", "Б"), ((text, "1"),))))  # fmt: skip
    assert made(edition).startswith(b"%PDF-1.7")


def test_words_are_never_read_as_typst(sample: Edition) -> None:
    words = '#strong[так] $x$ *a* `b` _c_ <d> @e \\ "f" = #panic("x")'
    data = json.loads(pdf_data(replace(sample, blocks=(official(words),)), "", TYPESETTER.known, large=False))
    assert data["blocks"] == [{"kind": "paragraph", "text": words, "official": True, "ours": False, "sign": ""}]
    assert made(replace(sample, blocks=(Heading(1, words, "goal"), official(words))))


def test_a_sign_without_a_shape_stands_by_its_code() -> None:
    assert with_known_signs("Сонях 🌻 і ґ", TYPESETTER.known) == "Сонях [знак U+1F33B] і ґ"
    assert {*"АаБбЄєІіЇїҐґ’ʼ«»№–—…€■◐▲□◇▨✕"} <= TYPESETTER.known


@LARGE
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="install Debian’s poppler-utils")
def test_no_label_of_a_fact_ends_a_page(real: dict[str, Edition], large: bool, tmp_path: Path) -> None:
    """Typst leaves no first line of a paragraph alone: the label and the first line of its value are one paragraph."""
    edition = real["nizhyn/social-services-2025"]
    labels = {fact.name for block in edition.blocks if isinstance(block, Facts) for fact in block.facts}
    (tmp_path / "plan.pdf").write_bytes(made(edition, large=large))
    text = subprocess.run(["pdftotext", tmp_path / "plan.pdf", "-"], capture_output=True, text=True, check=True).stdout
    ends = [[line for line in page.splitlines() if line.strip()][-2:] for page in text.split("\f")[:-1]]
    assert len(ends) > 10
    assert [end for end in ends if labels & set(end[:1])] == []
    assert labels & {line for page in text.split("\f") for line in page.splitlines()}
