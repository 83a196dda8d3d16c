"""What was typed, as words to look up: layouts, romanised words, hyphens, stop words."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from generator.language.stemming import ukrainian
from generator.language.words import CYRILLIC, LATIN, Word, clean, fold, forms, joined, tokens, word
from generator.search.reader import Scope

MOST_COMBINED = 8
"""Words of a query that are tried together."""


@dataclass(frozen=True)
class Term:
    """One word of the query: as typed, as read, and its shapes."""

    typed: str
    shape: Word
    reread: str = ""
    """The word as read in another layout or alphabet than it was typed in."""


def _terms(typed: str, texts: Iterable[str], reread: bool = False) -> list[Term]:
    shapes = ((text, word(fold(text))) for text in texts)
    return [
        Term(typed, shape, text if reread else "")
        for text, shape in shapes
        if len(shape.form) > 1 or shape.form.isdigit()
    ]


def relaid(chunk: str) -> str:
    """Read a word typed in the Latin layout by the Ukrainian keys."""
    layout = ukrainian().layout
    return "".join(layout.get(char, char) for char in chunk)


def latinised(chunk: str) -> str:
    """Read a word typed in the Ukrainian layout by the Latin keys."""
    keys: dict[str, str] = {}
    for latin, cyrillic in ukrainian().layout.items():
        keys.setdefault(cyrillic, latin)
    return "".join(keys.get(char, char) for char in chunk)


def deromanised(chunk: str) -> str:
    """Read a romanised word by Ukrainian letters, longest combinations first."""
    table = ukrainian().romanisation
    read, place = [], 0
    while place < len(chunk):
        for size in (4, 3, 2, 1):
            letters = table.get(chunk[place : place + size])
            if letters:
                read.append(letters)
                place += size
                break
        else:
            place += 1
    return "".join(read)


def _known(scope: Scope, terms: list[Term], stop_words: frozenset[str]) -> bool:
    return bool(terms) and all(term.shape.form in stop_words or scope.entry(term.shape.stem) for term in terms)


def _read_chunk(scope: Scope, chunk: str, stop_words: frozenset[str]) -> list[Term]:
    """Read one run of characters without spaces in the way in which all its words are known, else as typed."""
    plain = tokens(chunk)
    whole = _terms(chunk, (token.replace("-", "") for token in plain))
    if _known(scope, whole, stop_words):
        return whole
    if any("-" in token for token in plain):
        return [Term(chunk, word(form)) for token in plain for form in forms(token)["-" in token :]]
    lower = chunk.lower()
    if CYRILLIC.search(lower):
        latin = _terms(chunk, tokens(latinised(lower)), reread=True)
        reread = not LATIN.search(lower) and LATIN.search(latinised(lower)) and _known(scope, latin, frozenset())
        return latin if reread else whole
    if not LATIN.search(lower):
        return whole
    other_keys = _terms(chunk, tokens(relaid(lower)), reread=True)
    other_letters = _terms(chunk, tokens(deromanised(clean(lower))), reread=True)
    romanised = not _known(scope, other_keys, stop_words) and _known(scope, other_letters, stop_words)
    return other_letters if romanised else other_keys


def read_query(scope: Scope, query: str, stop_words: frozenset[str]) -> list[Term]:
    """Words of a query that say something, each stem as first typed; all of them if only stop words were typed."""
    terms = [term for chunk in query.split() for term in _read_chunk(scope, chunk, stop_words)]
    telling = [term for term in terms if term.shape.form not in stop_words] or terms
    first: dict[str, Term] = {}
    for term in telling:
        first.setdefault(term.shape.stem, term)
    return list(first.values())


def phrases(terms: list[Term]) -> list[tuple[tuple[int, ...], str]]:
    """Pairs and triples of a query's words, and runs of four, as joined stems: (places, key). Order does not matter."""
    places = range(min(len(terms), MOST_COMBINED))
    chosen = [*combinations(places, 2), *combinations(places, 3), *(tuple(places[at : at + 4]) for at in places[:-3])]
    return [(places, joined(terms[place].shape.stem for place in places)) for places in chosen]
