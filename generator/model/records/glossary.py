"""glossary.yml: abbreviations and terms of the plans in plain words. Every word of it is ours, not the documents'."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.records.record import Record, Slug, Text

GlossaryKind = Literal["abbreviation", "term"]


class GlossaryEntryRecord(Record):
    """One abbreviation or term. Abbreviations are matched with their case, terms without regard to it."""

    term: Text
    """Скорочення або термін, як його пишуть: «СЖО», «патронатна родина»."""
    kind: GlossaryKind
    """Вид: abbreviation (скорочення) або term (термін)."""
    expansion: Text | None = None
    """Розкрите скорочення в називному відмінку; для терміна не потрібне."""
    meaning: Text
    """Пояснення від нас: одне або два прості речення."""
    forms: Annotated[tuple[Text, ...], Field(default=(), strict=False)]
    """Інші форми, за якими слово впізнають у текстах: відмінки, написання. Сам term повторювати не треба."""
    communities: Annotated[tuple[Slug, ...], Field(default=(), strict=False)]
    """Громади, у документах яких скорочення означає саме це. Порожньо, якщо воно загальне."""
    source: Text | None = None
    """Закон або інший акт, де термін визначено. Лише якщо відомо напевно."""


class GlossaryRecord(Record):
    """All entries of the glossary."""

    entries: tuple[GlossaryEntryRecord, ...] = Field(strict=False)
    """Скорочення і терміни."""
