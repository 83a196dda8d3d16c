"""The document's table as it is printed: one row for each row of the document, parallel paragraphs in its cells."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from generator.language.numbers import which
from generator.language.terms import date_in_words
from generator.model.indicators import in_one_line
from generator.model.money_lines import money_years, years_of
from generator.model.plan import Goal, Measure, Plan
from generator.model.records.money import FundingRecord, MoneyLineRecord
from generator.model.records.removal import RemovalRecord
from generator.pages.executor_columns import executor_columns
from generator.pages.form_of_table import headings, in_order
from generator.pages.markup import in_lines
from generator.pages.measure_money import said, when
from generator.pages.readings import heard
from generator.pages.site_context import Link

Cell = list[tuple[str | None, Markup]]
"""Paragraphs of a cell. Where a row holds several measures, each with what its own adds to the number of the row."""


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """A column: its printed heading, and how a row's measure fills it."""

    heading: str
    cell: Callable[[Measure, Link], Cell]
    is_number: bool = False
    unit: str | None = None
    """The plan's unit of a column of sums: on a phone the heading over all of them, which names it, is out of sight."""

    @property
    def label(self) -> str:
        has_it = self.unit is None or self.unit.rstrip(".") in self.heading
        return self.heading if has_it else f"{self.heading}, {self.unit}"


@dataclass(frozen=True, slots=True)
class HeadCell:
    """One heading cell and how many columns and rows it spans."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row of the document; `base` is what the numbers in its cells begin with, if they do."""

    base: str
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class PlanGroup:
    """A goal under its printed heading, and its rows when it holds measures itself.

    Measures under no goal have neither label nor title: the document prints none.
    """

    label: str
    title: str
    motto: str
    url: str
    anchor: str
    is_top: bool
    rows: list[PlanRow]


def plan_columns(plan: Plan) -> list[PlanColumn]:
    """Choose the columns the document has; headings are the document's, ours only where it prints none."""
    heads, measures = headings(plan), list(plan.all_measures())
    years = sorted(
        {year for measure in measures if measure.record.funding for year in money_years(measure.record.funding)}
        | {year for measure in measures if measure.record.unaligned for year in measure.record.unaligned.by_year}
    )
    columns = [PlanColumn(heads.measure or heads.goal or "Завдання і заходи", _texts(plan))]
    indicators = PlanColumn(heads.indicators or "Показники", _paragraphs(_indicators, "indicators"))
    if heads.sources and heads.indicators:
        columns.append(indicators)  # documents with money print indicators before terms
    columns += [
        PlanColumn(heads.term or "Строк", _paragraphs(_term, "terms")),
        *_executors(plan),
    ]
    if heads.indicators and not heads.sources:
        columns.append(indicators)
    money = [measure.record.funding for measure in measures if measure.record.funding]
    if heads.sources or any(funding.sources for funding in money):
        columns.append(PlanColumn(heads.sources or "Джерела фінансування", _paragraphs(_sources, "sources")))
    columns += _further(plan, measures)
    if years or any(funding.total or funding.text or funding.lines for funding in money):
        unit = plan.record.money_unit
        columns.append(PlanColumn(heads.total or "Усього", _paragraphs(_total, "total"), is_number=True, unit=unit))
        columns += [PlanColumn(str(year), _year(year), is_number=True, unit=unit) for year in years]
    if heads.progress:
        columns.append(PlanColumn(heads.progress, _nothing))
    return in_order(plan, columns)


def _further(plan: Plan, measures: Sequence[Measure]) -> Iterator[PlanColumn]:
    """Yield a column for what only some documents have: the cost of works, and columns under their own headings."""
    heads = plan.record.columns
    for name, heading in (
        ("estimate", heads.estimate or "Кошторисна вартість"),
        ("remainder", heads.remainder or "Залишок кошторисної вартості"),
    ):
        if any(getattr(measure.record, name) for measure in measures):
            yield PlanColumn(heading, _field(name))
    for heading in dict.fromkeys(heading for measure in measures for heading in measure.record.other):
        yield PlanColumn(heading, _other(heading))


def plan_tables(plan: Plan, columns: Sequence[PlanColumn], url: Link) -> list[list[PlanGroup]]:
    """Return the groups of each table: one table where the document prints its headings once, else one a goal."""
    tables = [_groups(plan, goal, columns, url) for goal in plan.tops]
    return [[group for table in tables for group in table]] if plan.record.columns.printed_once else tables


def table_caption(plan: Plan, groups: Sequence[PlanGroup]) -> str | None:
    """Name a table of column headings printed once, or of measures under no goal; a goal names its own."""
    if not plan.goals or (not groups[0].title and not plan.record.columns.printed_once):
        return "Заходи, строки й виконавці"
    return "Цілі, заходи, строки й виконавці" if plan.record.columns.printed_once else None


def _groups(plan: Plan, goal: Goal, columns: Sequence[PlanColumn], url: Link) -> list[PlanGroup]:
    return [
        PlanGroup(
            label=inner.printed_label,
            title="" if inner.is_ours else inner.record.title,
            motto=inner.record.motto or "",
            url=url(plan.goal_address(inner.id)),
            anchor=f"goal-{inner.id}",
            is_top=inner is goal,
            rows=[
                PlanRow(_base(measure), [column.cell(measure, url) for column in columns]) for measure in inner.measures
            ],
        )
        for inner in goal.with_goals()
    ]


def head_rows(plan: Plan, columns: Sequence[PlanColumn]) -> list[list[HeadCell]]:
    """Return the rows of column headings; money has up to three of them, one over the other, as printed.

    The document's word for goals heads the first column, where they begin; an empty cell stands beside it.
    """
    heads = plan.record.columns
    beside = [HeadCell("", len(columns) - 1)] if len(columns) > 1 else []
    over = [[HeadCell(heads.goal), *beside]] if heads.goal and heads.measure else []
    money = [column for column in columns if column.is_number]
    if not money or not heads.funding:
        return [*over, [HeadCell(column.heading) for column in columns]]
    plain = [column for column in columns if not column.is_number]
    before = [HeadCell(column.heading, rows=3) for column in plain if column is not plain[-1] or not heads.progress]
    after = [HeadCell(heads.progress, rows=3)] if heads.progress else []
    total, *years = money
    if not years:
        return [
            *over,
            [*(replace(cell, rows=1) for cell in before), HeadCell(heads.total or heads.funding), *after],
        ]
    return [
        *over,
        [*before, HeadCell(heads.funding, len(money)), *after],
        [HeadCell(total.heading, rows=2), HeadCell(heads.by_year or "", len(years))],
        [HeadCell(year.heading) for year in years],
    ]


def _base(measure: Measure) -> str:
    """Return what the numbers of all paragraphs of a row begin with: the task's number, said once a row."""
    own = measure.record.number or ""
    numbers = [line.record.number or "" for line in measure.with_steps()]
    return own if measure.steps and all(number.startswith(own) for number in numbers) else ""


def _lines(measure: Measure) -> Iterator[tuple[str | None, Measure]]:
    """Yield the measure and its steps with the rest of their numbers; a measure alone in its row needs none.

    A step without a number is named by its place in the row: «другий захід».
    """
    base = _base(measure)
    for place, line in enumerate(measure.with_steps()):
        in_words = f"{which(place)} захід" if place else None
        number = line.record.number.removeprefix(base) if line.record.number else in_words
        yield (number if measure.steps else None), line


def _texts(plan: Plan) -> Callable[[Measure, Link], Cell]:
    def cell(measure: Measure, url: Link) -> Cell:
        address = url(plan.measure_address(measure))
        text = in_lines(measure.record.text.split("\n"))
        label = measure.printed_label
        linked = Markup('<a href="{}">{}</a> {}').format(address, label, text)
        found: Cell = [(None, linked if label else Markup('<a href="{}">{}</a>').format(address, text))]
        if measure.record.steps_label:
            found.append((None, escape(measure.record.steps_label)))
        for step in measure.steps:
            found += [(None, in_lines(step.lines)), *_removal(step)]
        return [*found, *_removal(measure)]

    return cell


def _removal(measure: Measure) -> Iterator[tuple[None, Markup]]:
    """Say under the document's words that the measure was removed later."""
    if removed := measure.record.removed:
        yield None, Markup("<em>Вилучено з плану {}.</em>").format(", ".join(filter(None, _told(removed))))


def _told(removed: RemovalRecord) -> tuple[str | None, ...]:
    reason = f"причина: {removed.reason.rstrip('.')}" if removed.reason else None
    return date_in_words(removed.date), removed.act and removed.act.rstrip("."), reason


def _executors(plan: Plan) -> Iterator[PlanColumn]:
    for index, (heading, of) in enumerate(executor_columns(plan)):
        yield PlanColumn(heading, _paragraphs(of, "" if index else "executors"))


def _paragraphs(of: Callable[[Measure], Iterable[str]], name: str) -> Callable[[Measure, Link], Cell]:
    def cell(measure: Measure, _url: Link) -> Cell:
        return [
            (number, in_lines(text.split("\n"))) for number, line in _lines(measure) for text in of(line)
        ] + _left_over(measure, name)

    return cell


def _year(year: int) -> Callable[[Measure, Link], Cell]:
    def cell(measure: Measure, _url: Link) -> Cell:
        own: Cell = [
            (number, escape(text))
            for number, line in _lines(measure)
            if line.record.funding
            for text in _of_year(line.record.funding, year)
        ]
        return own + [
            (None, escape(text))
            for line in measure.with_steps()
            if line.record.unaligned
            for text in line.record.unaligned.by_year.get(year, ())
        ]

    return cell


def _of_year(funding: FundingRecord, year: int) -> Iterator[str]:
    if year in funding.by_year:
        yield funding.by_year[year]
    yield from (_named(line) for line in funding.lines if line.year == year)


def _named(line: MoneyLineRecord) -> str:
    """Return a sum or words under the source and purpose they are for."""
    named = ", ".join(filter(None, (line.source, line.kind)))
    return f"{named}: {said(line)}" if named else said(line)


def _field(name: str) -> Callable[[Measure, Link], Cell]:
    def cell(measure: Measure, _url: Link) -> Cell:
        return [
            (number, escape(getattr(line.record, name)))
            for number, line in _lines(measure)
            if getattr(line.record, name)
        ]

    return cell


def _other(heading: str) -> Callable[[Measure, Link], Cell]:
    def cell(measure: Measure, _url: Link) -> Cell:
        return [
            (number, escape(line.record.other[heading]))
            for number, line in _lines(measure)
            if heading in line.record.other
        ]

    return cell


def _left_over(measure: Measure, name: str) -> Cell:
    return [
        (None, escape(text))
        for line in measure.with_steps()
        if line.record.unaligned
        for text in getattr(line.record.unaligned, name, ())
    ]


def _indicators(line: Measure) -> Iterable[str]:
    return [in_one_line(indicator) for indicator in line.record.indicators]


def _term(line: Measure) -> Iterable[str]:
    return [heard(line.term.text)] if line.term else []


def _sources(line: Measure) -> Iterable[str]:
    return [", ".join(line.record.funding.sources)] if line.record.funding and line.record.funding.sources else []


def _total(line: Measure) -> Iterable[str]:
    funding = line.record.funding
    if funding is None:
        return []
    total = [_with_unit(funding, funding.total)] if funding.total else []
    lines = [
        f"{when(one)}: {_named(one)}" if years_of(one) else _named(one) for one in funding.lines if one.year is None
    ]
    return [*([funding.text] if funding.text else []), *total, *lines]


def _with_unit(funding: FundingRecord, printed: str) -> str:
    """Say the unit beside a sum where it is another than the plan's, which the headings name."""
    return f"{printed} {funding.unit}" if funding.unit else printed


def _nothing(_measure: Measure, _url: Link) -> Cell:
    """Leave a cell empty, as the document does for reports to come."""
    return []
