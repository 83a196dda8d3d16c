"""The official table of resolution 55 of 27 January 2010, with its own examples."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.romanisation import community_slug, romanised, slug_of
from generator.model.records.record import SLUG

EXAMPLES = """Алушта Alushta, Андрій Andrii, Борщагівка Borshchahivka, Борисенко Borysenko, Вінниця Vinnytsia,
Володимир Volodymyr, Гадяч Hadiach, Богдан Bohdan, Згурський Zghurskyi, Ґалаґан Galagan, Ґорґани Gorgany,
Донецьк Donetsk, Дмитро Dmytro, Рівне Rivne, Олег Oleh, Есмань Esman, Єнакієве Yenakiieve, Гаєвич Haievych,
Короп’є Koropie, Житомир Zhytomyr, Жанна Zhanna, Жежелів Zhezheliv, Закарпаття Zakarpattia, Казимирчук Kazymyrchuk,
Медвин Medvyn, Михайленко Mykhailenko, Іванків Ivankiv, Іващенко Ivashchenko, Їжакевич Yizhakevych,
Кадиївка Kadyivka, Мар’їне Marine, Йосипівка Yosypivka, Стрий Stryi, Олексій Oleksii, Київ Kyiv, Коваленко Kovalenko,
Лебедин Lebedyn, Леонід Leonid, Миколаїв Mykolaiv, Маринич Marynych, Ніжин Nizhyn, Наталія Nataliia, Одеса Odesa,
Онищенко Onyshchenko, Полтава Poltava, Петро Petro, Решетилівка Reshetylivka, Рибчинський Rybchynskyi, Суми Sumy,
Соломія Solomiia, Тернопіль Ternopil, Троць Trots, Ужгород Uzhhorod, Уляна Uliana, Фастів Fastiv, Філіпчук Filipchuk,
Харків Kharkiv, Христина Khrystyna, Біла_Церква Bila_Tserkva, Стеценко Stetsenko, Чернівці Chernivtsi,
Шевченко Shevchenko, Шостка Shostka, Кишеньки Kyshenky, Щербухи Shcherbukhy, Гоща Hoshcha, Гаращенко Harashchenko,
Юрій Yurii, Корюківка Koriukivka, Яготин Yahotyn, Ярошенко Yaroshenko, Костянтин Kostiantyn, Знам’янка Znamianka,
Феодосія Feodosiia, Згорани Zghorany, Розгон Rozghon"""


@pytest.mark.parametrize("example", re.split(r",\s+", EXAMPLES))
def test_examples_of_the_resolution(example):
    ukrainian, latin = (
        example.replace("_", " ").rsplit(" ", 1) if "_" not in example else ("Біла Церква", "Bila Tserkva")
    )
    assert romanised(ukrainian) == latin


@pytest.mark.parametrize("apostrophe", "'’ʼ`")
def test_any_apostrophe_is_left_out(apostrophe):
    assert romanised(f"Знам{apostrophe}янка") == "Znamianka"


def test_case_is_kept_and_other_signs_stay():
    assert romanised("ЩЕРБУХИ, ЯГОТИН і 2-й «Дім»") == "SHCHERBUKHY, YAHOTYN i 2-y «Dim»"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Прилуки", "pryluky"),
        ("Нова Одеса", "nova-odesa"),
        ("Івано-Франківськ", "ivano-frankivsk"),
        ("Прилуцька міська територіальна громада", "prylutska"),
        ("Мар'янівська селищна ТГ", "marianivska"),
        ("громада", "hromada"),
        ("???", ""),
    ],
)
def test_a_community_gets_a_short_id(name, slug):
    assert community_slug(name) == slug


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_a_suggestion_can_always_stand_in_an_address(name):
    slug = slug_of(name)
    assert len(slug) <= 40
    assert slug == "" or re.fullmatch(SLUG, slug)
