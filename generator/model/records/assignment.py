"""Who carries a measure out: a name alone, or beside it what the document says of that body's part."""

from typing import Annotated

from pydantic import Field

from generator.model.records.field import DOCUMENT, part
from generator.model.records.record import ShortForm, Text
from generator.model.vocabulary import Role


class AssignmentRecord(ShortForm):
    """An executor of a measure: the name, and what the document says beside it."""

    alone = "name"

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
