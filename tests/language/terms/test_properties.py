"""What holds for every term, whatever its words."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.language.months import MONTHS_GENITIVE, MONTHS_NOMINATIVE
from generator.language.terms import (
    Recurrence,
    TermKind,
    date_in_words,
    describe,
    occurrences,
    parse_term,
    range_in_words,
)
from project import plain, tries

PHRASES = [p["text"] for p in plain(Path(__file__).with_name("golden.yml").read_text(encoding="utf-8"))]
READABLE = [text for text in PHRASES if parse_term(text).kind is not TermKind.UNKNOWN]
LOOK_ALIKES = dict(zip("аАсСеЕіІоОрРхХуМТКВНк", "aAcCeEiIoOpPxXyMTKBHk", strict=True)) | {"V": "V", "I": "І", "X": "Х"}
DASHES = "-‐‑‒–—―−"
SPACES = (" ", "  ", "\u00a0", "\n", "\t", " \n ", "\u2009", "\f", "\r\n")
DATES = st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31))
WORDS = sorted({word for text in PHRASES for word in text.split()})


def reading(text, year=None):
    return list(parse_term(text, year).as_dict().values())[1:]


@given(st.text(max_size=60), st.none() | st.integers())
@settings(max_examples=tries(500))
def test_no_text_makes_it_raise(text, year):
    term = parse_term(text, year)
    assert term.text == text
    describe(term)


@given(st.lists(st.sampled_from([*WORDS, "-", ",", "з", "до", "по", "(", ")", "І", "31", "29 лютого"]), max_size=9))
@settings(max_examples=tries(500))
def test_no_mixture_of_real_words_makes_it_raise_or_end_before_it_starts(words):
    for year in (None, 2025, 1, 9999):
        term = parse_term(" ".join(words), year)
        describe(term)
        assert not (term.start and term.end) or term.start <= term.end
        assert (term.recurrence is None) or term.kind is TermKind.RECURRING
        assert (term.window_start is None) == (term.window_end is None)
        for begun, ended in occurrences(term, date(2024, 1, 1), date(2026, 12, 31)):
            assert begun <= ended


@given(st.sampled_from(READABLE), st.data())
@settings(max_examples=tries(300))
def test_letters_that_look_alike_read_alike(text, data):
    changed = "".join(LOOK_ALIKES[char] if char in LOOK_ALIKES and data.draw(st.booleans()) else char for char in text)
    assert reading(changed) == reading(text)


@given(st.sampled_from(READABLE), st.sampled_from(DASHES))
def test_every_dash_reads_alike(text, dash):
    changed = "".join(dash if char in DASHES else char for char in text)
    assert reading(changed) == reading(text)


@given(st.sampled_from([text for text in READABLE if "[" not in text]), st.data())
@settings(max_examples=tries(300))
def test_every_space_reads_alike(text, data):
    changed = "".join(data.draw(st.sampled_from(SPACES)) if char.isspace() else char for char in text)
    assert reading(f" {changed}\n") == reading(text)


def test_case_does_not_matter():
    assert [text for text in READABLE if not reading(text.upper()) == reading(text.lower()) == reading(text)] == []


@given(
    st.sampled_from(["ІV квартал 2025 року", "постійно", "протягом 2026 року", "щомісяця", "вересень 2025 року"]),
    st.data(),
)
@settings(max_examples=tries(400))
def test_one_slip_in_a_word_does_not_matter(text, data):
    words = text.split()
    n = data.draw(st.sampled_from([n for n, word in enumerate(words) if len(word) > 5 and word.isalpha()]))
    place = data.draw(st.integers(1, len(words[n]) - 1))
    letter = data.draw(st.sampled_from(["", "о", "ж", words[n][place - 1]]))
    words[n] = words[n][:place] + letter + words[n][place + data.draw(st.integers(0, 1)) :]
    assert reading(" ".join(words)) == reading(text)


@given(DATES)
def test_a_deadline_in_words_or_figures_is_that_day(day):
    for words in (
        date_in_words(day),
        f"{day:%d.%m.%Y}",
        f"{day:%d.%m.%Y} р.",
        day.isoformat(),
        f"{day.day}.{day.month}.{day.year}",
    ):
        term = parse_term(f"до {words}")
        assert (term.kind, term.start, term.end) == (TermKind.DEADLINE, None, day)


@given(DATES, DATES)
def test_a_range_in_words_is_read_back(first, last):
    assume(first < last)
    term = parse_term(range_in_words(first, last))
    assert (term.kind, term.start, term.end) == (TermKind.PERIOD, first, last)


@given(st.integers(2000, 2090), st.integers(1, 12), st.integers(0, 30))
def test_a_range_of_months_begins_and_ends_with_them(year, month, length):
    end_year, end_month = divmod(year * 12 + month - 1 + length, 12)
    end_month += 1
    text = f"{MONTHS_NOMINATIVE[month - 1]} {year} – {MONTHS_NOMINATIVE[end_month - 1]} {end_year} року"
    term = parse_term(text)
    assert term.start == date(year, month, 1)
    assert term.end is not None
    assert (term.end.year, term.end.month) == (end_year, end_month)
    assert (term.end + timedelta(days=1)).day == 1


@given(st.integers(1, 4), st.integers(1, 4), st.integers(2000, 2090), st.sampled_from(["квартал", "кв.", "квартали"]))
def test_quarters_in_any_numerals_read_alike(first, last, year, word):
    assume(first < last)
    roman, cyrillic = ["I", "II", "III", "IV"], ["І", "ІІ", "ІІІ", "ІV"]
    readings = [
        reading(f"{a}-{b} {word} {year} року")
        for a, b in (
            (roman[first - 1], roman[last - 1]),
            (cyrillic[first - 1], cyrillic[last - 1]),
            (str(first), str(last)),
            (roman[first - 1], cyrillic[last - 1]),
        )
    ]
    assert readings[0][1] == date(year, 3 * first - 2, 1).isoformat()
    assert all(one == readings[0] for one in readings)


@given(st.sampled_from(PHRASES), st.none() | st.integers(2020, 2030))
def test_a_description_says_the_same_dates_as_the_words(text, year):
    term = parse_term(text, year)
    said = describe(term)
    if said is None or term.kind is TermKind.CONDITIONAL:
        return
    again = parse_term(said)
    assert (again.start, again.end, again.recurrence) == (term.start, term.end, term.recurrence)
    assert (again.window_start, again.window_end) == (term.window_start, term.window_end)
    assert again.kind is term.kind or (term.kind is TermKind.PERIOD and term.start == term.end)


@given(st.integers(1, 12), st.integers(1, 28))
def test_a_yearly_deadline_opens_on_the_first_of_january(month, day):
    term = parse_term(f"Щороку до {day} {MONTHS_GENITIVE[month - 1]}")
    assert (term.recurrence, term.window_start) == (Recurrence.YEARLY, "01-01")
    assert term.window_end == f"{month:02}-{day:02}"
