"""A form that is blank, filled and read back gives the same plan, whatever the order and typing of its headings."""

import pytest

from generator.country.forms import known_forms
from staff.importer.comparing import imported
from staff.importer.excel import xlsx
from staff.importer.grids import row
from staff.importer.word import docx

FORMS = {form.id: form for form in known_forms() if {"term", "executors"} <= {column.role for column in form.columns}}
FILLED = {
    "number": ("1.1", "1.2"),
    "goal": ("Ціль перша", "Ціль друга"),
    "measure": ("Відкрити клуб", "Полагодити дах"),
    "term": ("2026 рік", "до 1 травня 2027 року"),
    "start": ("01.02.2026", "01.03.2026"),
    "end": ("01.04.2026", "01.05.2026"),
    "executors": ("Відділ освіти", "УЖКГ"),
    "indicators": ("Клуб відкрито", "Дах цілий"),
    "sources": ("Місцевий бюджет", "Державний бюджет"),
    "total": ("10,0", "20,5"),
    "funding": ("10,0", "20,5"),
}


def filled(form, order, typed):
    columns = [form.columns[index] for index in order(range(len(form.columns)))]
    header = row(*(typed(column.heading) for column in columns))
    rows = [row(*(FILLED.get(column.role, ("слова", "інші слова"))[at] for column in columns)) for at in (0, 1)]
    return [header, *rows]


def facts(data):
    goals = {goal["id"]: goal["title"] for goal in data["goals"]}
    return [
        (
            goals.get(m["goal"]),
            m["text"],
            m["term"],
            m["executors"],
            m["indicators"],
            m["funding"],
            sorted(m["other"].values()),
        )
        for m in data["measures"]
    ]


READ: dict[str, list] = {}


def as_printed(name, folder):
    """What the form as printed holds; each is read once."""
    if name not in READ:
        READ[name] = facts(imported(folder, "plan.docx", docx(filled(FORMS[name], list, str))))
    return READ[name]


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("order", [list, lambda indexes: list(indexes)[::-1]], ids=["in order", "reversed"])
@pytest.mark.parametrize(
    "typed", [str, str.upper, lambda text: f"{text[:4]}-\n{text[4:]}", lambda text: text.replace(" ", "\n")],
    ids=["as printed", "capitals", "hyphens", "lines"],
)  # fmt: skip
def test_read_back_the_same(tmp_path, name, order, typed):
    form, plain = FORMS[name], as_printed(name, tmp_path)
    assert [fact[1] for fact in plain] == list(FILLED["measure"])
    assert [fact[2] for fact in plain] == list(FILLED["term"])
    assert [fact[3] for fact in plain] == [["Відділ освіти"], ["УЖКГ"]]
    goals = [column for column in form.columns if column.role == "goal"]
    assert [fact[0] for fact in plain] == (list(FILLED["goal"]) if goals else [None, None])
    rows = filled(form, order, typed)
    assert facts(imported(tmp_path, "other.docx", docx(rows))) == plain
    assert facts(imported(tmp_path, "other.xlsx", xlsx(План=rows))) == plain


@pytest.mark.parametrize("name", FORMS)
def test_a_blank_form_holds_no_measure(tmp_path, name):
    data = imported(tmp_path, "plan.docx", docx(filled(FORMS[name], list, str)[:1]))
    assert data["measures"] == []


def test_the_form_that_was_recognised_is_named(tmp_path):
    data = imported(tmp_path, "plan.docx", docx(filled(FORMS["displaced"], list, str)))
    note = next(note["remark"] for note in data["notes"] if note["kind"] == "columns")
    assert note.startswith("Заголовки стовпців; перевірте, чи правильно їх зрозуміло.")
    assert "форма «Операційний план заходів щодо внутрішнього переміщення»" in note
