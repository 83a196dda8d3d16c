"""Six plans unlike the five, with the layouts of real documents: each draft holds what the document says."""

import re
from functools import cache
from pathlib import Path

import pytest

from generator.staff.importer import as_data, draft, read_document, to_yaml
from project import plain
from staff.importer.comparing import strings, words

FILES = Path(__file__).parent / "files"
PLANS = sorted(path.name for path in FILES.iterdir() if path.name[:2].isdigit())
YEARS = ["2025", "2026", "2027", "2028", "2029"]


@cache
def drafted(name):
    return draft(read_document(next(FILES.glob(f"{name}*"))))


def data(name):
    return as_data(drafted(name))


def plan(name):
    """Return the draft as a plan.yml."""
    return plain(to_yaml(drafted(name)))


def remarks(name, kind):
    return [note["text"] for note in data(name)["notes"] if note["kind"] == kind]


def lines(measure):
    return [tuple(line.values()) for line in measure["funding"]["lines"]]


@pytest.mark.parametrize("name", PLANS)
def test_no_word_of_the_file_is_lost(name):
    document = read_document(FILES / name)
    seen = " ".join(strings_of(document))
    assert words(seen) - words(strings(data(name[:2]))) == set()


def strings_of(document):
    for block in document.blocks:
        cells = [block] if not hasattr(block, "rows") else [cell for row in block.rows for cell in row]
        for cell in cells:
            yield getattr(cell, "flat", None) or getattr(cell, "text", "")


@pytest.mark.parametrize("name", PLANS)
def test_ids_are_unique_and_numbers_are_only_the_documents(name):
    items = [*data(name[:2])["goals"], *data(name[:2])["measures"]]
    ids = [item["id"] for item in items]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made) for made in ids)
    assert all(made[0].isalpha() for made, item in zip(ids, items, strict=True) if not item["number"])


def test_displacement_goals_and_measures():
    found = data("07")
    assert [(goal["level"], goal["number"], goal["parent"]) for goal in found["goals"]] == [
        ("Стратегічна ціль", "1", None), ("Завдання", "1", "1"),
        ("Стратегічна ціль", "3", None), ("Завдання", "12", "3"), ("Завдання", "13", "3"),
    ]  # fmt: skip
    assert [(measure["number"], measure["goal"], measure["term"]) for measure in found["measures"]] == [
        ("1", "1-1", "II квартал 2024 р."), ("2", "1-1", "III квартал 2024 р."),
        ("", "3-12", "постійно"), ("1", "3-13", "III квартал 2024 р."),
    ]  # fmt: skip
    assert [len(measure["indicators"]) for measure in found["measures"]] == [1] * 4


def test_displacement_a_paragraph_is_a_body_and_a_list_of_adjectives_is_asked_about():
    found = data("07")
    administrations = "обласні, Світлодолинська міська військові (державні) адміністрації"
    assert [measure["executors"] for measure in found["measures"]] == [
        ["Мінпереселення"],
        ["Мінпереселення", "Мінпобуту"],
        [administrations, "органи місцевого самоврядування", "МКДТ"],
        ["МШО", "Мінпереселення"],
    ]
    assert found["measures"][2]["participants"][1] == {
        "name": "органи місцевого самоврядування", "as_written": "органи місцевого самоврядування (за згодою)",
        "role": None, "role_words": None, "by_consent": True, "does": None,
    }  # fmt: skip
    question = next(note for note in found["notes"] if note["kind"] == "question")
    assert (question["text"], question["place"]) == (administrations, "таблиця 1, рядок 7, стовпець 3")
    assert question["remark"].startswith("1 орган чи 2?")


def test_displacement_words_of_money_stay_with_their_years():
    within = "у межах наявних видатків"
    first, second, third, last = data("07")["measures"]
    assert first["funding"] is None
    assert second["funding"] is None
    for measure in (third, last):
        assert lines(measure) == [(None, None, year, None, within) for year in ("2024", "2025", "2026")]
    assert plan("07")["goals"][1]["goals"][0]["measures"][0]["funding"] == [
        {"year": year, "words": within} for year in (2024, 2025, 2026)
    ]


def test_displacement_act_and_period_are_those_of_the_title_page():
    found = data("07")
    assert (found["act"]["kind"], found["act"]["number"], found["act"]["date"]) == (
        "Розпорядження Кабінету Міністрів", "958-р", "2024-03-14",
    )  # fmt: skip
    assert found["period"] == {"start": 2024, "end": 2026, "text": "у 2024—2026 роках"}
    text = to_yaml(drafted("07"))
    assert "act:  # ПЕРЕВІРТЕ: узято звідси: абзац 1" in text
    assert "period:  # ПЕРЕВІРТЕ: роки взято з назви" in text
    assert "# ПЕРЕВІРТЕ назву: її взято з тексту над таблицею" in text


def test_education_goals_take_the_number_beside_them():
    found = data("09")
    assert [(goal["level"], goal["number"], goal["title"]) for goal in found["goals"]] == [
        ("Напрям", "1", "Увага до здібних і наполегливих учнів та їхніх наставників"),
        ("Напрям діяльності", "1.3", "Пошук здібних учнів та створення умов для розкриття їхніх нахилів"),
    ]
    assert [(m["number"], m["goal"], m["term"]) for m in found["measures"]] == [
        ("1.3.1", "1-3", " ".join(YEARS)),
        ("1.3.2", "1-3", " ".join(YEARS)),
    ]
    department = "Департамент освіти і спорту Надрічанської обласної військової адміністрації"
    assert [m["executors"] for m in found["measures"]] == [
        [department],
        [department, "Органи місцевого самоврядування"],
    ]
    assert [m["indicators"] for m in found["measures"]] == [
        ["Відзначено 420 учнів щороку"],
        ["Відбулося 16 спартакіад щороку"],
    ]
    assert found["title"].startswith("VІ. ЗАХОДИ ОБЛАСНОЇ ПРОГРАМИ РОЗВИТКУ УЧНІВСЬКИХ ГУРТКІВ")
    assert found["period"]["start"] == 2025
    assert found["period"]["end"] == 2029
    assert found["act"] is None


def test_education_money_by_source_and_year():
    first, second = data("09")["measures"]
    oblast, communities = "Обласний бюджет", "Бюджети сіл, селищ, міст територіаль-них громад"
    assert first["funding"]["sources"] == [oblast]
    assert first["funding"]["unit"] == "тис. грн."
    assert list(first["funding"]["by_year"].items()) == list(
        zip(YEARS, ["1618,45", "3870,6", "2870,6", "2870,6", "2870,6"], strict=True)
    )
    assert lines(second) == [
        *((oblast, None, year, "850,0", None) for year in YEARS),
        *((communities, None, year, "1900,0", None) for year in YEARS),
    ]


def test_education_totals_by_source():
    totals = [(total["label"], total["source"], list(total["by_year"].values())) for total in data("09")["totals"]]
    assert totals == [
        ("Усього:", "Обласний бюджет", ["2468,45", "4720,6", "3720,6", "3720,6", "3720,6"]),
        ("Усього:", "Бюджети сіл, селищ, міст територіаль-них громад", ["1900,0"] * 5),
        ("Разом:", None, ["4368,45", "6620,6", "5620,6", "5620,6", "5620,6"]),
    ]
    assert [total.get("total") for total in plan("09")["totals"]] == [None] * 3


def test_digital_customer_and_money_by_purpose():
    found = data("10")
    assert [(goal["number"], goal["title"]) for goal in found["goals"]] == [
        ("1", "Правові, організаційні та навчальні засади цифрового розвитку")
    ]
    assert [(m["number"], m["term"], len(m["indicators"])) for m in found["measures"]] == [("1", "", 1), ("1.1", "", 1)]
    for measure in found["measures"]:
        assert [(body["name"], body["role"]) for body in measure["participants"]] == [
            ("Надрічанська обласна державна адміністрація", "customer")
        ]
    first, second = found["measures"]
    assert first["funding"]["unit"] == "тис. гривень"
    assert [line for line in lines(first) if line[3] != "0,00"] == [
        ("обласний бюджет", None, None, "960,00", None),
        ("обласний бюджет", "інші потреби", None, "960,00", None),
    ]
    assert len(lines(first)) == 8
    assert {line[3] for line in lines(second)} == {"0,00"}
    assert plan("10")["absent"] == ["term", "period"]


def test_environment_objects_have_no_goal_and_are_paid_from_the_last_column():
    found = data("11")
    assert found["goals"] == []
    assert [(m["number"], m["term"]) for m in found["measures"]] == [
        ("1", "2016-2018"), ("2", "2016-2019"), ("3", "2016-2018"),
    ]  # fmt: skip
    builders = "Департамент обласного будівництва Надрічанської обласної державної адміністрації"
    assert {tuple(m["executors"]) for m in found["measures"]} == {(builders,)}
    assert [(m["funding"]["total"], m["funding"]["sources"]) for m in found["measures"]] == [
        (total, ["Державний фонд ОД"]) for total in ("17617,496", "31000", "18000")
    ]
    assert [m["estimate"] for m in found["measures"]] == ["28415,316", "48760,25", "36500,5"]
    assert [m["remainder"] for m in found["measures"]] == ["17617,496", "47297,443", "34310,47"]
    assert [list(m["other"].values()) for m in found["measures"]] == [["0,38"], ["0,03"], ["0,06"]]
    assert [(total["label"], total["total"]) for total in found["totals"]] == [("Усього", "66617,496")]
    assert found["title"].startswith("Роботи Програми захисту довкілля, які у 2018 році")
    assert found["act"]["number"] == "643-VII"
    assert list(plan("11"))[-2:] == ["measures", "totals"]


def test_risk_register_is_read_around_its_measures():
    found = data("15")
    assert [(goal["title"], goal["level"]) for goal in found["goals"]] == [
        ("Робота з кадрами та добір працівників до апарату ради", ""),
        ("Зарахування на посаду людини, яка не проходила співбесіди", "Корупційний ризик"),
    ]
    section = plan("15")["goals"][0]
    assert "kind" not in section
    assert section["goals"][0]["kind"] == "Корупційний ризик"
    first, second = found["measures"]
    assert (first["number"], first["term"], second["number"], second["term"]) == (
        "1", "до 30 вересня 2025 року", "2", "щопівроку",
    )  # fmt: skip
    assert first["executors"] == ["Відділ управління персоналом"]
    assert second["executors"] == [*first["executors"], "головний спеціаліст з питань запобігання корупції"]
    assert {m["funding"]["text"] for m in found["measures"]} == {"Не потребує додаткових ресурсів"}
    assert [m["indicators"] for m in found["measures"]] == [
        ["Правила затверджено розпорядженням міського голови"],
        ["Відбулося 2 зустрічі на рік"],
    ]
    assert list(first["other"].values()) == [
        "Приймання на роботу", "Рішення на користь родича чи знайомого", "Правила добору ніде не записані",
        "3", "2", "6",
    ]  # fmt: skip
    assert second["other"] == first["other"]
    assert (found["period"]["start"], found["period"]["end"]) == (2025, 2026)


def test_department_measures_have_no_numbers_and_people_are_told_of():
    found = data("16")
    assert [(goal["number"], goal["title"][:33]) for goal in found["goals"]] == [
        ("І", "Питання, що виносяться на розгляд")
    ]
    assert [(m["number"], m["term"]) for m in found["measures"]] == [
        ("", "І квартал"), ("", "І квартал"), ("", "ІІ квартал"), ("", "18 березня"),
    ]  # fmt: skip
    people = [["Вербовий А.М.", "Лугова І.С."], *[["Калинчук О.І."]] * 3]
    assert [m["executors"] for m in found["measures"]] == people
    assert remarks("16", "person") == ["Вербовий А.М.", "Лугова І.С.", "Калинчук О.І."]
    assert [list(m["other"].values()) for m in found["measures"]] == [
        ["На виконання рішення ради"], ["На виконання рішення ради"], ["Щоб обґрунтувати потребу в коштах"],
        ["Звернення освітян області"],
    ]  # fmt: skip
    assert found["period"] == {"start": 2025, "end": 2025, "text": "на 2025 рік"}
    measures = plan("16")["goals"][0]["measures"]
    assert all("number" not in measure and measure["id"] for measure in measures)
