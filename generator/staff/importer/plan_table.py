"""Reading a plan table from top to bottom."""

from collections.abc import Sequence

from generator.language.folding import fold_words
from generator.staff.importer.columns import MONEY, Column
from generator.staff.importer.document import Table
from generator.staff.importer.goal_rows import enter_columns, enter_full_width, is_goal_row
from generator.staff.importer.headings import Header
from generator.staff.importer.labels import goal_label
from generator.staff.importer.measure_rows import add_measures, continue_measure
from generator.staff.importer.money_rows import money_of
from generator.staff.importer.openings import Builder, OpenTotal
from generator.staff.importer.rows import Row, RowKind, kind_of, see, total_label
from generator.staff.importer.title_page import Line
from generator.staff.importer.vocabulary import MONEY_WORDS, TITLE_ROW

_TOLD_COLUMNS = ("goal", "measure", "term", "executors", "indicators", "sources", "total", "progress")


def read_plan_table(builder: Builder, table: Table, headers: Sequence[Header]) -> None:
    """Add the goals, measures and totals of a table; `headers` has at least one."""
    heads = {row: header for header in headers for row in range(header.first, header.last)}
    header = headers[0]
    for index in range(len(table.rows)):
        if index in heads:
            if header is not heads[index] or index == header.first:
                header = heads[index]
                _keep_headings(builder, table, header)
            continue
        row = see(table, index, header.columns)
        if index < headers[0].first and _is_title(row):
            if row.place not in builder.taken:
                _keep(builder, row, "Заголовок над таблицею; якщо це назва плану, перенесіть її в title.")
        else:
            _read_row(builder, table, index, row, header)


def _is_title(row: Row) -> bool:
    """Return whether a row above the header is a title («План заходів на 2026 рік»), an act or the like, no goal.

    One cell over the table names a goal only with a word and a number: «Стратегічна ціль 1. …».
    """
    if len(row.fresh) != 1:
        return False
    return not _names_goal(row.fresh[0].cell.text)


def _names_goal(text: str) -> bool:
    label = goal_label(text)
    return bool(label.level and (label.number or label.title)) and not TITLE_ROW.match(fold_words(text))


def rows_above(table: Table, before: int) -> list[Line]:
    """Return the rows of one cell above a header, each as a line of the title page."""
    lines = []
    for index in range(before):
        cells = [cell for cell in table.rows[index] if cell.row == index and cell.text]
        if len(cells) == 1 and not _names_goal(cells[0].text):
            lines.append(Line(cells[0].text, table.row_place(index)))
    return lines


def _keep_headings(builder: Builder, table: Table, header: Header) -> None:
    builder.unit = builder.unit or header.unit
    builder.form = builder.form or header.form_id
    for column in header.columns:
        if column.role == "executors" and column.part:
            builder.roles.setdefault(column.part, column.own)
        elif column.role in _TOLD_COLUMNS and column.heading:
            builder.columns.setdefault(column.role, column.own or column.heading)
    texts = [cell.text for row in table.rows[header.first : header.last] for cell in row if cell.text]
    text = " | ".join(dict.fromkeys(texts))
    if header.last > header.first and not any(note.kind == "columns" and note.text == text for note in builder.notes):
        place = table.row_place(header.first)
        form = f" Впізнано: {header.form}." if header.form else ""
        kept = [column.own for column in header.columns if column.role == "other" and column.own]
        other = f" Без свого поля, записано в other: {'; '.join(kept)}." if kept else ""
        remark = f"Заголовки стовпців; перевірте, чи правильно їх зрозуміло.{form}{other}{_money_question(header)}"
        builder.note("columns", place, text, remark)


def _money_question(header: Header) -> str:
    """Ask which sum is to be spent where several columns may be it."""
    total = next((column.own for column in header.columns if column.role == "total"), "")
    rivals = [
        column.own
        for column in header.columns
        if column.role == "other" and MONEY_WORDS.search(fold_words(column.heading))
    ]
    if not total or not rivals:
        return ""
    return f" Грошей кілька стовпців: сумою вважаємо «{total}», а не «{'», «'.join(rivals)}»; чи так?"


def _read_row(builder: Builder, table: Table, index: int, row: Row, header: Header) -> None:
    kind = kind_of(row)
    if "measure" in row.unread:
        enter_columns(builder, row, header.columns)
        add_measures(builder, row, header)
    elif kind is RowKind.EMPTY:
        return
    elif kind is RowKind.COLUMN_NUMBERS:
        text = " | ".join(placed.cell.text for placed in row.fresh)
        builder.note("residue", row.place, text, "Рядок із номерами стовпців; у план не переноситься.")
    elif kind is RowKind.TOTAL:
        _add_total(builder, row, header, total_label(row))
    elif _continues_total(builder, row):
        _add_total(builder, row, header, builder.totals[-1].label)
    elif kind is RowKind.REMARK:
        _keep(builder, row, "Примітка в таблиці; перенесіть її в текст плану, якщо вона потрібна.")
    elif kind is RowKind.FULL_WIDTH or is_goal_row(row, _next_row(table, index, header.columns)):
        enter_full_width(builder, row)
    elif kind is RowKind.CONTINUED:
        enter_columns(builder, row, header.columns)
        continue_measure(builder, row, header)
    else:
        enter_columns(builder, row, header.columns)
        if kind is RowKind.MEASURE:
            add_measures(builder, row, header)


def _next_row(table: Table, index: int, columns: Sequence[Column]) -> Row | None:
    """Return the next row with something in it."""
    rows = (see(table, after, columns) for after in range(index + 1, min(index + 4, len(table.rows))))
    return next((row for row in rows if row.fresh), None)


def _keep(builder: Builder, row: Row, remark: str) -> None:
    builder.note("outside", row.place, " | ".join(placed.cell.text for placed in row.fresh), remark)


def _continues_total(builder: Builder, row: Row) -> bool:
    """Return whether a row goes on with the totals above: a further source and its sums, nothing else."""
    if not builder.totals or builder.totals[-1].measures_before != len(builder.measures):
        return False
    if builder.totals[-1].goals_before != len(builder.tree.goals):
        return False
    roles = {role for placed in row.fresh for role in placed.roles}
    return "sources" in roles and roles <= MONEY | {"sources", "mixed"} and not row.of("measure", "goal")


def _add_total(builder: Builder, row: Row, header: Header, label: str) -> None:
    current = builder.tree.current
    builder.totals.append(
        OpenTotal(
            label,
            money_of(row, header, skip=label),
            header.unit or builder.unit,
            current.path if current else [],
            len(builder.tree.goals),
            len(builder.measures),
        )
    )
