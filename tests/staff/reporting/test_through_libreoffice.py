"""Two executors' forms, opened and saved by LibreOffice, make one site whichever comes first."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.build.recipe import assemble
from generator.commands.outcome import Outcome
from generator.model.settings import Settings
from generator.reading.country_files import read_plans
from staff.reporting.conftest import PLAN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from staff.reporting.conftest import Office

OFFICE_PROGRAM = shutil.which("soffice")
WORDS = {
    "uszn": {"status": "Виконано", "completed": "15.07.2025", "spent": "100,5", "comment": "Опитано 120 людей"},
    "tsentr": {"status": "Виконується", "spent": 50, "comment": "Ще опитують"},
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE_PROGRAM is None, reason="LibreOffice (soffice) не встановлено"),
]


def saved_by_libreoffice(form: Path, out: Path) -> Path:
    """Open the form in LibreOffice and save it again as an Excel workbook."""
    command = [str(OFFICE_PROGRAM), f"-env:UserInstallation={(out / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(form)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return out / form.name


def site_of(office: Office, order: list[str]) -> dict[str, str]:
    """Take in the forms in this order and return the pages."""
    plan = office.plans / PLAN / "plan.yml"
    text = plan.read_text(encoding="utf-8").replace("money_unit", "absent: [act]\nmoney_unit")
    text = text.replace("title: Доступність", "title: Доступність\n    absent: [executors]")
    plan.write_text(text, encoding="utf-8")
    forms = []
    for executor in order:
        form = office.form(executor)
        form.fill("1-1-1", **WORDS[executor])
        filled = form.save(office.folder / f"{executor}.xlsx")
        out = office.folder / f"saved-{executor}"
        out.mkdir()
        forms.append(saved_by_libreoffice(filled, out))
    for form in forms:
        outcome, said = office.give(form)
        assert outcome is Outcome.FINE, said
    site = assemble(read_plans(office.plans), Settings(as_of=date(2025, 11, 15)))
    assert not site.failed, site.problems
    return {page.address: page.markdown for page in site.pages}


def test_two_forms_make_one_site_in_both_orders(make_office: Callable[[], Office]) -> None:
    first, second = (site_of(make_office(), order) for order in (["uszn", "tsentr"], ["tsentr", "uszn"]))
    assert first == second
    goal = first["testove/plan-2025/1-1/"].replace("\xa0", " ")
    for words in ("Опитано 120 людей", "Ще опитують", "УСЗН: виконано", "Центр: виконується"):
        assert words in goal, words
    assert "Витрачено 150,5 тис. грн." in first["testove/plan-2025/report/"].replace("\xa0", " ")
