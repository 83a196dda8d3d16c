"""A report belongs to a promise and not to a number: it does not slide when the text under the number changes."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model.promise import digest_in, digest_of, mark_of, words_in
from generator.rules.load import load
from generator.source.disk import read_files
from generator.source.problem import Severity
from project import ROOT

SOUND = read_files(ROOT / "tests/bad_input/sound/plans")
PLAN, REPORTS = "nizhyn/plan-2025/plan.yml", "nizhyn/plan-2025/progress.yml"
ASK, PUBLISH = "Опитати мешканців", "Оприлюднити результати"
TODAY = date(2026, 1, 1)


def said(*pairs: tuple[str, str], mark: str = f'promise: "{mark_of(ASK)}", ', number: str = "1.1.1") -> list[str]:
    text = SOUND[PLAN].decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    entry = f"  - {{measure: {number}, {mark}date: 2025-09-30, status: in-progress}}\n"
    files = {**SOUND, PLAN: text.encode(), REPORTS: f"entries:\n{entry}".encode()}
    return [str(one).removeprefix(f"plans/{REPORTS}:") for one in load(files, as_of=TODAY).problems]


def test_a_mark_has_the_first_words_and_lasts() -> None:
    """These digests stand in files of communities: they never change."""
    assert mark_of(ASK) == "Опитати мешканців [010c65ad]"
    long = "Забезпечувати систематичне [щоквартальне] опитування мешканців громади щодо послуг"
    assert mark_of(long) == "Забезпечувати систематичне щоквартальне… [9a7d76d2]"
    assert (words_in(mark_of(long)), digest_in(mark_of(long))) == (
        "Забезпечувати систематичне щоквартальне…",
        digest_of(long),
    )
    assert digest_in("Опитати мешканців") is None


@pytest.mark.parametrize(
    "text", ["опитати  мешканців.", "Опитати\nмешканців", "«Опитати мешканців»", "Oпитати мешкaнців"]
)
def test_signs_spaces_case_and_letters_that_look_alike_do_not_count(text: str) -> None:
    assert digest_of(text) == digest_of(ASK)


def test_a_report_under_its_own_text_or_without_a_mark_is_fine() -> None:
    assert said() == []
    assert said(mark="") == []
    assert said((ASK, f"{ASK}."), ("number: 1.1.2\n", "number: 1.1.3\n")) == []


def test_swapped_texts_are_told_with_the_number_of_today() -> None:
    swap = ((ASK, "…"), (PUBLISH, ASK), ("…", PUBLISH))
    assert said(*swap) == [
        (
            "2:31: nizhyn/1.1.1: звіт дано про «Опитати мешканців», а під номером 1.1.1 тепер «Оприлюднити результати»; "
            "той захід має тепер номер 1.1.2: впишіть його в поле measure"
        )
    ]
    assert said(*swap, mark="") == [], "an old report says nothing of its text"


def test_other_words_are_confirmed_or_looked_for() -> None:
    assert said((ASK, "Опитати всіх мешканців")) == [
        (
            "2:31: nizhyn/1.1.1: звіт дано про «Опитати мешканців», а під номером 1.1.1 тепер «Опитати всіх мешканців»; "
            "якщо виправлено лише слова, підтвердьте: plans promises nizhyn/plan-2025 --confirm 1.1.1; якщо це інший захід, знайдіть той, про "
            "який ідеться, і впишіть його номер у поле measure"
        )
    ]


def test_a_number_that_is_no_more_is_told_with_what_the_report_was_about() -> None:
    lost = "2:15: nizhyn/1.1.1: заходу «1.1.1» у плані немає; звіт дано про «Опитати мешканців»"
    (moved,) = said(("number: 1.1.1\n", "number: 1.1.9\n"))
    assert moved == f"{lost}, а цей захід має тепер номер 1.1.9: впишіть його"
    (gone,) = said(("number: 1.1.1\n            text: Опитати мешканців", "number: 1.1.9\n            text: Інше"))
    assert gone == f"{lost}; якщо захід вилучено з плану, лишіть його там із полем removed"


def test_a_mark_that_is_none_is_only_warned_of() -> None:
    assert said(mark="promise: Опитати мешканців, ") == [
        (
            "2:31: nizhyn/1.1.1: попередження: позначка «Опитати мешканців» не читається: вона закінчується на 8 знаків у "
            'дужках; перепишіть її: promise: "Опитати мешканців [010c65ad]"'
        )
    ]


MERGED = f'status: merged, into: 1.1.2, into_promise: "{mark_of(PUBLISH)}", '


def merged(*pairs: tuple[str, str], more: str = MERGED, promise: str = f'promise: "{mark_of(ASK)}", ') -> list[str]:
    text = SOUND[PLAN].decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    entry = f"  - {{measure: 1.1.1, {promise}{more}date: 2025-09-30}}\n"
    files = {**SOUND, PLAN: text.encode(), REPORTS: f"entries:\n{entry}".encode()}
    return [
        one.message if one.severity is Severity.ERROR else f"попередження: {one.message}"
        for one in load(files, as_of=TODAY).problems
    ]


def test_what_took_a_measure_does_not_slide_either() -> None:
    assert merged() == []
    head = "захід об’єднано з «Оприлюднити результати», а під номером 1.1.2 тепер"
    (changed,) = merged((PUBLISH, "Видати довідник"))
    assert changed == (
        f"{head} «Видати довідник»; якщо виправлено лише слова, підтвердьте: plans promises nizhyn/plan-2025 --confirm 1.1.2; "
        "якщо це інший захід, знайдіть той, про який ідеться, і впишіть його номер у поле into"
    )
    (moved,) = merged((PUBLISH, "…"), (ASK, PUBLISH), ("…", ASK), promise="")
    assert moved == f"{head} «{ASK}»; той захід має тепер номер 1.1.1: впишіть його в поле into"


def test_what_took_a_measure_and_is_no_more_is_told_with_its_words() -> None:
    lost = "заходу «1.1.2» у плані немає; захід об’єднано з «Оприлюднити результати»"
    (moved,) = merged(("number: 1.1.2\n", "number: 1.1.3\n"))
    assert moved == f"{lost}, а цей захід має тепер номер 1.1.3: впишіть його"


def test_a_mark_of_what_took_a_measure_that_is_none_is_only_warned_of() -> None:
    (said,) = merged(more="status: merged, into: 1.1.2, into_promise: Оприлюднити, ")
    assert said.startswith("попередження: позначка «Оприлюднити» не читається")
    assert said.endswith('into_promise: "Оприлюднити результати [' + digest_of(PUBLISH) + ']"')
