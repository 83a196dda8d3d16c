"""plan.yml: what the community approved, word for word, and what we add beside it."""

from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.records.act import ActRecord
from generator.model.records.field import DOCUMENT, OURS, part, told, untold
from generator.model.records.formats import EasyRecord, SignVideoRecord
from generator.model.records.goal import GoalRecord
from generator.model.records.measure import MeasureRecord
from generator.model.records.money import TotalRecord
from generator.model.records.period import PeriodRecord
from generator.model.records.record import Day, Record, Slug, Text
from generator.model.records.table import ColumnsRecord, Texts
from generator.model.vocabulary import Absent, ActRole, KnownForm, NoteKind


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
