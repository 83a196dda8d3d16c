"""A plan kept at the desk: fields, rows, what they take along, what goes back, what is handed over."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.records.plan import PlanRecord
from generator.staff.workplace import desk as desk_module
from generator.staff.workplace.fields import all_fields, label_of
from generator.staff.workplace.preview import _EXTENSIONS
from project import ROOT
from staff.workplace.asking import TODAY, Asked, given

NIZHYN = "nizhyn/social-services-2025"
FILE = f"plans/{NIZHYN}/plan.yml"
PLANS = given(ROOT / "plans")
MEASURE = ["goals", 0, "goals", 0, "measures", 0]


@pytest.fixture
def asked() -> Asked:
    found = Asked()
    found.done("open", files=PLANS, today=TODAY, plan=NIZHYN)
    return found


def diff(asked: Asked, path: str = FILE) -> list[str]:
    """Return the lines that changed, with their sign."""
    files = {one["path"]: one["diff"] for one in asked.done("changes")["files"]}
    return [line for line in files.get(path, "").split("\n")[2:] if line[:1] in {"+", "-"}]


def field(asked: Asked, at: list[Any]) -> dict[str, Any]:
    table = asked.done("table")["table"]
    rows = [one for row in table["rows"] for one in row["fields"]]
    return next(one for one in all_fields([*table["about"], *rows]) if one["at"] == at)


def test_every_plan_opens_as_a_table_of_all_it_holds(asked: Asked) -> None:
    for plan in asked.done("open", files=PLANS, today=TODAY)["plans"]:
        table = asked.done("choose", plan=plan["plan"])["table"]
        data = yaml.safe_load(PLANS[plan["path"]])
        rows = [one for row in table["rows"] for one in row["fields"]]
        shown = {tuple(one["at"]) for one in all_fields([*table["about"], *rows]) if one["is_set"]}
        assert leaves(data, ()) <= shown
        assert {name for name, known in PlanRecord.model_fields.items() if known} - {"goals", "measures"} == {
            one["name"] for one in table["about"]
        }
        assert all(re.search("[а-яіїєґ]", one["label"]) for one in [*table["about"], *rows])


def test_a_field_is_called_by_what_opens_its_description(asked: Asked) -> None:
    row = next(one for one in asked.done("table")["table"]["rows"] if one["at"] == MEASURE)
    assert [one["label"] for one in row["fields"] if one["main"]] == [
        "Номер", "Текст заходу", "Коротка назва від нас", "Строк", "Виконавці", "Теми",
    ]  # fmt: skip
    assert row["fields"][3]["help"] == "Текст заходу, слово в слово; рядки переліку лишаються рядками."
    for text, label in (
        ("Так, якщо в документі сказано «за згодою».", "В документі сказано «за згодою»"),
        ("Дата акта, РРРР-ММ-ДД.", "Дата акта"),
        (
            "Слово, спільне для планів, укладених за одним зразком (від нас).",
            "Слово, спільне для планів, укладених за одним зразком",
        ),
    ):
        assert label_of(text) == label


def leaves(data: Any, at: tuple[Any, ...]) -> set[tuple[Any, ...]]:
    """Paths of all values of a file; lists of topics and of what is absent are one value."""
    if at and at[-1] in {"topics", "absent"}:
        return {at}
    if isinstance(data, dict):
        return {path for key, value in data.items() for path in leaves(value, (*at, key))}
    if isinstance(data, list):
        return {path for index, value in enumerate(data) for path in leaves(value, (*at, index))}
    return {at}


def test_the_file_comes_back_byte_for_byte(asked: Asked) -> None:
    assert asked("files")["files"] == PLANS
    assert asked("state")["message"] == "Робоче місце не знає дії «state»."


def test_a_term_is_read_as_its_page_says_it(asked: Asked) -> None:
    told = asked.done("set", at=[*MEASURE, "term"], value=" травень -  червень 2025 ")
    cell = next(one for one in told["row"]["fields"] if one["name"] == "term")
    assert (cell["value"], cell["reading"]) == (
        "травень - червень 2025",
        "Ми розуміємо так: з 1 травня до 30 червня 2025 року.",
    )
    assert diff(asked) == ["-            term: травень-липень 2025", "+            term: травень - червень 2025"]
    assert told["state"]["can_undo"] == "Змінено поле «Строк» (захід 1.1.1)"
    assert told["state"]["changed"] == [FILE]
    live = asked.done("term", text="протягом року")
    assert (live["reading"], live["dates"]["end"]) == (
        "Ми розуміємо так: з 1 січня до 31 грудня 2025 року.",
        "2025-12-31",
    )


def test_a_message_stands_at_its_field_and_goes_when_it_is_mended(asked: Asked) -> None:
    told = asked.done("set", at=[*MEASURE, "executors", 1], value="УСЗНН")
    said = [one for one in told["problems"] if one["severity"] == "error"]
    assert [(one["at"], one["said"]) for one in said] == [
        ([*MEASURE, "executors", 1], "невідомий виконавець «УСЗНН»; можливо, «УСЗН»")
    ]
    told = asked.done("set", at=[*MEASURE, "executors", 1], value="УСЗН")
    assert [one for one in told["problems"] if one["severity"] == "error"] == []
    assert told["state"]["changed"] == []


def test_a_removed_field_says_what_is_missing_at_its_row(asked: Asked) -> None:
    told = asked.done("set", at=[*MEASURE, "text"], value="")
    said = [one for one in told["problems"] if one["severity"] == "error"]
    assert said[0]["at"] == MEASURE
    assert said[0]["said"].startswith("бракує обов’язкового поля «text»")
    assert told["row"]["fields"][3]["value"] is None


def test_whoever_has_more_than_a_name_keeps_it(asked: Asked) -> None:
    asked.done("set", at=[*MEASURE, "executors", 1, "by_consent"], value=True)
    assert diff(asked) == ["-              - УСЗН", "+              - name: УСЗН", "+                by_consent: true"]
    asked.done("set", at=[*MEASURE, "executors", 1], value="ЦНАП")
    assert "+              - name: ЦНАП" in diff(asked)
    asked.done("set", at=[*MEASURE, "executors", 1, "by_consent"], value=False)
    assert diff(asked) == ["-              - УСЗН", "+              - name: ЦНАП"]


def test_days_numbers_topics_and_maps_are_what_the_file_needs(asked: Asked) -> None:
    asked.done("set", at=["act", "date"], value="2025-05-17")
    asked.done("set", at=[*MEASURE, "topics"], value=["residents", "children"])
    asked.done("set", at=["period", "text"], value="2025 рік")
    asked.done("set", at=[*MEASURE, "funding", "total"], value="160,0")
    at = asked.done("add", at=[*MEASURE, "other"], name="Ризик: малий", value="Брак коштів")["at"]
    assert at == [*MEASURE, "other", "Ризик: малий"]
    at = asked.done("add", at=[*MEASURE, "funding", "by_year"], name="2025", value="160,0")["at"]
    assert field(asked, at)["value"] == "160,0"
    added = [line[1:].strip() for line in diff(asked) if line.startswith("+")]
    assert added == [
        'text: "2025 рік"', "date: 2025-05-17", "funding:", 'total: "160,0"', 'by_year: {2025: "160,0"}', "other:",
        '"Ризик: малий": Брак коштів', "topics: [residents, children]",
    ]  # fmt: skip


def test_a_field_that_no_record_has_is_refused(asked: Asked) -> None:
    assert asked.refused("set", at=[*MEASURE, "easy", "text"], value=["Так"]) == "Поля «text» тут не буває."
    assert "немає" in asked.refused("set", at=["name"], value="x", path="plans/nema/plan.yml")
    assert "як текст" in asked.refused("set", at=["name"], value="x", path="plans/addresses.txt")


def test_undo_goes_back_to_the_very_bytes_and_redo_forth(asked: Asked) -> None:
    for number in range(1, 4):
        asked.done("set", at=[*MEASURE, "short"], value=f"Коротко {number}")
    for number in (2, 1):
        asked.done("undo")
        assert field(asked, [*MEASURE, "short"])["value"] == f"Коротко {number}"
    asked.done("redo")
    assert field(asked, [*MEASURE, "short"])["value"] == "Коротко 2"
    asked.done("undo")
    asked.done("undo")
    assert asked("files")["files"] == PLANS
    assert asked.refused("undo") == "Нічого скасовувати: змін ще не було."
    asked.done("set", at=[*MEASURE, "short"], value="Інше")
    assert asked.refused("redo") == "Нічого повертати: нічого не скасовано."


def test_line_ends_and_the_mark_at_the_start_stay() -> None:
    asked = Asked()
    windows = "\ufeff" + PLANS[FILE].replace("\n", "\r\n")
    asked.done("open", files={**PLANS, FILE: windows}, today=TODAY, plan=NIZHYN)
    asked.done("set", at=[*MEASURE, "term"], value="до 1 червня 2025 року")
    assert asked.text(FILE) == windows.replace("term: травень-липень 2025", "term: до 1 червня 2025 року", 1)
    mixed = PLANS[FILE].replace("\n", "\r\n", 3)
    asked.done("open", files={**PLANS, FILE: mixed}, today=TODAY, plan=NIZHYN)
    assert "змішано кінці рядків" in asked.refused("set", at=[*MEASURE, "term"], value="постійно")
    assert asked.text(FILE) == mixed
    asked.done("write", path=FILE, text=mixed)
    asked.done("set", at=[*MEASURE, "term"], value="постійно")


def test_a_file_that_is_no_yaml_is_shown_as_text_and_mended_there(asked: Asked) -> None:
    told = asked.done("write", path=FILE, text=PLANS[FILE].replace("name: План", 'name: "План'))
    assert told["table"]["unreadable"]
    assert told["table"]["text"].startswith("# yaml-language-server")
    assert "лапки" in next(one["said"] for one in told["problems"] if one["severity"] == "error")
    assert "не читається як YAML" in asked.refused("set", at=["name"], value="x")
    assert not asked.done("write", path=FILE, text=PLANS[FILE])["table"]["unreadable"]


def test_a_measure_moves_with_its_address_told_and_back_without_a_trace(asked: Asked) -> None:
    to = ["goals", 0, "goals", 1, "measures"]
    dry = asked.done("move", at=MEASURE, to=to, dry=True)
    assert [one["said"] for one in dry["consequences"]] == [
        f"Адреса {NIZHYN}/1-1/#m-1-1-1 тепер {NIZHYN}/1-2/#m-1-1-1; зі старої вестиме нова, це вписано до redirects.yml."
    ]
    assert asked("files")["files"] == PLANS
    told = asked.done("move", at=MEASURE, to=to, before=0)
    assert told["at"] == [*to, 0]
    assert f"  - old: {NIZHYN}/1-1/#m-1-1-1\n    new: {NIZHYN}/1-2/#m-1-1-1\n    how: moved\n" in asked.text(
        "plans/redirects.yml"
    )
    assert [one["whole"] for one in asked.done("check", all=True)["problems"] if one["severity"] == "error"] == []
    asked.done("move", at=[*to, 0], to=MEASURE[:-1], before=0)
    assert asked.text("plans/redirects.yml") == PLANS["plans/redirects.yml"]
    assert asked.text(FILE) == PLANS[FILE]
    assert asked.done("changes")["files"] == []


def test_a_measure_goes_only_where_measures_stand(asked: Asked) -> None:
    assert "Ціль можна перенести лише до цілей" in asked.refused("move", at=MEASURE, to=["goals"])
    assert "немає; оновіть" in asked.refused("move", at=["goals", 99], to=["goals"])
    told = asked.done("move", at=[*MEASURE[:-1], 1], to=MEASURE[:-1], before=0)
    assert (told["at"], told["consequences"]) == ([*MEASURE[:-1], 0], [])


def test_what_was_published_is_removed_only_with_a_reason(asked: Asked) -> None:
    why = asked.refused("remove", at=MEASURE)
    assert why.startswith(f"Це вже опубліковано ({NIZHYN}/1-1/#m-1-1-1), а адреси лишаються назавжди.")
    asked.done("remove", at=MEASURE, reason="рядок повторено помилково")
    assert "withdrawn:\n  - old: " in asked.text("plans/redirects.yml")
    assert [one["whole"] for one in asked.done("check", all=True)["problems"] if one["severity"] == "error"] == []
    asked.done("undo")
    assert asked("files")["files"] == PLANS


def test_a_new_number_takes_its_address_along(asked: Asked) -> None:
    told = asked.done("set", at=[*MEASURE, "number"], value="1.1.9")
    assert f"{NIZHYN}/1-1/#m-1-1-1 тепер {NIZHYN}/1-1/#m-1-1-9" in told["consequences"][0]["said"]
    assert [one["whole"] for one in asked.done("check", all=True)["problems"] if one["severity"] == "error"] == []


def test_a_new_measure_asks_for_what_it_lacks(asked: Asked) -> None:
    told = asked.done("add", at=MEASURE[:-1], before=1)
    assert told["at"] == [*MEASURE[:-1], 1]
    assert diff(asked) == ['+          - text: "ЗАПОВНІТЬ: текст заходу, як у документі"']
    assert any(one["task"] and one["at"] == [*told["at"], "text"] for one in told["problems"])
    asked.done("remove", at=told["at"])
    assert asked("files")["files"] == PLANS


def test_a_new_item_of_any_list_is_sound_or_says_what_it_lacks(asked: Asked) -> None:
    """«Додати» on every list that a plan has, one by one: nothing is broken, and what is left is told at the item."""
    table = asked.done("table")["table"]
    measure = next(row for row in table["rows"] if row["at"] == MEASURE)
    lists = [one for one in all_fields([*table["about"], *measure["fields"]]) if one["input"] == "list"]
    assert len(lists) > 15
    for one in lists:
        before = asked.text(FILE)
        told = asked.done("add", at=one["at"])
        places = [said["at"] for said in told["problems"] if said["at"]]
        here = [at for at in places if at[: len(one["at"])] == one["at"] or one["at"][: len(at)] == at]
        assert here, one["at"]
        asked.done("undo")
        assert asked.text(FILE) == before


def test_executors_are_found_by_what_is_typed_and_new_ones_entered(asked: Asked) -> None:
    told = asked.done("executors", text="центр")
    found = [one["label"] for one in told["bodies"]]
    assert found[0] == "Центр соціальних служб"
    assert {"Територіальний центр", "ЦНАП"} <= set(found)
    assert "УСЗН" not in found
    assert asked.done("executors", text="УСЗН")["exact"]
    assert asked.done("executors", text="УСЗНН")["message"].endswith("можливо, «УСЗН»")
    assert "у реєстрі вже є" in asked.refused("body", name="УСЗН")
    told = asked.done("body", name="Відділ молодіжної політики", short_name="Відділ молоді")
    assert told["id"] == "viddil-molodizhnoi-polityky"
    assert diff(asked, "plans/nizhyn/community.yml") == [
        "+  - id: viddil-molodizhnoi-polityky", "+    name: Відділ молодіжної політики", "+    short_name: Відділ молоді",
    ]  # fmt: skip
    told = asked.done("add", at=[*MEASURE, "executors"], value="Відділ молоді")
    assert [one for one in told["problems"] if one["severity"] == "error"] == []


def test_the_preview_is_the_page_of_the_site(asked: Asked) -> None:
    asked.done("set", at=[*MEASURE, "short"], value="Показати <b>людям</b> аналіз")
    told = asked.done("preview", at=MEASURE)
    assert (told["address"], told["anchor"]) == (f"{NIZHYN}/1-1/", "m-1-1-1")
    assert "Показати &lt;b&gt;людям&lt;/b&gt; аналіз" in told["html"]
    assert "<script" not in told["html"]
    assert asked.done("preview")["address"] == f"{NIZHYN}/"
    asked.done("set", at=[*MEASURE, "text"], value=None)
    assert "не лишиться помилок" in asked.refused("preview", at=MEASURE)


def test_the_preview_reads_markdown_as_the_site_does() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("markdown_extensions:")[1].split("\n\n")[0]
    assert re.findall(r"- (\w+)", settings) == _EXTENSIONS


def test_what_is_handed_over_is_told_in_plain_words(asked: Asked) -> None:
    assert asked.refused("zip") == "Змін немає, тож і завантажувати нічого."
    asked.done("set", at=[*MEASURE, "term"], value="до 1 червня 2025 року")
    asked.done("set", at=[*MEASURE, "short"], value="Показати *аналіз* @людям [тут](x)")
    told = asked.done("changes")
    assert told["title"] == f"{NIZHYN}: 2 зміни"
    assert "- Змінено строк заходу 1.1.1: було «травень-липень 2025», стало «до 1 червня 2025 року».\n" in told["body"]
    assert r"стало «Показати \*аналіз\* \@людям \[тут\](x)»" in told["body"]
    packed = Path(asked.done("zip")["file"])
    with zipfile.ZipFile(io.BytesIO(packed.read_bytes())) as archive:
        assert archive.namelist() == [FILE]
        assert archive.read(FILE).decode() == asked.text(FILE)
    asked.done("saved")
    assert asked.done("changes")["files"] == []
    asked.done("undo")
    assert [one["path"] for one in asked.done("changes")["files"]] == [FILE]


def test_every_answer_of_the_contract_is_given() -> None:
    """What the docstring lists is what the desk does."""
    listed = re.findall(r"^    ([a-z]+)(?:, ([a-z]+))? +\{", str(desk_module.__doc__), re.MULTILINE)
    assert {name for pair in listed for name in pair if name} == set(desk_module._DOING)


def test_the_desk_needs_nothing_that_a_browser_lacks() -> None:
    blocked = ("mkdocs", "material", "lxml", "typst", "click", "icalendar", "segno", "PIL")
    late = ("openpyxl", "jinja2")
    code = (
        f"import sys\nfor name in {blocked}: sys.modules[name] = None\n"
        "from generator.staff.workplace.desk import answer\n"
        f"print(sorted(name for name in {late} if name in sys.modules))\n"
        "from generator.staff.workplace import importing, preview, reports, starting\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_nothing_is_added_to_what_is_no_list(asked: Asked) -> None:
    assert asked.refused("add", at=[]) == "Сюди нічого не додати: це не список. Оновіть таблицю."


def test_the_desk_starts_without_what_only_some_requests_need() -> None:
    ask = "import sys, generator.staff.workplace.desk; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    late = ("generator.staff.importer", "generator.staff.reporting", "openpyxl", "jinja2")
    assert [name for name in told.split() if name.startswith(late)] == []
