"""Mistakes of a clerk in a small sound plan, each alone: the one message that says what to do, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.rules.load import load
from generator.source.disk import read_files
from generator.source.excerpt import with_lines

BASE = {f"kalynovyi-brid/{path}": body for path, body in read_files(Path(__file__).with_name("base")).items()}
PLAN, REPORTS = (f"kalynovyi-brid/plan-2026/{name}.yml" for name in ("plan", "progress"))
SOUND = BASE[PLAN].decode()
NOT_A_TERM = "перевірте слова або додайте до них дати: term: {text: …, start: РРРР-ММ-ДД, end: РРРР-ММ-ДД}"
NOT_YAML = "файл не читається як YAML: "
TERM = "term: ІІ квартал 2026 року"

MISTAKES = [
    ('      - number: "1.2"', '      • number: "1.2"', "20:7: kalynovyi-brid: файл не читається як YAML: пункт списку починають дефісом «-», а тут «•»; замініть його на дефіс"),
    ("executors: [КП «Оселя»]", "executors:\n          • КП «Оселя»", "24:11: kalynovyi-brid/1.2: пункт списку починають дефісом «-», а тут «•»; замініть його на дефіс"),
    ("executors: [КП «Оселя»]", "executors:\n          – КП «Оселя»", "24:11: kalynovyi-brid/1.2: пункт списку починають дефісом «-», а тут тире; замініть його на дефіс"),
    ("term: ІІ", "term:\N{NO-BREAK SPACE}ІІ", f"22:14: kalynovyi-brid: {NOT_YAML}після двокрапки стоїть нерозривний пробіл; поставте звичайний"),
    ("        term: ІІ", "         term: ІІ", f"22:10: kalynovyi-brid: {NOT_YAML}на початку рядка пробілів 9, а в сусідніх 8; вирівняйте рядок"),
    ("        term: ІІ", "       term: ІІ", f"22:8: kalynovyi-brid: {NOT_YAML}на початку рядка пробілів 7, а в сусідніх 8; вирівняйте рядок"),
    ('number: "1.2"', "number: „1.2“", '20:17: kalynovyi-brid/1.2: лапки мають бути прямі: "1.2"'),
    ('number: "1.2"', "number: «1.2»", '20:17: kalynovyi-brid/1.2: лапки мають бути прямі: "1.2"'),
    ('{total: "85,0"}', "{total: “85,0”}", '24:26: kalynovyi-brid/1.2: лапки мають бути прямі: "85,0"'),
    ("end: 2027-12-31", "end: 2027-11-31", "3:34: kalynovyi-brid: «2027-11-31» не є датою; у листопаді 30 днів"),
    ("end: 2027-12-31", "end: 2027-02-30", "3:34: kalynovyi-brid: «2027-02-30» не є датою; у лютому 2027 року 28 днів"),
    ("end: 2027-12-31", "end: 2027-13-01", "3:34: kalynovyi-brid: «2027-13-01» не є датою; місяців дванадцять"),
    (TERM, "term: до 31 червня 2026 року", f"22:15: kalynovyi-brid/1.2: попередження: строк «до 31 червня 2026 року» не вдалося зрозуміти; такого дня немає: у червні 30 днів; {NOT_A_TERM}"),
    (TERM, "term: 30.02.2026", f"22:15: kalynovyi-brid/1.2: попередження: строк «30.02.2026» не вдалося зрозуміти; такого дня немає: у лютому 2026 року 28 днів; {NOT_A_TERM}"),
    (TERM, "term: V квартал 2026 року", f"22:15: kalynovyi-brid/1.2: попередження: строк «V квартал 2026 року» не вдалося зрозуміти; такого кварталу немає: кварталів чотири; {NOT_A_TERM}"),
    ("        term: ІІ", "        строк: ІІ", "22:9: kalynovyi-brid/1.2: «строк» тут пишуть словом term"),
    ("        term: ІІ", "        tеrm: ІІ", "22:9: kalynovyi-brid/1.2: невідоме поле «tеrm»; наберіть «term» латинськими літерами"),
    ("[Відділ освіти", "[Відділ культури", "36:21: kalynovyi-brid/2.1: невідомий виконавець «Відділ культури» (у 2 місцях); внесіть його до executors у community.yml"),
]  # fmt: skip


def said(files: dict[str, bytes]) -> list[str]:
    """Every problem but those of the sound plan itself, without the folder."""
    found = load({**BASE, **files}).problems
    usual = {str(problem) for problem in load(BASE).problems}
    folder = "plans/kalynovyi-brid/plan-2026/"
    return [str(problem).removeprefix(folder) for problem in found if str(problem) not in usual]


@pytest.mark.parametrize(("sound", "typed", "words"), MISTAKES)
def test_a_mistake_is_told_once_with_its_cure(sound: str, typed: str, words: str) -> None:
    assert sound in SOUND
    assert said({PLAN: SOUND.replace(sound, typed).encode()}) == [f"plan.yml:{words}"]


def test_a_list_shut_above_its_items() -> None:
    reports = 'entries: []\n  - {measure: "1.3", date: 2026-06-30, status: in-progress}\n'
    words = f"progress.yml:1:10: kalynovyi-brid: {NOT_YAML}приберіть [] після «entries:»: записи стоять нижче"
    assert said({REPORTS: reports.encode()}) == [words]


SAVE_AS = "збережіть його як UTF-8: «Файл → Зберегти як → Кодування: UTF-8»"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00\xff", "1:1: kalynovyi-brid: це файл Word чи Excel, а не текст; перенесіть із нього план: plans import ФАЙЛ"),
        (SOUND.encode("cp1251"), f"1:8: kalynovyi-brid: файл не в кодуванні UTF-8; {SAVE_AS}"),
        (SOUND.encode("utf-16"), f"1:1: kalynovyi-brid: файл у кодуванні UTF-16, а не UTF-8; {SAVE_AS}"),
    ],
    ids=["word", "windows-1251", "utf-16"],
)  # fmt: skip
def test_a_file_that_is_no_plan(content: bytes, words: str) -> None:
    assert said({PLAN: content}) == [f"plan.yml:{words}"]


def test_people_read_the_row_first_and_then_see_it_with_a_caret() -> None:
    problems = load({**BASE, PLAN: SOUND.replace("        term: ІІ", "        строк: ІІ").encode()}).problems
    told = next(lines for lines in with_lines(problems) if "тут пишуть" in lines)
    assert told.startswith("рядок 22: ")


UNSEEN = [
    ("\uf06c Облаштувати пандус у бібліотеці", "у тексті знак U+F06C зі шрифту символів: на сайті це порожній квадрат; вилучіть цей знак"),
    ("Облаштувати панд\ufffdс у бібліотеці", "у «панд\ufffdс» знак «\ufffd» (U+FFFD) стоїть замість втраченої літери; впишіть її з документа"),
    ("Рџандус Сѓ Р±С–Р±Р»С–РѕС‚РµС†С–", "«Рџандус» – текст, прочитаний не в тому кодуванні; скопіюйте його з документа наново"),
    ("Oблaштyвaти пaндyc у бібліотеці", "у слові «Oблaштyвaти» латинське «O» (U+004F), «a» (U+0061), «y» (U+0079) (і ще слів: 1); пошук такого не знайде: наберіть українськими"),
    ("Облаштувати пандус у 6і6ліотеці", "у слові «6і6ліотеці» цифра «6» (U+0036) посеред літер; якщо це помилка, впишіть літеру"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "words"), UNSEEN)
def test_letters_nobody_meant_are_told_with_their_code(typed: str, words: str) -> None:
    plan = SOUND.replace("text: Облаштувати пандус у бібліотеці", f'text: "{typed}"')
    assert said({PLAN: plan.encode()}) == [f"plan.yml:21:15: kalynovyi-brid/1.2: попередження: {words}"]
