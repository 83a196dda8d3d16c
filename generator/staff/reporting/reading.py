"""Rows of a filled form to what is new in them; all that is wrong is found at once, and then nothing is taken."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.language.folding import fold_name
from generator.model.community import Catalogue
from generator.model.executor import Executor
from generator.model.plan import Measure, Plan, ProgressEntry
from generator.model.standing import latest_word, voice_of
from generator.rules.plausibility import questions
from generator.source.problem import maybe, shown
from generator.staff.reporting.answer import Answer, answer_of, one_line
from generator.staff.reporting.cells import as_text, read_text
from generator.staff.reporting.columns import Field, field_of, heading_of
from generator.staff.reporting.completeness import lacks
from generator.staff.reporting.filled_cells import read_answer
from generator.staff.reporting.form import planned_date
from generator.staff.reporting.sent import Filled, Sent, body_of, called, sender_of
from generator.staff.reporting.workbook import FilledRow, FilledSheet

_COLUMN_OF = {
    "status": Field.STATUS,
    "completed": Field.COMPLETED,
    "comment": Field.COMMENT,
    "spent": Field.SPENT,
    "values": Field.VALUES,
}
"""The column of the form that holds a field of a report."""


@dataclass(frozen=True, slots=True)
class NewReport:
    """One report to be added: what was known before, what the row says."""

    measure: Measure
    before: Answer
    after: Answer
    reported: date
    source: str | None
    row: FilledRow
    executor: Executor | None = None
    """Who reports; None for the community itself."""


@dataclass(slots=True)
class Reading:
    """What a workbook comes to. With any problem nothing may be written."""

    plan: Plan | None = None
    news: list[NewReport] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    """What can hardly be true or was passed over: nothing is written until a person has said that it is right."""
    remarks: list[str] = field(default_factory=list)
    unchanged: int = 0
    blank: int = 0


@dataclass(frozen=True, slots=True)
class _Known:
    """One plan's measures, by id and by the words printed in the form."""

    plan: Plan
    by_id: Mapping[str, Measure]
    by_text: Mapping[str, list[str]]


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
        filled: dict[tuple[str, str], list[Sent]] = {}
        for sheet in sheets:
            for item, day in self._sheet(sheet):
                body = body_of(sheet, item.measure)
                source = one_line(self.source) or (None if body else sender_of(sheet))
                filled.setdefault((item.measure.id, voice_of(body)), []).append(Sent(item, day, body, source))
        for items in filled.values():
            self._measure(items)
        self.reading.news.sort(key=lambda news: (news.row.sheet, news.row.number))
        return self.reading

    def _sheet(self, sheet: FilledSheet) -> Iterator[tuple[Filled, date]]:
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
        for area in sheet.merged:
            self.reading.questions.append(
                f"аркуш «{sheet.name}», рядки {area.first}–{area.last}, стовпець «{heading_of(area.column)}»: клітинки "
                "об’єднано, тому написане стоїть лише біля першого з цих заходів; роз’єднайте їх і впишіть біля кожного"
            )
        for row in sheet.rows:
            item = self._row(row, day)
            if item:
                yield item, day

    def _row(self, row: FilledRow, day: date) -> Filled | None:
        if field_of(row.code) is Field.CODE:  # headings pasted once more
            return None
        if not row.code and read_text(row.values.get(Field.STATUS)) is None:
            self._pass_over(row)
            return None
        if row.is_blank:
            self.reading.blank += bool(row.code)
            self._ask_about_plan_words(row, self._planned(row.code))
            return None
        known, measure = self._measure_of(row)
        if known is None or measure is None:
            return None
        self._ask_about_plan_words(row, measure)
        answer, problems = read_answer(row, known.plan, measure)
        mark = read_text(row.values.get(Field.FINGERPRINT)) or ""
        untouched = not problems and answer.fingerprint == mark
        if not problems and not untouched:
            problems = list(lacks(answer, measure.id, day))
        self.reading.problems += [f"{row.place(item)}: {words}" for item, words in problems]
        if not problems and not untouched:
            asked = questions(known.plan, measure, answer)
            self.reading.questions += [f"{row.place(_COLUMN_OF[name])}: {words}" for name, words in asked]
        return None if problems else Filled(row, measure, answer, untouched)

    def _pass_over(self, row: FilledRow) -> None:
        """Tell of a row that is no measure: a total, a signature, a remark under the table."""
        said = [text for value in row.values.values() if (text := read_text(value))]
        if said:
            words = shown(" ".join(said), 60)
            self.reading.remarks.append(
                f"аркуш «{row.sheet}», рядок {row.number}: «{words}» – не захід; рядок пропущено"
            )

    def _planned(self, code: str) -> Measure | None:
        plan_id, _, measure_id = code.partition("#")
        plan = self.plans.get(plan_id)
        return next((one for one in plan.all_measures() if one.id == measure_id), None) if plan else None

    def _ask_about_plan_words(self, row: FilledRow, measure: Measure | None) -> None:
        """Ask about words typed into the columns that hold the plan: they are not read, and would be lost."""
        if measure is None:
            return
        printed = {
            Field.MEASURE: measure.printed,
            Field.PLANNED_DATE: planned_date(self.plans[row.code.partition("#")[0]], measure),
        }
        for column, words in printed.items():
            typed = as_text(row.values.get(column))
            if typed and fold_name(typed) != fold_name(words):
                self.reading.questions.append(
                    f"{row.place(column)}: слова плану змінено («{shown(typed, 80)}»); їх звідси не читаємо: впишіть "
                    "стан у стовпець «Статус виконання», а пояснення – у коментар"
                )

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
        others = known.by_text.get(fold_name(as_text(row.values.get(Field.MEASURE))), [])
        if not others or measure.id in others:
            return False
        self._refuse(
            row,
            Field.MEASURE,
            f"код рядка належить заходу {measure.called}, а текст – заходу "
            f"{known.by_id[others[0]].called}: мабуть, рядки відсортовано без прихованих стовпців; "
            "скасуйте сортування або заповніть форму наново",
        )
        return True

    def _refuse(self, row: FilledRow, column: Field, words: str) -> None:
        self.reading.problems.append(f"{row.place(column)}: {words}")

    def _measure(self, items: list[Sent]) -> None:
        """Take the one answer that one body's rows of a measure give; refuse two different ones."""
        touched = [sent for sent in items if not sent.item.is_untouched]
        self.reading.unchanged += len(items) - len(touched)
        if not touched:
            return
        first, day, body = touched[0].item, touched[0].day, touched[0].body
        for sent in touched[1:]:
            other = sent.item
            if not other.answer.says_the_same(first.answer) or sent.day != day:
                self._refuse(
                    other.row,
                    Field.MEASURE,
                    f"захід {first.measure.called} уже є в рядку {first.row.number} "
                    f"аркуша «{first.row.sheet}» з іншим звітом; лишіть один із двох рядків",
                )
                return
        newest = latest_word(first.measure, body)
        own = [entry for entry in first.measure.entries if entry.voice == voice_of(body)]
        stored = [entry for entry in own if entry.record.date == day]
        if any(
            first.answer.says_the_same(answer_of(entry, first.measure))
            for entry in (*stored, *([newest] if newest else []))
        ):
            self.reading.unchanged += 1
            return
        if stored:
            words = "; ".join(f"«{entry.record.status.words}»" for entry in stored)
            self._refuse(
                first.row,
                Field.STATUS,
                f"за цей самий день ({day:%d.%m.%Y}) від «{called(stored[0])}» уже є інший звіт: {words}; дізнайтеся, "
                "який правильний, і виправте той запис у progress.yml або подайте новий звіт іншим днем",
            )
            return
        self.reading.news.append(
            NewReport(
                first.measure, answer_of(newest, first.measure), first.answer, day, touched[0].source, first.row, body
            )
        )
        self.reading.remarks += _remarks(first, day, newest)


def _remarks(item: Filled, day: date, newest: ProgressEntry | None) -> Iterator[str]:
    if newest is None:
        return
    if newest.record.date > day:
        yield (
            f"{item.measure.called}: пізніший звіт ({newest.record.date:%d.%m.%Y}, {called(newest)}) уже є; "
            "на сторінці заходу поточним лишиться він"
        )


def _known(plan: Plan) -> _Known:
    by_text: dict[str, list[str]] = {}
    for measure in plan.all_measures():
        by_text.setdefault(fold_name(measure.printed), []).append(measure.id)
    return _Known(plan, {measure.id: measure for measure in plan.all_measures()}, by_text)
