"""What a filled form may hold and what it may not; every refusal names sheet, row and column."""

import zipfile
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.commands.outcome import Outcome
from generator.commands.progress import UNSURE
from generator.model.standing import Rule, spent_on, standing_of
from generator.model.vocabulary import Status
from generator.source.usage_error import UsageError

moment = partial(datetime, tzinfo=None)  # Excel knows no time zones


def test_a_report_reaches_progress_yml(office):
    form = office.form()
    form.fill(
        "1-1-1",
        status="Виконано",
        completed=moment(2025, 7, 20),
        spent=12.5,
        comment="Є звіт: «так»",
        evidence="https://rada.example/zvit\nрішення № 5",
        started="01.06.2025",
    )
    outcome, said = office.give(form, source="УСЗН")
    assert outcome is Outcome.FINE, said
    assert said[0].startswith("1.1.1: було «звіту немає», стане «Виконано» 20.07.2025")
    entry = office.measure("1-1-1").entries[-1]
    assert (entry.record.status, entry.record.completed, entry.record.started) == (
        Status.DONE,
        date(2025, 7, 20),
        date(2025, 6, 1),
    )
    assert (entry.record.spent, entry.record.comment, entry.record.source) == ("12,5", "Є звіт: «так»", "УСЗН")
    assert entry.record.evidence == ("https://rada.example/zvit", "рішення № 5")
    assert entry.record.date == date(2025, 10, 31)


def test_dry_run_shows_and_writes_nothing(office):
    form = office.form()
    form.fill("1-1-2", status="Виконується")
    outcome, said = office.give(form, dry_run=True)
    assert outcome is Outcome.FINE
    assert said == [
        "1.1.2: було «звіту немає», стане «Виконується»",
        "Разом: 1 новий звіт; без змін – 0 рядків; порожніх – 6 рядків.",
        "Це лише проба: нічого не записано.",
    ]
    assert not office.progress_file.exists()


DATES = (
    "20.07.2025",
    "20.7.2025",
    "20.07.25",
    "20/07/2025",
    "2025-07-20",
    "20.07.2025 р.",
    "20 липня 2025 року",
    " 20.07.2025 ",
    moment(2025, 7, 20),
    date(2025, 7, 20),
    moment(2025, 7, 20, 14, 30),
)
SUMS = (
    (12.5, "12,5"),
    (1250, "1 250"),
    (0.1 + 0.2, "0,3"),
    ("1 250,50", "1 250,50"),
    ("1250.5 тис. грн.", "1 250,5"),
    ("1\u00a0250,5", "1 250,5"),
    ("12 тис.грн", "12"),
    (0, "0"),
    ("-", None),
    ("–", None),
    (None, None),
)
STATUSES = ("Виконано", "виконано.", "ВИКОНАНО", "done", " Виконано ")
ROWS = ("1-1-1", "1-1-1-1", "1-1-1-2", "1-1-2", "2-1-1", "a", "b")


def read_back(office, cells):
    """Fill one row of a form for each of `cells`, a form for so many as it has rows; return the reports read."""
    found = []
    for start in range(0, len(cells), len(ROWS)):
        form = office.form(day=date(2025, 11, 1 + start))
        rows = dict(zip(ROWS, cells[start:], strict=False))
        for row, filled in rows.items():
            form.fill(row, **filled)
        outcome, said = office.give(form, sure=True)
        assert outcome is Outcome.FINE, said
        plan = office.plan()
        found += [plan.measure(row).entries[-1].record for row in rows]
    return found


def test_dates_are_read_as_people_type_them(office):
    reports = read_back(office, [{"status": "Виконано", "completed": typed} for typed in DATES])
    assert [report.completed for report in reports] == [date(2025, 7, 20)] * len(DATES)


def test_sums_are_read_as_people_type_them(office):
    reports = read_back(office, [{"status": "виконується", "spent": typed} for typed, _ in SUMS])
    assert [(typed, report.spent) for (typed, _), report in zip(SUMS, reports, strict=True)] == list(SUMS)


def test_statuses_are_read_by_words_or_code(office):
    reports = read_back(office, [{"status": typed, "completed": "20.07.2025"} for typed in STATUSES])
    assert [report.status for report in reports] == [Status.DONE] * len(STATUSES)


def test_merged_is_read_with_any_apostrophe_and_its_target(office):
    form = office.form()
    form.fill("1-1-1", status="Об'єднано з іншим", into="1.1.2.")
    assert office.give(form)[0] is Outcome.FINE
    assert office.measure("1-1-1").entries[-1].into == "1-1-2"


WRONG = [
    (
        {"status": "Виконанно", "completed": "20.07.2025"},
        "Статус виконання",
        "можливо, «Виконано»; дозволено: Не розпочато, ",
    ),
    ({"status": "Виконано"}, "Фактична дата виконання", "впишіть дату, коли захід виконано"),
    ({"status": "Виконано", "completed": "31.02.2025"}, "Фактична дата виконання", "у календарі немає"),
    ({"status": "Виконано", "completed": "влітку"}, "Фактична дата виконання", "«влітку» – не дата"),
    ({"status": "Виконано", "completed": "45858"}, "Фактична дата виконання", "можливо, 20.07.2025"),
    (
        {"status": "Виконано", "completed": "01.11.2025"},
        "Фактична дата виконання",
        "пізніше за день звіту (31.10.2025)",
    ),
    ({"status": "Виконано", "completed": "01.11.1900"}, "Фактична дата виконання", "неможлива"),
    ({"status": "Виконується", "completed": "01.10.2025"}, "Фактична дата виконання", "дату вписано, а статус"),
    ({"status": "Не розпочато", "started": "01.10.2025"}, "Дата початку виконання", "дату вписано, а статус"),
    (
        {"status": "Виконано", "started": "02.10.2025", "completed": "01.10.2025"},
        "Дата початку виконання",
        "пізніше за",
    ),
    ({"status": "Виконується", "spent": "багато"}, "Фактичний обсяг фінансування", "не сума"),
    ({"status": "Виконується", "spent": "1.250,50"}, "Фактичний обсяг фінансування", "не сума"),
    ({"status": "Виконується", "spent": "12 34"}, "Фактичний обсяг фінансування", "не сума"),
    (
        {"status": "Виконується", "spent": "12500 грн"},
        "Фактичний обсяг фінансування",
        "одиниця цього стовпця – тис. грн.",
    ),
    ({"status": "Виконується", "spent": -3}, "Фактичний обсяг фінансування", "від нуля"),
    ({"status": "Виконується", "spent": True}, "Фактичний обсяг фінансування", "не сума"),
    ({"status": "Виконується", "spent": "=6+6"}, "Фактичний обсяг фінансування", "формула без порахованого значення"),
    ({"status": "Виконується", "spent": "#REF!"}, "Фактичний обсяг фінансування", "Excel показує помилку"),
    ({"comment": "Почали"}, "Статус виконання", "порожньо, а решту рядка заповнено"),
    ({"status": "Об’єднано з іншим"}, "З яким заходом об’єднано", "впишіть номер"),
    ({"status": "Об’єднано з іншим", "into": "1.1.1"}, "З яким заходом об’єднано", "із самим собою"),
    ({"status": "Об’єднано з іншим", "into": "1.1.7"}, "З яким заходом об’єднано", "у плані немає; можливо, «1.1.2»"),
    (
        {"status": "Об’єднано з іншим", "into": "2.1.2"},
        "З яким заходом об’єднано",
        "кілька заходів; впишіть код одного з них: a, b",
    ),
    ({"status": "Об’єднано з іншим", "into": moment(2025, 2, 1)}, "З яким заходом об’єднано", "прочитав номер як дату"),
    ({"status": "Виконується", "into": "1.1.2"}, "З яким заходом об’єднано", "захід вказано, а статус"),
    ({"code": "testove/plan-2025#9-9-9", "status": "Виконується"}, "Код заходу", "заходу «9-9-9» у плані немає"),
    ({"code": "testove/plan-2026#1-1-1", "status": "Виконується"}, "Код заходу", "можливо, «testove/plan-2025»"),
    ({"code": None, "status": "Виконується"}, "Перелік завдань та заходів", "коду в ньому немає"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("values", "column", "words"), WRONG)
def test_a_wrong_row_is_named_and_nothing_is_written(office, values, column, words):
    form = office.form()
    form.fill("1-1-2", status="Виконується")
    line = form.fill("1-1-1", **values)
    outcome, said = office.give(form)
    assert outcome is Outcome.PROBLEMS
    assert said[0].startswith(f"filled.xlsx: аркуш «Звіт», рядок {line}, стовпець «{column}»: "), said
    assert words in said[0]
    assert said[1:] == ["Нічого не записано: спершу виправте помилки."]
    assert not office.progress_file.exists()


def test_every_wrong_row_is_named_at_once(office):
    form = office.form()
    lines = [form.fill("1-1-1", status="Зроблено"), form.fill("1-1-2", status="Виконано")]
    _, said = office.give(form)
    assert [f"рядок {line}" in words for line, words in zip(lines, said, strict=False)] == [True, True]


def test_ids_survive_sorting_inserting_and_copying(office):
    form = office.form()
    form.fill("1-1-1", status="Виконано", completed="20.07.2025")
    form.fill("2-1-1", status="Скасовано", comment="Приміщення зруйновано")
    form.sort("measure", reverse=True)
    form.insert_line("1-1-1")
    form.copy_line("2-1-1")
    assert office.give(form)[0] is Outcome.FINE
    assert office.measure("1-1-1").entries[-1].record.status is Status.DONE
    assert [entry.record.comment for entry in office.measure("2-1-1").entries] == ["Приміщення зруйновано"]


def test_a_copy_with_another_answer_is_refused(office):
    form = office.form()
    first = form.fill("1-1-1", status="Виконано", completed="20.07.2025")
    second = form.copy_line("1-1-1")
    form.fill_line(second, completed="21.07.2025")
    outcome, said = office.give(form)
    assert outcome is Outcome.PROBLEMS
    assert f"рядок {second}" in said[0]
    assert f"уже є в рядку {first}" in said[0]


def test_a_copy_of_an_untouched_row_may_be_filled_in(office):
    form = office.form()
    form.fill_line(form.copy_line("1-1-1"), status="Призупинено", comment="Через обстріли")
    assert office.give(form)[0] is Outcome.FINE
    assert office.measure("1-1-1").entries[-1].record.status is Status.SUSPENDED


def test_rows_sorted_without_the_hidden_columns_are_noticed(office):
    form = office.form()
    texts = {key: form.sheet.cell(form.line(key), form.column("measure")).value for key in ("1-1-1", "2-1-1")}
    line = form.fill("1-1-1", measure=texts["2-1-1"], status="Виконується")
    form.fill("2-1-1", measure=texts["1-1-1"])
    _, said = office.give(form)
    assert f"рядок {line}" in said[0]
    assert "відсортовано без прихованих стовпців" in said[0]


def test_columns_may_be_moved_and_sheets_renamed(office):
    form = office.form()
    form.fill("1-1-1", status="Виконується")
    status = form.column("status")
    for line in range(form.header, form.sheet.max_row + 1):
        for old, new in ((status, 20), (form.column("comment"), status)):
            form.sheet.cell(line, new).value = form.sheet.cell(line, old).value
            form.sheet.cell(line, old).value = None
    form.sheet.title = "жовтень"
    assert office.give(form)[0] is Outcome.FINE
    assert office.measure("1-1-1").entries[-1].record.status is Status.IN_PROGRESS


def test_a_lost_column_is_named(office):
    form = office.form()
    form.sheet.cell(form.header, form.column("status")).value = "Стан"
    _, said = office.give(form)
    assert "бракує стовпців «Статус виконання»" in said[0]


def test_the_day_comes_from_the_form_or_the_title_or_the_command(office):
    form = office.form()
    form.fill("1-1-1", status="Виконується")
    form.sheet.cell(4, form.column("code")).value = None
    assert office.give(form)[0] is Outcome.FINE
    assert office.measure("1-1-1").entries[-1].record.date == date(2025, 10, 31)
    form.fill("1-1-2", status="Виконується")
    form.sheet["A1"] = "Звіт"
    outcome, said = office.give(form)
    assert outcome is Outcome.PROBLEMS
    assert "--reported" in said[0]
    assert office.give(form, reported=date(2025, 11, 1))[0] is Outcome.FINE
    assert office.measure("1-1-2").entries[-1].record.date == date(2025, 11, 1)


def test_who_reports_is_the_executor_of_the_form_and_the_community_for_all(office):
    form = office.form("uszn")
    form.fill("1-1-1", status="Виконується")
    office.give(form)
    told = office.measure("1-1-1").entries[-1]
    assert (told.executor.id, told.record.executor, told.record.source) == ("uszn", "УСЗН", None)
    everyone = office.form()
    everyone.fill("2-1-1", status="Виконується")
    office.give(everyone)
    assert office.measure("2-1-1").entries[-1].executor is None


def test_what_was_reported_stands_in_the_next_form_and_untouched_rows_add_nothing(office):
    form = office.form()
    form.fill("1-1-1", status="Виконується", spent="12,50", comment="Іде", evidence="https://a.example/x; акт № 1")
    form.fill("2-1-1", status="Об’єднано з іншим", into="b")
    assert office.give(form)[0] is Outcome.FINE
    before = office.progress_file.read_bytes()
    again = office.form(day=date(2026, 1, 31))
    assert again.sheet.cell(again.line("1-1-1"), again.column("status")).value == "Виконується"
    assert again.sheet.cell(again.line("2-1-1"), again.column("into")).value == "b"
    outcome, said = office.give(again)
    assert outcome is Outcome.FINE
    assert said[-1] == "Нових звітів немає; нічого не записано."
    again.fill("1-1-1", status="Виконано", completed="15.12.2025")
    assert office.give(again)[0] is Outcome.FINE
    assert office.progress_file.read_bytes().startswith(before)
    assert [entry.record.status.value for entry in office.measure("1-1-1").entries] == ["in-progress", "done"]


def test_giving_the_same_form_twice_adds_nothing(office):
    form = office.form()
    form.fill("1-1-1", status="Виконується")
    office.give(form)
    before = office.progress_file.read_bytes()
    assert office.give(form)[0] is Outcome.FINE
    assert office.progress_file.read_bytes() == before


def test_an_old_form_does_not_bring_an_old_state_back(office):
    first = office.form()
    first.fill("1-1-1", status="Виконується")
    office.give(first)
    old = office.form(day=date(2025, 11, 30))
    newer = office.form(day=date(2025, 12, 31))
    newer.fill("1-1-1", status="Виконано", completed="20.12.2025")
    office.give(newer)
    office.give(old)
    assert office.measure("1-1-1").entries[-1].record.status is Status.DONE


@pytest.mark.parametrize("order", [("uszn", "tsentr"), ("tsentr", "uszn")])
def test_forms_of_two_executors_make_one_state_in_any_order(office, order):
    answers = {
        "uszn": {"status": "Виконано", "completed": "20.07.2025", "spent": 5},
        "tsentr": {"status": "Виконується", "spent": 10},
    }
    forms = {body: office.form(body) for body in order}
    for body in order:
        forms[body].fill("1-1-1", **answers[body])
        assert office.give(forms[body], sure=True)[0] is Outcome.FINE
    measure = office.measure("1-1-1")
    standing = standing_of(measure)
    assert (standing.rule, standing.status) == (Rule.LEAST, Status.IN_PROGRESS)
    assert [word.executor.id for word in standing.words] == [body.id for body in measure.answering]
    assert spent_on(measure) == 15


def test_another_word_of_the_same_body_and_day_is_refused(office):
    first, second = office.form("uszn"), office.form("uszn")
    first.fill("1-1-1", status="Виконано", completed="20.07.2025")
    line = second.fill("1-1-1", status="Виконується")
    office.give(first)
    before = office.progress_file.read_bytes()
    outcome, said = office.give(second)
    assert (outcome, office.progress_file.read_bytes()) == (Outcome.PROBLEMS, before)
    assert said[0] == (
        f"filled.xlsx: аркуш «Звіт», рядок {line}, стовпець «Статус виконання»: за цей самий день (31.10.2025) від "
        "«УСЗН» уже є інший звіт: «Виконано»; дізнайтеся, який правильний, і виправте той запис у progress.yml або "
        "подайте новий звіт іншим днем"
    )


@pytest.mark.parametrize(
    ("filled", "asked"),
    [
        ({"status": "Призупинено"}, "«Призупинено» без пояснення; напишіть у коментарі, чому"),
        ({"status": "Виконано", "completed": "20.07.2019"}, "виконано 20 липня 2019 року, а план почався"),
        ({"status": "Виконується", "spent": 79300}, "чи не гривні замість тисяч"),
        ({"status": "виконано частково"}, "«виконано частково» ми розуміємо як «Виконується»; чи так?"),
        ({"status": "Виконується", "comment": "Тел. 050 123 45 67"}, "у коментарі телефон («050 123 45 67»)"),
        ({"status": "Виконується", "comment": "Пише oksana@example.org"}, "у коментарі електронна адреса"),
        ({"status": "Виконується", "comment": "Допомогла Левчук Оксана Петрівна"}, "у коментарі повне ім’я"),
    ],
)
def test_what_can_hardly_be_true_is_asked_about_before_it_is_written(office, filled, asked):
    form = office.form("uszn")
    form.fill("1-1-1", **filled)
    outcome, said = office.give(form)
    assert outcome is Outcome.PROBLEMS
    assert asked in said[0]
    assert said[-1] == UNSURE
    assert not office.progress_file.exists()
    assert office.give(form, sure=True)[0] is Outcome.FINE


@pytest.mark.parametrize("typed", ["не виконано", "Невиконано", "Не виконувалось", "0 %", "ні"])
def test_words_that_say_not_done_never_offer_done(office, typed):
    form = office.form()
    form.fill("1-1-1", status=typed)
    outcome, said = office.give(form)
    assert outcome is Outcome.PROBLEMS
    assert "«Не розпочато» чи «Виконується»?" in said[0]
    assert "«Виконано»" not in said[0]


def test_own_words_of_state_are_kept_beside_ours(office):
    form = office.form()
    form.fill("1-1-1", status="Виконано частково")
    assert office.give(form, sure=True)[0] is Outcome.FINE
    record = office.measure("1-1-1").entries[-1].record
    assert (record.status, record.status_words) == (Status.IN_PROGRESS, "Виконано частково")


def test_totals_and_signatures_under_the_table_are_passed_over_with_a_remark(office):
    form = office.form()
    form.fill("1-1-1", status="Виконується")
    last = form.sheet.max_row
    form.sheet.cell(last + 1, form.column("comment")).value = "Разом"
    form.sheet.cell(last + 1, form.column("spent")).value = 12
    form.sheet.cell(last + 3, form.column("measure")).value = "Заступниця начальника"
    outcome, said = office.give(form)
    assert outcome is Outcome.FINE
    assert f"Зверніть увагу: аркуш «Звіт», рядок {last + 1}: «12 Разом» – не захід; рядок пропущено" in said
    assert (
        f"Зверніть увагу: аркуш «Звіт», рядок {last + 3}: «Заступниця начальника» – не захід; рядок пропущено" in said
    )


def test_words_typed_into_the_columns_of_the_plan_are_asked_about(office):
    form = office.form()
    line = form.fill("1-1-1", **{"planned-date": "перенесено на 2027 рік"})
    outcome, said = office.give(form)
    assert outcome is Outcome.PROBLEMS
    assert f"рядок {line}, стовпець «Планова дата виконання»: слова плану змінено («перенесено на 2027 рік»)" in said[0]


def test_headings_pasted_once_more_are_no_row(office):
    form = office.form()
    form.fill("1-1-1", status="Виконується")
    target = form.sheet.max_row + 1
    for heading, column in form.columns.items():
        form.sheet.cell(target, column).value = heading
    assert office.give(form)[0] is Outcome.FINE


def test_a_missing_file_and_a_word_file_get_words(office, tmp_path: Path):
    with pytest.raises(UsageError, match=r"файлу «.*» немає"):
        office.give(tmp_path / "nema.xlsx")
    for name, content, words in (
        ("a.docx", b"PK\x03\x04", "пошкоджено"),
        ("a.xls", b"\xd0\xcf\x11\xe0rest", "старого формату"),
        ("a.csv", b"a;b", "не книга Excel"),
        ("a.xlsx", b"", "пошкоджено"),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        outcome, said = office.give(path)
        assert outcome is Outcome.PROBLEMS
        assert words in said[0]


def test_a_workbook_without_a_form_gets_words(office, tmp_path: Path):
    form = office.form()
    form.sheet.delete_cols(form.column("code"), 2)
    _, said = office.give(form)
    assert "не знайдено стовпця «Код заходу»" in said[0]
    assert load_workbook(tmp_path / office.folder.name / "filled.xlsx").sheetnames == ["Звіт", "Як заповнити"]


def test_a_comment_in_joined_cells_is_asked_about_as_it_stands_beside_the_first_only(office):
    form = office.form("uszn")
    first, last = form.line("1-1-1"), form.line("1-1-1-1")
    for measure in ("1-1-1", "1-1-1-1"):
        form.fill(measure, status="Виконується")
    column = form.column("comment")
    form.sheet.cell(first, column).value = "Готуємо разом."
    form.sheet.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)
    outcome, said = office.give(form)
    assert outcome is Outcome.PROBLEMS
    assert said[0] == (
        f"filled.xlsx: перевірте: аркуш «Звіт», рядки {first}–{last}, стовпець «Коментарі про виконання»: клітинки "
        "об’єднано, тому написане стоїть лише біля першого з цих заходів; роз’єднайте їх і впишіть біля кожного"
    )
    assert office.give(form, sure=True)[0] is Outcome.FINE


def test_joined_cells_that_say_nothing_or_hold_one_measure_are_not_asked_about(office):
    form = office.form("uszn")
    line = form.fill("1-1-1", status="Виконується", comment="Так")
    form.sheet.merge_cells(
        start_row=line + 1, end_row=line + 2, start_column=form.column("comment"), end_column=form.column("comment")
    )
    form.sheet.merge_cells(start_row=1, end_row=2, start_column=1, end_column=4)
    assert office.give(form)[0] is Outcome.FINE


def test_an_opendocument_table_gets_the_way_out(office, tmp_path: Path):
    path = tmp_path / "zvit.ods"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", "<a/>")
    outcome, said = office.give(path)
    assert outcome is Outcome.PROBLEMS
    assert "Файл → Зберегти як" in said[0]
