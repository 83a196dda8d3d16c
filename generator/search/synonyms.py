"""plans/synonyms.yml: what residents say -> what plans say. Applied when the index is built, not when it is asked.

A document that holds a phrase of the plans' language is also listed under the everyday words for it, at a lower
weight. So a query costs nothing more, and the browser needs no list of synonyms.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.language.words import clean, fold, forms, joined, tokens, word

Phrase = tuple[str, ...]
KEYS = {"groups", "one_way", "stop_words"}
RULE_KEYS = {"said", "written"}


@dataclass(frozen=True)
class SynonymProblem:
    """What is wrong in synonyms.yml: `path` of keys and indexes to the place, and a message for staff."""

    path: tuple[str | int, ...]
    message: str


@dataclass(frozen=True)
class Synonyms:
    """Compiled synonyms.

    `keys` maps a phrase of the plans (stems) to the entries it is listed under: a stem, or stems joined by a space.
    """

    stop_words: frozenset[str]
    """Folded forms."""
    keys: Mapping[Phrase, tuple[str, ...]]
    said: tuple[str, ...] = ()
    """Single words of the list as written, lower-case: they can be misspelt too."""

    @cached_property
    def by_first(self) -> Mapping[str, tuple[tuple[Phrase, tuple[str, ...]], ...]]:
        """Phrases by their first stem, longest first."""
        found: dict[str, list[tuple[Phrase, tuple[str, ...]]]] = {}
        for phrase, keys in self.keys.items():
            found.setdefault(phrase[0], []).append((phrase, keys))
        return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}

    def content(self, text: str) -> list[str]:
        """Stems of a text without stop words (one stem a word, hyphenated words whole)."""
        first = (forms(token)[:1] for token in tokens(text))
        return [word(form).stem for shapes in first for form in shapes if form not in self.stop_words]

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Synonyms":
        """Compile a checked synonyms.yml."""
        stop_words = frozenset(fold(clean(entry)) for entry in data.get("stop_words") or ())
        bare = cls(stop_words, {})
        found: dict[Phrase, dict[str, None]] = {}

        def list_under(said: Iterable[str], written: Iterable[str]) -> None:
            keys = [tuple(bare.content(phrase)) for phrase in said]
            for target in (tuple(bare.content(phrase)) for phrase in written):
                for key in keys:
                    if key and target and key != target:
                        found.setdefault(target, {})[joined(key)] = None

        for group in data.get("groups") or ():
            list_under(group, group)
        for rule in data.get("one_way") or ():
            list_under(rule["said"], rule["written"])
        phrases = [phrase for group in data.get("groups") or () for phrase in group]
        phrases += [phrase for rule in data.get("one_way") or () for phrase in rule["said"]]
        said = {words[0] for phrase in phrases if len(words := tokens(phrase)) == 1 and "-" not in words[0]}
        return cls(stop_words, {phrase: tuple(keys) for phrase, keys in found.items()}, tuple(sorted(said)))


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


def _shrunken(data: dict[Any, Any]) -> list[SynonymProblem]:
    """Phrases of which stop words leave one word or none: they would find far more than they say."""
    synonyms = Synonyms(frozenset(fold(clean(entry)) for entry in data.get("stop_words") or ()), {})
    lists: list[tuple[tuple[str | int, ...], Any]] = [
        (("groups", place), group) for place, group in enumerate(_list(data, "groups"))
    ]
    for place, rule in enumerate(_list(data, "one_way")):
        lists += [(("one_way", place, key), rule[key]) for key in sorted(RULE_KEYS)]
    problems = []
    for path, phrases in lists:
        for place, phrase in enumerate(phrases):
            left = synonyms.content(phrase)
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


def check_synonyms(data: Any) -> list[SynonymProblem]:
    """All problems of synonyms.yml read as plain data; empty when it can be compiled."""
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
    return problems or _shrunken(data)
