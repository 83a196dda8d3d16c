"""plan.yml: what the community approved, word for word, and what we add beside it."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.language.terms import date_in_words
from generator.model.records.assignment import AssignmentRecord
from generator.model.records.field import DOCUMENT, OURS, column, part, told, untold
from generator.model.records.formats import EasyRecord, SignVideoRecord
from generator.model.records.indicator import IndicatorRecord
from generator.model.records.money import FundingRecord, TotalRecord
from generator.model.records.record import Day, Lines, Record, ShortForm, Slug, Sum, Text
from generator.model.records.removal import RemovalRecord
from generator.model.records.table import ColumnsRecord, Texts, UnalignedRecord
from generator.model.vocabulary import Absent, ActRole, KnownForm, NoteKind

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


class GoalRecord(Record):
    """A goal, a section or a task: any level above measures."""

    number: Annotated[Text | None, DOCUMENT, told("номер")] = None
    """Номер, як у документі, у лапках: "1.1"; немає, якщо його немає в документі."""
    id: Annotated[Slug | None, OURS, untold("makes the address")] = None
    """Частина адреси (від нас): потрібна, якщо номера немає або він у плані повторюється."""
    kind: Annotated[Text | None, DOCUMENT, told("назву рівня")] = None
    """Як цей рівень названо в документі: «Стратегічна ціль»; немає, якщо документ його не називає."""
    label: Annotated[Text | None, DOCUMENT, told("напис перед назвою")] = None
    """Що надруковано перед назвою: «СТРАТЕГІЧНА ЦІЛЬ 1.»."""
    title: Annotated[Text, DOCUMENT, told("назву")]
    """Назва, слово в слово."""
    motto: Annotated[Text | None, DOCUMENT, told("гасло")] = None
    """Гасло, надруковане поруч із ціллю."""
    summary: Annotated[Texts, OURS, told("наше «Коротко» до {}", " ")]
    """«Коротко»: пояснення від нас простими реченнями."""
    easy: Annotated[EasyRecord | None, OURS, told("виклад {} легкою мовою")] = None
    """Те саме легкою мовою (від нас), коли його перевірили ті, хто нею читає."""
    sign_video: Annotated[SignVideoRecord | None, OURS, told("відео про {} жестовою мовою")] = None
    """Те саме у відео жестовою мовою (від нас), коли його перевірили ті, хто нею говорить."""
    topics: Annotated[tuple[Slug, ...], Field(default=(), strict=False), OURS, told("теми", shown=False)]
    """Теми (від нас)."""
    absent: Absences
    """Чого документ не каже про жоден захід цієї цілі (від нас): executors, term, indicators, funding."""
    goals: Annotated[tuple["GoalRecord", ...], DOCUMENT, untold("compared one by one")] = Field(
        default=(), strict=False
    )
    """Цілі нижчого рівня."""
    measures: Annotated[tuple[MeasureRecord, ...], DOCUMENT, untold("compared one by one")] = Field(
        default=(), strict=False
    )
    """Завдання і заходи цієї цілі."""

    def all_measures(self) -> Iterator[MeasureRecord]:
        """Yield the records of the measures under the goal, steps included, in the order of the file."""
        for measure in self.measures:
            yield from measure.with_steps()
        for goal in self.goals:
            yield from goal.all_measures()


class ActRecord(Record):
    """The act that approved the plan."""

    kind: Annotated[Text, DOCUMENT, part()]
    """Вид акта: «Розпорядження міського голови»."""
    date: Annotated[Day, DOCUMENT, part("від {}")]
    """Дата акта, РРРР-ММ-ДД."""
    number: Annotated[Text, DOCUMENT, part("№ {}")]
    """Номер акта."""
    issuer: Annotated[Text | None, DOCUMENT, told("назву того, хто видав акт")] = None
    """Хто видав."""
    title: Annotated[Text, DOCUMENT, part()]
    """Назва акта."""
    control: Annotated[Texts, OURS, told("того, хто контролює виконання", "; ")]
    """Хто за актом контролює виконання (від нас): посада чи орган у називному відмінку, без прізвищ."""
    text: Annotated[Slug | None, OURS, told("посилання на повний текст акта", shown=False)] = None
    """Ім’я тексту з повним текстом акта (файл у texts/)."""
    role: Annotated[ActRole, DOCUMENT, told("те, що зробив акт", shown=False)] = Field(
        default=ActRole.APPROVAL, strict=False
    )
    """Що зробив акт: approval – затвердив план, amendment – змінив його, repeal – скасував."""


class PeriodRecord(Record):
    """The time a plan covers."""

    start: Annotated[Day, DOCUMENT, part()]
    """Перший день."""
    end: Annotated[Day, DOCUMENT, part()]
    """Останній день."""
    text: Annotated[Text | None, DOCUMENT, told("назву періоду в документі")] = None
    """Як період названо в документі."""
    note: Annotated[Text | None, OURS, told("пояснення до періоду")] = None
    """Звідки взято дати, якщо документ їх не називає."""

    @property
    def named_end(self) -> date | None:
        """The last day of a period that the document itself names; a day that only we chose ends nothing."""
        return self.end if self.text else None

    @property
    def for_years(self) -> str:
        """What a plan is for: «на 2025 рік», «на 2021–2026 роки», or the days where it does not take whole years."""
        first, last = self.start, self.end
        if (first.month, first.day) != (1, 1) or (last.month, last.day) != (12, 31):
            return f"на час від {date_in_words(first)} до {date_in_words(last)}"
        return f"на {first.year} рік" if first.year == last.year else f"на {first.year}–{last.year} роки"


class ProjectRecord(Record):
    """The public discussion of a plan that is not approved yet, as its announcement tells it."""

    start: Annotated[Day | None, DOCUMENT, part("від {}")] = None
    """Перший день обговорення, РРРР-ММ-ДД."""
    end: Annotated[Day, DOCUMENT, part("до {}")]
    """Останній день обговорення, РРРР-ММ-ДД."""
    remarks_to: Annotated[Text | None, DOCUMENT, part("зауваження – {}")] = None
    """Куди надсилати зауваження, словами оголошення."""
    text: Annotated[Text | None, DOCUMENT, part()] = None
    """Слова оголошення про обговорення."""
    note: Annotated[Text | None, OURS, part()] = None
    """Пояснення від нас."""


class NoteRecord(Record):
    """A peculiarity of the document: a gap or a contradiction, and where."""

    place: Annotated[Text, OURS, part()]
    """Номер заходу чи цілі, text/ім’я або слова."""
    kind: Annotated[NoteKind, OURS, part("({}):")] = Field(strict=False)
    """Вид: gap, contradiction, numbering, slip, scan, lost, residue."""
    text: Annotated[Text, OURS, part()]
    """Що саме, одним-двома реченнями (від нас)."""


class PlanRecord(Record):
    """One approved plan."""

    title: Annotated[Text, DOCUMENT, told("назву плану")]
    """Повна назва, як у документі."""
    title_is_ours: Annotated[bool, OURS, told("відомості про те, чия назва плану", shown=False)] = False
    """Так, якщо в документі назви немає і її дали ми."""
    name: Annotated[Text, OURS, told("коротку назву плану")]
    """Коротка назва для меню (від нас)."""
    summary: Annotated[Texts, OURS, told("наше «Коротко» до плану", " ")]
    """«Коротко»: для чого цей план (від нас)."""
    easy: Annotated[EasyRecord | None, OURS, told("виклад плану легкою мовою")] = None
    """Те саме легкою мовою (від нас), коли його перевірили ті, хто нею читає."""
    sign_video: Annotated[SignVideoRecord | None, OURS, told("відео про план жестовою мовою")] = None
    """Те саме у відео жестовою мовою (від нас), коли його перевірили ті, хто нею говорить."""
    form: Annotated[KnownForm | None, OURS, told("форму таблиці плану", shown=False)] = Field(
        default=None, strict=False
    )
    """Код відомої форми, за якою складено таблицю (від нас); які є, покаже «plans form»."""
    template: Annotated[Slug | None, OURS, told("спільний зразок плану", shown=False)] = None
    """Слово, спільне для планів, укладених за одним зразком (від нас)."""
    period: Annotated[PeriodRecord | None, DOCUMENT, told("період дії плану", " – ")] = None
    """Період дії; якщо документ його не називає, дати можна дати від вас і сказати це в absent."""
    act: Annotated[ActRecord | None, DOCUMENT, told("відомості про акт", " ")] = None
    """Акт, яким план затверджено."""
    acts: Annotated[tuple[ActRecord, ...], Field(default=(), strict=False), DOCUMENT, told("інші акти про план")]
    """Усі акти про план, якщо їх кілька: затвердження, зміни, скасування."""
    edition: Annotated[Day | None, DOCUMENT, told("редакцію плану")] = None
    """День акта, у редакції якого тут текст; без цього поля – зі всіма змінами, які названо в acts."""
    project: Annotated[ProjectRecord | None, DOCUMENT, told("відомості про громадське обговорення проєкту", " ")] = None
    """Громадське обговорення, якщо план ще не затверджено."""
    replaces: Annotated[tuple[Slug, ...], Field(default=(), strict=False), OURS, told("те, який план цей замінив")]
    """Попередні плани громади, які цей замінив: їхні теки в цій самій громаді."""
    absent: Annotated[
        tuple[Annotated[Absent, Field(strict=False)], ...],
        Field(default=(), strict=False),
        OURS,
        told("те, чого в документі немає", ", "),
    ]
    """Чого в документі немає (від нас): act, period, executors, term, indicators, funding; стосується всього плану."""
    columns: Annotated[ColumnsRecord, DOCUMENT] = Field(default_factory=lambda: ColumnsRecord(roles={}))
    """Заголовки стовпців таблиці, як надруковано."""
    money_unit: Annotated[Text | None, DOCUMENT, told("одиницю грошей")] = None
    """Одиниця грошей: «тис. грн.»."""
    goals: Annotated[tuple[GoalRecord, ...], DOCUMENT, untold("compared one by one")] = Field(default=(), strict=False)
    """Цілі плану; немає, якщо документ не ділить заходів на цілі чи розділи."""
    totals: Annotated[tuple[TotalRecord, ...], DOCUMENT, told("підсумки, надруковані в документі")] = Field(
        default=(), strict=False
    )
    """Підсумки, надруковані в документі."""
    notes: Annotated[tuple[NoteRecord, ...], OURS, told("особливості документа", " ")] = Field(default=(), strict=False)
    """Особливості документа (від нас)."""
    measures: Annotated[tuple[MeasureRecord, ...], DOCUMENT, untold("compared one by one")] = Field(
        default=(), strict=False
    )
    """Заходи, які в документі не належать до жодної цілі."""

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if not self.goals and not self.measures:
            raise PydanticCustomError("empty_plan", "empty_plan")
        return self

    @model_validator(mode="after")
    def _one_approval(self) -> Self:
        """Part the act that approved the plan from those that changed it, however they are written."""
        approvals = [act for act in self.acts if act.role is ActRole.APPROVAL]
        if len(approvals) + (self.act is not None) > 1:
            raise PydanticCustomError("two_approvals", "two_approvals")
        if approvals:
            self.__dict__["act"] = approvals[0]
            self.__dict__["acts"] = tuple(act for act in self.acts if act is not approvals[0])
        return self

    @property
    def all_acts(self) -> tuple[ActRecord, ...]:
        """The act that approved the plan and those that changed it, the oldest first."""
        return tuple(sorted((*([self.act] if self.act else []), *self.acts), key=lambda act: act.date))

    def all_measures(self) -> Iterator[MeasureRecord]:
        """Yield the records of all measures and steps, those under no goal first."""
        for measure in self.measures:
            yield from measure.with_steps()
        for goal in self.goals:
            yield from goal.all_measures()
