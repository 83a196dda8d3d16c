"""From a word as it stands in a plan to its meaning: exact form, abbreviation, or a form one slip away."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from generator.language.letters import folded, shortened, within_one_edit
from generator.language.terms.term import Recurrence
from generator.language.terms.vocabulary import Cat, Value, entries

Meaning = tuple[Cat, Value]

_SHORTEST_FORM_WITH_TYPO = 5
_ANY_LETTER_FROM = 6  # a slip in the first letter is believed only in words of this length or more
_SHORTEST_ABBREVIATION = 3
_ABBREVIATED = (Cat.MONTH, Cat.QUARTER, Cat.HALF, Cat.MONTH_WORD, Cat.SCHOOL, Cat.THIS, Cat.WEEK)
_EVERY_UNIT = {
    Cat.WEEKDAY: Recurrence.WEEKLY,
    Cat.WEEK: Recurrence.WEEKLY,
    Cat.MONTH_WORD: Recurrence.MONTHLY,
    Cat.QUARTER: Recurrence.QUARTERLY,
    Cat.HALF: Recurrence.HALF_YEARLY,
    Cat.YEAR: Recurrence.YEARLY,
}


@cache
def _forms() -> dict[str, Meaning]:
    return {folded(form): (cat, value) for form, cat, value in entries()}


@cache
def _forms_by_shortened() -> dict[str, frozenset[str]]:
    index: defaultdict[str, set[str]] = defaultdict(set)
    for form in _forms():
        if len(form) >= _SHORTEST_FORM_WITH_TYPO:
            for key in shortened(form):
                index[key].add(form)
    return {key: frozenset(forms) for key, forms in index.items()}


@lru_cache(maxsize=4096)
def meanings(word: str) -> tuple[Meaning, ...]:
    """Return what a folded word says: one meaning, two for «щовесни» (every; spring), none for an unknown word."""
    found = _forms().get(word) or _of_every(word)
    if isinstance(found, list):
        return tuple(found)
    found = found or _of_misspelt(word) or _of_abbreviation(word)
    if found:
        return (found,)
    return tuple(_of_every(word, exact=False) or ())


def _of_every(word: str, *, exact: bool = True) -> list[Meaning] | None:
    if not word.startswith("що") or len(word) <= _SHORTEST_FORM_WITH_TYPO:
        return None
    rest = word.removeprefix("що")
    unit = _forms().get(rest) if exact else _of_misspelt(rest)
    if unit is None:
        return None
    if unit[0] in (Cat.MONTH, Cat.SEASON):
        return [(Cat.EVERY, Recurrence.YEARLY), unit]
    if unit[0] in _EVERY_UNIT:
        return [(Cat.EVERY, _EVERY_UNIT[unit[0]])]
    return None


def _of_misspelt(word: str) -> Meaning | None:
    """Return the only meaning one slip away; None when there are none or several."""
    if len(word) < _SHORTEST_FORM_WITH_TYPO - 1:
        return None
    index = _forms_by_shortened()
    near = {form for key in shortened(word) for form in index.get(key, ()) if within_one_edit(word, form)}
    alike = {form for form in near if form[0] == word[0]}
    near = alike or {form for form in near if len(form) >= _ANY_LETTER_FROM}
    found = {_forms()[form] for form in near}
    return found.pop() if len(found) == 1 else None


def _of_abbreviation(word: str) -> Meaning | None:
    """Return the meaning whose forms alone begin with these letters: «кварт», «листоп», «вересн»."""
    if len(word) < _SHORTEST_ABBREVIATION:
        return None
    found = {m for form, m in _forms().items() if m[0] in _ABBREVIATED and form.startswith(word)}
    return found.pop() if len(found) == 1 else None
