"""A task or a measure of a plan, and its term."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from generator.model.records.assignment import AssignmentRecord
from generator.model.records.field import DOCUMENT, OURS, column, part, told, untold
from generator.model.records.indicator import IndicatorRecord
from generator.model.records.money import FundingRecord
from generator.model.records.record import Day, Lines, Record, ShortForm, Slug, Sum, Text
from generator.model.records.removal import RemovalRecord
from generator.model.records.table import Texts, UnalignedRecord
from generator.model.vocabulary import Absent

Absences = Annotated[
    tuple[Annotated[Absent, Field(strict=False)], ...],
    Field(default=(), strict=False),
    OURS,
    told("те, чого в документі немає для {}", ", "),
]


class TermRecord(ShortForm):
    """A term: the document's words, and dates beside them where the words can't be parsed."""

    alone = "text"

    text: Annotated[Text, DOCUMENT, part()]
    """Строк словами документа."""
    kind: Annotated[
        Literal["period", "deadline", "ongoing", "recurring", "conditional"] | None,
        OURS,
        told("те, як ми розуміємо строк", shown=False),
    ] = None
    """Як розуміти строк, якщо зі слів це не зрозуміло."""
    start: Annotated[Day | None, OURS, told("перший день строку")] = None
    """Перший день (від нас), РРРР-ММ-ДД."""
    end: Annotated[Day | None, OURS, told("останній день строку")] = None
    """Останній день (від нас), РРРР-ММ-ДД."""
    note: Annotated[Text | None, OURS, told("пояснення до строку")] = None
    """Чому строк прочитано саме так."""


class MeasureRecord(Record):
    """A task or a measure."""

    number: Annotated[Text | None, DOCUMENT, told("номер")] = None
    """Номер, як у документі: 1.1.2; немає, якщо його немає в документі. З однією крапкою – у лапках: "1.10"."""
    id: Annotated[Slug | None, OURS, untold("makes the address")] = None
    """Частина адреси (від нас): потрібна, якщо номера немає або він у плані повторюється."""
    label: Annotated[Text | None, DOCUMENT, told("напис перед текстом")] = None
    """Що надруковано перед текстом, якщо не просто номер із крапкою: «Завдання 1.1.1.»."""
    text: Annotated[Lines, DOCUMENT, told("текст")]
    """Текст заходу, слово в слово; рядки переліку лишаються рядками."""
    short: Annotated[Text | None, OURS, told("нашу коротку назву {}")] = None
    """Коротка назва від нас: шість–десять слів, зрозумілих без документа."""
    term: Annotated[TermRecord | None, DOCUMENT, told("строк")] = None
    """Строк (термін) словами документа."""
    executors: Annotated[tuple[AssignmentRecord, ...], DOCUMENT, told("виконавців", ", ", whole=True)] = Field(
        default=(), strict=False
    )
    """Виконавці, як написано в документі; кожен є в реєстрі. Досить назви; можна додати роль, згоду."""
    indicators: Annotated[
        tuple[IndicatorRecord, ...], Field(default=(), strict=False), DOCUMENT, told("показники", whole=True)
    ]
    """Показники (індикатори) результату: слова, а де документ дає значення – разом із ними."""
    funding: Annotated[FundingRecord | None, DOCUMENT, told("фінансування")] = None
    """Гроші: поля або список рядків."""
    estimate: Annotated[Sum | None, DOCUMENT, told("кошторис"), column("Кошторисна вартість", is_money=True)] = None
    """Кошторисна вартість усієї роботи; це не сума, яку буде витрачено за планом."""
    remainder: Annotated[
        Sum | None, DOCUMENT, told("залишок кошторису"), column("Залишок кошторисної вартості", is_money=True)
    ] = None
    """Залишок кошторисної вартості на час складання плану."""
    other: Annotated[
        dict[Text, Text], Field(default_factory=dict, strict=False), DOCUMENT, told("інші стовпці документа біля {}")
    ]
    """Інші стовпці документа під їхніми заголовками: «Ризик»: «…»."""
    also_numbered: Annotated[Texts, DOCUMENT, told("інші номери", ", ")]
    """Інші номери, під якими цей захід є в документі."""
    steps_label: Annotated[Text | None, DOCUMENT, told("слово перед частинами")] = None
    """Слово перед переліком заходів: «Заходи:»."""
    steps: Annotated[tuple["MeasureRecord", ...], DOCUMENT, untold("compared one by one")] = Field(
        default=(), strict=False
    )
    """Заходи, з яких складається завдання."""
    unaligned: Annotated[UnalignedRecord | None, DOCUMENT, told("абзаци без місця біля {}")] = None
    """Абзаци, які не вдалося зіставити з окремими заходами."""
    summary: Annotated[Texts, OURS, told("наше «Коротко» до {}", " ")]
    """«Коротко»: пояснення від нас простими реченнями."""
    topics: Annotated[tuple[Slug, ...], Field(default=(), strict=False), OURS, told("теми", shown=False)]
    """Теми (від нас): кого чи якої послуги стосується захід."""
    absent: Absences
    """Чого документ про цей захід не каже (від нас): executors, term, indicators, funding."""
    notes: Annotated[Texts, OURS, told("наші примітки до {}", " ")]
    """Примітки від нас до цього заходу."""
    removed: Annotated[RemovalRecord | None, DOCUMENT, told("вилучення {} з плану", ", ")] = None
    """Захід вилучено з плану: коли і яким актом. Сам захід лишається на своєму місці, разом зі звітами."""

    def with_steps(self) -> Iterator["MeasureRecord"]:
        """Yield the record, then those of its steps at every depth."""
        yield self
        for step in self.steps:
            yield from step.with_steps()
