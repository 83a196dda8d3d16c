"""plans/synonyms.yml: checked like any plan file, and applied in the direction it says."""

import pytest
from plan_records import PLANS, read
from reader import search

from generator.language.words import fold, word
from generator.rules.synonyms import check_synonyms
from generator.search import Field, SearchRecord, Synonyms, build_index


def test_the_countrys_list_is_sound_and_so_is_that_of_this_site_with_it():
    country = read(PLANS.parent / "generator/country/synonyms.yml")
    assert check_synonyms(country) == []
    assert check_synonyms(read(PLANS / "synonyms.yml"), country["stop_words"]) == []


@pytest.mark.parametrize(
    ("data", "path", "message"),
    [
        ([], (), "файл має містити розділи groups, one_way і stop_words"),
        ({"group": []}, ("group",), "невідомий розділ «group»; можливі: groups, one_way, stop_words"),
        ({"groups": [["родина"]]}, ("groups", 0), "слів замало: треба щонайменше 2"),
        ({"groups": ["родина"]}, ("groups", 0), "тут має бути список слів"),
        (
            {"one_way": [{"said": ["няня"]}]},
            ("one_way", 0),
            "правило має два ключі: said (як кажуть) і written (як у планах)",
        ),
        ({"one_way": [{"said": [], "written": ["догляд"]}]}, ("one_way", 0, "said"), "слів замало: треба щонайменше 1"),
        (
            {"stop_words": ["і", False]},
            ("stop_words", 1),
            "тут має бути слово або кілька слів; число чи «так/ні» візьміть у лапки",
        ),
        (
            {"groups": [["ніде жити", "бездомний"]], "stop_words": ["жити"]},
            ("groups", 0, 0),
            (
                "у «ніде жити» пошук зважить щонайбільше на одне слово, бо решта є в stop_words: "
                "залиште тільки це слово або приберіть рядок зі списку"
            ),
        ),
    ],
)
def test_a_fault_is_placed_and_explained(data, path, message):
    [problem] = check_synonyms(data)
    assert (problem.path, problem.message) == (path, message)


def index(data: dict, *texts: str) -> dict[str, bytes]:
    records = [
        SearchRecord("measure", f"n/p/1/#m-{place}", text, "n", "Н", ((Field.TITLE, text),))
        for place, text in enumerate(texts)
    ]
    return build_index(records, Synonyms.from_data(data))


def test_one_way_works_one_way():
    files = index(
        {"one_way": [{"said": ["няня"], "written": ["тимчасовий відпочинок"]}]}, "Тимчасового відпочинку", "Няня вдома"
    )
    assert {found.title for found in search(files, "няню").found} == {"Тимчасового відпочинку", "Няня вдома"}
    assert [found.title for found in search(files, "тимчасовий відпочинок").found] == ["Тимчасового відпочинку"]


def test_the_word_itself_comes_before_its_synonyms():
    files = index({"groups": [["родина", "сім'я"]]}, "Сім’ї з дітьми", "Родини з дітьми")
    assert [found.title for found in search(files, "родинам").found] == ["Родини з дітьми", "Сім’ї з дітьми"]


def test_words_that_say_something_only_together_are_found_in_any_order():
    files = index({"one_way": [{"said": ["забрати дитину"], "written": ["вилучення"]}]}, "Вилучення з родин", "Інше")
    assert [found.title for found in search(files, "дитину забрати").found] == ["Вилучення з родин"]


def test_stop_words_are_not_looked_for():
    files = index({"stop_words": ["як", "отримати"]}, "Догляд", "Отримати догляд")
    assert search(files, "як отримати догляд").unknown == ()


def test_what_was_found_through_a_synonym_is_marked():
    files = index({"one_way": [{"said": ["бабуся"], "written": ["похилий вік"]}]}, "Особам похилого віку")
    assert word(fold("похилого")).stem in search(files, "бабусі").marks
