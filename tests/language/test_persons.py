"""The name of a person is told from the name of a body."""

import pytest

from generator.language.persons import is_person


@pytest.mark.parametrize(
    "name",
    [
        "Вербовий А.М.", "Лугова І. С.", "Калинчук О.", "О.І. Калинчук", "А. М. ВЕРБОВИЙ", "Гайовий Тарас Андрійович",
        "Тарас Андрійович Гайовий", "Левчук Оксана Петрівна", "Софія ВЕРБОВА", "Марія Гайова", "Нечуй-Левицький І.С.",
        "Знам’янська Лук’яна Іллівна",
    ],
)  # fmt: skip
def test_people(name):
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "Відділ освіти", "УСЗН", "КП «Оселя»", "Молодіжна рада", "ФОП Іваненко І.І.", "Начальник відділу Вербовий А.М.",
        "Карітас Чернігів", "Головний бухгалтер", "Марія", "Центр ДОВІРА", "Рада ветеранів війни", "Заступник голови",
        "Лугова сільська рада", "БФ «Тарас»", "",
    ],
)  # fmt: skip
def test_bodies_and_posts(name):
    assert not is_person(name)
