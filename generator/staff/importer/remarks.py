"""Notes on what the importer leaves out: text outside the plan, footnotes, gaps. Their words are for officials."""

from collections.abc import Iterable, Sequence

from generator.staff.importer.document import Aside, Paragraph, Table
from generator.staff.importer.openings import Builder
from generator.staff.importer.records import Measure

_ASIDES = {
    "footnote": "Виноска; перенесіть її в текст або в примітку, якщо вона потрібна.",
    "comment": "Примітка рецензента на полях; у план не переноситься.",
    "header": "Колонтитул сторінки; у план не переноситься.",
    "struck": "Закреслене; у чернетку не взято. Якщо закреслено помилково, впишіть самі.",
    "hidden": "Прихований текст: у надрукованому документі його не видно.",
}


def note_paragraph(builder: Builder, paragraph: Paragraph) -> None:
    """Keep a paragraph outside the plan's tables."""
    if paragraph.flat:
        remark = "Текст поза таблицею плану; якщо це частина документа, перенесіть у texts/."
        builder.note("outside", paragraph.place, paragraph.flat, remark)


def note_table(builder: Builder, table: Table) -> None:
    """Keep a table that holds no plan, row by row."""
    for index, row in enumerate(table.rows):
        texts = [cell.text for cell in row if cell.row == index and cell.text]
        if texts:
            remark = "Таблиця, у якій плану не впізнано; якщо це частина документа, перенесіть у texts/."
            builder.note("table", table.row_place(index), " | ".join(texts), remark)


def note_asides(builder: Builder, asides: Iterable[Aside]) -> None:
    """Keep footnotes, comments, page headers and hidden text."""
    for aside in asides:
        builder.note(aside.kind, aside.place, aside.text, aside.remark or _ASIDES.get(aside.kind, ""))


def note_missing(builder: Builder, measures: Sequence[Measure]) -> None:
    """Point out measures without text, term or executors, and numbers that repeat."""
    with_steps = {measure.parent for measure in measures}
    places: dict[str, str] = {}
    for measure in measures:
        name = f"захід {measure.number}".rstrip()
        lacks = ["тексту"] if not measure.text and "measure" not in measure.unread else []
        if measure.id not in with_steps:
            empty = {role for role in ("term", "executors") if role in builder.columns and role not in measure.unread}
            lacks += ["строку"] if not measure.term and "term" in empty else []
            lacks += ["виконавців"] if not measure.executors and "executors" in empty else []
        if lacks:
            remark = f"У документі немає {' і '.join(lacks)}: {name}."
            builder.note("missing", measure.place, measure.number, remark, measure.id)
        if measure.number and measure.number in places:
            remark = f"Номер {measure.number} у документі повторюється; на сайті цей захід має адресу {measure.id}."
            builder.note("numbering", measure.place, measure.number, remark, measure.id)
        places.setdefault(measure.number, measure.place)
