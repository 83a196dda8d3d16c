"""The files a council gives to the portal of open data: list, changes, reports, passport, structure; and the catalogue."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import frictionless
import pytest

from generator.model.settings import Settings
from generator.rules.load import load
from outputs.sample import AS_OF, COMMUNITY, FILES, PLAN, SITE_URL, Site, catalogue_of

if TYPE_CHECKING:
    from pathlib import Path

SAID = """open_data:
  edrpou: "12345678"
  responsible: Начальник відділу
  email: data@zelenivka.example
  basis: Постанова Кабінету Міністрів України від 21.10.2015 № 835
  frequency: Щокварталу
  keywords: [програми, плани]
"""
CHANGE = 'acts:\n  - {kind: Рішення, number: "9", date: 2025-03-15, title: Про зміни, role: amendment}\n'
FOLDER = "zelenivka/"


def site_of(said: str) -> Site:
    files = {
        **FILES,
        f"{FOLDER}community.yml": f"{COMMUNITY}council: Зеленівська міська рада\n{said}",
        f"{FOLDER}plan-2025/plan.yml": f"{PLAN}{CHANGE}",
    }
    return Site(Settings(AS_OF, site_url=SITE_URL), catalogue_of(files))


@pytest.fixture(scope="module")
def published() -> Site:
    return site_of(SAID)


def table(site: Site, name: str) -> list[dict[str, str]]:
    text = site.assets[f"{FOLDER}{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def data(site: Site, address: str) -> Any:
    return json.loads(site.assets[address])


def test_the_list_names_each_plan_with_its_act(published: Site) -> None:
    assert table(published, "programmes") == [
        {
            "identifier": "zelenivka/plan-2025",
            "title": "План дій Зеленівської громади на 2025–2027 роки",
            "type": "План дій, 2025–2027",
            "orderType": "Рішення",
            "orderNumber": "7",
            "orderDateAccepted": "2025-01-15",
            "orderTitle": "Про план",
            "validFrom": "2025-01-01",
            "validThrough": "2027-12-31",
            "url": "https://example.org/plans/zelenivka/plan-2025/",
            "publisherName": "Зеленівська міська рада",
            "publisherIdentifier": "12345678",
        }
    ]


def test_changes_are_acts_that_changed_a_plan_and_reports_are_days_of_them(published: Site) -> None:
    [change] = table(published, "programme-changes")
    assert (change["identifier"], change["orderNumber"], change["orderTitle"]) == (
        "zelenivka/plan-2025/1",
        "9",
        "Про зміни",
    )
    reports = table(published, "programme-reports")
    assert [(row["dateReported"], row["reportedBy"]) for row in reports] == [("2025-06-01", ""), ("2025-07-30", "")]


def test_the_passport_has_what_was_said_and_invents_nothing(published: Site) -> None:
    told = data(published, f"{FOLDER}passport.json")
    assert told["missing"] == []
    first = told["passports"][0]
    assert first["Періодичність оновлення"] == "Щокварталу"
    assert first["Відповідальна особа"] == "Начальник відділу"
    assert first["Електронна адреса відповідальної особи"] == "data@zelenivka.example"
    assert first["Підстава оприлюднення"].endswith("№ 835")
    assert first["Ключові слова"] == ["програми", "плани"]
    assert first["Код ЄДРПОУ розпорядника"] == "12345678"
    assert first["Гіперпосилання на набір даних"] == "https://example.org/plans/zelenivka/programmes.csv"
    assert {name for name, value in first.items() if value is None} == {
        "Ідентифікаційний номер", "Формат стиснення", "Дата і час першого оприлюднення", "Дата і час внесення останніх змін",
    }  # fmt: skip


def test_frictionless_reads_the_sets_by_their_structure(published: Site, tmp_path: Path) -> None:
    for address, content in published.assets.items():
        if address.startswith(FOLDER) and address.count("/") == 1:
            (tmp_path / address.removeprefix(FOLDER)).write_bytes(content)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["path", "rowNumber", "fieldName", "type", "message"])
    package = data(published, f"{FOLDER}datapackage.json")
    assert package["contributors"][1] == {
        "title": "Начальник відділу", "role": "maintainer", "email": "data@zelenivka.example"
    }  # fmt: skip


def test_a_community_that_says_nothing_has_no_such_files() -> None:
    assert [address for address in site_of("").assets if address.endswith(("passport.json", "programmes.csv"))] == []


def test_the_check_says_what_is_missing() -> None:
    files = {**FILES, f"{FOLDER}community.yml": f"{COMMUNITY}open_data: {{edrpou: '12345678', frequency: Щороку}}\n"}
    told = [problem.message for problem in load({path: text.encode() for path, text in files.items()}).problems]
    assert "для порталу відкритих даних бракує: responsible, email, basis, keywords; допишіть в open_data" in told


def test_the_catalogue_names_every_file_of_every_plan(any_site: Site) -> None:
    told = data(any_site, "data/catalog.jsonld")
    plans = any_site.catalogue.plans
    assert [one["dct:identifier"] for one in told["dcat:dataset"]] == [plan.id for plan in plans]
    files = [file["dcat:downloadURL"]["@id"] for one in told["dcat:dataset"] for file in one["dcat:distribution"]]
    base = any_site.settings.site_url.rstrip("/") + "/"
    assert {file.removeprefix(base) for file in files} <= set(any_site.assets)
    assert len(files) == 3 * len(plans)


def test_the_catalogue_says_who_answers(published: Site) -> None:
    [one] = data(published, "data/catalog.jsonld")["dcat:dataset"]
    assert one["dct:publisher"]["dct:identifier"] == "12345678"
    assert one["dcat:contactPoint"]["vcard:hasEmail"] == {"@id": "mailto:data@zelenivka.example"}
    assert [word["@value"] for word in one["dcat:keyword"]] == ["програми", "плани"]
