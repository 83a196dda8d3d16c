"""Words not in the vocabulary: what may have been meant."""

from dataclasses import dataclass

from generator.language.words import alternate, fold, light_of, one_final, stem_of_light
from generator.search.reader import PieceReader, Scope

SHORTEST_FORM = 6
"""A shorter word must keep SHORTEST letters without its inflection to be corrected."""
SHORTEST = 5
SHORTEST_GAP = 5
"""From this length a letter may be left out even of a word too short for other slips: «рдина»."""
SHORTEST_FREE = 7
"""From this length the first letter may be wrong as well."""
SHORTEST_TWICE = 8
"""From this length two slips are allowed."""
CANDIDATES = 2
SHORTEST_BEGINNING = 5
LONGEST_REST = 5


@dataclass(frozen=True)
class Guess:
    """A stem of the vocabulary, and how it is shown to who typed something else."""

    shown: str
    stem: str


def distance(one: str, other: str, limit: int) -> int:
    """Letters inserted, left out, changed or swapped with a neighbour; `limit` + 1 when it is more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, char in enumerate(one):
        above, before = before, row
        row = [place + 1]
        for column, letter in enumerate(other):
            cost = min(before[column] + (char != letter), before[column + 1] + 1, row[column] + 1)
            if place and column and char == other[column - 1] and one[place - 1] == letter:
                cost = min(cost, above[column - 1] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def _spellings(reader: PieceReader, size: int) -> list[tuple[str, str]]:
    """Known words of a length without inflection: (without inflection, as written), commonest first."""
    if size not in reader.piece("root")["spelling"]:
        return []
    words: str = reader.piece(f"s/{size}")
    return [(light_of(fold(spelled)), spelled) for spelled in words.split(" ")]


def near(reader: PieceReader, scope: Scope, form: str, slips: int) -> list[Guess]:
    """Known words at exactly `slips` slips, nearest length and commonest first; the same first letter before others."""
    light = light_of(form)
    size = len(light)
    short = size < SHORTEST and len(form) < SHORTEST_FORM
    if (short and len(form) < SHORTEST_GAP) or (slips > 1 and size < SHORTEST_TWICE):
        return []
    tried = [size + 1] if short else range(size - slips, size + slips + 1)
    sizes = sorted(tried, key=lambda other: (abs(other - size), other))
    known = [pair for other in sizes for pair in _spellings(reader, other)]
    for same_start in (True, False) if slips == 1 else (True,):
        found: dict[str, Guess] = {}
        for spelling, shown in known if same_start or size >= SHORTEST_FREE else ():
            if (spelling[0] == light[0]) is same_start and distance(light, spelling, slips) == slips:
                stem = stem_of_light(spelling)
                if stem not in found and scope.entry(stem):
                    found[stem] = Guess(shown, stem)
                if len(found) == CANDIDATES:
                    break
        if found:
            return list(found.values())
    return []


def longest_beginning(scope: Scope, form: str) -> list[Guess]:
    """Longest known stem that the word begins with, if any."""
    for size in range(len(form) - 1, max(SHORTEST_BEGINNING, len(form) - LONGEST_REST) - 1, -1):
        stem = one_final(alternate(form[:size]))
        if scope.entry(stem):
            return [Guess(f"{form[:size]}…", stem)]
    return []
