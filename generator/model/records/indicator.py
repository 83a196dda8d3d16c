"""An indicator of a measure: its words, and the values the document gives it."""

from typing import Annotated

from pydantic import Field

from generator.model.records.field import DOCUMENT, part
from generator.model.records.record import Lines, Record, ShortForm, Text, Year


class IndicatorRecord(ShortForm):
    """An indicator; words alone, which is how it is nearly always written, are its text."""

    alone = "text"

    text: Annotated[Lines, DOCUMENT, part()]
    """Показник, слово в слово."""
    unit: Annotated[Text | None, DOCUMENT, part("(одиниця – {})")] = None
    """Одиниця виміру, як у документі: «осіб», «%»."""
    baseline: Annotated[Text | None, DOCUMENT, part("(на початок – {})")] = None
    """Значення на початок, як надруковано."""
    targets: Annotated[dict[Year, Text], Field(default_factory=dict, strict=False), DOCUMENT, part("(заплановано: {})")]
    """Заплановані значення за роками: рік: «значення»."""

    @property
    def has_values(self) -> bool:
        """Return whether there is anything beside the words."""
        return bool(self.unit or self.baseline or self.targets)


class IndicatorValueRecord(Record):
    """What a report says an indicator came to in a year."""

    indicator: Text | None = None
    """Показник його словами з плану; не потрібен, якщо показник у заходу один."""
    year: Year
    """За який рік."""
    value: Text
    """Значення, як у звіті, у лапках: «120»."""
