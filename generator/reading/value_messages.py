"""What is wrong with one value, in words: every kind of error that the records can meet."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.language.terms.impossible import no_such_day
from generator.model.records import record as kinds
from generator.model.records.formats import CAPTIONS, VIDEO
from generator.model.records.open_data import EDRPOU
from generator.model.records.redirects import ADDRESS, KEPT
from generator.model.records.topics import SERVICE_CODE
from generator.model.vocabulary import ActRole, NoteKind, Status
from generator.source.problem import maybe, nearest, shown
from generator.source.yaml_slips import no_bullets, word_bullet
from generator.source.yaml_source import KeyPath, Source

_DATE = "дату пишуть так: 2025-12-31"
_YES_NO = {True: "так", False: "ні"}
_EMPTY = {
    "string_type",
    "model_type",
    "tuple_type",
    "dict_type",
    "bool_type",
    "int_type",
    "date_type",
    "enum",
    "literal_error",
}
"""Kinds of error that mean «nothing is written here» when the value is none."""

# Sentences for one kind of error; `{name}` is the field, `{value}` what stands there, the rest comes from pydantic.
_WORDS = {
    "string_type": "поле «{name}» має бути текстом, а тут {what}",
    "blank": "поле «{name}» порожнє; впишіть текст або приберіть поле",
    "not_a_day": "«{value}» не є датою; " + _DATE,
    "date_type": "«{value}» не є датою; " + _DATE,
    "date_from_datetime_inexact": "«{value}» має бути датою без часу; " + _DATE,
    "far_day": "у даті «{value}» рік поза межами {first_year}–{last_year}; перевірте його",
    "sum": '«{value}» не є сумою; пишіть як у документі: "1 250,0" або риску "-"',
    "tuple_type": "поле «{name}» має бути списком: кожне значення з нового рядка після «- » або в дужках [ ]",
    "dict_type": 'поле «{name}» має бути переліком: рік: "сума"',
    "model_type": "{subject} має складатися з полів «назва: значення»; тут можуть бути: {fields}",
    "bool_type": "поле «{name}» має бути true (так) або false (ні), без лапок",
    "int_type": "поле «{name}» має бути цілим числом без лапок",
    "greater_than_equal": "«{value}» замале; найменше можливе значення: {ge}",
    "less_than_equal": "«{value}» завелике; найбільше можливе значення: {le}",
    "too_short": "поле «{name}» порожнє; впишіть хоча б одне значення",
    "sum_or_words": "рядок грошей має одне з двох: sum (сума в лапках) або words (слова замість суми)",
    "year_or_years": "у рядку грошей є і year, і years; лишіть одне: year – для одного року, years – для кількох разом",
    "total_without_sums": "у підсумку немає жодної суми; впишіть total або by_year",
    "two_approvals": "план затверджує один акт; решті актів дайте role: amendment (зміни) або repeal (скасування)",
    "empty_plan": "у плані немає жодного заходу; впишіть goals (цілі із заходами) або measures (заходи без цілей)",
    "one_parent": "орган вищого рівня називають одним із двох полів: id (з реєстру) або name (словами)",
}
_COLUMNS = 'поле «other» має бути переліком: "заголовок стовпця": "слова документа"'
_CODES = {word.words: word.value for kind in (Status, NoteKind, ActRole) for word in kind}
"""Codes by the words people read: someone may write «виконано» for `done`."""
PATTERNS = {
    kinds.SLUG: "лише малі латинські букви, цифри й дефіси між ними, як-от «sluzhba-ditei»",
    kinds.WEB_ADDRESS: "повна адреса сторінки, як-от https://rada.gov.ua/",
    kinds.EMAIL: "адреса електронної пошти, як-от rada@example.gov.ua",
    VIDEO: "файл відео – у теці content/video/, малими латинськими буквами: «video/tsil-1.mp4» або «.webm»",
    CAPTIONS: "файл субтитрів – у теці content/video/, малими латинськими буквами: «video/tsil-1.vtt»",
    kinds.KATOTTG: "код за КАТОТТГ – це UA і 17 цифр",
    EDRPOU: "код ЄДРПОУ – це вісім цифр у лапках",
    ADDRESS: "адреса на цьому сайті, від громади: nizhyn/executors/uszn/ або nizhyn/plan-2026/1-2/#m-1-2-3",
    KEPT: "рядок із addresses.txt або зразок із зірочками, як-от «nizhyn/plan-2026/1-2/» чи «**/oembed.json»",
    SERVICE_CODE: "код за класифікатором – це три цифри, крапка і цифра, як-от 015.1",
}
"""What each pattern of the records asks for."""


def in_words(source: Source, path: KeyPath, detail: ErrorDetails, record_type: type[BaseModel]) -> str:
    """Say what is wrong with a value and what to write instead; `record_type` is the record expected or around it."""
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    value, kind, context = detail["input"], detail["type"], detail.get("ctx", {})
    if "[key]" in detail["loc"]:
        return _of_key(name, value)
    if value is None and kind in _EMPTY:
        return f"поле «{name}» порожнє; впишіть значення або приберіть поле"
    spoilt = _spoilt(source, path, value) if kind in {"string_type", "model_type"} else ""
    if spoilt and kind == "model_type" and not _is_text(record_type):
        spoilt = ""
    written = shown(source.raw.get(path, value))
    if slip := spoilt or _slip(kind, value, written):
        return slip
    if kind in {"enum", "literal_error"}:
        allowed = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ").split(", ")
        meant = [_CODES[word] for word in nearest(written, _CODES, 1) if _CODES[word] in allowed]
        offer = f"; можливо, «{meant[0]}»" if meant else maybe(written, allowed)
        return f"«{written}» не годиться для поля «{name}»{offer}; дозволено: {', '.join(allowed)}"
    if kind == "string_pattern_mismatch":
        return f"«{written}» не годиться для поля «{name}»: {PATTERNS[str(context['pattern'])]}"
    of_columns = kind == "dict_type" and name == "other"
    template = _COLUMNS if of_columns else _WORDS.get(kind, "поле «{name}» має неправильне значення «{value}»")
    return template.format_map(
        {
            **context,
            "first_year": kinds.FIRST_YEAR,
            "last_year": kinds.LAST_YEAR,
            "name": name,
            "value": written,
            "what": shown(value),
            "subject": f"кожен запис поля «{name}»" if path and isinstance(path[-1], int) else f"поле «{name}»",
            "fields": ", ".join(record_type.model_fields),
        }
    )


def _slip(kind: str, value: Any, written: str) -> str:
    """Say what came from Word instead of a list, or why no calendar has a day; else nothing."""
    if kind == "tuple_type" and isinstance(value, str) and (sign := word_bullet(value)):
        return no_bullets(sign)
    why = no_such_day(written) if kind == "not_a_day" else ""
    return f"«{written}» не є датою; {why}" if why else ""


def _of_key(name: str, value: Any) -> str:
    """Say what is wrong with a key of a list of years or of columns."""
    if name == "other":
        return f"«{shown(value)}» не є заголовком стовпця; візьміть його в лапки"
    bounds = f"від {kinds.FIRST_YEAR} до {kinds.LAST_YEAR}"
    return f"«{shown(value)}» не є роком; рік пишуть чотирма цифрами без лапок, {bounds}"


def _is_text(record_type: type[BaseModel]) -> bool:
    """Return whether a record may be written as its words alone, as a term or an indicator nearly always is."""
    return "text" in record_type.model_fields and record_type.__name__ in {"TermRecord", "IndicatorRecord"}


def _spoilt(source: Source, path: KeyPath, value: Any) -> str:
    """Say what YAML did to an unquoted word that was meant as text."""
    raw = shown(source.raw.get(path, value))
    if isinstance(value, bool):
        return f'«{raw}» YAML читає як «{_YES_NO[value]}» (true або false); візьміть у лапки: "{raw}"'
    if isinstance(value, int | float):
        return f'«{raw}» YAML читає як число; візьміть у лапки: "{raw}"'
    if isinstance(value, date):
        return f'«{raw}» YAML читає як дату; візьміть у лапки: "{raw}"'
    if isinstance(value, Mapping) and len(value) == 1:
        first = shown(next(iter(value)), 40)
        return f"двокрапка після «{first}» робить із тексту поле; візьміть увесь текст у лапки"
    if isinstance(value, list):
        return "квадратні дужки або дефіс на початку роблять із тексту список; візьміть увесь текст у лапки"
    return ""
