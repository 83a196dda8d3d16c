"""Our own table brought back: it is told as what it is, for a draft made of it would be no plan."""

from generator.language.folding import fold_words
from generator.outputs.columns import COLUMNS
from generator.source.problem import shown
from generator.staff.importer.document import Document, Table
from generator.staff.importer.problem import ImportProblem

_OURS = ("plan", "id", "text")
"""Columns by which a table of ours is known, under their titles (.xlsx) or names (.csv)."""
_TITLES = tuple(next(column.title for column in COLUMNS if column.name == name) for name in _OURS)
_HEAD_BYTES = 2_000


def refuse_own_export(document: Document) -> None:
    """Raise ImportProblem when a table of the document is one that our site gives out; a saved copy too."""
    for table in document.blocks:
        if isinstance(table, Table) and (plan := _plan_of(table)) is not None:
            raise ImportProblem(_words(plan))


def _plan_of(table: Table) -> str | None:
    """Return the plan that a table of ours names in its first row; None when the table is not ours."""
    titles = [fold_words(cell.text) for cell in table.rows[0]] if table.rows else []
    if any(fold_words(title) not in titles for title in _TITLES):
        return None
    at = titles.index(fold_words(_TITLES[0]))
    return next((row[at].text for row in table.rows[1:2] if at < len(row)), "")


def refuse_own_csv(content: bytes) -> None:
    """Raise ImportProblem when a file is a CSV that our site gives out."""
    head, *rows = content[:_HEAD_BYTES].decode("utf-8-sig", "replace").splitlines()[:2] or [""]
    names = head.split(";")
    if set(_OURS) <= set(names):
        cells = rows[0].split(";") if rows else []
        at = names.index("plan")
        raise ImportProblem(_words(cells[at] if at < len(cells) else ""))


def _words(plan: str) -> str:
    named = f" «{shown(plan, 60)}»" if plan else ""
    where = f"у plans/{shown(plan, 60)}/" if plan else "у теці плану"
    return (
        f"Це таблиця, яку зробив сайт із плану{named}, а не документ громади. План уже записано: змінюйте plan.yml "
        f"{where}. Звіти виконавців приймає plans progress, а форми для них робить plans report. "
        "Щоб перенести план на інший сайт, скопіюйте всю його теку."
    )
