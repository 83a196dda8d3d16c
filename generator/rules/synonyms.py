"""plans/synonyms.yml can be compiled: its sections are lists of words, each phrase keeps words that find something."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.language.words import clean, fold, stems, tokens

KEYS = {"groups", "one_way", "stop_words"}
RULE_KEYS = {"said", "written"}


@dataclass(frozen=True)
class SynonymProblem:
    """What is wrong in synonyms.yml: `path` of keys and indexes to the place, and a message for staff."""

    path: tuple[str | int, ...]
    message: str


def _phrases(value: Any, path: tuple[str | int, ...], least: int) -> list[SynonymProblem]:
    """Problems of a list of words and phrases."""
    if not isinstance(value, list):
        return [SynonymProblem(path, "тут має бути список слів")]
    problems = [
        SynonymProblem((*path, place), "тут має бути слово або кілька слів; число чи «так/ні» візьміть у лапки")
        for place, phrase in enumerate(value)
        if not isinstance(phrase, str) or not tokens(phrase)
    ]
    if len(value) < least:
        problems.append(SynonymProblem(path, f"слів замало: треба щонайменше {least}"))
    return problems


def _rule(rule: Any, path: tuple[str | int, ...]) -> list[SynonymProblem]:
    """Problems of a rule of `one_way`."""
    if not isinstance(rule, dict) or set(rule) != RULE_KEYS:
        return [SynonymProblem(path, "правило має два ключі: said (як кажуть) і written (як у планах)")]
    return [problem for key in sorted(RULE_KEYS) for problem in _phrases(rule[key], (*path, key), 1)]


def _shrunken(data: dict[Any, Any], others: Sequence[str]) -> list[SynonymProblem]:
    """Phrases of which stop words leave one word or none: they would find far more than they say."""
    stop_words = frozenset(fold(clean(entry)) for entry in (*others, *(data.get("stop_words") or ())))
    lists: list[tuple[tuple[str | int, ...], Any]] = [
        (("groups", place), group) for place, group in enumerate(_list(data, "groups"))
    ]
    for place, rule in enumerate(_list(data, "one_way")):
        lists += [(("one_way", place, key), rule[key]) for key in sorted(RULE_KEYS)]
    problems = []
    for path, phrases in lists:
        for place, phrase in enumerate(phrases):
            left = stems(phrase, stop_words)
            if len(left) <= 1 and len(left) < len(tokens(phrase)):
                message = (
                    f"у «{phrase}» пошук зважить щонайбільше на одне слово, бо решта є в stop_words: "
                    "залиште тільки це слово або приберіть рядок зі списку"
                )
                problems.append(SynonymProblem((*path, place), message))
    return problems


def _list(data: dict[Any, Any], key: str) -> list[Any]:
    value = data.get(key) or []
    return value if isinstance(value, list) else [value]


def check_synonyms(data: Any, stop_words: Sequence[str] = ()) -> list[SynonymProblem]:
    """All problems of synonyms.yml as plain data; empty when it can be compiled. `stop_words` hold beside its own."""
    if not isinstance(data, dict):
        return [SynonymProblem((), "файл має містити розділи groups, one_way і stop_words")]
    problems = [
        SynonymProblem((str(key),), f"невідомий розділ «{key}»; можливі: groups, one_way, stop_words")
        for key in data
        if key not in KEYS
    ]
    for place, group in enumerate(_list(data, "groups")):
        problems += _phrases(group, ("groups", place), 2)
    for place, rule in enumerate(_list(data, "one_way")):
        problems += _rule(rule, ("one_way", place))
    problems += _phrases(data.get("stop_words") or [], ("stop_words",), 0)
    return problems or _shrunken(data, stop_words)
