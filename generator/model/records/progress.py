"""progress.yml: what executors reported, appended over time."""

from pydantic import Field

from generator.model.records.indicator import IndicatorValueRecord
from generator.model.records.record import Day, Record, Sum, Text
from generator.model.vocabulary import Status


class ProgressEntryRecord(Record):
    """One report on one measure."""

    measure: Text
    """Номер або ідентифікатор заходу."""
    promise: Text | None = None
    """Позначка заходу: його перші слова і 8 знаків у дужках; пише plans progress, перевіряє plans check."""
    date: Day
    """Дата звіту, РРРР-ММ-ДД."""
    executor: Text | None = None
    """Хто з виконавців звітує, як його названо в плані; без цього поля звітує сама громада."""
    status: Status = Field(strict=False)
    """Стан: not-started, in-progress, done, suspended, cancelled, merged."""
    status_words: Text | None = None
    """Стан словами звіту, якщо вони інші: «виконано частково»."""
    started: Day | None = None
    """Коли захід почато."""
    completed: Day | None = None
    """Коли захід виконано; обов’язково для done."""
    into: Text | None = None
    """З яким заходом об’єднано; обов’язково для merged."""
    into_promise: Text | None = None
    """Позначка того заходу: його перші слова і 8 знаків у дужках; пише plans progress, перевіряє plans check."""
    comment: Text | None = None
    """Пояснення словами."""
    evidence: tuple[Text, ...] = Field(default=(), strict=False)
    """Підтвердження: адреси сторінок або слова."""
    spent: Sum | None = None
    """Скільки витрачено, в одиниці плану."""
    values: tuple[IndicatorValueRecord, ...] = Field(default=(), strict=False)
    """Фактичні значення показників за роками."""
    source: Text | None = None
    """Хто повідомив."""


class ProgressRecord(Record):
    """All reports on one plan."""

    entries: tuple[ProgressEntryRecord, ...] = Field(default=(), strict=False)
    """Звіти, найновіші внизу."""
