"""What the document's table prints around the measures: headings of its columns, paragraphs that nobody can place."""

from typing import Annotated

from pydantic import Field

from generator.model.records.field import DOCUMENT, OURS, part, told
from generator.model.records.record import Record, Text, Year
from generator.model.vocabulary import Role

Texts = Annotated[tuple[Text, ...], Field(default=(), strict=False)]


class UnalignedRecord(Record):
    """Paragraphs of a row's cells that can't be matched with the measures of that row; in document order."""

    indicators: Annotated[Texts, DOCUMENT, part("показники: {}")]
    """Показники."""
    terms: Annotated[Texts, DOCUMENT, part("строки: {}")]
    """Строки."""
    executors: Annotated[Texts, DOCUMENT, part("виконавці: {}")]
    """Виконавці."""
    sources: Annotated[Texts, DOCUMENT, part("джерела: {}")]
    """Джерела фінансування."""
    total: Annotated[Texts, DOCUMENT, part("усього: {}")]
    """Суми зі стовпця «Всього»."""
    by_year: Annotated[
        dict[Year, Annotated[tuple[Text, ...], Field(strict=False)]],
        Field(default_factory=dict, strict=False),
        DOCUMENT,
        part("за роками: {}"),
    ]
    """Суми зі стовпців за роками."""


class ColumnsRecord(Record):
    """Headings of the document's table, as printed."""

    printed_once: Annotated[bool, OURS, told("відомості про те, де надруковано заголовки стовпців", shown=False)] = (
        False
    )
    """Так, якщо в документі заголовки стовпців надруковано раз, а не перед кожною ціллю."""
    goal: Annotated[Text | None, DOCUMENT, told("заголовок стовпця цілей")] = None
    """Стовпець цілей."""
    measure: Annotated[Text | None, DOCUMENT, told("заголовок стовпця заходів")] = None
    """Стовпець завдань і заходів."""
    term: Annotated[Text | None, DOCUMENT, told("заголовок стовпця строків")] = None
    """Стовпець строків."""
    executors: Annotated[Text | None, DOCUMENT, told("заголовок стовпця виконавців")] = None
    """Стовпець виконавців."""
    roles: Annotated[
        dict[Annotated[Role, Field(strict=False)], Text],
        Field(default_factory=dict, strict=False),
        DOCUMENT,
        told("заголовки стовпців виконавців за ролями"),
    ]
    """Заголовки стовпців виконавців за ролями, якщо їх кілька: роль: «Співвиконавці»."""
    indicators: Annotated[Text | None, DOCUMENT, told("заголовок стовпця показників")] = None
    """Стовпець показників."""
    sources: Annotated[Text | None, DOCUMENT, told("заголовок стовпця джерел фінансування")] = None
    """Стовпець джерел фінансування."""
    funding: Annotated[Text | None, DOCUMENT, told("заголовок над сумами")] = None
    """Заголовок над сумами."""
    total: Annotated[Text | None, DOCUMENT, told("заголовок стовпця підсумків")] = None
    """Стовпець «Всього»."""
    estimate: Annotated[Text | None, DOCUMENT, told("заголовок стовпця кошторису")] = None
    """Стовпець кошторисної вартості."""
    remainder: Annotated[Text | None, DOCUMENT, told("заголовок стовпця залишку кошторису")] = None
    """Стовпець залишку кошторисної вартості."""
    by_year: Annotated[Text | None, DOCUMENT, told("заголовок над роками")] = None
    """Заголовок над роками."""
    progress: Annotated[Text | None, DOCUMENT, told("заголовок стовпця відміток про реалізацію")] = None
    """Стовпець відмітки про реалізацію."""
