"""`plans new` and `plans import` as a person runs them."""

import json
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.commands.new import Wanted, new
from generator.commands.outcome import Outcome
from staff.scaffold.running import run_plans
from staff.scaffold.small_plan import plan_docx

TODAY = date(2026, 11, 22)


@pytest.fixture
def word_file(tmp_path):
    file = tmp_path / "план.docx"
    file.write_bytes(plan_docx())
    return file


def silent(_):
    pass


def files_below(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def made(tmp_path, *arguments):
    done = run_plans("new", "pryluky", *arguments, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return done


def test_new_writes_a_skeleton_that_passes_and_says_what_is_next(tmp_path):
    done = made(tmp_path, "--short-name", "Прилуки", "--period-start", "01.02.2026", "--period-end", "2027-12-31")
    assert set(files_below(tmp_path / "plans")) == {
        "pryluky/community.yml",
        "pryluky/plan-2026-2027/plan.yml",
        "pryluky/plan-2026-2027/progress.yml",
        "pryluky/plan-2026-2027/texts/01-act.md",
    }
    assert "plans import ФАЙЛ.docx --community pryluky --plan plan-2026-2027" in done.stdout
    checked = run_plans("check", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout


def test_new_never_overwrites(tmp_path):
    made(tmp_path)
    before = files_below(tmp_path)
    for arguments in (("pryluky",), ("pryluky", "--plan", next((tmp_path / "plans/pryluky").glob("plan-*")).name)):
        done = run_plans("new", *arguments, cwd=tmp_path)
        assert done.returncode == 2
        assert "уже є" in done.stderr
    assert files_below(tmp_path) == before


def test_new_adds_a_second_plan_to_a_community(tmp_path):
    made(tmp_path)
    before = files_below(tmp_path)
    made(tmp_path, "--plan", "children-2027", "--title", "Програма «Діти»")
    after = files_below(tmp_path)
    assert before.items() <= after.items()
    assert "plans/pryluky/children-2027/plan.yml" in after


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["Прилуки"], "можливо, «pryluky»"),
        (["Pryluky"], "можливо, «pryluky»"),
        (["search"], "адреса самого сайту"),
        (["pryluky", "--plan", "data"], "адреса самого сайту"),
        (["pryluky", "--plan", "План"], "малі латинські"),
        (["pryluky", "--plan", "../x"], "малі латинські"),
        (["pryluky", "--template", "A b"], "малі латинські"),
        (["pryluky", "--period-start", "30.02.2026"], "не дата"),
        (["pryluky", "--period-end", "колись"], "не дата"),
        (["pryluky", "--period-start", "2027-01-01", "--period-end", "2026-01-01"], "раніше"),
        (["?"], "не може бути"),
    ],
)
def test_new_refuses_in_words_and_writes_nothing(tmp_path, arguments, words):
    done = run_plans("new", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert words in done.stderr
    assert files_below(tmp_path) == {}


def test_new_asks_for_what_is_missing(tmp_path):
    answers = {
        "Ідентифікатор": ["Прилуки", ""],
        "Потрібні малі": [""],
        "Повна назва громади": ["Прилуцька міська територіальна громада"],
        "Коротка назва": [""],
        "Область": ["Чернігівська область"],
        "Повна назва плану": [""],
        "Перший день": ["31.02.2026"],
        "«31.02.2026» – не дата": ["2026-03-01"],
        "Останній день": [""],
        "Тека плану": [""],
    }

    def ask(question, default):
        start = next(start for start in answers if question.startswith(start))
        return answers[start].pop(0) or default

    assert new(Wanted("Прилуки"), tmp_path, TODAY, ask, silent) is Outcome.FINE
    community = (tmp_path / "pryluky/community.yml").read_text(encoding="utf-8")
    assert "short_name: Прилуки\n" in community
    assert "name: Прилуцька міська територіальна громада\n" in community
    assert "start: 2026-03-01" in (tmp_path / "pryluky/plan-2026/plan.yml").read_text(encoding="utf-8")


def test_new_does_not_ask_for_what_was_given(tmp_path):
    wanted = Wanted("pryluky", "Н", "Н", "О", "p", "Т", "2026-01-01", "2026-12-31")
    assert new(wanted, tmp_path, TODAY, lambda question, _: pytest.fail(question), silent) is Outcome.FINE


def test_new_then_import_then_check_and_build(tmp_path, word_file):
    made(tmp_path, "--short-name", "Прилуки")
    done = run_plans("import", word_file.name, "--community", "pryluky", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "таблиця 1, рядок 1" in done.stdout
    plan = next((tmp_path / "plans/pryluky").glob("*/plan.yml")).read_text(encoding="utf-8")
    assert plan.startswith("# yaml-language-server: $schema=")
    assert "title: Програма підтримки родин на 2026–2027 роки\n" in plan
    assert "Відкрити приймальню" in plan
    community = (tmp_path / "plans/pryluky/community.yml").read_text(encoding="utf-8")
    assert "  - id: uszn\n    name: УСЗН\n" in community
    checked = run_plans("check", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout


def test_import_without_a_skeleton_makes_the_plan_and_adds_new_executors(tmp_path, word_file):
    folder = tmp_path / "plans/pryluky"
    folder.mkdir(parents=True)
    community = (
        "name: П\nshort_name: П\noblast: О\nexecutors:\n  - id: uszn\n    name: Управління\n    short_name: УСЗН\n"
    )
    (folder / "community.yml").write_text(community, encoding="utf-8")
    done = run_plans("import", word_file.name, "--community", "pryluky", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    added = "  - id: tsentr-sotsialnykh-sluzhb\n    name: Центр соціальних служб\n"
    assert "вписано нових: 1 виконавець" in done.stdout
    assert (folder / "community.yml").read_text(encoding="utf-8") == community + added
    assert run_plans("check", cwd=tmp_path).returncode == 0


def test_import_shows_new_executors_where_the_registry_is_written_in_brackets(tmp_path, word_file):
    folder = tmp_path / "plans/pryluky"
    folder.mkdir(parents=True)
    community = "name: П\nshort_name: П\noblast: О\nexecutors: [{id: uszn, name: УСЗН}]\n"
    (folder / "community.yml").write_text(community, encoding="utf-8")
    done = run_plans("import", word_file.name, "--community", "pryluky", cwd=tmp_path)
    assert "  - id: tsentr-sotsialnykh-sluzhb\n    name: Центр соціальних служб\n" in done.stdout
    assert (folder / "community.yml").read_text(encoding="utf-8") == community
    draft = (folder / "plan-2026-2027/plan.yml").read_text(encoding="utf-8")
    assert "#  - id: tsentr-sotsialnykh-sluzhb" in draft


def test_import_never_touches_a_plan_that_has_something(tmp_path, word_file):
    made(tmp_path)
    assert run_plans("import", word_file.name, "--community", "pryluky", cwd=tmp_path).returncode == 0
    before = files_below(tmp_path)
    own = next((tmp_path / "plans/pryluky").glob("*/plan.yml"))
    for where in ([], ["--plan", own.parent.name], ["--out", str(own)], ["--format", "json", "--out", str(own)]):
        done = run_plans("import", word_file.name, "--community", "pryluky", *where, cwd=tmp_path)
        assert done.returncode == 2, where
        assert re.search("[ув]же є", done.stderr)
    assert files_below(tmp_path) == before


def test_import_prints_json_and_nothing_else(tmp_path, word_file):
    done = run_plans("import", word_file.name, "--format", "json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    assert [measure["number"] for measure in data["measures"]] == ["1.1.1", "1.1.2"]
    assert data["measures"][0]["executors"] == ["УСЗН", "Центр соціальних служб"]
    assert done.stderr == ""
    assert set(files_below(tmp_path)) == {word_file.name}


@pytest.mark.parametrize("where", [[], ["--out", "-"]])
def test_import_without_a_place_shows_the_draft_and_remarks_apart(tmp_path, word_file, where):
    done = run_plans("import", word_file.name, *where, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("# Чернетка плану")
    assert "Погляньте самі" in done.stderr
    assert "Погляньте самі" not in done.stdout
    assert set(files_below(tmp_path)) == {word_file.name}


def test_import_to_a_file_of_ones_own_leaves_the_community_alone(tmp_path, word_file):
    made(tmp_path)
    before = files_below(tmp_path)
    done = run_plans("import", word_file.name, "--community", "pryluky", "--out", "чернетка.yml", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    after = files_below(tmp_path)
    assert after.pop("чернетка.yml").decode().startswith("# Чернетка")
    assert after == before


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["nemaie.docx"], 2, "немає"),
        (["plan.docx", "--community", "prilyky"], 2, "можливо, «pryluky»"),
        (["plan.docx", "--plan", "x"], 2, "--community"),
        (["plan.docx", "--community", "pryluky", "--plan", "Ой"], 2, "малі латинські"),
        (["empty.docx", "--community", "pryluky"], 1, "не знайдено"),
        (["broken.docx"], 1, "пошкоджено"),
    ],
)
def test_import_refuses_in_words_and_writes_nothing(tmp_path, arguments, status, words):
    made(tmp_path)
    (tmp_path / "plan.docx").write_bytes(plan_docx())
    (tmp_path / "broken.docx").write_bytes(plan_docx()[:300])
    with zipfile.ZipFile(tmp_path / "plan.docx") as whole, zipfile.ZipFile(tmp_path / "empty.docx", "w") as empty:
        for name in whole.namelist():
            text = whole.read(name)
            start, end = text.find(b"<w:tbl>"), text.rfind(b"</w:tbl>")
            empty.writestr(name, text if start < 0 else text[:start] + text[end + 8 :])
    before = files_below(tmp_path)
    done = run_plans("import", *arguments, cwd=tmp_path)
    assert (done.returncode, "Traceback" in done.stderr) == (status, False)
    assert words in done.stderr
    assert files_below(tmp_path) == before


def test_what_cannot_be_written_is_said_in_words(tmp_path):
    Path(tmp_path, "plans").write_text("", encoding="utf-8")
    done = run_plans("new", "pryluky", "--plans-dir", "plans/x", cwd=tmp_path)
    assert done.returncode == 2
    assert "Не вдалося прочитати чи записати «plans/x/pryluky»: на шляху стоїть файл, а потрібна тека." in done.stderr


def test_import_of_a_file_without_a_plan_ends_with_one_for_people_and_programs(tmp_path):
    book = Workbook()
    book.active.append(["Показник", "Значення"])
    book.active.append(["Отримувачів", 12])
    book.save(tmp_path / "дані.xlsx")
    for form in ([], ["--format", "json"], ["--format", "json", "--out", "made.json"]):
        done = run_plans("import", "дані.xlsx", *form, cwd=tmp_path)
        assert done.returncode == 1, form
    assert json.loads((tmp_path / "made.json").read_text(encoding="utf-8"))["measures"] == []


def test_import_by_a_map_of_columns(tmp_path):
    book = Workbook()
    book.active.append(["Що", "Коли", "Хто"])
    book.active.append(["Ремонт", "2026", "УЖКГ"])
    book.save(tmp_path / "план.xlsx")
    done = run_plans("import", "план.xlsx", "--columns", "A=measure, B=term, C=lead", "--format", "json", cwd=tmp_path)
    assert json.loads(done.stdout)["measures"][0]["participants"][0]["role"] == "lead"
    refused = run_plans("import", "план.xlsx", "--columns", "A=mesure", cwd=tmp_path)
    assert refused.returncode == 2
    assert "«mesure» – не роль стовпця" in refused.stderr
