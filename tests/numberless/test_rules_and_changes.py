"""Rules speak only of printed numbers; changes name what has none by its words, with the ordinal where words repeat."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from generator.build.recipe import assemble
from generator.history.differences import differences
from generator.language.numbers import which
from generator.rules.load import load
from numberless.brid import FILES, NAME, SETTINGS, plan

FILE = f"{NAME}/plan.yml"


def changed(*pairs: tuple[str, str]):
    text = FILES[FILE].decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return load({**FILES, FILE: text.encode(), f"{NAME}/progress.yml": b"entries: []\n"})


def told(*pairs: tuple[str, str]) -> list[str]:
    return [change.sentence for change in differences(changed().catalogue, changed(*pairs).catalogue)]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("id: lavky, ", 'number: "5.1", ', []),
        ('number: "2.1"', 'number: "3.1"', ["номер «3.1» стоїть під «2»; виправте його, а якщо так у документі"]),
        ("id: hurtok, ", 'number: "3", ', ["номер «3» стоїть під «2»; виправте його, а якщо так у документі"]),
        ("id: zvituvaty, ", 'number: "9.9", ', []),
    ],
)
def test_only_printed_numbers_are_compared(old: str, new: str, found: list[str]) -> None:
    problems = [str(problem) for problem in changed((old, new)).problems]
    assert len(problems) == len(found)
    assert all(words in problem for words, problem in zip(found, problems, strict=True))


def test_a_problem_names_what_has_no_number_by_its_words() -> None:
    (problem,) = changed(
        (", term: до 1 грудня 2026 року, executors: [Відділ освіти]", ", term: до 1 грудня 2026 року")
    ).problems
    assert problem.record == "kalynovyi-brid/«Звітувати перед мешканцями»"


@pytest.mark.parametrize(
    ("pairs", "sentences"),
    [
        ([("id: hurtok, ", 'id: hurtok, number: "2.2", ')], ["Захід «Відкрити гурток шахів» тепер має номер 2.2."]),
        ([('number: "2.1"', 'id: "2-1"')], ["Захід 2.1 тепер не має номера."]),
        (
            [("term: до 1 вересня 2026 року", "term: до 1 жовтня 2026 року")],
            [
                "Змінено строк заходу «Відкрити гурток шахів»: було «до 1 вересня 2026 року», стало «до 1 жовтня 2026 року»."
            ],
        ),
        (
            [
                (
                    "  - {id: pereviryty-b, text: Перевірити дороги., term: ІІІ квартал 2026 року, executors: [КП «Шляховик»]}\n",
                    "",
                )
            ],
            ["Вилучено захід «Перевірити дороги.»."],
        ),
        (
            [("title: Дороги", "title: Дороги й мости")],
            ["Змінено назву цілі «Дороги й мости»: було «Дороги», стало «Дороги й мости»."],
        ),
        (
            [("goals:\n", "notes:\n  - {place: hurtok, kind: gap, text: Бракує дня.}\ngoals:\n")],
            ["Зазначено особливості документа: «Захід «Відкрити гурток шахів» (чого в документі немає): Бракує дня.»."],
        ),
    ],
)
def test_changes_are_told_without_ids(pairs: list[tuple[str, str]], sentences: list[str]) -> None:
    assert told(*pairs) == sentences


def test_leaving_all_goals_is_told() -> None:
    line = (
        "      - {id: hurtok, text: Відкрити гурток шахів, term: до 1 вересня 2026 року, executors: [Відділ освіти]}\n"
    )
    assert told((line, ""), ("measures:\n", f"measures:\n{line[4:]}")) == [
        "Захід «Відкрити гурток шахів» тепер не належить до жодної цілі."
    ]


def test_alike_words_are_told_apart_by_their_place() -> None:
    assert [plan().measure(one).name for one in ("pereviryty-a", "pereviryty-b", "2-1", "hurtok")] == [
        "Захід «Перевірити дороги» (перший такий захід)",
        "Захід «Перевірити дороги» (другий такий захід)",
        "Захід 2.1",
        "Захід «Відкрити гурток шахів»",
    ]
    assert which(120) == "120-й"


def test_a_note_in_the_spreadsheet_names_the_words() -> None:
    note = b"notes:\n  - {place: hurtok, kind: gap, text: \xd0\x94}\ngoals:\n"
    site = assemble({**FILES, FILE: FILES[FILE].replace(b"goals:\n", note, 1)}, SETTINGS)
    content = next(one.content for one in site.assets if one.address == f"{NAME}/plan.xlsx")
    about = load_workbook(io.BytesIO(content)).worksheets[1]
    assert ("Особливість документа", "Захід «Відкрити гурток шахів»: Д") in list(about.iter_rows(values_only=True))


def test_a_total_of_a_goal_without_a_number_is_told_by_its_words() -> None:
    total = 'totals:\n  - {label: "Разом:", goal: dorohy, total: "5,0"}\ngoals:\n'
    assert told(("goals:\n", total)) == ["Зазначено підсумки, надруковані в документі: «Разом: (ціль «Дороги») 5,0»."]


def test_totals_of_goals_are_not_all_of_a_plan_that_has_measures_beside_them() -> None:
    totals = 'money_unit: тис. грн.\ntotals:\n  - {label: "Разом за розділом:", goal: "2", total: "5,0"}\n  - {label: "Усього:", total: "7,0"}\ngoals:\n'
    school, report = "text: Утеплити школу\n", "executors: [Відділ освіти]}\n  - {id: pereviryty-a"
    with_sums = (
        ("goals:\n", totals),
        (school, f'{school}        funding: {{total: "5,0"}}\n'),
        (report, report.replace("}", ', funding: {total: "2,0"}}', 1)),
    )
    assert [str(problem) for problem in changed(*with_sums).problems] == []
    (wrong,) = changed(*with_sums[:2]).problems
    assert "у документі 7,0, а суми заходів разом дають 5,0" in str(wrong)
