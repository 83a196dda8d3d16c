"""plan.xlsx: the measures as a spreadsheet table, and a sheet that says what they are. Same bytes on every build.

Accessible as Excel understands it: one table with a marked header row and no merged cells, sheets with names, a title
and a language in the file's properties, the cursor in the first cell, the header in sight and repeated in print.
"""

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from generator.language.terms import date_in_words
from generator.model.community import Community
from generator.model.money import amount
from generator.model.plan import Plan
from generator.model.settings import Settings
from generator.model.unnumbered import place_in_words
from generator.outputs.addresses import full, moment
from generator.outputs.columns import COLUMNS, Column, Value, of_year, years_with_money
from generator.outputs.fixed_zip import fixed_zip
from generator.outputs.licence import OFFICIAL, OURS
from generator.outputs.plan_csv import guarded
from generator.outputs.rows import Row, rows
from generator.outputs.site_files import Asset
from generator.views.about_plan import act_in_short, period_in_days
from generator.views.commitment import Commitment

MEASURES_SHEET = "Заходи"
ABOUT_SHEET = "Про таблицю"

_PARTED = {"funding_by_year", "other"}
"""Columns of the CSV that are several here: one for each year, one for each heading."""
_COLUMNS = tuple(column for column in COLUMNS if column.name not in _PARTED)
_HEADER_FONT = Font(bold=True, color="FFFFFF")
_HEADER_FILL = PatternFill("solid", fgColor="1F3864")
_HEADER_ALIGNMENT = Alignment(wrap_text=True, vertical="center")
_CELL_ALIGNMENT = Alignment(wrap_text=True, vertical="top")
_LINK_FONT = Font(color="0B4F9E", underline="single")
_STYLES = {"text": "@", "date": "dd.mm.yyyy", "whole": "#,##0", "tenths": "#,##0.0", "hundredths": "#,##0.00"}
"""How cells show what they hold. Named styles: setting one is ten times cheaper than setting its parts."""
_SUM_STYLES = ("whole", "tenths", "hundredths")
_SUMS = {"funding_total", "spent", "estimate", "remainder", "funding_by_year"}
_YEAR_WIDTH = 12


def plan_xlsx(community: Community, plan: Plan, items: Iterable[Commitment], settings: Settings) -> Asset:
    """Write one row per measure of a plan at `<plan>/plan.xlsx`; a column for each year that has money."""
    address = plan.file_address("xlsx")
    table = list(rows(items, settings, address))
    book = _book()
    sheet = book.worksheets[0]
    sheet.title = MEASURES_SHEET
    _fill_measures(sheet, table)
    _fill_about(book.create_sheet(ABOUT_SHEET), community.record.name, plan, settings)
    return Asset(address, _bytes(book, plan, settings))


def _book() -> Workbook:
    book = Workbook()
    for name, number_format in _STYLES.items():
        style = NamedStyle(name, number_format=number_format, alignment=_CELL_ALIGNMENT)
        book.add_named_style(style)
    book.add_named_style(NamedStyle("link", font=_LINK_FONT, alignment=_CELL_ALIGNMENT))
    return book


def _fill_measures(sheet: Worksheet, table: Sequence[Row]) -> None:
    columns = [one for column in COLUMNS for one in _parted(column, table)]
    titles = _once([column.title for column in columns])
    _write_header(sheet, titles, [column.width for column in columns])
    for line, row in enumerate(table, 2):
        cells = [_content(column, row) for column in columns]
        for index, content in enumerate(cells, 1):
            if content is not None:
                _write(sheet.cell(line, index), content)
        _link(sheet.cell(line, len(cells)), row.url)
    _make_table(sheet, len(titles), len(table) + 1)


def _parted(column: Column, table: Sequence[Row]) -> Iterator[Column]:
    """Yield a column, or a column for each year or heading in place of one that holds several of them."""
    if column.name == "funding_by_year":
        for year in years_with_money(table):
            yield replace(column, title=f"Кошти, {year} рік", read=partial(_of_year, year=year), width=_YEAR_WIDTH)
    elif column.name == "other":
        headings = dict.fromkeys(heading for row in table for heading in row.measure.record.other)
        for heading in headings:
            yield replace(column, title=heading, read=partial(_under, heading=heading))
    else:
        yield column


def _once(titles: Sequence[str]) -> list[str]:
    """Tell columns of one title apart: a spreadsheet table takes each title once, whatever its case."""
    met: Counter[str] = Counter()
    found = []
    for title in titles:
        met[title.casefold()] += 1
        count = met[title.casefold()]
        found.append(f"{title} ({count})" if count > 1 else title)
    return found


def _of_year(row: Row, year: int) -> Value:
    return of_year(row, year)


def _under(row: Row, heading: str) -> Value:
    return row.measure.record.other.get(heading)


def _write_header(sheet: Worksheet, titles: Sequence[str], widths: Sequence[int]) -> None:
    for index, (title, width) in enumerate(zip(titles, widths, strict=True), 1):
        cell = sheet.cell(1, index, title)
        cell.font, cell.fill, cell.alignment = _HEADER_FONT, _HEADER_FILL, _HEADER_ALIGNMENT
        sheet.column_dimensions[get_column_letter(index)].width = width


def _make_table(sheet: Worksheet, width: int, height: int) -> None:
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if height == 1:  # a table without rows is a damaged file to Excel
        return
    table = Table(displayName="Measures", ref=f"A1:{get_column_letter(width)}{height}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    sheet.add_table(table)


def _content(column: Column, row: Row) -> Value | Decimal:
    value = column.read(row)
    return _sum(value) if column.name in _SUMS and isinstance(value, str) else value


def _sum(printed: str | None) -> str | Decimal | None:
    """Return a printed sum as a number, so that it can be added up; a dash or words stay as they are."""
    number = amount(printed)
    return printed if number is None else number


def _write(cell: Cell | MergedCell, content: str | date | Decimal) -> None:
    """Write text as text whatever it begins with, sums as numbers, dates as dates."""
    if isinstance(content, str):
        cell.value = "".join(letter for letter in content if letter >= " " or letter == "\n")
        cell.data_type = "s"
        cell.style = "text"
        if guarded(content) != content:
            cell.quotePrefix = True
    elif isinstance(content, date):
        cell.value = content
        cell.style = "date"
    else:
        cell.value = content
        decimals = -int(content.as_tuple().exponent)
        cell.style = _SUM_STYLES[min(decimals, 2)]


def _link(cell: Cell | MergedCell, url: str) -> None:
    if url.startswith("http"):
        cell.hyperlink = url
        cell.style = "link"


def _fill_about(sheet: Worksheet, community: str, plan: Plan, settings: Settings) -> None:
    about = [
        *([("Затверджено", act)] if (act := act_in_short(plan)) else []),
        *([("Період", period)] if (period := period_in_days(plan)) else []),
    ]
    facts = [
        ("Громада", community),
        ("План", plan.record.title),
        *about,
        *(
            (act.role.words, f"{act.kind} від {date_in_words(act.date)} № {act.number}")
            for act in plan.record.all_acts
            if act is not plan.record.act
        ),
        ("Дата даних", date_in_words(settings.as_of)),
        ("Сторінка плану", full(settings, plan.address) or plan.address),
        ("Умови використання", f"{OFFICIAL} {OURS}"),
    ]
    facts += [("Особливість документа", f"{place_in_words(plan, note)}: {note.record.text}") for note in plan.notes]
    facts += [(f"Стовпець «{column.title}»", column.description) for column in _COLUMNS]
    _write_header(sheet, ("Що", "Зміст"), (34, 100))
    for line, (name, content) in enumerate(facts, 2):
        _write(sheet.cell(line, 1), name)
        _write(sheet.cell(line, 2), content)
    sheet.freeze_panes = "A2"


def _bytes(book: Workbook, plan: Plan, settings: Settings) -> bytes:
    """Save a book; what the library stamps with the clock is stamped with the as-of day instead."""
    book.properties = _properties(plan, settings)
    saved = io.BytesIO()
    book.save(saved)
    written = tostring(_properties(plan, settings).to_tree())
    properties = written.encode() if isinstance(written, str) else written

    def with_fixed_dates(name: str, content: bytes) -> bytes:
        return properties if name == "docProps/core.xml" else content

    return fixed_zip(saved.getvalue(), moment(settings), with_fixed_dates)


def _properties(plan: Plan, settings: Settings) -> DocumentProperties:
    made = moment(settings).replace(tzinfo=None)
    return DocumentProperties(
        title=plan.record.title, creator=settings.site_name, language="uk-UA", created=made, modified=made
    )
