"""plan.yml: what the community approved, word for word, and what we add beside it."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from generator.model.records.record import Day, Record, Slug, Sum, Text, Year
from generator.model.vocabulary import NoteKind

Texts = Annotated[tuple[Text, ...], Field(default=(), strict=False)]
Sums = Annotated[dict[Year, Sum], Field(default_factory=dict, strict=False)]


class TermRecord(Record):
    """A term: the document's words, and dates beside them where the words can't be parsed."""

    text: Text
    """Строк словами документа."""
    kind: Literal["period", "deadline", "ongoing", "recurring", "conditional"] | None = None
    """Як розуміти строк, якщо зі слів це не зрозуміло."""
    start: Day | None = None
    """Перший день (від нас), РРРР-ММ-ДД."""
    end: Day | None = None
    """Останній день (від нас), РРРР-ММ-ДД."""
    note: Text | None = None
    """Чому строк прочитано саме так."""

    @model_validator(mode="before")
    @classmethod
    def _words_alone(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Let editors accept the words alone, which is how a term is nearly always written."""
        reference = handler(schema)
        record = handler.resolve_ref_schema(reference)
        mapping = dict(record)
        record.clear()
        record.update({"anyOf": [{"type": "string"}, mapping]})
        return reference


class FundingRecord(Record):
    """Money of one measure, as printed."""

    sources: Texts
    """Джерела фінансування, як у документі."""
    unit: Text | None = None
    """Одиниця, якщо вона інша, ніж у всього плану."""
    total: Sum | None = None
    """Усього, як надруковано: «160,0»; риска, якщо в документі риска."""
    by_year: Sums
    """Суми за роками: рік: «сума»."""
    text: Text | None = None
    """Слова замість сум: «Не потребує фінансування»."""


class UnalignedRecord(Record):
    """Paragraphs of a row's cells that can't be matched with the measures of that row; in document order."""

    indicators: Texts
    """Показники."""
    terms: Texts
    """Строки."""
    executors: Texts
    """Виконавці."""
    sources: Texts
    """Джерела фінансування."""
    total: Texts
    """Суми зі стовпця «Всього»."""
    by_year: Annotated[
        dict[Year, Annotated[tuple[Text, ...], Field(strict=False)]], Field(default_factory=dict, strict=False)
    ]
    """Суми зі стовпців за роками."""


class MeasureRecord(Record):
    """A task or a measure."""

    number: Text
    """Номер, як у документі: 1.1.2. Номер із однієї крапки беріть у лапки: "1.10"."""
    id: Slug | None = None
    """Частина адреси, якщо номер у плані повторюється; звичайно не потрібна."""
    label: Text | None = None
    """Що надруковано перед текстом, якщо не просто номер із крапкою: «Завдання 1.1.1.»."""
    text: Text
    """Текст заходу, слово в слово."""
    term: TermRecord | None = None
    """Строк словами документа."""
    executors: Texts
    """Виконавці, як написано в документі; кожен є в реєстрі."""
    indicators: Texts
    """Показники (індикатори) результату."""
    funding: FundingRecord | None = None
    """Гроші."""
    also_numbered: Texts
    """Інші номери, під якими цей захід є в документі."""
    steps_label: Text | None = None
    """Слово перед переліком заходів: «Заходи:»."""
    steps: tuple["MeasureRecord", ...] = Field(default=(), strict=False)
    """Заходи, з яких складається завдання."""
    unaligned: UnalignedRecord | None = None
    """Абзаци, які не вдалося зіставити з окремими заходами."""
    notes: Texts
    """Примітки від нас до цього заходу."""
    summary: Texts
    """«Коротко»: пояснення від нас простими реченнями."""
    topics: Annotated[tuple[Slug, ...], Field(default=(), strict=False)]
    """Теми (від нас): кого чи якої послуги стосується захід."""


class GoalRecord(Record):
    """A goal, a section or a task: any level above measures."""

    number: Text
    """Номер, як у документі, у лапках: "1.1"."""
    id: Slug | None = None
    """Частина адреси, якщо номер у плані повторюється."""
    kind: Text
    """Як цей рівень названо в документі: «Стратегічна ціль»."""
    label: Text | None = None
    """Що надруковано перед назвою: «СТРАТЕГІЧНА ЦІЛЬ 1.»."""
    title: Text
    """Назва, слово в слово."""
    motto: Text | None = None
    """Гасло, надруковане поруч із ціллю."""
    summary: Texts
    """«Коротко»: пояснення від нас простими реченнями."""
    topics: Annotated[tuple[Slug, ...], Field(default=(), strict=False)]
    """Теми (від нас)."""
    goals: tuple["GoalRecord", ...] = Field(default=(), strict=False)
    """Цілі нижчого рівня."""
    measures: tuple[MeasureRecord, ...] = Field(default=(), strict=False)
    """Завдання і заходи цієї цілі."""


class ActRecord(Record):
    """The act that approved the plan."""

    kind: Text
    """Вид акта: «Розпорядження міського голови»."""
    number: Text
    """Номер акта."""
    date: Day
    """Дата акта, РРРР-ММ-ДД."""
    issuer: Text | None = None
    """Хто видав."""
    title: Text
    """Назва акта."""
    text: Slug | None = None
    """Ім’я тексту з повним текстом акта (файл у texts/)."""


class PeriodRecord(Record):
    """The time a plan covers."""

    start: Day
    """Перший день."""
    end: Day
    """Останній день."""
    text: Text | None = None
    """Як період названо в документі."""
    note: Text | None = None
    """Звідки взято дати, якщо документ їх не називає."""

    @property
    def named_end(self) -> date | None:
        """The last day of a period that the document itself names; a day that only we chose ends nothing."""
        return self.end if self.text else None


class ColumnsRecord(Record):
    """Headings of the document's table, as printed."""

    printed_once: bool = False
    """Так, якщо в документі заголовки стовпців надруковано раз, а не перед кожною ціллю."""
    goal: Text | None = None
    """Стовпець цілей."""
    measure: Text | None = None
    """Стовпець завдань і заходів."""
    term: Text | None = None
    """Стовпець строків."""
    executors: Text | None = None
    """Стовпець виконавців."""
    indicators: Text | None = None
    """Стовпець показників."""
    sources: Text | None = None
    """Стовпець джерел фінансування."""
    funding: Text | None = None
    """Заголовок над сумами."""
    total: Text | None = None
    """Стовпець «Всього»."""
    by_year: Text | None = None
    """Заголовок над роками."""
    progress: Text | None = None
    """Стовпець відмітки про реалізацію."""


class TotalRecord(Record):
    """A row of totals printed in the document."""

    label: Text
    """Слово рядка: «ВСЬОГО:»."""
    goal: Slug | None = None
    """Ціль, якої стосується підсумок; немає, якщо це підсумок усього плану."""
    total: Sum
    """Сума, як надруковано."""
    by_year: Sums
    """Суми за роками."""


class NoteRecord(Record):
    """A peculiarity of the document: a gap or a contradiction, and where."""

    place: Text
    """Номер заходу чи цілі, text/ім’я або слова."""
    kind: NoteKind = Field(strict=False)
    """Вид: gap, contradiction, numbering, slip, scan, lost, residue."""
    text: Text
    """Що саме, одним-двома реченнями (від нас)."""


class PlanRecord(Record):
    """One approved plan."""

    title: Text
    """Повна назва, як у документі."""
    title_is_ours: bool = False
    """Так, якщо в документі назви немає і її дали ми."""
    name: Text
    """Коротка назва для меню (від нас)."""
    summary: Texts
    """«Коротко»: для чого цей план (від нас)."""
    template: Slug | None = None
    """Слово, спільне для планів, укладених за одним зразком (від нас)."""
    period: PeriodRecord
    """Період дії."""
    act: ActRecord | None = None
    """Акт, яким план затверджено."""
    columns: ColumnsRecord = ColumnsRecord()
    """Заголовки стовпців таблиці, як надруковано."""
    money_unit: Text | None = None
    """Одиниця грошей: «тис. грн.»."""
    goals: tuple[GoalRecord, ...] = Field(strict=False, min_length=1)
    """Цілі плану."""
    totals: tuple[TotalRecord, ...] = Field(default=(), strict=False)
    """Підсумки, надруковані в документі."""
    notes: tuple[NoteRecord, ...] = Field(default=(), strict=False)
    """Особливості документа (від нас)."""
