"""An indicator of a measure: its words, and the values the document gives it."""

from typing import Annotated, Any

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from generator.model.records.field import DOCUMENT, part
from generator.model.records.record import Lines, Record, Text, Year


class IndicatorRecord(Record):
    """An indicator; words alone, which is how it is nearly always written, are its text."""

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

    @model_validator(mode="before")
    @classmethod
    def _words_alone(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Let editors accept the words alone."""
        reference = handler(schema)
        record = handler.resolve_ref_schema(reference)
        mapping = dict(record)
        record.clear()
        record.update({"anyOf": [{"type": "string"}, mapping]})
        return reference


class IndicatorValueRecord(Record):
    """What a report says an indicator came to in a year."""

    indicator: Text | None = None
    """Показник його словами з плану; не потрібен, якщо показник у заходу один."""
    year: Year
    """За який рік."""
    value: Text
    """Значення, як у звіті, у лапках: «120»."""
