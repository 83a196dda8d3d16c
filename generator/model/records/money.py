"""Money of a measure and of a row of totals, as printed: today's short form, or line by line."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.records.field import DOCUMENT, part
from generator.model.records.record import Record, ShortForm, Slug, Sum, Text, Year

Texts = Annotated[tuple[Text, ...], Field(default=(), strict=False)]
Sums = Annotated[dict[Year, Sum], Field(default_factory=dict, strict=False)]


class MoneyLineRecord(Record):
    """One sum, or words in its place. What a line does not name it is the whole over: no year, all years."""

    source: Annotated[Text | None, DOCUMENT, part()] = None
    """Джерело, як у документі: «Обласний бюджет»."""
    kind: Annotated[Text | None, DOCUMENT, part("({})")] = None
    """На що: «капітальні вкладення», «поточні видатки»."""
    year: Annotated[Year | None, DOCUMENT, part("{} рік")] = None
    """Рік."""
    years: Annotated[tuple[Year, ...], Field(default=(), strict=False), DOCUMENT, part("роки {}")]
    """Роки, якщо сума одна на кілька років разом."""
    sum: Annotated[Sum | None, DOCUMENT, part("– {}")] = None
    """Сума, як надруковано; риска, якщо в документі риска."""
    words: Annotated[Text | None, DOCUMENT, part("– {}")] = None
    """Слова замість суми: «у межах кошторису»."""
    unit: Annotated[Text | None, DOCUMENT, part()] = None
    """Одиниця, якщо вона інша, ніж у всього плану."""

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.sum is None) == (self.words is None):
            raise PydanticCustomError("sum_or_words", "sum_or_words")
        if self.year is not None and self.years:
            raise PydanticCustomError("year_or_years", "year_or_years")
        return self


class FundingRecord(ShortForm):
    """Money of one measure, as printed; a list of lines is read as `lines`."""

    alone = "lines"
    alone_type = list

    sources: Annotated[Texts, DOCUMENT, part()]
    """Джерела фінансування, як у документі."""
    unit: Annotated[Text | None, DOCUMENT, part("одиниця – {}")] = None
    """Одиниця, якщо вона інша, ніж у всього плану."""
    total: Annotated[Sum | None, DOCUMENT, part("усього {}")] = None
    """Усього, як надруковано: «160,0»; риска, якщо в документі риска."""
    by_year: Annotated[Sums, DOCUMENT, part()]
    """Суми за роками: рік: «сума»."""
    text: Annotated[Text | None, DOCUMENT, part()] = None
    """Слова замість сум: «Не потребує фінансування»."""
    lines: Annotated[tuple[MoneyLineRecord, ...], Field(default=(), strict=False), DOCUMENT, part()]
    """Гроші рядками, коли кожне джерело, призначення чи рік має свою суму або слова."""


class TotalRecord(Record):
    """A row of totals printed in the document."""

    label: Annotated[Text, DOCUMENT, part()]
    """Слово рядка: «ВСЬОГО:»."""
    goal: Annotated[Slug | None, DOCUMENT, part("(ціль {})")] = None
    """Ціль, якої стосується підсумок; немає, якщо це підсумок усього плану."""
    source: Annotated[Text | None, DOCUMENT, part("({})")] = None
    """Джерело, якого стосується підсумок; немає, якщо це гроші з усіх джерел."""
    total: Annotated[Sum | None, DOCUMENT, part()] = None
    """Сума, як надруковано; її може не бути, якщо надруковано лише роки."""
    by_year: Annotated[Sums, DOCUMENT, part("({})")]
    """Суми за роками."""

    @model_validator(mode="after")
    def _has_a_sum(self) -> Self:
        if self.total is None and not self.by_year:
            raise PydanticCustomError("total_without_sums", "total_without_sums")
        return self
