"""Lists to choose from and reminders in the cells of the Excel form. The reader checks everything again."""

from collections.abc import Sequence
from datetime import date

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.records.record import FIRST_YEAR
from generator.model.vocabulary import Status
from generator.staff.reporting.cells import DAY_ZERO
from generator.staff.reporting.columns import Field, FormColumn


def add_choices(sheet: Worksheet, columns: Sequence[FormColumn], as_of: date, first: int, last: int) -> None:
    """Put a list of statuses, bounds of dates and of sums on the rows from `first` to `last`."""
    checks = {
        Field.STATUS: _statuses,
        Field.STARTED: lambda: _days(as_of),
        Field.COMPLETED: lambda: _days(as_of),
        Field.SPENT: _sums,
    }
    for index, column in enumerate(columns, 1):
        if column.field in checks:
            check = checks[column.field]()
            check.add(f"{get_column_letter(index)}{first}:{get_column_letter(index)}{last}")
            sheet.add_data_validation(check)


def _statuses() -> DataValidation:
    words = ",".join(status.words for status in Status)
    return DataValidation(
        type="list", formula1=f'"{words}"', allow_blank=True, showErrorMessage=True, showInputMessage=True,
        errorTitle="Такого статусу немає", error="Виберіть статус зі списку або зітріть клітинку.",
        promptTitle="Статус", prompt="Виберіть зі списку. «Виконано» потребує фактичної дати.",
    )  # fmt: skip


def _days(as_of: date) -> DataValidation:
    return DataValidation(
        type="date", operator="between", formula1=str((date(FIRST_YEAR, 1, 1) - DAY_ZERO).days),
        formula2=str((as_of - DAY_ZERO).days), allow_blank=True, showErrorMessage=True, errorStyle="warning",
        errorTitle="Перевірте дату", error=f"Дату пишуть так: 31.10.2025; не пізніше {as_of:%d.%m.%Y}.",
    )  # fmt: skip


def _sums() -> DataValidation:
    return DataValidation(
        type="decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True, showErrorMessage=True,
        errorStyle="warning", errorTitle="Перевірте суму", error="Суму пишуть числом: 12,5.",
    )  # fmt: skip
