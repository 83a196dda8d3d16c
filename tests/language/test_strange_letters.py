"""Letters nobody meant are found; what Ukrainian plans rightly hold is not."""

import pytest

from generator.language.strange_letters import Strangeness, strange_letters


@pytest.mark.parametrize(
    ("text", "kind", "words", "letters"),
    [
        ("\uf06c Облаштувати пандус", Strangeness.SYMBOL, (), ("\uf06c",)),
        ("Облаштувати панд\ufffdс", Strangeness.LOST, ("панд\ufffdс",), ("\ufffd",)),
        ("Рџандус Сѓ Р±С–Р±Р»С–РѕС‚РµС†С–", Strangeness.MISREAD, ("Рџандус",), ()),
        ("Ð—Ð°Ð±ÐµÐ·Ð¿ÐµÑ‡Ð¸Ñ‚Ð¸", Strangeness.MISREAD, ("Ð—Ð°Ð±ÐµÐ·Ð¿ÐµÑ‡Ð¸Ñ‚Ð¸",), ()),
        ("Çàáåçïå÷èòè äîñòóï", Strangeness.MISREAD, ("Çàáåçïå÷èòè",), ()),
        ("Облаштувати ???????", Strangeness.LOST, ("???????",), ("?",)),
        ("Провести и\u0306гри", Strangeness.APART, ("и\u0306гри",), ("\u0306",)),
        ("OTГ і BПO", Strangeness.LATIN, ("OTГ", "BПO"), ("O", "T")),
        ("Oблaштyвaти пандус", Strangeness.LATIN, ("Oблaштyвaти",), ("O", "a", "y")),
        ("школа i садок", Strangeness.LATIN, ("i",), ("i",)),
        ("у 6і6ліотеці", Strangeness.DIGIT, ("6і6ліотеці",), ("6",)),
        ("3аклад освіти", Strangeness.DIGIT, ("3аклад",), ("3",)),
    ],
)
def test_what_is_strange(text, kind, words, letters):
    found = next(strange_letters(text))
    assert (found.kind, found.words, found.letters) == (kind, words, letters)


@pytest.mark.parametrize(
    "text",
    [
        "ІV квартал 2025 року", "ХІІ сесія VІІІ скликання", "COVID-19 і Wi-Fi", "е-послуги Prozorro", "1-й, 2х5, 3D",
        "план B", "SMM-відділ", "2025р", "5б клас", "РІШЕННЯ РАДИ СРСР", "Рівень Сім’я Рік", "skypе", "", "plain text",
        "10грн", "CO₂ і м²", "café у кав’ярні", "Що??? Так?", "за́мок", "«Señor» і «naïve»",
    ],
)  # fmt: skip
def test_what_is_not(text):
    assert list(strange_letters(text)) == []
