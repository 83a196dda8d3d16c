"""Telling the name of a person from the name of a body."""

import re
from functools import cache

_SURNAME = r"[А-ЯҐЄІЇ][а-яґєії'’ʼ]+(?:-[А-ЯҐЄІЇ][а-яґєії'’ʼ]+)?"
_INITIAL = r"[А-ЯҐЄІЇ]\."
_WITH_INITIALS = re.compile(
    rf"(?:{_SURNAME}\s+{_INITIAL}\s?(?:{_INITIAL})?|{_INITIAL}\s?(?:{_INITIAL})?\s*(?:{_SURNAME}|[А-ЯҐЄІЇ'’ʼ-]{{3,}}))"
)
_PATRONYMIC = re.compile(r"[А-ЯҐЄІЇ][а-яґєії'’ʼ]+(?:ович|йович|івна|ївна|йовна|ович)", re.IGNORECASE)
_SHORT_PATRONYMICS = {"ілліч", "лукич", "кузьмич", "хомич", "фомич", "саввич", "яківна", "іллівна"}
_WORD = re.compile(r"[А-ЯҐЄІЇ][А-ЯҐЄІЇа-яґєії'’ʼ-]+")
_GIVEN = frozenset(
    name.casefold()
    for name in """Анатолій Андрій Антон Артем Богдан Борис Вадим Валентин Валерій Василь Віктор Віталій
    Владислав Володимир Вячеслав В’ячеслав Геннадій Григорій Дмитро Денис Євген Іван Ігор Ілля
    Кирило Костянтин Леонід Максим Марко Микита Микола Михайло Назар Олег Олександр Олексій Павло
    Петро Роман Руслан Сергій Станіслав Степан Тарас Тимофій Федір Юрій Ярослав Алла Аліна Анастасія
    Анна Валентина Вікторія Віра Галина Ганна Дарина Діана Євгенія Ірина Інна Катерина Лариса Леся
    Лідія Любов Людмила Марина Марія Надія Наталія Наталя Ніна Оксана Олена Ольга Раїса Світлана
    Софія Тамара Тетяна Юлія Яна Ярослава""".split()  # noqa: SIM905 -- readable as words
)
"""Frequent given names; they only help where there is neither a patronymic nor initials."""
_FEWEST_WORDS, _MOST_WORDS = 2, 3


@cache
def is_person(name: str) -> bool:
    """Return whether `name` is only a person's name: «Лугова І. С.», «Гайовий Тарас Андрійович», «Софія ВЕРБОВА»."""
    name = " ".join(name.split()).strip(" ,;")
    if _WITH_INITIALS.fullmatch(name):
        return True
    words = name.split()
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS or not all(_WORD.fullmatch(word) for word in words):
        return False
    plain = [word.casefold().replace("'", "’").replace("ʼ", "’") for word in words]
    if any(_PATRONYMIC.fullmatch(word) for word in words[1:]) or set(plain[1:]) & _SHORT_PATRONYMICS:
        return True
    return len(words) == _FEWEST_WORDS and bool(set(plain) & _GIVEN)
