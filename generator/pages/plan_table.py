"""The document's table as it is printed: one row for each row of the document, parallel paragraphs in its cells."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model.further_columns import further_headings
from generator.model.money_lines import money_years
from generator.model.plan import Goal, Measure, Plan
from generator.pages.executor_columns import executor_columns
from generator.pages.form_of_table import headings, in_order
from generator.pages.plan_cells import (
    Cell,
    base_of,
    further_of,
    indicators_of,
    nothing,
    paragraphs_of,
    sources_of,
    sums_of_year,
    term_of,
    texts_of,
    total_of,
)
from generator.pages.site_context import Link


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """A column: its printed heading, and how a row's measure fills it."""

    heading: str
    cell: Callable[[Measure, Link], Cell]
    is_number: bool = False
    waits: bool = False
    """On a phone it is hidden until the rest of the row is asked for, as sums are."""
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
    has_rest: bool = False
    """Whether something of it waits on a phone."""


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
    columns = [PlanColumn(heads.measure or heads.goal or "Завдання і заходи", texts_of(plan))]
    indicators = PlanColumn(heads.indicators or "Показники", paragraphs_of(indicators_of, "indicators"), waits=True)
    if heads.sources and heads.indicators:
        columns.append(indicators)  # documents with money print indicators before terms
    columns += [
        PlanColumn(heads.term or "Строк", paragraphs_of(term_of, "terms")),
        *_executors(plan),
    ]
    if heads.indicators and not heads.sources:
        columns.append(indicators)
    money = [measure.record.funding for measure in measures if measure.record.funding]
    if heads.sources or any(funding.sources for funding in money):
        columns.append(
            PlanColumn(heads.sources or "Джерела фінансування", paragraphs_of(sources_of, "sources"), waits=True)
        )
    records = [measure.record for measure in measures]
    columns += [
        PlanColumn(heading, further_of(plan, heading), waits=True) for heading in further_headings(plan.record, records)
    ]
    if years or any(funding.total or funding.text or funding.lines for funding in money):
        unit = plan.record.money_unit
        columns.append(PlanColumn(heads.total or "Усього", paragraphs_of(total_of, "total"), is_number=True, unit=unit))
        columns += [PlanColumn(str(year), sums_of_year(year), is_number=True, unit=unit) for year in years]
    if heads.progress:
        columns.append(PlanColumn(heads.progress, nothing))
    return in_order(plan, columns)


def _executors(plan: Plan) -> Iterator[PlanColumn]:
    for index, (heading, of) in enumerate(executor_columns(plan)):
        yield PlanColumn(heading, paragraphs_of(of, "" if index else "executors"))


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
            rows=[_row(measure, columns, url) for measure in inner.measures],
        )
        for inner in goal.with_goals()
    ]


def _row(measure: Measure, columns: Sequence[PlanColumn], url: Link) -> PlanRow:
    cells = [column.cell(measure, url) for column in columns]
    waiting = any(cell for cell, column in zip(cells, columns, strict=True) if column.waits or column.is_number)
    return PlanRow(base_of(measure), cells, waiting)


def head_rows(plan: Plan, columns: Sequence[PlanColumn]) -> list[list[HeadCell]]:
    """Return the rows of column headings; money has up to three of them, one over the other, as printed.

    The document's word for goals stands over that for measures in one cell: both head the first column, and a table
    without money has one row of headings, which every voice and checker understands.
    """
    heads = plan.record.columns
    if heads.goal and heads.measure:
        columns = [replace(columns[0], heading=f"{heads.goal}\n{columns[0].heading}"), *columns[1:]]
    money = [column for column in columns if column.is_number]
    if not money or not heads.funding:
        return [[HeadCell(column.heading) for column in columns]]
    plain = [column for column in columns if not column.is_number]
    before = [HeadCell(column.heading, rows=3) for column in plain if column is not plain[-1] or not heads.progress]
    after = [HeadCell(heads.progress, rows=3)] if heads.progress else []
    total, *years = money
    if not years:
        return [
            [*(replace(cell, rows=1) for cell in before), HeadCell(heads.total or heads.funding), *after],
        ]
    return [
        [*before, HeadCell(heads.funding, len(money)), *after],
        [HeadCell(total.heading, rows=2), HeadCell(heads.by_year or "", len(years))],
        [HeadCell(year.heading) for year in years],
    ]
