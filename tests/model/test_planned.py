"""What measures cost together: from a source, in a year, in all; and where that can't be told."""

from __future__ import annotations

from decimal import Decimal

from generator.model.place import Place
from generator.model.plan import Measure
from generator.model.planned import planned, planned_part
from generator.model.records.measure import MeasureRecord
from generator.model.records.money import FundingRecord
from generator.model.records.table import UnalignedRecord

UNIT = "тис. грн"
NOWHERE = Place("")


def measure(total: str | None, *steps: Measure, unaligned: UnalignedRecord | None = None, **parts: object) -> Measure:
    funding = FundingRecord(total=total, **parts) if total or parts else None
    record = MeasureRecord(number="1", text="Захід", funding=funding, unaligned=unaligned)
    return Measure("1", "1", NOWHERE, record, term=None, steps=steps, entries=())


def test_sums_of_measures_are_added_and_those_without_are_counted() -> None:
    found = planned([measure("1,5"), measure(None), measure("2,0")], UNIT)
    assert (found.total, found.silent, found.summed) == (Decimal("3.5"), 1, 2)
    assert planned([measure(None)], UNIT).total is None


def test_a_task_with_its_own_sum_stands_for_its_steps() -> None:
    steps = (measure("1,0"), measure("2,0"))
    assert planned([measure("10,0", *steps)], UNIT).total == Decimal("10.0")
    assert planned([measure(None, *steps)], UNIT).total == Decimal("3.0")
    assert planned_part([measure("10,0", *steps)], UNIT, None, None) == Decimal("10.0")
    assert planned_part([measure(None, *steps)], UNIT, None, None) == Decimal("3.0")


def test_a_part_of_the_money_is_that_of_a_year() -> None:
    both = [measure(None, by_year={2026: "1,0", 2027: "2,0"}), measure(None, by_year={2026: "0,5"})]
    assert planned_part(both, UNIT, None, 2026) == Decimal("1.5")


def test_paragraphs_that_belong_to_no_measure_leave_the_money_untold() -> None:
    for loose in (UnalignedRecord(total=("3,0", "4,0")), UnalignedRecord(by_year={2026: ("3,0",)})):
        assert planned_part([measure("1,5"), measure("1,0", unaligned=loose)], UNIT, None, None) is None
    others = UnalignedRecord(terms=("2026 рік",))
    assert planned_part([measure("1,5"), measure("1,0", unaligned=others)], UNIT, None, None) == Decimal("2.5")
