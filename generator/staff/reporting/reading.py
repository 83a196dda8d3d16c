"""Rows of a filled form to what is new in them; all that is wrong is found at once, and then nothing is taken."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model.community import Catalogue
from generator.model.plan import Measure, Plan
from generator.source.problem import fold, maybe, shown
from generator.staff.reporting.answer import Answer, answer_of, one_line
from generator.staff.reporting.cells import as_text, read_text
from generator.staff.reporting.columns import Field, field_of, heading_of
from generator.staff.reporting.completeness import lacks
from generator.staff.reporting.filled_cells import read_answer
from generator.staff.reporting.form import ALL_EXECUTORS, NO_EXECUTOR
from generator.staff.reporting.workbook import FilledRow, FilledSheet


@dataclass(frozen=True, slots=True)
class NewReport:
    """One report to be added: what was known before, what the row says."""

    measure: Measure
    before: Answer
    after: Answer
    reported: date
    source: str | None
    row: FilledRow


@dataclass(slots=True)
class Reading:
    """What a workbook comes to. With any problem nothing may be written."""

    plan: Plan | None = None
    news: list[NewReport] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    unchanged: int = 0
    blank: int = 0


@dataclass(frozen=True, slots=True)
class _Known:
    """One plan's measures, by id and by the words printed in the form."""

    plan: Plan
    by_id: Mapping[str, Measure]
    by_text: Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class _Filled:
    """A row that carries an answer, before rows of one measure are compared."""

    row: FilledRow
    measure: Measure
    answer: Answer
    is_untouched: bool


def read_form(
    sheets: Iterable[FilledSheet], catalogue: Catalogue, reported: date | None = None, source: str | None = None
) -> Reading:
    """Compare the rows of a workbook with what is known; `reported` and `source` win over what the form says."""
    return _Reader(catalogue, reported, source).read(sheets)


class _Reader:
    """Goes through the sheets once; problems and news gather in one Reading."""

    def __init__(self, catalogue: Catalogue, reported: date | None, source: str | None) -> None:
        self.plans = {plan.id: plan for plan in catalogue.plans}
        self.known: dict[str, _Known] = {}
        self.reported, self.source = reported, source
        self.reading = Reading()

    def read(self, sheets: Iterable[FilledSheet]) -> Reading:
        filled: dict[str, list[tuple[_Filled, date, str | None]]] = {}
        for sheet in sheets:
            for item, day in self._sheet(sheet):
                sender = one_line(self.source) or _sender(sheet)
                filled.setdefault(item.measure.id, []).append((item, day, sender))
        for items in filled.values():
            self._measure(items)
        self.reading.news.sort(key=lambda news: (news.row.sheet, news.row.number))
        return self.reading

    def _sheet(self, sheet: FilledSheet) -> Iterator[tuple[_Filled, date]]:
        if sheet.missing:
            lost = ", ".join(f"«{heading_of(item)}»" for item in sheet.missing)
            self.reading.problems.append(
                f"аркуш «{sheet.name}»: бракує стовпців {lost}; поверніть їх або візьміть нову форму"
            )
            return
        day = self.reported or sheet.as_of
        if day is None:
            self.reading.problems.append(
                f"аркуш «{sheet.name}»: не видно, станом на який день звіт; додайте до команди --reported РРРР-ММ-ДД"
            )
            return
        for row in sheet.rows:
            item = self._row(row, day)
            if item:
                yield item, day

    def _row(self, row: FilledRow, day: date) -> _Filled | None:
        if row.is_blank or field_of(row.code) is Field.CODE:  # nothing said, or headings pasted once more
            self.reading.blank += bool(row.code)
            return None
        known, measure = self._measure_of(row)
        if known is None or measure is None:
            return None
        answer, problems = read_answer(row, known.plan)
        mark = read_text(row.values.get(Field.FINGERPRINT)) or ""
        untouched = not problems and answer.fingerprint == mark
        if not problems and not untouched:
            problems = list(lacks(answer, measure.id, day))
        self.reading.problems += [f"{row.place(item)}: {words}" for item, words in problems]
        return None if problems else _Filled(row, measure, answer, untouched)

    def _measure_of(self, row: FilledRow) -> tuple[_Known | None, Measure | None]:
        """Find the plan and the measure a row is about; what stands in the way becomes a problem."""
        if not row.code:
            self._refuse(
                row,
                Field.MEASURE,
                "рядок заповнено, але прихованого коду в ньому немає, тому не видно, "
                "якого заходу він стосується; скопіюйте з форми весь рядок цього заходу і заповніть копію",
            )
            return None, None
        plan_id, _, measure_id = row.code.partition("#")
        plan = self.plans.get(plan_id)
        if plan is None:
            self._refuse(row, Field.CODE, f"плану «{shown(plan_id)}» немає{maybe(plan_id, self.plans)}")
            return None, None
        if self.reading.plan and self.reading.plan.id != plan.id:
            self._refuse(row, Field.CODE, f"рядок з іншого плану, «{plan.id}»; подайте кожен план окремим файлом")
            return None, None
        self.reading.plan = plan
        known = self.known.get(plan_id) or self.known.setdefault(plan_id, _known(plan))
        measure = known.by_id.get(measure_id)
        if measure is None:
            self._refuse(row, Field.CODE, f"заходу «{shown(measure_id)}» у плані немає{maybe(measure_id, known.by_id)}")
            return known, None
        return known, None if self._is_torn(row, known, measure) else measure

    def _is_torn(self, row: FilledRow, known: _Known, measure: Measure) -> bool:
        """Return whether the words beside the code are another measure's: only visible columns were sorted."""
        others = known.by_text.get(fold(as_text(row.values.get(Field.MEASURE))), [])
        if not others or measure.id in others:
            return False
        self._refuse(
            row,
            Field.MEASURE,
            f"код рядка належить заходу {measure.record.number}, а текст – заходу "
            f"{known.by_id[others[0]].record.number}: мабуть, рядки відсортовано без прихованих стовпців; "
            "скасуйте сортування або заповніть форму наново",
        )
        return True

    def _refuse(self, row: FilledRow, column: Field, words: str) -> None:
        self.reading.problems.append(f"{row.place(column)}: {words}")

    def _measure(self, items: list[tuple[_Filled, date, str | None]]) -> None:
        """Take the one answer that the rows of a measure give; refuse two different ones."""
        touched = [entry for entry in items if not entry[0].is_untouched]
        self.reading.unchanged += len(items) - len(touched)
        if not touched:
            return
        first, day, source = touched[0]
        for other, other_day, _ in touched[1:]:
            if not other.answer.says_the_same(first.answer) or other_day != day:
                self._refuse(
                    other.row,
                    Field.MEASURE,
                    f"захід {first.measure.record.number} уже є в рядку {first.row.number} "
                    f"аркуша «{first.row.sheet}» з іншим звітом; лишіть один із двох рядків",
                )
                return
        if self._is_known(first, day):
            self.reading.unchanged += 1
            return
        before = answer_of(first.measure.last_entry)
        self.reading.news.append(NewReport(first.measure, before, first.answer, day, source, first.row))
        self.reading.remarks += _remarks(first, day)

    def _is_known(self, item: _Filled, day: date) -> bool:
        """Return whether this very report is stored: as the newest one, or under the same date."""
        newest = item.measure.last_entry
        stored = [entry for entry in item.measure.entries if entry.record.date == day or entry is newest]
        return any(item.answer.says_the_same(answer_of(entry)) for entry in stored)


def _remarks(item: _Filled, day: date) -> Iterator[str]:
    newest = item.measure.last_entry
    if newest is None:
        return
    sender = newest.record.source or "хтось інший"
    if newest.record.date > day:
        yield (
            f"{item.measure.record.number}: пізніший звіт ({newest.record.date:%d.%m.%Y}, {sender}) уже є; "
            "на сторінці заходу поточним лишиться він"
        )
    elif newest.record.date == day:
        yield (
            f"{item.measure.record.number}: звіт за цей самий день ({sender}: «{newest.record.status.words}») уже є; "
            "поточним стане новий"
        )


def _sender(sheet: FilledSheet) -> str | None:
    return sheet.responsible if sheet.responsible not in {"", ALL_EXECUTORS, NO_EXECUTOR} else None


def _known(plan: Plan) -> _Known:
    by_text: dict[str, list[str]] = {}
    for measure in plan.all_measures():
        by_text.setdefault(fold(measure.printed), []).append(measure.id)
    return _Known(plan, {measure.id: measure for measure in plan.all_measures()}, by_text)
