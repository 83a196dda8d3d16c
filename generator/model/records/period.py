"""The time that a plan covers."""

from datetime import date
from typing import Annotated

from generator.language.terms import date_in_words
from generator.model.records.field import DOCUMENT, OURS, part, told
from generator.model.records.record import Day, Record, Text


class PeriodRecord(Record):
    """The time a plan covers."""

    start: Annotated[Day, DOCUMENT, part()]
    """Перший день."""
    end: Annotated[Day, DOCUMENT, part()]
    """Останній день."""
    text: Annotated[Text | None, DOCUMENT, told("назву періоду в документі")] = None
    """Як період названо в документі."""
    note: Annotated[Text | None, OURS, told("пояснення до періоду")] = None
    """Звідки взято дати, якщо документ їх не називає."""

    @property
    def named_end(self) -> date | None:
        """The last day of a period that the document itself names; a day that only we chose ends nothing."""
        return self.end if self.text else None

    @property
    def for_years(self) -> str:
        """What a plan is for: «на 2025 рік», «на 2021–2026 роки», or the days where it does not take whole years."""
        first, last = self.start, self.end
        if (first.month, first.day) != (1, 1) or (last.month, last.day) != (12, 31):
            return f"на час від {date_in_words(first)} до {date_in_words(last)}"
        return f"на {first.year} рік" if first.year == last.year else f"на {first.year}–{last.year} роки"
