"""plan.csv and an executor's table: UTF-8 with a byte order mark, semicolons, CRLF, so that Excel in Ukraine opens it.

A cell that a spreadsheet would not leave as it is gets an apostrophe before it: one that it could run as a formula
(its text begins with `= + - @`, a tab or a line break; a dash alone, or a plain number, is left as it is), one that
it takes for a date, a time or another number («1.1», «1-2-3», «03-01», «травень 2026», «1.», «007»), and, so that the
rule can be undone, one that begins with an apostrophe. To have the exact text back, drop one apostrophe from the
start of a cell. Cells of the columns of dates are dates and have none.
"""

import csv
import io
import re
from collections.abc import Iterable

from generator.language.months import MONTHS_GENITIVE, MONTHS_NOMINATIVE
from generator.model.executor import Executor
from generator.model.plan import Plan
from generator.model.settings import Settings
from generator.outputs.columns import COLUMNS, Value
from generator.outputs.rows import Row, rows
from generator.outputs.site_files import Asset
from generator.views.commitment import Commitment

DELIMITER = ";"
LINE_END = "\r\n"

_COULD_RUN = re.compile(r"\s*[=+\-@'＝＋－＠]|[\t\r\n]")
_HARMLESS = re.compile(r"[-+]?\d+(?:,\d+)?|-")
_MONTHS = "|".join({month[:3] for month in (*MONTHS_NOMINATIVE, *MONTHS_GENITIVE)})
_COULD_CHANGE = re.compile(
    rf"""\s*(?:
        \d+\s*[./:\-–]\s*(?:\d+\s*(?:[./:\-–]\s*\d*\s*)?)?  # 1.1  1-2-3  03-01  10:30  1.  1/2
        | 0\d+  # 007 loses its noughts
        | \d+[eEеЕ]\d+  # 1e5
        | (?:\d+[\s.\-]+)?(?:{_MONTHS}|[A-Za-z]{{3}})[а-яіїєґ’a-z]*\.?[\s.\-]+\d+  # травень 2026  1 трав 2026
        | \d+[\s.\-]+(?:{_MONTHS}|[A-Za-z]{{3}})[а-яіїєґ’a-z]*\.?  # 1 травня
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)
"""What Excel and LibreOffice of some language take for a date, a time or a number other than the text typed."""


def plan_csv(plan: Plan, items: Iterable[Commitment], settings: Settings) -> Asset:
    """Write one row per measure of a plan at `<plan>/plan.csv`."""
    address = plan.file_address("csv")
    return Asset(address, csv_bytes(rows(items, settings, address)))


def executor_csv(executor: Executor, items: Iterable[Commitment], settings: Settings) -> Asset:
    """Write one row per measure of an executor at `<executor>/executor.csv`."""
    address = f"{executor.address}executor.csv"
    return Asset(address, csv_bytes(rows(items, settings, address)))


def csv_bytes(table: Iterable[Row]) -> bytes:
    """Write rows under the names of the columns."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=DELIMITER, lineterminator=LINE_END)
    writer.writerow([column.name for column in COLUMNS])
    writer.writerows([_cell(column.read(row)) for column in COLUMNS] for row in table)
    return text.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet could run as a formula or take for a date."""
    could_run = _COULD_RUN.match(text) and not _HARMLESS.fullmatch(text)
    return f"'{text}" if could_run or _COULD_CHANGE.fullmatch(text) else text


def _cell(value: Value) -> str:
    if value is None:
        return ""
    return guarded(value) if isinstance(value, str) else value.isoformat()
