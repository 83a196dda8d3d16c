"""Roles of executors as the document gives them, and people, who have no page: on pages, in data, in search, in changes."""

from __future__ import annotations

from datetime import date

import pytest

from generator.history.differences import differences
from generator.model.settings import Settings
from generator.outputs.assets import embeds
from generator.outputs.columns import COLUMNS
from generator.outputs.plan_json import plan_data
from generator.outputs.rows import rows
from generator.pages.all_pages import community_pages, country_pages
from generator.pages.site_context import SiteContext
from generator.rules.load import load
from generator.search.findable import search_records

SETTINGS = Settings(date(2026, 11, 22), site_url="https://example.org/plans/")
COMMUNITY = """\
name: Калинобрідська громада
short_name: Калиновий Брід
oblast: Полтавська область
contacts: {email: rada@brid.example}
executors:
  - {id: viddil, name: Відділ освіти}
  - {id: rada, name: Молодіжна рада}
  - {id: haiovyi, name: Гайовий Тарас Андрійович}
"""
PLAN = """\
title: План дій
name: План
period: {start: 2026-01-01, end: 2027-12-31}
%s
goals:
  - number: "1"
    kind: Ціль
    title: Більше музики
    measures:
      - number: "1.1"
        text: Відкрити клуб
        term: Постійно
        executors:
          - {name: Відділ освіти, role: lead}
          - {name: Молодіжна рада, as_written: Молодіжна рада (за згодою), role: with, by_consent: true, does: у частині співу}
          - Гайовий Тарас Андрійович
          - {name: Лугова І. С., role: with}
      - {number: "1.2", text: Співати, term: Постійно, executors: [Молодіжна рада]}
      - {number: "1.3", text: Грати, term: Постійно, executors: [{name: Відділ освіти, role: partner, role_words: Учасник}]}
"""
ROLES = "columns: {roles: {lead: Головний виконавець, with: Співвиконавці}}"
HOME = "kalynovyi-brid"


class Made:
    def __init__(self, columns: str = "", change: tuple[str, str] = ("", "")) -> None:
        plan = (PLAN % columns).replace(*change)
        self.loaded = load({f"{HOME}/community.yml": COMMUNITY.encode(), f"{HOME}/plan/plan.yml": plan.encode()})
        self.site = SiteContext(SETTINGS, self.loaded.catalogue)
        (self.community,) = self.loaded.catalogue.communities
        (self.plan,) = self.community.plans
        own = [*community_pages(self.site.of(self.community), self.community), *country_pages(self.site)]
        self.pages = {page.address: page.markdown for page in own}

    def page(self, below: str) -> str:
        return self.pages[f"{HOME}/{below}"].replace("\u00a0", " ")


@pytest.fixture(scope="module")
def made() -> Made:
    return Made(ROLES)


def test_a_goal_names_the_role_in_the_documents_words(made: Made) -> None:
    page = made.page("plan/1/")
    assert ">Відділ освіти</a> – головний виконавець</li>" in page
    assert ">Молодіжна рада (за згодою)</a> – співвиконавці; у частині співу</li>" in page
    assert "– учасник</li>" in page


def test_the_whole_plan_has_a_column_for_each_role(made: Made) -> None:
    page = made.page("plan/")
    heads = [page.index(f">{head}<") for head in ("Виконавці", "Головний виконавець", "Співвиконавці")]
    assert heads == sorted(heads)
    assert "Молодіжна рада (за згодою) (у частині співу), Лугова І. С." in page
    assert "Учасник: Відділ освіти" in page


def test_in_one_column_the_role_stands_before_the_names() -> None:
    page = Made("columns: {executors: Хто робить}").page("plan/")
    assert "Відповідальний виконавець: Відділ освіти" in page
    assert page.index("Співвиконавець: Молодіжна рада (за згодою) (у частині співу)") < page.index(
        "Співвиконавець: Лугова"
    )


def test_to_answer_and_to_take_part_are_counted_apart(made: Made) -> None:
    page = made.page("executors/viddil/")
    assert "Відповідає за 1 захід, бере участь у 1 заході." in page
    assert "## За що відповідає і в чому бере участь" in page
    assert "Відділ освіти (учасник)" in page
    apart = "відповідає за 1 захід, бере участь у 1 заході"
    assert f"Молодіжна рада]({'../' * 0}{HOME}/executors/rada/) – {apart}" in made.pages["executors/"].replace(
        "\u00a0", " "
    ).replace("](../", "](")
    assert apart in made.page("").split("Хто це робить")[-1]


def test_without_roles_a_body_answers_for_everything() -> None:
    change = ("executors: [{name: Відділ освіти, role: partner, role_words: Учасник}]", "executors: [Відділ освіти]")
    assert "Відповідає за 2 заходи." in Made("", change).page("executors/viddil/")


def test_data_and_tables_have_roles(made: Made) -> None:
    data = plan_data(made.community, made.plan, SETTINGS, made.plan.address)["measures"]
    assert data[0]["executors"][1] == {
        "id": "rada", "name": "Молодіжна рада", "as_written": "Молодіжна рада (за згодою)", "url": "../executors/rada/",
        "role": "with", "role_words": "Співвиконавці", "by_consent": True, "does": "у частині співу",
    }  # fmt: skip
    column = next(column for column in COLUMNS if column.name == "executor_roles")
    assert [column.read(row) for row in rows(made.site.commitments.all, SETTINGS, made.plan.address)] == [
        "Головний виконавець | Співвиконавці; за згодою; у частині співу | – | Співвиконавці", None, "Учасник",
    ]  # fmt: skip


def test_a_change_of_role_is_told(made: Made) -> None:
    other = Made(ROLES, ("name: Відділ освіти, role: lead", "name: Відділ освіти, role: customer"))
    (change,) = differences(made.loaded.catalogue, other.loaded.catalogue)
    assert "Змінено виконавців заходу 1.1: було «Відділ освіти (відповідальний виконавець), " in change.sentence
    assert "стало «Відділ освіти (замовник), Молодіжна рада" in change.sentence


def test_a_person_stands_in_the_text_alone(made: Made) -> None:
    person = "Гайовий Тарас Андрійович"
    assert f"<li>{person}</li>" in made.page("plan/1/")
    assert person in made.page("plan/")
    assert not any("haiovyi" in address or "unknown" in address for address in made.pages)
    for address in ("executors/", f"{HOME}/", f"{HOME}/executors/viddil/"):
        assert "haiovyi" not in made.pages[address]
        assert "unknown" not in made.pages[address]
    assert person not in made.pages["executors/"]
    assert not any("haiovyi" in embed.address for embed in embeds(made.site))
    assert not any(person in record.title for record in search_records(made.site.commitments))
    data = plan_data(made.community, made.plan, SETTINGS, made.plan.address)["measures"][0]["executors"][2]
    assert (data["id"], data["url"], data["as_written"]) == (None, None, person)


def test_a_person_is_warned_of(made: Made) -> None:
    said = [told for problem in made.loaded.problems if "– людина" in (told := str(problem))]
    assert [text.split(": ", 2)[-1] for text in said] == [
        f"попередження: «{name}» – людина; замість прізвища впишіть посаду або підрозділ"
        for name in ("Гайовий Тарас Андрійович", "Лугова І. С.")
    ]
