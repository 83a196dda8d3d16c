"""The form as an Excel workbook: a sheet to fill in and a sheet that says how. Same bytes on every run.

One table with one header row and no merged cells, so that screen readers, sorting and filters work. The code of
each measure stands in a hidden column between visible ones. Nothing is locked: a locked sheet can't be sorted.
"""

import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.money import amount
from generator.staff.reporting.answer import Answer
from generator.staff.reporting.choices import add_choices
from generator.staff.reporting.columns import HIDDEN, Field, FormColumn, form_columns
from generator.staff.reporting.fitting import fit_row, fitting_width
from generator.staff.reporting.form import Form, FormRow, code_of, planned_date
from generator.staff.reporting.guidance import STATUS_MEANINGS, excel_steps
from generator.staff.reporting.indicator_cells import values_cell
from generator.staff.reporting.office_file import fixed, properties
from generator.views.money import grand_total

SHEET = "Звіт"
GUIDE = "Як заповнити"
RESPONSIBLE = "Відповідальний виконавець:"
TOTAL = "УСЬОГО"

TOTAL_ROW = 4
HEADER_ROW = 5
SPARE_ROWS = 200
"""How far below the last measure lists to choose from reach: for rows that people insert."""

_BOLD = 0.8
"""How much of a text in bold fits where a plain one does, also in the widest font that takes the place of another."""
_GUIDE_WIDTHS = (26, 100)
_WHITE = Font(bold=True, color="FFFFFF")
_READ = PatternFill("solid", fgColor="3A3F4D")
_WRITE = PatternFill("solid", fgColor="004D40")
_CELL = Alignment(wrap_text=True, vertical="top")
_HEAD = Alignment(wrap_text=True, vertical="center")
_EDGE = Border(*(Side("thin", color="8D94A8"),) * 4)
_SUM_FORMAT = "#,##0.00###"
_FORMATS = {Field.STARTED: "dd.mm.yyyy", Field.COMPLETED: "dd.mm.yyyy", Field.INTO: "@", Field.SPENT: _SUM_FORMAT}

Content = str | date | Decimal | None


def excel_form(form: Form) -> bytes:
    """Write one form as .xlsx."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    columns = form_columns(form.plan)
    _write_head(sheet, form, columns)
    for line, row in enumerate(form.rows, HEADER_ROW + 1):
        for index, column in enumerate(columns, 1):
            _write(sheet.cell(line, index), column.field, content(form, row, column.field))
    _lay_out(sheet, columns, len(form.rows))
    add_choices(sheet, columns, form.as_of, HEADER_ROW + 1, HEADER_ROW + len(form.rows) + SPARE_ROWS)
    _write_guide(book.create_sheet(GUIDE), form)
    book.properties = properties(form)
    saved = io.BytesIO()
    book.save(saved)
    return fixed(saved.getvalue(), form)


def content(form: Form, row: FormRow, field: Field) -> Content:
    """Return what stands in one cell of the form."""
    from_plan: dict[Field, Content] = {
        Field.GOAL: row.goal_text,
        Field.CODE: code_of(form.plan, row.measure),
        Field.FINGERPRINT: row.answer.fingerprint,
        Field.MEASURE: row.measure.printed,
        Field.EXECUTORS: row.named,
        Field.PLANNED_DATE: planned_date(form.plan, row.measure),
        Field.PLANNED_MONEY: _number(row.planned_money),
    }
    if field is Field.VALUES:
        return values_cell(row.measure, row.answer.values, form.as_of.year)
    return from_plan[field] if field in from_plan else _reported(form, row.answer, field)


def _reported(form: Form, answer: Answer, field: Field) -> Content:
    into = next((item.called for item in form.plan.all_measures() if item.id == answer.into), None)
    repeated = sum(1 for item in form.plan.all_measures() if item.called == into) > 1
    values: dict[Field, Content] = {
        Field.STARTED: answer.started,
        Field.STATUS: answer.status_words or (answer.status.words if answer.status else None),
        Field.COMPLETED: answer.completed,
        Field.SPENT: _number(answer.spent),
        Field.COMMENT: answer.comment,
        Field.EVIDENCE: "\n".join(answer.evidence),
        Field.INTO: answer.into if repeated else into,
    }
    return values[field]


def _number(printed: str | None) -> str | Decimal | None:
    number = amount(printed)
    return printed if number is None else number


def _write_head(sheet: Worksheet, form: Form, columns: Sequence[FormColumn]) -> None:
    sheet["A1"], sheet["A1"].font = form.title, Font(bold=True, size=14)
    _write(sheet["A2"], Field.GOAL, f"{form.plan.record.title} ({form.community.record.name})", wrap=False)
    _write(sheet["A3"], Field.GOAL, f"{RESPONSIBLE} {form.responsible}", wrap=False)
    _write(sheet.cell(TOTAL_ROW, 1), Field.GOAL, TOTAL, wrap=False)
    first, last = HEADER_ROW + 1, HEADER_ROW + max(len(form.rows), 1)
    for index, column in enumerate(columns, 1):
        head = sheet.cell(HEADER_ROW, index, column.title(form.plan))
        head.font, head.alignment, head.border = _WHITE, _HEAD, _EDGE
        head.fill = _WRITE if column.is_filled_in else _READ
        letter = get_column_letter(index)
        if column.field is Field.CODE:
            _write(sheet.cell(TOTAL_ROW, index), Field.CODE, form.as_of.isoformat())
        if column.field is Field.SPENT:
            sheet.cell(TOTAL_ROW, index, f"=SUM({letter}{first}:{letter}{last})").number_format = _SUM_FORMAT
        if column.field is Field.PLANNED_MONEY and form.is_whole:
            _write(sheet.cell(TOTAL_ROW, index), column.field, _number(grand_total(form.plan)))
    for cell in sheet[TOTAL_ROW]:
        cell.font = Font(bold=True)


def _write(cell: Cell | MergedCell, field: Field, value: Content, *, wrap: bool = True) -> None:
    """Write text as text whatever it begins with, sums as numbers, dates as dates."""
    if wrap:
        cell.alignment = _CELL
    cell.number_format = _FORMATS.get(field, "General")
    if value is None or value == "":
        return
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    elif isinstance(value, Decimal):
        cell.number_format = _SUM_FORMAT


def _lay_out(sheet: Worksheet, columns: Sequence[FormColumn], count: int) -> None:
    rows = range(HEADER_ROW, HEADER_ROW + count + 1)
    widths = {
        index: fitting_width((_words_of(sheet.cell(line, index)) for line in rows), column.width)
        for index, column in enumerate(columns, 1)
    }
    shown = [index for index, column in enumerate(columns, 1) if column.field not in HIDDEN]
    for line in rows:
        room = _BOLD if line == HEADER_ROW else 1
        fit_row(sheet, line, ((_words_of(sheet.cell(line, index)), widths[index] * room) for index in shown))
    for index, column in enumerate(columns, 1):
        dimension = sheet.column_dimensions[get_column_letter(index)]
        dimension.width = widths[index]
        dimension.hidden = column.field in HIDDEN
        for line in range(HEADER_ROW + 1, HEADER_ROW + count + 1):
            sheet.cell(line, index).border = _EDGE
    for line in range(HEADER_ROW + count + 1, HEADER_ROW + count + SPARE_ROWS + 1):
        for index, column in enumerate(columns, 1):
            if column.field in _FORMATS:
                sheet.cell(line, index).number_format = _FORMATS[column.field]
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    _one_page_wide(sheet)
    if count:
        table = Table(displayName="Report", ref=f"A{HEADER_ROW}:{get_column_letter(len(columns))}{HEADER_ROW + count}")
        table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
        sheet.add_table(table)


def _words_of(cell: Cell | MergedCell) -> str:
    """Return the words of a cell; of a sum or a day as many figures as they may take."""
    return cell.value if isinstance(cell.value, str) else "" if cell.value is None else "0" * 10


def _one_page_wide(sheet: Worksheet) -> None:
    """Print a sheet lying on A4, all columns on one page, on as many pages as its rows need."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _write_guide(sheet: Worksheet, form: Form) -> None:
    lines = [("Як заповнити звіт", "")]
    lines += [(f"Крок {number}", step) for number, step in enumerate(excel_steps(form), 1)]
    lines += [("Що означає статус", "")]
    lines += [(status.words, meaning) for status, meaning in STATUS_MEANINGS.items()]
    for letter, width in zip("AB", _GUIDE_WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    _one_page_wide(sheet)
    for line, (name, words) in enumerate(lines, 1):
        _write(sheet.cell(line, 1), Field.GOAL, name)
        _write(sheet.cell(line, 2), Field.GOAL, words)
        sheet.cell(line, 1).font = Font(bold=True, size=11 if words else 14)
        if not words:
            sheet.cell(line, 1).alignment = Alignment(wrap_text=False)
            fit_row(sheet, line, [("\n", _GUIDE_WIDTHS[0])])  # a line of 14 points
        else:
            fit_row(sheet, line, zip((name, words), _GUIDE_WIDTHS, strict=True))
