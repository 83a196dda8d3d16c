"""Letters nobody meant, in every text of a plan: a reader, a search, a screen reader takes them for something else."""

from collections.abc import Iterator
from typing import Any

from generator.language.strange_letters import Strange, Strangeness, strange_letters
from generator.model.plan import Plan
from generator.rules.finding import warning_at
from generator.source.problem import Problem, Severity, shown
from generator.source.yaml_source import KeyPath, Source


def texts_have_their_own_letters(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn of strange letters; in the names of executors the registry tells of them."""
    for path, record, text in _values(source.data, (), plan.id):
        if "executors" not in path or "columns" in path:
            for strange in strange_letters(text):
                yield warning_at(source, path, record, _said(strange))
    for narrative in plan.texts:
        place, record = narrative.place, f"{plan.community}/text/{narrative.name}"
        for number, line in enumerate(narrative.body.split("\n")):
            for strange in strange_letters(line):
                yield Problem(place.file, place.line + number, 1, record, _said(strange), Severity.WARNING)


def _values(data: Any, path: KeyPath, record: str) -> Iterator[tuple[KeyPath, str, str]]:
    """Return every text of the file with its place and the goal or measure it belongs to."""
    if isinstance(data, str):
        yield path, record, data
    elif isinstance(data, dict):
        number = data.get("number") or data.get("id") if {"goals", "measures"} & {*path} else None
        own = f"{record.split('/', 1)[0]}/{shown(number, 60)}" if isinstance(number, str) else record
        for key, value in data.items():
            yield from _values(value, (*path, key), own)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _values(value, (*path, index), record)


def _said(strange: Strange) -> str:
    codes = _codes(strange)
    word = shown(strange.words[0]) if strange.words else ""
    match strange.kind:
        case Strangeness.SYMBOL:
            return f"у тексті {codes} зі шрифту символів: на сайті це порожній квадрат; вилучіть цей знак"
        case Strangeness.LOST:
            return f"у «{word}» знак {codes} стоїть замість втраченої літери; впишіть її з документа"
        case Strangeness.MISREAD:
            return f"«{word}» – текст, прочитаний не в тому кодуванні; скопіюйте його з документа наново"
        case Strangeness.APART:
            there = f"у слові «{word}» літеру набрано двома знаками, другий з них {codes}{_more(strange)}"
            return f"{there}; пошук такого не знайде"
        case Strangeness.LATIN:
            return f"у слові «{word}» латинське {codes}{_more(strange)}; пошук такого не знайде: наберіть українськими"
        case Strangeness.DIGIT:
            return f"у слові «{word}» цифра {codes}{_more(strange)} посеред літер; якщо це помилка, впишіть літеру"


def _codes(strange: Strange) -> str:
    """Name letters with their codes: «a» (U+0061); a sign that can't be seen by its code alone."""
    if strange.kind is Strangeness.APART:
        return f"U+{ord(strange.letters[0]):04X}"
    if strange.kind is Strangeness.SYMBOL:
        return "знак " + ", ".join(f"U+{ord(letter):04X}" for letter in strange.letters)
    return ", ".join(f"«{letter}» (U+{ord(letter):04X})" for letter in strange.letters)


def _more(strange: Strange) -> str:
    others = len(strange.words) - 1
    return f" (і ще слів: {others})" if others else ""
