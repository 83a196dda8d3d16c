"""What every site gets, and how its own files add to it or say otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.build.recipe import assemble
from generator.model.settings import Settings
from generator.reading.country_files import with_country
from generator.rules.load import load
from generator.source.disk import read_files
from project import AS_OF, ROOT
from staff.scaffold.running import run_plans

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.community import Catalogue

SOUND = read_files(ROOT / "tests/bad_input/sound/plans")
PLAN = "nizhyn/plan-2025/plan.yml"
TAGGED = {
    **SOUND,
    PLAN: SOUND[PLAN].replace(b"executors:", b"topics: [older-people, day-care]\n            executors:", 1),
}


def catalogue(files: dict[str, bytes], **own: str) -> Catalogue:
    loaded = load(with_country({**files, **{f"{name}.yml": text.encode() for name, text in own.items()}}))
    assert loaded.problems == []
    return loaded.catalogue


def test_a_site_has_those_topics_of_the_country_that_its_plans_name() -> None:
    assert catalogue(SOUND).topics.all == ()
    assert [topic.id for topic in catalogue(TAGGED).topics.all] == ["older-people", "day-care"]


def test_a_topic_that_was_published_stays() -> None:
    files = {**SOUND, "addresses.txt": b"topics/carers/\n"}
    assert [topic.id for topic in catalogue(files).topics.all] == ["carers"]


def test_a_sites_own_topic_takes_the_place_of_the_one_with_its_id_and_others_follow() -> None:
    own = "audiences:\n  - {id: older-people, name: Старші, about: Для вас.}\n  - {id: youth, name: Молодь, about: Для вас.}\n"
    found = catalogue(TAGGED, topics=own).topics
    assert [(topic.id, topic.name) for topic in found.audiences] == [("older-people", "Старші"), ("youth", "Молодь")]
    assert [topic.id for topic in found.services] == ["day-care"]


def test_a_topic_may_change_from_a_service_to_an_audience() -> None:
    found = catalogue(TAGGED, topics="audiences: [{id: day-care, name: Денний догляд, about: Для вас.}]\n").topics
    assert ([topic.id for topic in found.audiences], found.services) == (["older-people", "day-care"], ())


def test_ids_are_repeated_only_within_the_own_file() -> None:
    own = "audiences: [{id: carers, name: А, about: Б.}]\nservices: [{id: carers, name: А, about: Б.}]\n"
    [problem] = load(with_country({**SOUND, "topics.yml": own.encode()})).problems
    assert problem.message == "ідентифікатор «carers» уже є в рядку 1; дайте інший"


def test_words_of_the_glossary_are_added_and_said_otherwise() -> None:
    usual = {entry.term: entry.meaning for entry in catalogue(SOUND).glossary}
    own = (
        "entries:\n  - {term: ВПО, kind: abbreviation, expansion: переселенці, meaning: Наше.}\n"
        "  - {term: ГО, kind: abbreviation, expansion: головний офіс, meaning: Лише тут., communities: [nizhyn]}\n"
        "  - {term: толока, kind: term, meaning: Спільна праця.}\n"
    )
    found = catalogue(SOUND, glossary=own).glossary
    said = [(entry.term, entry.meaning) for entry in found]
    assert dict(said)["ВПО"] == "Наше."
    assert [meaning for term, meaning in said if term == "ГО"] == [usual["ГО"], "Лише тут."]
    assert {term for term, _ in said} - set(usual) == {"толока"}


def test_what_a_site_says_of_a_word_the_country_no_longer_says() -> None:
    usual = catalogue(SOUND).synonyms
    assert ["родина", "сім'я"] in usual["groups"]
    own = "groups: [[родина, рід]]\none_way: [{said: [пенсіонер], written: [ветерани праці]}]\nstop_words: [ось-ось]\n"
    found = catalogue(SOUND, synonyms=own).synonyms
    assert ["родина", "сім'я"] not in found["groups"]
    assert ["родина", "рід"] in found["groups"]
    assert [rule["written"] for rule in found["one_way"] if "пенсіонер" in rule["said"]] == [["ветерани праці"]]
    assert found["stop_words"][-1] == "ось-ось"
    assert len(found["one_way"]) == len(usual["one_way"]) + 1


def test_stop_words_of_the_country_hold_for_the_words_of_a_site() -> None:
    [problem] = load(with_country({**SOUND, "synonyms.yml": "groups: [[де допомога, поміч]]\n".encode()})).problems
    assert "у «де допомога» пошук зважить щонайбільше на одне слово" in problem.message


def test_a_plan_carried_from_this_repository_passes(tmp_path: Path) -> None:
    for name, content in read_files(ROOT / "plans/nizhyn").items():
        (tmp_path / "plans/nizhyn" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "plans/nizhyn" / name).write_bytes(content)
    (tmp_path / "plans/executors.yml").write_bytes((ROOT / "plans/executors.yml").read_bytes())
    done = run_plans("check", cwd=tmp_path, AS_OF=AS_OF)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("files", "shown"), [(SOUND, False), (TAGGED, True)])
def test_a_site_without_topics_has_no_empty_headings_and_leads_to_none(files: dict[str, bytes], *, shown: bool) -> None:
    site = assemble(with_country(files), Settings(load(SOUND).catalogue.plans[0].record.period.end))
    pages = {page.address: page for page in site.pages}
    assert ("## Що стосується вас" in pages[""].markdown) is shown
    assert ("topics/" in pages["search/"].markdown) is shown
    assert ("## Для кого" in pages["topics/"].markdown) is shown
    assert pages["topics/"].meta.get("is_empty", False) is not shown
