"""The plans unlike the five, from import to page: money, indicators and further columns with the right values."""

from __future__ import annotations

import html
import io
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from generator.cache import Cache
from generator.model.settings import Settings
from generator.outputs.plan_csv import plan_csv
from generator.outputs.plan_json import plan_data
from generator.outputs.plan_xlsx import plan_xlsx
from generator.pages.all_pages import community_pages
from generator.pages.site_context import SiteContext
from generator.rules.load import Loaded, load
from generator.search.findable import search_records
from generator.staff.importer import draft, read_document, to_yaml
from generator.staff.scaffold.bodies import entries
from generator.views.commitment import Commitments
from generator.views.money import grand_total, years_of
from generator.views.plan_figures import money_of

if TYPE_CHECKING:
    from generator.model.plan import Plan

FILES = Path(__file__).parent / "files"
COMMUNITY = "name: Калинобрідська громада\nshort_name: Калиновий Брід\noblast: Полтавська область\n"
NO_PERIOD = "# period: ЗАПОВНІТЬ: {start: 2025-01-01, end: 2025-12-31}"
SETTINGS = Settings(date(2026, 1, 1), site_url="https://example.org/")
YEARS = ("2025", "2026", "2027", "2028", "2029")


@cache
def loaded(name: str) -> Loaded:
    """The draft as it is; a period only where the file names none, for a plan has to have one."""
    drafted = draft(read_document(next(FILES.glob(f"{name}*"))))
    bodies = entries(drafted.executor_names, set())
    text = to_yaml(drafted, drafted.executor_names)
    text = text.replace(NO_PERIOD, "period: {start: 2019-01-01, end: 2021-12-31}")
    files = {
        "kalynovyi-brid/community.yml": f"{COMMUNITY}executors:{chr(10) + bodies if bodies else ' []'}\n".encode(),
        "kalynovyi-brid/plan/plan.yml": text.encode(),
    }
    return load(files, "plans/", date(2026, 1, 1), Cache(again=True))


def plan(name: str) -> Plan:
    return loaded(name).catalogue.plans[0]


@cache
def pages(name: str) -> dict[str, str]:
    catalogue = loaded(name).catalogue
    community = catalogue.communities[0]
    site = SiteContext(SETTINGS, catalogue)
    return {page.address: page.markdown for page in community_pages(site.of(community), community)}


def words(markup: str) -> str:
    """What a reader sees of a page, in one line; what is only heard is left out."""
    markup = re.sub(r'<span class="visually-hidden">.*?</span>', "", markup)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def whole(name: str) -> str:
    return words(pages(name)["kalynovyi-brid/plan/"])


def of_goals(name: str) -> str:
    goals = [plan(name).goal_address(goal.id) for goal in plan(name).all_goals()]
    return words(" ".join(pages(name)[address] for address in goals))


def measures(name: str) -> list[dict[str, Any]]:
    found = plan_data(loaded(name).catalogue.communities[0], plan(name), SETTINGS, plan(name).address)
    return list(found["measures"])


@pytest.mark.parametrize("name", ["07", "09", "10", "11", "15", "16"])
def test_nothing_of_money_is_warned_of(name: str) -> None:
    assert [str(one) for one in loaded(name).problems if "разом дають" in str(one) or "одиниці" in str(one)] == []


def test_people_are_warned_of_and_have_no_page() -> None:
    told = [str(one) for one in loaded("16").problems if "людина" in str(one)]
    assert [line.partition("«Калинчук О.І.» – ")[2] for line in told][-1] == (
        "людина; замість прізвища впишіть посаду або підрозділ (у 3 місцях)"
    )
    assert len(told) == 3
    assert [address for address in pages("16") if address.startswith("kalynovyi-brid/executors/k")] == []
    assert len(list(plan("16").all_measures())) == 4


def test_measures_counted_with_brackets_are_not_said_to_be_misnumbered() -> None:
    assert [one.record.label for one in plan("07").all_measures()] == ["1)", "2)", None, "1)"]
    assert [str(one) for one in loaded("07").problems if "стоїть під" in str(one)] == []


def test_words_of_money_stay_with_their_years() -> None:
    within = "у межах наявних видатків"
    task = next(one for one in measures("07") if one["id"] == "3-13-1")
    assert [(line["year"], line["words"]) for line in task["funding"]["lines"]] == [
        (year, within) for year in (2024, 2025, 2026)
    ]
    assert (task["funding"]["total"], task["funding"]["by_year"], task["funding"]["text"]) == (None, {}, within)
    assert f"2024 {within} 2025 {within} 2026 {within}" in of_goals("07")
    assert whole("07").count(within) == 6


def test_money_by_source_and_year() -> None:
    first, second = measures("09")
    assert list(first["funding"]["by_year"].items()) == list(
        zip(YEARS, ("1618,45", "3870,6", "2870,6", "2870,6", "2870,6"), strict=True)
    )
    oblast, communities = "Обласний бюджет", "Бюджети сіл, селищ, міст територіаль-них громад"
    assert second["funding"]["sources"] == [oblast, communities]
    by_source = {line["source"]: line["sum"] for line in second["funding"]["lines"]}
    assert by_source == {oblast: "850,0", communities: "1900,0"}
    spoken = of_goals("09")
    assert f"{oblast} 2025 850,0 2026 850,0 2027 850,0 2028 850,0 2029 850,0" in spoken
    assert f"{communities} 2025 1900,0" in spoken
    assert f"{oblast}: 850,0 {communities}: 1900,0" in whole("09")


def test_a_sum_is_never_heard_as_a_year() -> None:
    goals = " ".join(pages("09")[plan("09").goal_address(goal.id)] for goal in plan("09").all_goals())
    assert '<span aria-hidden="true">1900,0</span><span class="visually-hidden"> 1900</span>' in goals
    assert "1900 рік" not in goals


def test_totals_by_source_and_year_are_those_of_the_document_and_agree_with_the_measures() -> None:
    assert [(year.year, year.printed) for year in years_of(plan("09"))] == [
        (2025, "4368,45"), (2026, "6620,6"), (2027, "5620,6"), (2028, "5620,6"), (2029, "5620,6"),
    ]  # fmt: skip
    assert grand_total(plan("09")) is None
    assert money_of(plan("09")).sentences[0] == (
        "На весь строк плану заплановано 27\u00a0850,85 тис. грн. (ми склали підсумки, надруковані в документі)."
    )
    shown = whole("09")
    assert "Усього: Напрям 1 Обласний бюджет 2468,45 4720,6 3720,6 3720,6 3720,6" in shown
    assert "Разом: 4368,45 6620,6 5620,6 5620,6 5620,6" in shown


def test_a_total_and_its_parts_are_not_counted_twice() -> None:
    first, second = measures("10")
    assert [line["sum"] for line in first["funding"]["lines"]] == ["960,00", *["0,00"] * 5, "960,00", "0,00"]
    assert {line["sum"] for line in second["funding"]["lines"]} == {"0,00"}
    assert money_of(plan("10")).planned == "960,00"
    assert "обласний бюджет, інші потреби Усього 960,00" in of_goals("10")
    assert "обласний бюджет, інші потреби: 960,00" in whole("10")


def test_estimate_and_rest_stand_apart_from_what_is_to_be_spent() -> None:
    assert [(one["funding"]["total"], one["estimate"], one["remainder"]) for one in measures("11")] == [
        ("17617,496", "28415,316", "17617,496"),
        ("31000", "48760,25", "47297,443"),
        ("18000", "36500,5", "34310,47"),
    ]
    assert money_of(plan("11")).sentences[0] == (
        "На весь строк плану заплановано 66617,496 тис. грн. "
        "(так надруковано в документі, джерело – Державний фонд ОД)."
    )
    assert [list(one["other"].values()) for one in measures("11")] == [["0,38"], ["0,03"], ["0,06"]]
    shown = whole("11")
    assert all(printed in shown for printed in ("31000", "48760,25", "47297,443", "0,03", "Державний фонд ОД"))


def test_columns_without_a_field_stand_under_their_own_headings() -> None:
    first, second = measures("15")
    assert list(first["other"].values()) == [
        "Приймання на роботу", "Рішення на користь родича чи знайомого", "Правила добору ніде не записані",
        "3", "2", "6",
    ]  # fmt: skip
    assert second["other"] == first["other"]
    shown, spoken = whole("15"), of_goals("15")
    for heading, said in first["other"].items():
        assert f"{heading} {said}" in spoken
        assert heading in shown
    assert first["funding"]["text"] == "Не потребує додаткових ресурсів"
    assert money_of(plan("15")).planned is None


def test_further_columns_are_exported_and_searched() -> None:
    catalogue = loaded("15").catalogue
    commitments = Commitments(catalogue, SETTINGS.as_of)
    items = commitments.by_plan[plan("15").id]
    book = load_workbook(io.BytesIO(plan_xlsx(catalogue.communities[0], plan("15"), items, SETTINGS).content))
    header, first, *_ = book["Заходи"].iter_rows(values_only=True)
    row = dict(zip(header, first, strict=True))
    assert {heading: row[heading] for heading in measures("15")[0]["other"]} == measures("15")[0]["other"]
    table = plan_csv(plan("15"), items, SETTINGS).content.decode("utf-8-sig")
    assert "Приймання на роботу" in table
    found = [words for record in search_records(commitments) for _, words in record.texts]
    assert any(said.endswith(": Рішення на користь родича чи знайомого") for said in found)
