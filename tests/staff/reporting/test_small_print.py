"""What forms tell their reader, and what is said of a file that can't be marked; small things nothing else looks at."""

from datetime import date
from types import SimpleNamespace

import pytest
from openpyxl import Workbook

from generator.reading.country_files import read_plans
from generator.rules.load import load
from generator.staff.reporting.form import make_forms
from generator.staff.reporting.guidance import STATUS_MEANINGS, excel_steps, word_steps
from generator.staff.reporting.journal import JournalProblem
from generator.staff.reporting.promises import Marked, with_marks
from generator.staff.reporting.workbook import _grids


def test_every_step_and_every_word_about_a_status_is_a_sentence(office):
    catalogue = load(read_plans(office.plans)).catalogue
    form = make_forms(catalogue.communities[0], catalogue.plans[0], date(2025, 10, 31))[0]
    told = [*excel_steps(form), *word_steps(form), *STATUS_MEANINGS.values()]
    assert [one for one in told if not one.endswith((".", ":"))] == []
    assert not [one for one in told if ".." in one or "  " in one]


MARK = Marked(0, SimpleNamespace(record=SimpleNamespace(text="Захід")), None)


@pytest.mark.parametrize(
    ("existing", "said"),
    [
        (b"", "у файлі немає списку entries"),
        (b"entries: 1\n", "у файлі немає списку entries"),
        (b"- 1\n", "у файлі немає списку entries"),
        (b"entries:\n  - date: 2025-01-01\n", "рядок 2: у звіті немає поля measure"),
        (b"entries:\n  - measure: [1]\n", "рядок 2: у звіті немає поля measure"),
    ],
)
def test_a_file_that_cannot_be_marked_says_what_it_lacks(existing, said):
    with pytest.raises(JournalProblem) as told:
        with_marks(existing, [MARK])
    assert str(told.value) == said


def test_a_row_whose_cells_are_all_filled_is_read_and_an_empty_one_is_not(tmp_path):
    book = Workbook()
    for row in (("а", "б"), (None, None), ("в", "г"), ("д", None)):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    [(_, grid, _)] = _grids(tmp_path / "a.xlsx")
    assert [(number, [cell for cell in cells if cell is not None]) for number, cells, _ in grid] == [
        (1, ["а", "б"]), (3, ["в", "г"]), (4, ["д"]),
    ]  # fmt: skip
