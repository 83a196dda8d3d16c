"""One cell of a filled form to one value; what can't be understood is told in words, with what is allowed."""

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from generator.language.folding import fold_words
from generator.language.months import MONTHS_GENITIVE
from generator.model.plan import Measure, Plan
from generator.model.records.record import FIRST_YEAR, LAST_YEAR
from generator.model.vocabulary import Status
from generator.reading.references import id_of
from generator.source.problem import maybe, shown
from generator.staff.reporting.answer import evidence_items, one_line, visible
from generator.staff.reporting.status_words import UNDER_WAY, what_it_may_mean

CellValue = str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta | None

_MOST_MONEY = Decimal(10) ** 12
_SMALLEST_MONEY = Decimal("0.00001")
DAY_ZERO = dt.date(1899, 12, 30)
"""The day that Excel counts from."""
_LIKELY_SERIALS = range(33_000, 74_000)
"""Day numbers of Excel from 1990 to 2102: a date that lost its format."""

_NUMERIC = re.compile(r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4}|\d{2})")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:T00:00:00|\s+00:00:00)?")
_WORDS = re.compile(rf"(?P<day>\d{{1,2}})\s+(?P<name>{'|'.join(MONTHS_GENITIVE)})\s+(?P<year>\d{{4}})")
_QUOTED = re.compile(r"^«|…?»$")
_FEWEST_LETTERS = 6
"""Letters by which the words of a measure without a number tell it from others."""
_YEAR_WORD = re.compile(r"\s*(?:року|р\.?)$")
_SUM = re.compile(
    r"(?P<about>~?)\s*(?P<whole>\d{1,3}(?:[\s'’]\d{3})+|\d+)(?:[.,](?P<part>\d+))?\s*(?P<unit>[^\d.,\s].*)?"
)


class CellProblem(Exception):  # noqa: N818 - a problem of what was typed, as everywhere in this project
    """A cell can't be understood; the message (Ukrainian) says why and what is allowed."""


def as_text(value: CellValue) -> str:
    """Return a cell's value as a person sees it; line ends are kept."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "так" if value else "ні"
    if isinstance(value, dt.datetime):
        return f"{value:%d.%m.%Y}" if value.time() == dt.time() else f"{value:%d.%m.%Y %H:%M}"
    if isinstance(value, dt.date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.15g}"
    return visible(str(value)).strip()


def read_text(value: CellValue) -> str | None:
    """Read a cell as one paragraph; a lone dash is nothing."""
    return one_line(as_text(value))


def read_evidence(value: CellValue) -> tuple[str, ...]:
    """Read a cell as pieces of evidence."""
    return evidence_items(as_text(value))


def read_status(value: CellValue) -> tuple[Status | None, str | None]:
    """Read a status by its Ukrainian words or its code; beside it the words as written where they are others."""
    text = read_text(value)
    if text is None:
        return None, None
    folded = fold_words(text).rstrip(".;,").strip()
    for status in Status:
        if folded in {fold_words(status.words).rstrip(".;,").strip(), status.value}:
            return status, None
    if folded in UNDER_WAY:
        return Status.IN_PROGRESS, text
    allowed = [status.words for status in Status]
    meaning = what_it_may_mean(folded)
    if meaning:
        raise CellProblem(meaning)
    raise CellProblem(f"«{shown(text)}» – не статус{maybe(text, allowed)}; дозволено: {', '.join(allowed)}")


def read_day(value: CellValue) -> dt.date | None:
    """Read a date: an Excel date, «31.10.2025», «31 жовтня 2025 року» or «2025-10-31»."""
    if isinstance(value, dt.datetime):
        value = value.date()
    if not isinstance(value, dt.date):
        text = read_text(value)
        if text is None:
            return None
        value = _typed_day(text)
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise CellProblem(f"дата {value:%d.%m.%Y} неможлива; дозволено роки від {FIRST_YEAR} до {LAST_YEAR}")
    return value


def read_sum(value: CellValue, unit: str) -> str | None:
    """Read money in the plan's unit: a number, or text with commas, spaces and the unit's name."""
    if isinstance(value, bool | dt.date | dt.time | dt.timedelta):
        raise CellProblem(f"«{as_text(value)}» – не сума; пишіть числом: 12,5")
    if isinstance(value, int | float):
        return _typed_number(Decimal(str(value)))
    text = read_text(value)
    if text is None:
        return None
    match = _SUM.fullmatch(text)
    if match is None:
        raise CellProblem(f"«{shown(text)}» – не сума; пишіть числом, одиниця – {unit}: 12,5")
    if match["unit"] and _bare(match["unit"]) != _bare(unit):
        raise CellProblem(f"«{shown(text)}»: одиниця цього стовпця – {unit}; перерахуйте і впишіть саме число")
    whole = re.sub(r"[\s'’]", "", match["whole"])
    return match["about"] + _typed_number(Decimal(f"{whole}.{match['part'] or ''}"))


def read_target(value: CellValue, plan: Plan) -> str | None:
    """Read which measure another was merged with, by number or id; gives its id."""
    if isinstance(value, dt.date):
        raise CellProblem("Excel прочитав номер як дату; поставте клітинці формат «Текст» і впишіть номер наново")
    text = read_text(value)
    if text is None:
        return None
    bare = re.sub(r"^(?:захід|завдання|№|із|з)\s+", "", text, flags=re.IGNORECASE).rstrip(".")
    measures = list(plan.all_measures())
    if any(measure.id == bare for measure in measures):
        return bare
    found = _named(bare, measures)
    if len(found) == 1:
        return found[0]
    if found:
        called = "номер" if id_of(bare) else "слова"
        raise CellProblem(
            f"{called} «{shown(text)}» мають кілька заходів; впишіть код одного з них: {', '.join(found)}"
        )
    known = [item.record.number or item.record.text for item in measures]
    raise CellProblem(f"заходу «{shown(text)}» у плані немає{maybe(bare, known)}")


def _named(typed: str, measures: Sequence[Measure]) -> list[str]:
    """Return the ids of measures of this number or name, else of those without a number whose words begin so."""
    wanted, words = id_of(typed) or typed, fold_words(_QUOTED.sub("", typed))
    exact = [one.id for one in measures if (id_of(one.record.number) if one.record.number else one.called) == wanted]
    if exact or len(words) < _FEWEST_LETTERS:
        return exact
    unnumbered = (one for one in measures if one.record.number is None)
    return [one.id for one in unnumbered if fold_words(one.record.text).startswith(words)]


def _typed_day(text: str) -> dt.date:
    bare = _YEAR_WORD.sub("", text.casefold())
    match = _NUMERIC.fullmatch(bare) or _ISO.fullmatch(bare) or _WORDS.fullmatch(bare)
    if match is None:
        raise CellProblem(f"«{shown(text)}» – не дата{_serial(text)}; дату пишуть так: 31.10.2025")
    parts = match.groupdict()
    month = MONTHS_GENITIVE.index(parts["name"]) + 1 if parts.get("name") else int(parts["month"])
    year = int(parts["year"]) + (2000 if len(parts["year"]) == 2 else 0)  # noqa: PLR2004 - «25» is 2025
    try:
        return dt.date(year, month, int(parts["day"]))
    except ValueError:
        raise CellProblem(f"дати «{shown(text)}» у календарі немає; дату пишуть так: 31.10.2025") from None


def _serial(text: str) -> str:
    if text.isascii() and text.isdigit() and len(text) == 5 and int(text) in _LIKELY_SERIALS:  # noqa: PLR2004
        return f"; можливо, {DAY_ZERO + dt.timedelta(int(text)):%d.%m.%Y}: клітинка втратила формат дати"
    return ""


def _typed_number(value: Decimal) -> str:
    """Write a sum as these documents print sums: «1 250,5»."""
    if not value.is_finite() or value < 0 or value >= _MOST_MONEY:
        raise CellProblem("сума має бути числом від нуля до трильйона")
    try:
        rounded = value.quantize(_SMALLEST_MONEY) if -int(value.as_tuple().exponent) > 5 else value  # noqa: PLR2004
    except InvalidOperation:
        raise CellProblem("сума має бути числом від нуля до трильйона") from None
    written = f"{rounded:,f}"
    if "." in written and rounded != value:
        written = written.rstrip("0").rstrip(".")
    written = written.removesuffix(".0")
    return written.replace(",", " ").replace(".", ",")


def _bare(unit: str) -> str:
    words = re.sub(r"[\s.]", "", unit.casefold())
    return words.replace("тисяч", "тис").replace("гривень", "грн").replace("мільйонів", "млн")
