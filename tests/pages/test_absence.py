"""An empty field is no fact about the document: only `absent` or a note prints a sentence that something is not there."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from functools import cache

import pytest

from generator.build.recipe import assemble
from generator.model.settings import Settings
from generator.rules.load import load
from generator.staff.reporting.form import NO_EXECUTOR, make_forms, planned_date

COMMUNITY = (
    "name: Зеленівська громада\nshort_name: Зеленівка\noblast: Київська область\nexecutors: [{id: khor, name: Хор}]\n"
)
PLAN = """title: План дій
name: План дій
{said}goals:
  - number: "1"
    kind: Ціль
    title: Музика
    measures:
      - {{number: "1.1", text: Співати}}
      - number: "1.2"
        text: Грати
        steps: [{{number: 1.2.1, text: Знайти скрипку}}]
"""
ALL = "absent: [act, period, executors, term, indicators, funding]\n"
_LACKS = r"\b(?:немає|не назива\w+|не назван\w+|не зазначено|не надруковано)\b"
_SENTENCE = re.compile(r"[^.<>\n]+")
_OF_ABSENCE = re.compile(
    rf"\b(?:документ\w*|план\w*|файл\w*)\b.*{_LACKS}|{_LACKS}.*\b(?:документ\w*|файл\w*)\b"
    "|Строку не зазначено|строку не названо"
)
OF_THE_SITE = (
    "Строків, які ще не минули", "Найближчих строків", "На цей квартал строків", "у документах їх немає",
    "опублікованих планів прямо", "плани громад", "ці пояснення", "теми визначили", "цієї громади на сайті",
)  # fmt: skip
"""Sentences about what the published plans hold together, or about our own words."""


def files(said):
    return {"zelenivka/community.yml": COMMUNITY.encode(), "zelenivka/plan/plan.yml": PLAN.format(said=said).encode()}


def of_absence(text):
    """Return the sentences of a text that say that a document, plan or file lacks something."""
    lacking = (one for one in _SENTENCE.findall(text) if "не" in one)
    return [one for one in lacking if _OF_ABSENCE.search(one)]


@cache
def sentences(said):
    site = assemble(files(said), Settings(date(2026, 11, 22)), drafts=True)
    assert not site.failed, site.problems
    own = [page for page in site.pages if page.address.startswith("zelenivka/")]
    assert any(page.address == "zelenivka/plan/1/" for page in own)
    found = {" ".join(one.split()) for text in told_beside_pages(site).values() for one in of_absence(text)}
    for page in own:
        text = re.sub(r'<aside class="notice" aria-label="Чернетка">.*?</aside>', "", page.markdown, flags=re.DOTALL)
        found |= {" ".join(one.split()) for one in of_absence(text.replace("\N{NO-BREAK SPACE}", " "))}
    return {one for one in found if not any(words.casefold() in one.casefold() for words in OF_THE_SITE)}


def told_beside_pages(site):
    """What calendars, feeds, tables, data and search hold, unpacked and unfolded, by address."""
    told = {}
    for asset in site.assets:
        if asset.address.endswith(".xlsx"):
            with zipfile.ZipFile(io.BytesIO(asset.content)) as book:
                told[asset.address] = "\n".join(book.read(name).decode() for name in sorted(book.namelist()))
        elif asset.address.endswith((".ics", ".xml", ".csv", ".json", ".txt", ".js", ".svg")):
            told[asset.address] = asset.content.decode().replace("\r\n ", "").replace("\N{NO-BREAK SPACE}", " ")
    return told


@pytest.mark.site
def test_the_walk_beside_pages_sees_what_files_say_once_it_is_said():
    site = assemble(files(ALL), Settings(date(2026, 11, 22), site_url="https://example.org/"))
    told = told_beside_pages(site)
    assert {address.rpartition(".")[2] for address in told} >= {"ics", "xml", "csv", "json", "xlsx", "js"}
    assert "zelenivka/changes.xml" in told
    saying = {address for address, text in told.items() if of_absence(text)}
    assert saying >= {"zelenivka/plan/plan.xlsx", "ask/zelenivka.json"}


def test_no_page_prints_absence_for_what_nobody_filled():
    assert sentences("") == set()


def test_the_same_pages_print_it_once_it_is_said():
    found = "\n".join(sorted(sentences(ALL)))
    for words in (
        "немає акта про його затвердження",
        "документ його не називає",
        "Строку в документі немає",
        "Окремого строку в документі немає",
        "У документі окремо не названо",
        "Строку не зазначено",
    ):
        assert words in found, found


@pytest.mark.parametrize(("said", "date_words", "nobody"), [("", "", False), (ALL, "у документі не зазначено", True)])
def test_forms_say_it_only_then(said, date_words, nobody):
    catalogue = load(files(said)).catalogue
    plan = catalogue.plans[0]
    assert planned_date(plan, plan.measure("1-1")) == date_words
    (form,) = make_forms(catalogue.communities[0], plan, date(2026, 11, 22))
    assert (form.responsible == NO_EXECUTOR) is nobody


@pytest.mark.site
def test_dates_of_a_period_are_ours_only_where_that_is_said():
    days = "period: {start: 2026-01-01, end: 2026-12-31}\n"
    assert not any("періоду не називає" in one for one in sentences(days))
    assert any(
        "дати визначили ми: документ періоду не називає" in one for one in sentences(f"{days}absent: [period]\n")
    )
