"""What the document gives no number has none anywhere: not on pages, in data, tables, feeds, calendars, forms, search."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from generator.build.recipe import assemble
from generator.commands.outcome import Outcome
from generator.commands.progress import progress
from generator.commands.report import report
from generator.rules.load import load
from generator.search import Field
from generator.search.findable import search_records
from generator.source.disk import read_files, write_files
from generator.views.commitment import Commitments
from numberless.brid import ADDRESS, FILES, IDS, NAME, SETTINGS, asset, made, plan
from project import run_plans, small_project
from staff.reporting.excel_user import ExcelUser

if TYPE_CHECKING:
    from pathlib import Path

ID = re.compile(rf"(?<![\w-])(?:{'|'.join(IDS)})(?![\w-])")
ATOM = "{http://www.w3.org/2005/Atom}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FIRST = "Засипати|Замовити|Привезти|Звітувати|Перевірити|Відкрити|Поставити"
NO_LABEL = re.compile(rf"None|(?:^|(?<=[\s>«]))[\d.]*\. (?={FIRST})", re.MULTILINE)
"""What a number that is not there would leave: a word of the program, a dot or a figure before a measure."""


class Words(HTMLParser):
    """Gathers what readers see and hear of a page: its text and the words in its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in {"script", "style", "textarea"}
        self.said += [value or "" for name, value in attrs if name in {"aria-label", "alt", "title", "data-step"}]

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in {"script", "style", "textarea"}

    def handle_data(self, data: str) -> None:
        self.said += [] if self.unseen else [data]


def spoken_of(html: str) -> str:
    words = Words()
    words.feed(html)
    return " ".join(words.said)


def invented(text: str) -> list[str]:
    return [*ID.findall(text), *NO_LABEL.findall(text)]


def test_nothing_is_wrong_with_such_a_plan() -> None:
    assert made().problems == ()


PAGES = [page for page in made().pages if page.address.startswith("kalynovyi-brid/")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.address)
def test_no_page_shows_an_id_or_an_empty_number(page) -> None:
    assert invented(ADDRESS.sub(" ", page.markdown)) == []
    assert invented(page.title) == []
    assert invented(str(page.meta.get("description", ""))) == []
    assert "]()" not in page.markdown
    assert not re.search(r"<a [^>]*>\s*</a>", page.markdown)


def page(address: str) -> str:
    return next(one.markdown for one in made().pages if one.address == f"{NAME}/{address}")


def test_measures_under_no_goal_have_a_page_that_says_it_is_ours() -> None:
    own = page("measures/")
    assert own.startswith("# Заходи поза цілями {#zakhody-poza-tsiliamy}\n")
    assert "У документі ці заходи не належать до жодної цілі; сторінку назвали ми." in own.replace("\xa0", " ")
    assert "## Звітувати перед мешканцями {#m-zvituvaty}" in own
    assert f"{NAME}/measures/embed/" in {one.address for one in made().pages}


def test_words_name_what_has_no_number_and_its_place_where_words_are_alike() -> None:
    assert '<a href="#m-pereviryty-a">«Перевірити дороги» (перший такий захід)</a>' in page("measures/")
    assert 'Посилання на цей захід<span class="visually-hidden"> «Відкрити гурток шахів»</span>' in page("2/")
    assert '<span class="level">Розділ.</span> Дороги' in page("dorohy/")
    assert "Розділ «Дороги»</span>" in page("dorohy/")


def test_the_whole_plan_prints_the_document_and_nothing_before_it() -> None:
    whole = page("")
    assert '<tbody id="goal-measures">\n<tr><th scope="row"><a href="measures/#m-zvituvaty">Звітувати' in whole
    assert '<h3 id="goal-dorohy"><a href="dorohy/">Дороги</a></h3>' in whole
    assert '<p data-step="другий захід">травень 2026 року</p>' in whole
    assert "Поза цілями" not in whole.replace("Заходи поза цілями</a></li>", "")


def test_plan_json_has_null_for_what_the_document_lacks() -> None:
    data = json.loads(asset(f"{NAME}/plan.json"))
    numbers = {measure["id"]: (measure["number"], measure["goal"]) for measure in data["measures"]}
    assert numbers["zvituvaty"] == (None, None)
    assert numbers["pryvezty"] == (None, "dorohy")
    assert numbers["2-1"] == ("2.1", "2")
    assert [(goal["id"], goal["number"]) for goal in data["goals"]] == [("dorohy", None), ("2", "2")]
    assert next(one for one in data["measures"] if one["id"] == "2-1")["also_numbered"] == ["7"]


def test_tables_leave_the_number_and_the_goal_empty() -> None:
    rows = list(csv.DictReader(io.StringIO(asset(f"{NAME}/plan.csv").decode("utf-8-sig")), delimiter=";"))
    assert [row["number"] for row in rows] == ["", "", "", "", "", "", "", "'2.1", ""]
    assert {(row["goal"], row["goal_title"], row["top_goal_title"]) for row in rows[:3]} == {("", "", "")}
    assert rows[3]["goal_title"] == "Розділ. Дороги"
    book = load_workbook(io.BytesIO(asset(f"{NAME}/plan.xlsx")))
    head, *lines = book.worksheets[0].iter_rows(values_only=True)
    column = head.index("Номер")
    assert [line[column] for line in lines] == [None] * 7 + ["2.1", None]


def test_the_schema_of_the_tables_requires_no_number_and_no_goal() -> None:
    fields = json.loads(asset("data/table-schema.json"))["fields"]
    required = {field["name"] for field in fields if field.get("constraints", {}).get("required")}
    assert required.isdisjoint({"number", "goal", "goal_title", "top_goal_title"})


@pytest.mark.parametrize("name", ["changes.xml", "kalynovyi-brid/changes.xml"])
def test_feeds_name_measures_by_their_words(name: str) -> None:
    feed = ET.fromstring(asset(name))  # noqa: S314 - our own file
    said = [node.text or "" for tag in ("title", "summary", "content") for node in feed.iter(f"{ATOM}{tag}")]
    assert "Звіт про захід «Відкрити гурток шахів», Відділ освіти: виконано 1 вересня 2026 року." in said
    assert [invented(text) for text in said if invented(text)] == []


def test_calendars_name_measures_by_their_words() -> None:
    calendar = Calendar.from_ical(asset(f"{NAME}/calendar.ics"))
    events = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    assert str(events["kalynovyi-brid.dorohy-2026.zvituvaty@hromada-plans"]["summary"]) == (
        "Строк: Звітувати перед мешканцями"
    )
    for event in events.values():
        words = str(event["description"]).replace(str(event["url"]), "")
        assert invented(f"{event['summary']} {words}") == []


def test_search_knows_printed_numbers_only() -> None:
    records = list(search_records(Commitments(made().catalogue, SETTINGS.as_of)))
    numbers = [text for record in records for field, text in record.texts if field is Field.NUMBER]
    assert numbers == ["2.1", "2"]
    assert [record.title for record in records if invented(f"{record.title} {record.context}")] == []
    assert "Заходи поза цілями" not in {text for record in records for _, text in record.texts}


@pytest.fixture
def office(tmp_path: Path) -> Path:
    write_files(tmp_path / "plans", list(FILES.items()))
    return tmp_path


def forms(office: Path, output: str) -> Path:
    said: list[str] = []
    out = office / output
    done = report(office / "plans", NAME, date(2026, 11, 1), out, None, one_file=True, output=output, say=said.append)
    assert done is Outcome.FINE, said
    return next(out.iterdir())


def test_the_excel_form_goes_out_without_numbers_and_comes_back(office: Path) -> None:
    form = ExcelUser(forms(office, "xlsx"))
    code, mark = form.column("code"), form.column("mark")
    seen = [str(cell.value) for row in form.sheet for cell in row if cell.value and cell.column not in {code, mark}]
    assert [text for text in seen if invented(text)] == []
    assert form.sheet.cell(form.line("zvituvaty"), 1).value is None
    assert form.sheet.cell(form.line("lavky"), 1).value == "Дороги"
    assert form.sheet.cell(form.line("pereviryty-b"), form.column("into")).value == (
        "«Перевірити дороги» (перший такий захід)"
    )
    form.fill("zvituvaty", status="Виконано", completed="20.10.2026")
    form.fill("pryvezty", status="Об’єднано з іншим", into="Замовити щебінь")
    said: list[str] = []
    assert progress(office / "plans", form.save(office / "filled.xlsx"), said.append) is Outcome.FINE, said
    assert not invented(" ".join(line for line in said if "стане" in line))
    (stored,) = load(read_files(office / "plans")).catalogue.plans
    assert stored.measure("zvituvaty").entries[-1].record.status.value == "done"
    assert stored.measure("pryvezty").entries[-1].into == "zamovyty"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Перевірити дороги", "слова «Перевірити дороги» мають кілька заходів"),
        ("Полагодити дах", "заходу «Полагодити дах» у плані немає"),
    ],
)
def test_words_that_name_no_single_measure_are_asked_about(office: Path, typed: str, words: str) -> None:
    form = ExcelUser(forms(office, "xlsx"))
    form.fill("hurtok", status="Об’єднано з іншим", into=typed)
    said: list[str] = []
    assert progress(office / "plans", form.save(office / "filled.xlsx"), said.append) is Outcome.PROBLEMS
    assert words in " ".join(said)


def test_the_word_form_goes_out_without_numbers(office: Path) -> None:
    with zipfile.ZipFile(forms(office, "docx")) as package:
        document = ET.fromstring(package.read("word/document.xml"))  # noqa: S314 - our own file
    seen = ["".join(node.text or "" for node in line.iter(f"{WORD}t")) for line in document.iter(f"{WORD}p")]
    seen += [node.get(f"{WORD}val", "") for name in ("alias", "tblCaption") for node in document.iter(f"{WORD}{name}")]
    assert [text for text in seen if invented(text)] == []
    assert "Розділ Дороги" in seen
    assert "Заходи поза цілями" not in seen
    assert "Статус: захід «Відкрити гурток шахів»" in seen


def test_plan_of_measures_alone_speaks_of_no_goals() -> None:
    bare = FILES[f"{NAME}/plan.yml"].decode().partition("goals:")[0]
    files = {**FILES, f"{NAME}/plan.yml": bare.encode(), f"{NAME}/progress.yml": b"entries: []\n"}
    loaded = load(files)
    assert loaded.problems == []
    (only,) = loaded.catalogue.plans
    assert [goal.record.title for goal in only.all_pages()] == ["Заходи плану"]
    assert list(only.all_goals()) == []
    assert len(list(only.all_measures())) == 3
    pages = {one.address: one.markdown.replace("\xa0", " ") for one in assemble(files, SETTINGS).pages}
    assert "У плані 3 заходи." in pages["kalynovyi-brid/"]
    assert "<h2" not in pages[f"{NAME}/"].split('class="for-staff')[0]
    assert pages[f"{NAME}/measures/"].startswith("# Заходи плану {#zakhody-planu}\n")


def test_linked_data_gives_a_place_only_to_printed_numbers() -> None:
    nodes = {one.address: str(one.meta.get("jsonld", "")) for one in made().pages}
    assert '"position":"2"' in nodes[f"{NAME}/2/"]
    assert '"name":"Розділ. Дороги","inLanguage"' in nodes[f"{NAME}/dorohy/"]
    assert '"name":"Заходи поза цілями","inLanguage"' in nodes[f"{NAME}/measures/"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "id: lavky, ",
            "id: 1-2, ",
            "«Поставити лавки: • біля пошти; • у сквері»: ідентифікатор «1-2» схожий на номер",
        ),
        ("id: lavky, ", "", "«Поставити лавки: • біля пошти; • у сквері»: немає ні номера, ні id; впишіть number"),
        ("id: lavky, ", "id: hurtok, ", "ідентифікатор «hurtok» уже є в рядку"),
        ("id: lavky, ", "id: measures, ", "ідентифікатор «measures» зайнятий адресою сайту"),
    ],
)
def test_an_id_is_asked_for_and_may_not_look_like_a_number(old: str, new: str, words: str) -> None:
    text = FILES[f"{NAME}/plan.yml"].decode().replace(old, new)
    problems = [str(problem) for problem in load({**FILES, f"{NAME}/plan.yml": text.encode()}).problems]
    assert any(words in problem for problem in problems), problems


@pytest.mark.site
def test_the_site_shows_no_invented_number(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    write_files(project / "plans", list(FILES.items()))
    done = run_plans("build", "--site-dir", "site", cwd=project, PLANS_CACHE=str(tmp_path / "cache"))
    assert done.returncode == 0, done.stdout + done.stderr
    built = sorted((project / "site/kalynovyi-brid").rglob("*.html"))
    assert len(built) >= 15
    for file in built:
        assert invented(ADDRESS.sub(" ", spoken_of(file.read_text(encoding="utf-8")))) == [], file
    assert "Заходи поза цілями" in (project / f"site/{NAME}/measures/index.html").read_text(encoding="utf-8")
    assert plan().measure("zvituvaty").called == "«Звітувати перед мешканцями»"


def test_a_level_that_the_document_does_not_name_gets_no_word_of_it() -> None:
    files = {**FILES, f"{NAME}/plan.yml": FILES[f"{NAME}/plan.yml"].replace("    kind: Розділ\n".encode(), b"")}
    found = load(files)
    assert found.problems == load(FILES).problems
    first, second = found.catalogue.plans[0].all_goals()
    assert (first.level, first.heading, first.name) == ("", "Дороги", "Частина «Дороги»")
    assert (second.level, second.heading, second.in_sentence) == ("2.", "2. Школи", "частина 2")
    site = assemble(files, SETTINGS)
    pages = {one.address: one.markdown.replace("\xa0", " ") for one in site.pages}
    assert pages[f"{NAME}/dorohy/"].startswith("# Дороги {#dorohy}\n")
    assert [address for address, text in pages.items() if "Розділ " in text or "None" in text] == []
    data = json.loads(next(one.content for one in site.assets if one.address == f"{NAME}/plan.json"))
    assert [goal["kind"] for goal in data["goals"]] == [None, None]
    assert "У плані 2 частини" in pages["kalynovyi-brid/"]
