"""What a term (строк виконання) is: the document's words and what they mean as dates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class TermKind(StrEnum):
    """How a term bounds the work."""

    PERIOD = "period"
    DEADLINE = "deadline"
    ONGOING = "ongoing"
    RECURRING = "recurring"
    CONDITIONAL = "conditional"
    UNKNOWN = "unknown"


class Recurrence(StrEnum):
    """How often a recurring term comes round."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a measure.

    `text` stands as in the document. `start` and `end` are both inclusive. `window_start` and `window_end` are
    "MM-DD": the part of every year a recurring term falls in; the window of a winter ends before it starts.
    `day` is the day of the month of a monthly deadline («щомісяця до 5 числа»). `impossible` says of an unknown term
    why no calendar has its date («такого дня немає: у червні 30 днів»). Neither is published.
    """

    text: str
    kind: TermKind = TermKind.UNKNOWN
    start: date | None = None
    end: date | None = None
    recurrence: Recurrence | None = None
    window_start: str | None = None
    window_end: str | None = None
    day: int | None = None
    impossible: str = ""

    def as_dict(self) -> dict[str, str | None]:
        """Return the published JSON record: these keys, in this order; dates ISO, missing ones None."""
        return {
            "text": self.text,
            "kind": self.kind.value,
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "recurrence": self.recurrence.value if self.recurrence else None,
            "window_start": self.window_start,
            "window_end": self.window_end,
        }
