"""Writing .xlsx files from grids."""

from io import BytesIO

from openpyxl import Workbook

from staff.importer.grids import laid_out


def xlsx(**sheets):
    """Return the bytes of a workbook; each sheet is a list of rows, or a string for a title above the table."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for number, cells in enumerate(laid_out(rows), start=1):
            for column, cell, first in cells:
                if not first:
                    continue
                sheet.cell(number, column + 1, cell.text or None)
                if cell.colspan > 1 or cell.rowspan > 1:
                    sheet.merge_cells(None, number, column + 1, number + cell.rowspan - 1, column + cell.colspan)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()
