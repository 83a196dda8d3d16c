"""Every field of a plan says whose words it holds and how a change of it is told."""

import pytest

from generator.model.records.field import DOCUMENT, InWhole, Told, Untold, declared, records_in
from generator.model.records.measure import MeasureRecord
from generator.model.records.plan import PlanRecord
from generator.model.records.text import TextRecord

RECORDS = (*records_in(PlanRecord), TextRecord)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_field_says_whose_it_is_and_how_its_change_is_told(record):
    for field in declared(record):
        assert field.whose, f"{field.name}: DOCUMENT or OURS"
        told_inside = field.holds and any(isinstance(inner.change, Told) for inner in declared(field.holds))
        assert field.change or told_inside, f"{field.name}: told(…), part(…) or untold(…)"


def test_only_the_documents_words_about_a_measure_are_columns():
    columns = [(record, field) for record in RECORDS for field in declared(record) if field.column]
    assert {(record, field.whose, field.holds) for record, field in columns} == {(MeasureRecord, DOCUMENT, None)}


def test_parts_stand_in_a_record_that_is_told_whole():
    whole = {field.holds for record in RECORDS for field in declared(record) if isinstance(field.change, Told)}
    whole |= {
        field.holds for record in whole if record for field in declared(record) if isinstance(field.change, InWhole)
    }
    with_parts = {record for record in RECORDS if any(isinstance(field.change, InWhole) for field in declared(record))}
    assert with_parts <= whole


def test_what_is_untold_has_a_reason():
    reasons = [field.change.why for record in RECORDS for field in declared(record) if isinstance(field.change, Untold)]
    assert set(reasons) == {"makes the address", "compared one by one"}
