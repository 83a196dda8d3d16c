"""A measure that is no more in the plan: it stays where it was, and says since when and by which act."""

from typing import Annotated

from generator.model.records.field import DOCUMENT, part
from generator.model.records.record import Day, Record, Text


class RemovalRecord(Record):
    """When, by which act and why a measure was removed from its plan."""

    date: Annotated[Day, DOCUMENT, part()]
    """Від якого дня заходу в плані немає, РРРР-ММ-ДД."""
    act: Annotated[Text | None, DOCUMENT, part("{}")] = None
    """Яким актом вилучено, словами: «рішення селищної ради від 12 березня 2026 року № 45»."""
    reason: Annotated[Text | None, DOCUMENT, part("{}")] = None
    """Чому, якщо акт про це каже."""
