"""Telling the name of a person from the name of a body."""

import re

_SURNAME = r"[А-ЯҐЄІЇ][а-яґєії'’ʼ]+(?:-[А-ЯҐЄІЇ][а-яґєії'’ʼ]+)?"
_INITIAL = r"[А-ЯҐЄІЇ]\."
_WITH_INITIALS = re.compile(
    rf"(?:{_SURNAME}\s+{_INITIAL}\s?(?:{_INITIAL})?|{_INITIAL}\s?(?:{_INITIAL})?\s*(?:{_SURNAME}|[А-ЯҐЄІЇ'’ʼ-]{{3,}}))"
)
_PATRONYMIC = re.compile(r"[А-ЯҐЄІЇ][а-яґєії'’ʼ]+(?:ович|йович|івна|ївна|йовна|ович)", re.IGNORECASE)
_SHORT_PATRONYMICS = {"ілліч", "лукич", "кузьмич", "хомич", "фомич", "саввич", "яківна", "іллівна"}
_WORD = re.compile(r"[А-ЯҐЄІЇ][А-ЯҐЄІЇа-яґєії'’ʼ-]+")
_GIVEN = frozenset(
    """анатолій андрій антон артем богдан борис вадим валентин валерій василь віктор віталій владислав володимир
    вячеслав в'ячеслав геннадій григорій дмитро денис євген іван ігор ілля кирило костянтин леонід максим марко
    микита микола михайло назар олег олександр олексій павло петро роман руслан сергій станіслав степан тарас
    тимофій федір юрій ярослав алла аліна анастасія анна валентина вікторія віра галина ганна дарина діана євгенія
    ірина інна катерина лариса леся лідія любов людмила марина марія надія наталія наталя ніна оксана олена ольга
    раїса світлана софія тамара тетяна юлія яна ярослава""".split()  # noqa: SIM905 -- readable as words
)
"""Frequent given names; they only help where there is neither a patronymic nor initials."""
_MOST_WORDS = 3


def is_person(name: str) -> bool:
    """Return whether `name` is nothing but a person's name: «Лугова І. С.», «Гайовий Тарас Андрійович», «Софія ВЕРБОВА»."""
    name = " ".join(name.split()).strip(" ,;")
    if _WITH_INITIALS.fullmatch(name):
        return True
    words = name.split()
    if not 2 <= len(words) <= _MOST_WORDS or not all(_WORD.fullmatch(word) for word in words):
        return False
    plain = [word.casefold().replace("’", "'").replace("ʼ", "'") for word in words]
    if any(_PATRONYMIC.fullmatch(word) for word in words[1:]) or set(plain[1:]) & _SHORT_PATRONYMICS:
        return True
    return len(words) == 2 and bool(set(plain) & _GIVEN)  # noqa: PLR2004 -- a given name and a surname
