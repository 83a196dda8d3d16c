"""Asking the index: the same answer as the browser's engine gives, piece for piece.

A word is looked up as it stands, as a beginning, with one slip, by its longest known beginning, with two slips.
A document's score adds up rarity × impact over the words it holds, and falls with the share of the query it leaves out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.language.stemming import ukrainian
from generator.search.postings import decode_documents, decode_postings
from generator.search.query import Term, phrases, read_query
from generator.search.reader import Entry, PieceReader, Scope, extra_of
from generator.search.spelling import longest_beginning, near

EXACT: Final = 10
BEGINNING: Final = 9
SLIP: Final = 6
GUESS: Final = 5
MOST: Final = 280
"""The most a word counts in the share of the query that is covered."""
UNKNOWN: Final = 150
"""What a word counts there that the plans do not hold: in a whole sentence most such words only join the others."""
LEAST_COVERED: Final = 0.25
LEAST_OF_BEST: Final = 0.12
LEAST_SURE: Final = 10_000
"""A weaker best answer to a query with unknown or guessed words is chance; so are guesses beside words nobody knows."""
FLOOR: Final = 0.3
"""What is left of the score of a document that covers next to nothing."""
BEGINNINGS: Final = 12
SHORTEST_BEGINNING: Final = 3
NAMED: Final = 3
"""Communities looked into when the query names them."""


@dataclass(frozen=True)
class Found:
    """One result, best first in an answer."""

    kind: str
    url: str
    title: str
    context: str
    snippet: str
    community_name: str
    number: int
    score: float


@dataclass(frozen=True)
class Answer:
    """What a query found. `meant` pairs what was typed with what was looked for instead."""

    found: tuple[Found, ...] = ()
    total: int = 0
    more: bool = False
    """There are more than `total`: lists of very common words are shortened in the whole country."""
    meant: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()
    indirect: tuple[str, ...] = ()
    """Words the plans do not hold; what was found says the same in other words."""
    communities: tuple[str, ...] = ()
    """Those the query names; what they hold comes first."""
    silent: tuple[str, ...] = ()
    """Those of them where nothing was found."""
    marks: frozenset[str] = frozenset()


@dataclass
class Looked:
    """One word of the query after it was looked up."""

    term: Term
    rarity: int = UNKNOWN
    documents: dict[int, int] = field(default_factory=dict)
    """Document -> impact × how sure the reading is."""
    meant: str = ""
    marks: set[str] = field(default_factory=set)
    shortened: bool = False
    direct: bool = False
    """Some document holds the word itself."""

    @property
    def unsure(self) -> bool:
        """The plans do not hold the word as it was typed, nor in another layout."""
        return not self.documents or bool(self.meant and not self.term.reread)

    def take(self, key: str, entry: Entry, sure: int) -> None:
        """Add an entry's documents."""
        self.rarity = min(self.rarity, entry[0]) if self.documents else entry[0]
        extra = extra_of(entry)
        self.marks.update(key.split(" "), extra.get("m", "").split())
        self.shortened = self.shortened or "t" in extra
        self.direct = self.direct or "i" not in extra
        for document, impact in decode_postings(entry[1]):
            self.documents[document] = max(self.documents.get(document, 0), impact * sure)


def look_up(reader: PieceReader, scope: Scope, term: Term) -> Looked:
    """Find a word's documents by the first reading that has any."""
    looked, shape = Looked(term, meant=term.reread), term.shape
    entry = scope.entry(shape.stem)
    if entry and entry[1]:
        looked.take(shape.stem, entry, EXACT)
        return looked
    if len(shape.form) < SHORTEST_BEGINNING or not shape.form.isalpha():
        return looked
    begun = sorted((found[0], key) for key, found in scope.beginning_with(shape.form) if found[1])
    for _, key in begun[:BEGINNINGS]:
        looked.take(key, scope.entry(key) or [], BEGINNING)
    if not begun and shape.form not in ukrainian().irregular:
        _guess(reader, scope, looked)
    return looked


def _guess(reader: PieceReader, scope: Scope, looked: Looked) -> None:
    """Take what may have been meant."""
    form = looked.term.shape.form
    sure, guesses = SLIP, near(reader, scope, form, 1)
    if not guesses:
        sure, guesses = GUESS, longest_beginning(scope, form) or near(reader, scope, form, 2)
    for guess in guesses:
        looked.take(guess.stem, scope.entry(guess.stem) or [], sure)
    if guesses:
        looked.meant = guesses[0].shown


@dataclass
class Ranked:
    """Documents of one scope for some words, before results are read."""

    looked: list[Looked]
    scores: dict[int, float]

    @property
    def order(self) -> list[int]:
        """Best first; equals by number."""
        return sorted(self.scores, key=lambda document: (-self.scores[document], document))


def rank(reader: PieceReader, scope: Scope, terms: list[Term], allowed: set[int] | None) -> Ranked:
    """Score the documents of a scope; `allowed` are those the filters leave (None: all)."""
    looked = [look_up(reader, scope, term) for term in terms]
    for places, key in phrases(terms):
        entry = scope.entry(key)
        if entry and entry[1]:
            for one in (looked[place] for place in places):
                one.take(key, entry, EXACT)
                one.meant = ""
    whole = sum(min(one.rarity, MOST) for one in looked)
    sums: dict[int, int] = {}
    covered: dict[int, int] = {}
    for one in looked:
        for document, strength in one.documents.items():
            if allowed is None or document in allowed:
                sums[document] = sums.get(document, 0) + one.rarity * strength
                covered[document] = covered.get(document, 0) + min(one.rarity, MOST)
    scores: dict[int, float] = {}
    for document, total in sums.items():
        share = covered[document] / whole if whole else 0
        if share >= LEAST_COVERED:
            scores[document] = total * (FLOOR + (1 - FLOOR) * share * share)
    best = max(scores.values(), default=0)
    unsure = [one for one in looked if one.unsure]
    if unsure and (best < LEAST_SURE or (len(unsure) == len(looked) and any(not one.documents for one in unsure))):
        return Ranked(looked, {})
    least = best * LEAST_OF_BEST
    return Ranked(looked, {document: score for document, score in scores.items() if score >= least})


def _allowed(scope: Scope, filters: Mapping[str, str]) -> set[int] | None:
    """Documents that pass every filter (`a`, `e`, `s`, `state`, `year`); None without filters."""
    allowed: set[int] | None = None
    for name in sorted(filters):
        if filters[name]:
            entry = scope.entry(f"@{name}={filters[name]}")
            documents = set(decode_documents(entry[1])) if entry else set()
            allowed = documents if allowed is None else allowed & documents
    return allowed


def _named(scope: Scope, terms: list[Term]) -> tuple[list[str], list[Term]]:
    """Communities the query names, and the rest of its words."""
    single = [((place,), term.shape.stem) for place, term in enumerate(terms)]
    named: dict[str, None] = {}
    said: set[int] = set()
    for places, key in sorted([*single, *phrases(terms)], key=lambda row: -len(row[0])):
        entry = scope.entry(key)
        communities = extra_of(entry).get("c", []) if entry else []
        if communities and len(communities) <= NAMED and not said & set(places):
            named.update(dict.fromkeys(communities))
            said.update(places)
    return list(named)[:NAMED], [term for place, term in enumerate(terms) if place not in said]


def _results(reader: PieceReader, numbers: list[int], scores: Mapping[int, float]) -> tuple[Found, ...]:
    root = reader.piece("root")
    found = []
    for number in numbers:
        place, local = divmod(number, root["stride"])
        row = reader.piece(f"d/{place}/{local // root['results']}")[local % root["results"]]
        kind, url, title, context, snippet, name = row
        found.append(Found(kind, url, title, context, snippet, name, number, scores.get(number, 0)))
    return tuple(found)


def _told(ones: Sequence[Looked]) -> Looked:
    """Return what to say of a word that was looked up in several places: known beats guessed, guessed beats unknown."""
    found = [one for one in ones if one.documents]
    return min(found, key=lambda one: (bool(one.meant), not one.direct), default=ones[0])


def _listed(scope: Scope, allowed: set[int] | None) -> Ranked:
    """Every document of a scope (or those the filters leave), in the index's order."""
    count = scope.root["n"] if scope.base or scope.folder != "all" else 0
    return Ranked([], dict.fromkeys(sorted(allowed) if allowed is not None else range(count), 0.0))


def search(
    files: Mapping[str, bytes] | PieceReader,
    query: str,
    community: str = "",
    filters: Mapping[str, str] | None = None,
    limit: int = 10,
) -> Answer:
    """Answer a query: in one community when `community` is its id, else in the whole country."""
    reader = files if isinstance(files, PieceReader) else PieceReader(files)
    if community and not reader.has(f"c/{community}"):
        return Answer()
    scope = Scope.community(reader, community) if community else Scope.country(reader)
    stop_words = frozenset(reader.piece("root")["language"]["stop"].split())
    terms = read_query(scope, query, stop_words)
    filters = filters or {}
    scores: dict[int, float] = {}
    named, rest = ([], terms) if community else _named(scope, terms)
    parts: list[tuple[Scope, Ranked]] = []
    for identity in named:
        inside = Scope.community(reader, identity)
        allowed = _allowed(inside, filters)
        parts.append((inside, rank(reader, inside, rest, allowed) if rest else _listed(inside, allowed)))
    if rest or not named:
        allowed = _allowed(scope, filters)
        parts.append((scope, rank(reader, scope, rest, allowed) if rest else _listed(scope, allowed)))
    order: list[int] = []
    silent = tuple(identity for identity, (_, ranked) in zip(named, parts, strict=False) if not ranked.scores)
    for part, ranked in parts:
        new = [number + part.base for number in ranked.order if number + part.base not in scores]
        scores.update({number: ranked.scores[number - part.base] for number in new})
        order += new
    looked = [_told(ones) for ones in zip(*(ranked.looked for _, ranked in parts), strict=False)]
    return Answer(
        found=_results(reader, order[:limit], scores),
        total=len(order),
        more=any(one.shortened for _, ranked in parts for one in ranked.looked),
        meant=tuple((one.term.typed, one.meant) for one in looked if one.meant and one.documents),
        unknown=tuple(one.term.typed for one in looked if not one.documents),
        indirect=tuple(one.meant or one.term.typed for one in looked if one.documents and not one.direct),
        communities=tuple(named),
        silent=silent,
        marks=frozenset(mark for _, ranked in parts for one in ranked.looked for mark in one.marks)
        | {term.shape.stem for term in terms},
    )
