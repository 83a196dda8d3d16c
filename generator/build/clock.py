"""The as-of date: given, else AS_OF, else by SOURCE_DATE_EPOCH, else today in Kyiv. The core never asks the clock."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from generator.model.records.record import LAST_YEAR
from generator.source.usage_error import UsageError

_FIRST_YEAR = 1980
"""Tables for Excel bear the day of the build, and their format knows no year before."""
_EPOCH = re.compile(r"[0-9]{1,11}")  # to the year 5138


def as_of_date(given: date | None, environment: Mapping[str, str]) -> date:
    """Choose the as-of date; UsageError when the environment gives what is no date."""
    epoch = environment.get("SOURCE_DATE_EPOCH")
    of_epoch = None if epoch is None else _of_epoch(epoch)  # MkDocs reads it as well, whatever else is given
    if given:
        return given
    if day := environment.get("AS_OF"):
        return read_day(day, "AS_OF")
    if of_epoch:
        return of_epoch
    return day_in_kyiv(datetime.now(UTC))


def day_in_kyiv(moment: datetime) -> date:
    """Return the day it is in Ukraine at a moment."""
    return moment.astimezone(ZoneInfo("Europe/Kyiv")).date()


def read_day(given: date | str, name: str) -> date:
    """Read a day that a person gave under a name; UsageError when it is none, or of a year that must be a slip."""
    try:
        day = date.fromisoformat(given) if isinstance(given, str) else date(given.year, given.month, given.day)
    except ValueError:
        raise UsageError(f"{name}: «{given}» не є датою; дату пишуть так: 2025-12-31") from None
    return _of_our_time(day, name, given)


def _of_epoch(seconds: str) -> date:
    name = "SOURCE_DATE_EPOCH"
    if not seconds.strip():
        how = "впишіть його або приберіть змінну"
        raise UsageError(f"{name}: порожньо, а має бути ціле число секунд від 1970 року; {how}")
    if not _EPOCH.fullmatch(seconds):
        raise UsageError(f"{name}: «{seconds}» має бути цілим числом секунд від 1970 року, до 11 цифр")
    return _of_our_time(datetime.fromtimestamp(int(seconds), UTC).date(), name, seconds)


def _of_our_time(day: date, name: str, given: date | str) -> date:
    if not _FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UsageError(f"{name}: «{given}» – це {day.year} рік; дозволено роки від {_FIRST_YEAR} до {LAST_YEAR}")
    return day
