"""Words of ours around the document's: no-break spaces, dashes instead of sums told in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.vocabulary import MeasureGroup
from generator.pages.markup import bound
from generator.pages.measure import years_alike
from generator.pages.measure_money import only_dashes

PAGES = Path(__file__).parents[2] / "generator/pages"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("до 5 травня 2025 року", "до~5~травня 2025~року"),
        ("Ця ціль – про сім’ї", "Ця ціль~– про сім’ї"),
        ("діти і в селі", "діти і~в~селі"),
        ("16 заходів із 35", "16~заходів із~35"),
        ("рішення № 91", "рішення №~91"),
        ("сім’я з дітьми", "сім’я з~дітьми"),
        ("план-графік за рік", "план-графік за~рік"),
    ],
)
def test_a_line_does_not_end_before_what_belongs_to_it(written: str, shown: str) -> None:
    assert bound(written) == shown.replace("~", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("total", "by_year", "said"),
    [
        ("-", {2021: "-", 2022: "–", 2023: "-"}, "за кожен рік від 2021 до 2023 і в підсумку."),
        (None, {2021: "-", 2022: "-"}, "за роки 2021, 2022."),
        (None, {2021: "-", 2023: "-", 2024: "-"}, "за роки 2021, 2023, 2024."),
        ("-", {2025: "-"}, "за 2025 рік і в підсумку."),
        ("-", {}, "У документі замість суми стоїть риска."),
    ],
)
def test_dashes_alone_are_told_in_one_sentence(total: str | None, by_year: dict[int, str], said: str) -> None:
    assert (only_dashes(total, by_year) or "").endswith(said)


def test_one_sum_among_dashes_leaves_all_as_printed() -> None:
    assert only_dashes("-", {2021: "-", 2022: "5,0"}) is None
    assert only_dashes("5,0", {2021: "-"}) is None


def test_years_with_the_same_sums_stand_in_one_line() -> None:
    alike = list(years_alike({2021: ("-", "-"), 2022: ("5,0",), 2023: ("-", "-")}))
    assert alike == [("За кожен рік: 2021, 2023", ("-", "-")), ("2022", ("5,0",))]


@pytest.mark.parametrize("group", [group for group in MeasureGroup if " " in group.words])
def test_headings_of_groups_stand_in_the_vocabulary_alone(group: MeasureGroup) -> None:
    sources = [path for path in PAGES.rglob("*") if path.suffix in {".py", ".j2"}]
    assert len(sources) > 80
    assert [path.name for path in sources if group.words in path.read_text(encoding="utf-8")] == []
