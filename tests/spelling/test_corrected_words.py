"""Words that an editor has corrected do not come back into what we say; official words, in quotes, stand as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from project import ROOT
from spelling.our_texts import our_texts, without_quotations

if TYPE_CHECKING:
    from collections.abc import Iterator

CORRECTED = {
    r"похил\w+ вік\w*": "люди старшого віку",
    r"\bжител(?:і|ів|ям|ями|ях)\b": "мешканці",
    r"\b[Цц]я ціль про\b": "Ця ціль – про",
    r"\b[Тт]ермін (?:заходу|завдання)\b": "строк",
    r"частин цих завдань|Тут і його частини": "28 завдань, у них 97 заходів",
    r"мають строк до кінця": "строк спливає",
    r"строк минув у \d": "з них 6 прострочено",
    r"а звіту про виконання немає": "а звіту, що це зроблено, немає",
    r"спершу важливо знати": "громада під окупацією",
    r"Порівняти цю ціль": "Порівняти з іншими громадами",
    r"План, як у файлі|План, як його затверджено": "План слово в слово",
    r"[Нн]а цей номер": "Номерів у планах немає",
    r"Документ у файлі обривається": "Файл плану обривається",
    r"записано інакше, ніж раніше": "Ми виправили, як переписано розділ",
    r"відповідає тепер рада": "Чи можна тепер написати раді, ми не знаємо",
    r"з? ?визначени[йм] строк": "кінцевий строк",
    r"До відсотка не": "До цього ліку не входять 23 заходи: постійні – 23",
    r"[Дд]ля (?:цього|неї) передбачено|План передбачає|Передбачено загальні": "мають написати правила",
    r"створення соціального підприємництва": "створити підприємство",
    r"проводити на відстані|допомогу на відстані": "дистанційно",
    r"визначити окремий порядок": "визначити окремими правилами",
    r"гроші з різних джерел і громадськість": "залучати гроші й частіше питати людей",
    r"засідати щодо": "збиратися, щоб вирішувати",
    r"зробити прозорішим": "Люди мають бачити",
    r"для пристосування, праці": "яка робота людині підходить",
    r"мають зважати на вподобання": "добирають за вподобаннями",
    r"повністю відповідали потребам": "назвіть послуги",
    r"випала із суспільного": "лишилася без підтримки",
    r"Тема для (?:батьків|людей)|Тут зібрано заходи": "Ось що пообіцяли громади",
    r"[Рр]азом із ким": "З ким разом",
    r"Заходи таблицею для Excel": "Таблиця заходів (Excel)",
    r"файл читався як слід": "не зіпсувавши файл",
    r"Календар, оголошення|\bУ календар\b": "Календар строків, решта – для сайтів і працівників",
    r"про виконане не повідомили": "звіту, що зроблено, немає",
    r"Прочитайте, що вона відповість": "Прочитайте її відповідь",
}
"""What was corrected, as a pattern, and what is said instead."""
OLD_WORDS_TOLD = ("CHANGELOG.md",)
"""Where the past is told as it was."""


@pytest.mark.parametrize("wrong", CORRECTED)
def test_a_corrected_phrase_does_not_come_back(wrong: str) -> None:
    places = [
        text.place
        for text in our_texts()
        if text.place not in OLD_WORDS_TOLD and re.search(wrong, without_quotations(text.words))
    ]
    assert places == [], f"краще: {CORRECTED[wrong]}"


def audiences() -> list[dict[str, Any]]:
    given = yaml.safe_load((ROOT / "generator/country/topics.yml").read_text(encoding="utf-8"))
    return list(given["audiences"])


@pytest.mark.parametrize("audience", audiences(), ids=lambda audience: audience["id"])
def test_a_topic_for_people_asks_them_and_says_what_was_promised(audience: dict[str, Any]) -> None:
    assert re.match(r"(?:Ви |Вас |Вам |Хочете )[^?]+\? Ось що пообіцяли ", audience["about"])


def summaries(given: Any) -> Iterator[str]:
    if isinstance(given, dict):
        if "summary" in given:
            yield " ".join(given["summary"])
        for value in given.values():
            yield from summaries(value)
    elif isinstance(given, list):
        for value in given:
            yield from summaries(value)


@pytest.mark.parametrize("path", sorted((ROOT / "plans").glob("*/*/plan.yml")), ids=lambda path: path.parts[-3])
def test_a_summary_plans_once_and_says_who_does_it(path: Any) -> None:
    given = yaml.safe_load(path.read_text(encoding="utf-8"))
    told = list(summaries(given))
    assert [said for said in told if len(re.findall(r"\bпланують\b", said)) > 1] == []
    assert [said for said in told if re.search(r"сім.\w*[^.]*родин|родин[^.]*сім", said)] == [], "«сім’я» або «родина»"


@pytest.mark.parametrize("community", ["nizhyn", "chernihiv", "nova-odesa"])
def test_summaries_of_a_plan_one_can_ask_about_speak_to_the_reader(community: str) -> None:
    (path,) = (ROOT / "plans" / community).glob("*/plan.yml")
    told = list(summaries(yaml.safe_load(path.read_text(encoding="utf-8"))))
    addressed = [said for said in told if re.search(r"\b(?:[Вв]и|[Вв]ас|[Вв]ам|Доглядаєте)\b", said)]
    assert len(addressed) / len(told) >= 0.6, f"{len(addressed)} із {len(told)}"
