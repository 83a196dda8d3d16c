"""The as-of date: given in mkdocs.yml, else by SOURCE_DATE_EPOCH, else today in Kyiv. The core never asks the clock."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def as_of_date(given: date | str | None, environment: Mapping[str, str]) -> date:
    """Choose the as-of date; ValueError with words for people when what was given is no date."""
    if isinstance(given, date):
        return given
    if given:
        try:
            return date.fromisoformat(given)
        except ValueError:
            raise ValueError(f"as_of: «{given}» не є датою; дату пишуть так: 2025-12-31") from None
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        if not epoch.isdigit():
            raise ValueError(f"SOURCE_DATE_EPOCH: «{epoch}» має бути цілим числом секунд від 1970 року")
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now(ZoneInfo("Europe/Kyiv")).date()
