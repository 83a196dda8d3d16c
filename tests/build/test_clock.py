"""The as-of date: which of its sources counts, and what is refused in words."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from generator.build.clock import as_of_date, read_day
from generator.source.usage_error import UsageError

GIVEN = date(2026, 1, 2)


def test_what_is_given_counts_before_the_environment() -> None:
    everything = {"AS_OF": "2026-03-04", "SOURCE_DATE_EPOCH": "1767225600"}
    assert as_of_date(GIVEN, everything) == GIVEN
    assert as_of_date(None, everything) == date(2026, 3, 4)
    assert as_of_date(None, {"AS_OF": "", "SOURCE_DATE_EPOCH": "1767225600"}) == date(2026, 1, 1)


def test_settings_may_give_a_day_as_yaml_reads_it() -> None:
    assert read_day(GIVEN, "as_of") == read_day("2026-01-02", "as_of") == GIVEN
    assert type(read_day(datetime(2026, 1, 2, 10, 0), "as_of")) is date  # noqa: DTZ001 - as YAML reads it


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"AS_OF": "foo"}, "AS_OF: «foo» не є датою; дату пишуть так: 2025-12-31"),
        ({"AS_OF": "0001-01-01"}, "AS_OF: «0001-01-01» – це 1 рік; дозволено роки від 1980 до 2100"),
        ({"SOURCE_DATE_EPOCH": "²"}, "SOURCE_DATE_EPOCH: «²» має бути цілим числом секунд від 1970 року, до 11 цифр"),
        ({"SOURCE_DATE_EPOCH": "9" * 20}, f"SOURCE_DATE_EPOCH: «{'9' * 20}» має бути цілим числом секунд"),
        ({"SOURCE_DATE_EPOCH": ""}, "SOURCE_DATE_EPOCH: порожньо, а має бути ціле число секунд від 1970 року; впишіть"),
        ({"SOURCE_DATE_EPOCH": "abc", "AS_OF": "2026-03-04"}, "SOURCE_DATE_EPOCH: «abc» має бути цілим числом"),
        ({"SOURCE_DATE_EPOCH": "0"}, "SOURCE_DATE_EPOCH: «0» – це 1970 рік; дозволено роки від 1980 до 2100"),
        ({"SOURCE_DATE_EPOCH": "9" * 11}, "– це 5138 рік"),
    ],
)
def test_what_is_no_sensible_day_is_told_by_its_name(environment: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError) as told:
        as_of_date(None, environment)
    assert words in str(told.value)
