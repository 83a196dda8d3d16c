"""A known form blank, filled and brought in again is the same plan; every form comes from the file that describes it."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from generator.commands.form import form as form_command
from generator.country.forms import known_forms
from generator.source.usage_error import UsageError
from generator.staff.importer import draft, read_document
from generator.staff.scaffold.blank_form import blank_form, needs_years, stacks

FORMS = {form.id: form for form in known_forms()}
READABLE = [form.id for form in FORMS.values() if {"term", "executors"} & {column.role for column in form.columns}]
YEARS = (2026, 2027)
DAY = date(2026, 11, 29)
FILLED = {
    "number": "1.1", "goal": "Ціль перша", "measure": "Відкрити клуб", "term": "2026 рік", "start": "01.02.2026",
    "end": "01.04.2026", "executors": "Відділ освіти", "indicators": "Клуб відкрито", "sources": "Місцевий бюджет",
    "total": "10,0", "funding": "10,0",
}  # fmt: skip


@pytest.mark.parametrize("name", READABLE)
def test_blank_filled_and_read_back(tmp_path, name):
    form = FORMS[name]
    book = load_workbook(io.BytesIO(blank_form(form, YEARS, DAY)))
    sheet, columns = book.worksheets[0], stacks(form, YEARS)
    depth = max(map(len, columns))
    blank = tmp_path / "blank.xlsx"
    book.save(blank)
    assert draft(read_document(blank)).measures == ()
    roles = {column.heading: column.role for column in form.columns}
    for left, stack in enumerate(columns, 1):
        words = FILLED.get(roles.get(stack[-1], "") if len(stack) == 1 else "", "7,5" if len(stack) > 1 else "слова")
        sheet.cell(depth + 1, left, words)
    filled = tmp_path / "filled.xlsx"
    book.save(filled)
    found = draft(read_document(filled))
    (measure,) = found.measures
    assert measure.text == "Відкрити клуб"
    assert [body.name for body in measure.executors] == ["Відділ освіти"] * ("executors" in roles.values())
    if "term" in roles.values():
        assert measure.term == "2026 рік"
    if "goal" in roles.values():
        assert [goal.title for goal in found.goals] == ["Ціль перша"]
    if needs_years(form):
        assert measure.funding.by_year == {"2026": "7,5", "2027": "7,5"}
    if form.money == "by-kind-and-source":
        assert {(line.kind, line.sum) for line in measure.funding.lines} >= {(kind, "7,5") for kind in form.kinds}


def test_the_same_bytes_on_every_run():
    form = FORMS["displaced"]
    assert blank_form(form, YEARS, DAY) == blank_form(form, YEARS, DAY)


def test_the_list_calls_an_unchecked_form_a_sample(capsys):
    said = []
    form_command(None, None, None, DAY, said.append)
    assert len(said) == len(FORMS)
    assert next(line for line in said if line.startswith("strategy-monitoring:")).startswith(
        "strategy-monitoring: зразок «Показники моніторингу"
    )


def test_what_a_person_gets_wrong(tmp_path):
    said = []
    target = tmp_path / "a.xlsx"
    with pytest.raises(UsageError, match="Форми «programm» немає; можливо, «programme»"):
        form_command("programm", None, None, DAY, said.append)
    with pytest.raises(UsageError, match="назвіть роки: --years 2026-2028"):
        form_command("programme", None, str(target), DAY, said.append)
    form_command("programme", "2026–2027", str(target), DAY, said.append)
    assert said[1] == f"Коли заповните: plans import {target.as_posix()}"
    with pytest.raises(UsageError, match="уже є; нічого не записано"):
        form_command("programme", "2026", str(target), DAY, said.append)
