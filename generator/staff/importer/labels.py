"""Labels of goals and measures: «СТРАТЕГІЧНА ЦІЛЬ 1.», «Розділ ІІ.», «Завдання 1.1.1.», «1.1.»."""

import re
from dataclasses import dataclass

from generator.language.folding import fold_words
from generator.staff.importer.matching import roman_value, split_number
from generator.staff.importer.vocabulary import HIGHER_FIRST, LEVEL, MEASURE_LEVEL, SINGULAR

_SEPARATORS = re.compile(r"[\s.:)–—-]*")
_TOKEN = re.compile(r"[^\s.:)–—-]+")
_LONGEST_LETTER_NUMBER = 1
_LONGEST_LABEL = 200
_COLUMN_LEVEL = re.compile(
    r"(?P<adjective>стратегічна|операційна|оперативна|тактична|загальна|основна|пріоритетний|пріоритетна)?\s*"
    r"(?P<noun>підціль|ціль|напрямок|напрям|пріоритет|завдання|задача|розділ|блок|сфера|проблема|компонент|мета)(?!\w)"
    r"(?P<more> діяльності| реалізації)?"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A text split into its level word, number and title."""

    level: str
    """«Стратегічна ціль», sentence case; empty if there is none."""
    number: str
    printed: str
    """Level word and number as they stand in the document."""
    title: str


def goal_label(text: str) -> Label:
    """Split a goal's text; `level` and `number` are empty when the text begins with neither."""
    return _worded(text, LEVEL) or _number_first(text) or _numbered(text, roman=True)


def measure_label(text: str) -> Label:
    """Split a measure's text; only «Завдання», «Захід» and the like count as a level word, and only with a number."""
    worded = _worded(text, MEASURE_LEVEL)
    return worded if worded and worded.number else _numbered(text, roman=False)


def _numbered(text: str, *, roman: bool) -> Label:
    numbered = split_number(text, roman=roman)
    return Label("", numbered.number, numbered.printed, numbered.rest.strip())


def _worded(text: str, pattern: re.Pattern[str]) -> Label | None:
    head = text[:_LONGEST_LABEL].rstrip()
    folded = fold_words(head)
    match = pattern.match(folded)
    if match is None or len(folded) != len(head):
        return None
    after = text[match.end() :]
    skipped = len(after) - len(after.lstrip(" №"))
    number, length = _number_after_word(after[skipped:])
    if not number and not _stands_alone(after, two_words=" " in match["level"]):
        return None
    end = match.end() + (skipped + length if number else 0)
    end += _separators(text[end:])
    return Label(sentence_case(match["level"]), number, text[:end].strip(), text[end:].strip())


def _separators(text: str) -> int:
    match = _SEPARATORS.match(text)
    return match.end() if match else 0


def _number_after_word(text: str) -> tuple[str, int]:
    """Return the number after «ціль» and how many characters it takes: «1.2», «ІІ», «А»."""
    numbered = split_number(text, bare=True)
    if numbered.number:
        return numbered.number, len(numbered.printed)
    token = _TOKEN.match(text)
    if token is None:
        return "", 0
    word, after = token[0], text[token.end() :].lstrip()
    if word.isupper() and roman_value(word) is not None:
        return word, token.end()
    single = len(word) == _LONGEST_LETTER_NUMBER and word.isupper() and after[:1] in {".", ")", ":"}
    return (word, token.end()) if single else ("", 0)


def _stands_alone(after: str, *, two_words: bool) -> bool:
    """Return whether a level word without a number is a label: alone, before a colon, «Стратегічна ціль Розвиток …»."""
    rest = after.strip()
    if not rest or rest[0] == ":":
        return True
    if rest[0] in ".–—-":
        return two_words
    return two_words and (rest[0] in '«“"„' or (rest[0].isupper() and not rest[:2].isupper()))


def _number_first(text: str) -> Label | None:
    """Split «1.1. Операційна ціль: Назва»."""
    numbered = split_number(text, roman=True)
    if not numbered.number:
        return None
    rest = numbered.rest.strip()
    worded = _worded(rest, LEVEL)
    if worded is None or worded.number or " " not in worded.level:
        return None
    printed = f"{numbered.printed} {worded.printed}"
    return Label(worded.level, numbered.number, printed, worded.title)


def sentence_case(level: str) -> str:
    """Write a level word as «Стратегічна ціль»."""
    level = " ".join(level.split())
    return level[:1].upper() + level[1:]


def column_level(heading: str) -> str:
    """Return the level a column of goals stands for: «ОПЕРАЦІЙНІ ЦІЛІ» is «Операційна ціль»."""
    words = " ".join(SINGULAR.get(word, word) for word in fold_words(heading).split())
    match = _COLUMN_LEVEL.search(words)
    return sentence_case("".join(part for part in match.group(0)).strip()) if match else ""


def level_rank(level: str) -> int | None:
    """Return the usual height of a level (0 is highest), None for unknown ones."""
    words = fold_words(level)
    return next((rank for rank, stem in enumerate(HIGHER_FIRST) if words.startswith(stem)), None)
