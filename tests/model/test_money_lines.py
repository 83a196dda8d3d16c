"""What lines of money come to: a total and its parts once, words never, units apart; what cannot be told is not told."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.money_lines import in_short, lines_of, part_of, whole
from generator.model.records.money import FundingRecord

UNIT = "тис. грн."


def funding(*lines, **fields):
    return FundingRecord.model_validate({"lines": list(lines), **fields})


def come_to(*lines):
    found = whole(lines_of(funding(*lines)), UNIT)
    return None if found is None else str(found)


ALL = {"sum": "10,0"}
OBLAST, CITY = {"source": "Обласний бюджет"}, {"source": "Міський бюджет"}


@pytest.mark.parametrize(
    ("lines", "total"),
    [
        ([OBLAST | {"sum": "4,0"}, CITY | {"sum": "6,0"}], "10.0"),
        ([ALL, OBLAST | {"sum": "4,0"}, CITY | {"sum": "6,0"}], "10.0"),
        ([OBLAST | {"sum": "4,0"}, OBLAST | {"kind": "капітальні", "sum": "3,0"}, CITY | {"sum": "6,0"}], "10.0"),
        ([{"year": 2025, "sum": "4,0"}, {"year": 2026, "sum": "6,0"}], "10.0"),
        ([{"years": [2025, 2026], "sum": "9,0"}, {"year": 2025, "sum": "4,0"}, {"year": 2027, "sum": "1,0"}], "10.0"),
        ([OBLAST | {"sum": "10,0"}, {"year": 2025, "sum": "4,0"}, {"year": 2026, "sum": "6,0"}], "10.0"),
        ([OBLAST | {"sum": "9,0"}, {"year": 2025, "sum": "4,0"}, {"year": 2026, "sum": "6,0"}], None),
        ([OBLAST | {"sum": "4,0"}, CITY | {"words": "у межах кошторису"}], "4.0"),
        ([OBLAST | {"sum": "4,0"}, CITY | {"sum": "6,0", "unit": "тис. євро"}], "4.0"),
        ([OBLAST | {"sum": "4,0"}, {"source": "обласний  бюджет", "kind": "поточні", "sum": "4,0"}], "4.0"),
        ([{"words": "у межах кошторису"}], None),
        ([{"sum": "-"}], None),
    ],
)
def test_the_whole(lines, total):
    assert come_to(*lines) == total


def test_a_part_is_told_only_where_lines_tell_it():
    money = lines_of(funding(OBLAST | {"year": 2025, "sum": "4,0"}, CITY | {"sum": "6,0"}))
    assert part_of(money, UNIT, source="обласний бюджет") == Decimal("4.0")
    assert part_of(money, UNIT, source="Міський бюджет") == Decimal("6.0")
    assert part_of(money, UNIT, year=2025) is None  # how much of the city's money is for 2025 nobody says
    assert part_of(money, UNIT, source="Обласний бюджет", year=2025) == Decimal("4.0")
    assert part_of(money, UNIT, source="Обласний бюджет", year=2026) == 0
    assert part_of(money, UNIT, source="Міський бюджет", year=2025) is None
    assert part_of(lines_of(funding(ALL)), UNIT, source="Обласний бюджет") is None


def test_the_short_form_is_lines_too():
    short = FundingRecord.model_validate(
        {"sources": ["Бюджет"], "total": "10,0", "by_year": {2025: "4,0", 2026: "6,0"}}
    )
    said = [(line.source, line.year, line.sum) for line in lines_of(short)]
    assert said == [("Бюджет", None, "10,0"), ("Бюджет", 2025, "4,0"), ("Бюджет", 2026, "6,0")]
    assert whole(lines_of(short), UNIT) == Decimal("10.0")
    assert in_short(short) is short


def test_the_short_form_of_lines_has_only_sums_that_are_printed():
    two = in_short(funding(OBLAST | {"year": 2025, "sum": "4,0"}, CITY | {"year": 2025, "sum": "6,0"}))
    assert (two.sources, two.total, two.by_year) == (("Обласний бюджет", "Міський бюджет"), None, {})
    one = in_short(funding(OBLAST | {"sum": "10,0"}, OBLAST | {"year": 2025, "sum": "4,0"}))
    assert (one.sources, one.total, one.by_year, one.text) == (("Обласний бюджет",), "10,0", {2025: "4,0"}, None)
    words = in_short(funding({"year": 2025, "words": "у межах"}, {"year": 2026, "words": "у межах"}))
    assert (words.total, words.by_year, words.text) == (None, {}, "у межах")


@given(st.lists(st.tuples(st.sampled_from("абв"), st.sampled_from([2025, 2026]), st.integers(0, 99)), min_size=1))
def test_totals_of_every_kind_beside_their_parts_change_nothing(parts):
    lines = [{"source": source, "year": year, "sum": str(value)} for source, year, value in parts]
    total = sum(value for _, _, value in parts)
    assert come_to(*lines) == str(total)
    assert come_to({"sum": str(total)}, *lines) == str(total)
    sources = {
        source: sum(value for one, _, value in parts if one == source) for source in {source for source, _, _ in parts}
    }
    by_source = [{"source": source, "sum": str(value)} for source, value in sources.items()]
    assert come_to(*by_source, *lines) == str(total)
    assert come_to(*lines, *by_source, {"sum": str(total)}) == str(total)
