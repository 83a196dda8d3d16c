"""What a letter to the council says: the document's words, and nothing that nobody knows."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from components.examples import AS_OF, sample
from generator.country.answers import APPEALS, INFORMATION
from generator.model.settings import Settings
from generator.pages.ask import ask_list
from generator.pages.letters import LETTERS
from generator.pages.site_context import SiteContext
from generator.views.letters import executors_line, late_sentence, term_line
from project import real_catalogue

ROOT = Path(__file__).parents[2]
SITE = "Плани громад"


@pytest.fixture(scope="module")
def site() -> SiteContext:
    return SiteContext(Settings(date(2026, 11, 22), SITE), real_catalogue())


def told(site: SiteContext, community: str) -> dict[str, Any]:
    asset = ask_list(site, site.communities_by_id[community])
    assert asset.address == f"ask/{community}.json"
    return dict(json.loads(asset.content))


def test_a_letter_names_the_council_the_plan_its_act_and_who_controls_it(site: SiteContext) -> None:
    data = told(site, "nizhyn")
    [plan] = data["plans"]
    assert data["council"] == "Ніжинська міська рада"
    assert plan["title"].startswith("План дій зі зміцнення потенціалу")
    assert plan["act"] == "Розпорядження міського голови від 16 травня 2025 року № 91"
    assert plan["control"] == "заступник міського голови з питань діяльності виконавчих органів ради"


def test_a_plan_whose_file_has_no_act_names_none(site: SiteContext) -> None:
    [plan] = told(site, "chernihiv")["plans"]
    assert (plan["act"], plan["control"]) == ("", "")


def test_a_measure_is_told_in_the_words_of_the_document(site: SiteContext) -> None:
    [plan] = told(site, "nizhyn")["plans"]
    assert plan["measures"]["1-3-1"] == {
        "text": "1.3.1. Посилювати надання послуги «кризове та екстрене втручання»",
        "title": "1.3.1. Посилювати негайну допомогу людям, які опинилися в кризі",
        "url": "../nizhyn/social-services-2025/1-3/#m-1-3-1",
        "term": "Строк за планом: Постійно",
        "executors": (
            "Виконавці за планом: Служба у справах дітей; Відділ у справах сім’ї та молоді; Центр соціальних служб"
        ),
        "late": (
            "За планом захід мали виконувати постійно. План було складено на 2025 рік. "
            "Звіту про виконання на сайті «Плани громад» немає."
        ),
    }


def test_where_the_file_breaks_off_no_term_and_no_executor_is_invented(site: SiteContext) -> None:
    [plan] = told(site, "nizhyn")["plans"]
    last = plan["measures"]["3-3-2"]
    assert (last["term"], last["executors"]) == ("Строку в документі немає.", "Виконавців у документі не названо.")


@pytest.mark.parametrize("community", ["kakhovka", "melitopol"])
def test_under_occupation_there_is_no_letter_and_one_line_says_what_is_known(site: SiteContext, community: str) -> None:
    data = told(site, community)
    assert set(data) == {"name", "closed"}
    assert data["closed"].endswith("Чи можна тепер написати раді, ми не знаємо.")


@pytest.mark.parametrize(
    ("measure", "sentence"),
    [
        ("upcoming", None),
        ("current", None),
        ("due-soon", None),
        ("done", None),
        ("done-late", None),
        ("cancelled", None),
        ("merged", None),
        ("overdue", "Цей строк минув 31 грудня 2025 року. Звіту про виконання на сайті «Плани громад» немає."),
        (
            "in-progress",
            (
                "Цей строк минув 31 грудня 2025 року. "
                "За звітами на сайті «Плани громад» стан такий: «Виконується» (звіт від 1 березня 2026 року)."
            ),
        ),
        ("recurring", "За планом захід повторюють. Звіту про виконання на сайті «Плани громад» немає."),
        ("conditional", "Строк залежить від події, яку названо в плані."),
        ("unread", ""),
        ("undated", ""),
    ],
)
def test_why_is_asked_of_what_is_late_and_claims_nothing_else(measure: str, sentence: str | None) -> None:
    item = sample().by_measure["zrazkova/plan", measure]
    assert late_sentence(item, AS_OF, SITE) == sentence


def test_a_period_that_the_document_names_is_said_to_be_over() -> None:
    item = sample().by_measure["zrazkova/plan", "ongoing"]
    assert "Період плану закінчився 31 грудня 2028 року." in (late_sentence(item, date(2029, 1, 1), SITE) or "")


def test_a_step_names_its_task_and_says_nothing_of_what_nobody_filled_in() -> None:
    step = sample().by_measure["zrazkova/plan", "nested-meals"]
    assert (term_line(step), executors_line(step)) == ("", "")
    home = sample().catalogue.communities[0]
    free = replace(home, record=home.record.model_copy(update={"notice": None}))
    catalogue = replace(sample().catalogue, communities=(free,))
    data = json.loads(ask_list(SiteContext(Settings(AS_OF, SITE), catalogue), free).content)
    [plan] = data["plans"]
    assert plan["measures"]["nested-meals"]["task"] == "2.1. Розвивати послуги вдома"
    assert plan["measures"]["paid"]["money"] is True
    assert data["email"] == "rada@zrazkove.example"
    assert data["council"] == "Рада: Зразкова міська громада"


def test_each_kind_of_question_goes_by_its_law() -> None:
    assert [(letter.id, letter.law) for letter in LETTERS] == [
        ("status", INFORMATION),
        ("service", APPEALS),
        ("why", APPEALS),
        ("complaint", APPEALS),
    ]
    assert all(letter.law.name in letter.answer for letter in LETTERS)
    assert all(letter.law.within in letter.answer for letter in LETTERS)
