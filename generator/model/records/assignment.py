"""Who carries a measure out: a name alone, or beside it what the document says of that body's part."""

from typing import Annotated, Any

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from generator.model.records.field import DOCUMENT, part
from generator.model.records.record import Record, Text
from generator.model.vocabulary import Role


class AssignmentRecord(Record):
    """An executor of a measure: the name, and what the document says beside it."""

    name: Annotated[Text, DOCUMENT, part()]
    """Назва, як у реєстрі виконавців, або інше написання звідти."""
    as_written: Annotated[Text | None, DOCUMENT, part("(надруковано: {})")] = None
    """Як надруковано в документі, якщо там більше, ніж назва: «Молодіжна рада (за згодою)»."""
    role: Annotated[Role | None, DOCUMENT, part("({})")] = Field(default=None, strict=False)
    """Роль за стовпцем документа: lead – відповідальний, with – співвиконавець, customer – замовник, partner."""
    role_words: Annotated[Text | None, DOCUMENT, part("({})")] = None
    """Слово документа для ролі, якщо воно інше, ніж у заголовку стовпця: «Головний розпорядник»."""
    by_consent: Annotated[bool, DOCUMENT, part("({})")] = False
    """Так, якщо в документі сказано «за згодою»."""
    does: Annotated[Text | None, DOCUMENT, part("({})")] = None
    """Що саме робить цей виконавець, словами документа: «в частині обліку»."""

    @model_validator(mode="before")
    @classmethod
    def _name_alone(cls, value: Any) -> Any:
        return {"name": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Let editors accept the name alone, which is how an executor is nearly always written."""
        reference = handler(schema)
        record = handler.resolve_ref_schema(reference)
        mapping = dict(record)
        record.clear()
        record.update({"anyOf": [{"type": "string"}, mapping]})
        return reference
