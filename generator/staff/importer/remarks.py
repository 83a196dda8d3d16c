"""Notes on what the importer leaves out: text outside the plan, footnotes, gaps. Their words are for officials."""

from collections.abc import Iterable, Sequence

from generator.language.shortening import quoted_opening
from generator.staff.importer.document import Aside, Paragraph, Table
from generator.staff.importer.openings import Builder
from generator.staff.importer.records import Measure
from generator.staff.importer.title_page import TitlePage

_ASIDES = {
    "footnote": "Виноска; перенесіть її в текст або в примітку, якщо вона потрібна.",
    "comment": "Примітка рецензента на полях; у план не переноситься.",
    "header": "Колонтитул сторінки; у план не переноситься.",
    "struck": "Закреслене; у чернетку не взято. Якщо закреслено помилково, впишіть самі.",
    "hint": "Підказка поля, якого в документі не заповнили; у чернетку її не взято.",
    "hidden": "Прихований текст: у надрукованому документі його не видно.",
}


def note_paragraph(builder: Builder, paragraph: Paragraph) -> None:
    """Keep a paragraph outside the plan's tables."""
    if paragraph.flat and paragraph.place not in builder.taken:
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


def note_title_page(builder: Builder, page: TitlePage) -> None:
    """Ask to check what was taken from the title page, and for what it leaves blank."""
    if page.title:
        builder.note("check", page.title_place, page.title, "Звідси взято назву плану; перевірте.")
    if page.act:
        words = page.taken[page.act.place]
        builder.note("check", page.act.place, words, "Звідси взято акт про затвердження; перевірте.")
    elif page.act_is_blank:
        remark = "Дату або номер акта в документі не вписано; візьміть їх із самого акта."
        builder.note("check", page.act_is_blank, "", remark)
    for line in page.amended:
        builder.note("check", line.place, line.text, "Це акт про зміни; скажіть, яку редакцію тут подано.")


def note_missing(builder: Builder, measures: Sequence[Measure]) -> None:
    """Point out measures without text, term or executors, and numbers that repeat."""
    with_steps = {measure.parent for measure in measures}
    places: dict[str, str] = {}
    for measure in measures:
        name = f"захід {measure.number or quoted_opening(measure.text)}" if measure.number or measure.text else "захід"
        lacks = ["тексту"] if not measure.text and "measure" not in measure.unread else []
        if measure.id not in with_steps:
            empty = {role for role in ("term", "executors") if role in builder.columns and role not in measure.unread}
            lacks += ["строку"] if not measure.term and "term" in empty else []
            lacks += ["виконавців"] if not measure.executors and "executors" in empty else []
        if lacks:
            remark = f"У документі немає {' і '.join(lacks)}: {name}."
            builder.note("missing", measure.place, measure.number, remark, measure.id)
        key = f"{measure.parent or measure.goal} {measure.number}"
        if measure.number and key in places:
            remark = f"Номер {measure.number} у документі повторюється; на сайті цей захід має адресу {measure.id}."
            builder.note("numbering", measure.place, measure.number, remark, measure.id)
        places.setdefault(key, measure.place)
