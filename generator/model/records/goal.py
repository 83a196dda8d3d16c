"""A goal of a plan, with the goals and measures under it."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from generator.model.records.field import DOCUMENT, OURS, told, untold
from generator.model.records.formats import EasyRecord, SignVideoRecord
from generator.model.records.measure import Absences, MeasureRecord
from generator.model.records.record import Record, Slug, Text
from generator.model.records.table import Texts


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
