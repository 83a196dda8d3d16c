"""Several executors in one cell, told apart by line, semicolon or comma.

A comma also stands inside names («відділ міського господарства, надзвичайних ситуацій, обліку житла»), so a piece
begins a body only if it looks like one: a noun that names a body in the nominative, an abbreviation, a capital letter.
What is said elsewhere in the document, and the names that are already known, settle the rest.
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import islice

from generator.language.folding import fold_words
from generator.staff.importer.document import collapse
from generator.staff.importer.vocabulary import BODIES, DANGLING, PLURAL_BODIES, TYPES_BEFORE_NAME

_OPENING = {"«": "»", "„": "“”", "“": "”", "(": ")", "[": "]"}

_BULLET = re.compile(r"^(?:[-–—•*·▪●◦]\s*|\d{1,2}[.)]\s+(?=\D)|\d{1,2}\)\s*)")
_WORD = re.compile(r"[\w'’ʼ`-]+")
_NOMINATIVE = re.compile(r"(?:ий|ій|а|я|е|є|і|ї)$")
_OBLIQUE = re.compile(r"(?:ої|ого|ому|ому|их|ьої|ього|іх|ими|ими)$")
_ADJECTIVE = re.compile(r"(?:[сцз]ьк|н|ов|ев|єв|їв)(?:ий|а|е|і)$|(?:ній|ня|нє)$")
_MINISTRY = re.compile(r"(?:Мін|Держ|Укр|Нац)[а-яґєії]{3,}")
_INSTRUMENTAL = re.compile(r"(?:ою|ею|єю|им|ім|ом|ем|єм|ими|ами|ями)$")
_ABBREVIATION = re.compile(r"^[«“\"]?[А-ЯІЇЄҐA-Z][А-ЯІЇЄҐA-Z\d-]+\b")
_LONGEST_LEAD = 7
_LONGEST_CELL = 5_000
_MOST_KNOWN = 2_000


def folded(names: Iterable[str]) -> frozenset[str]:
    """Return names as split_cell() and separate_known() compare them."""
    return frozenset(fold_words(name) for name in islice(names, _MOST_KNOWN))


def split_cell(lines: Iterable[str], fixed: AbstractSet[str]) -> list[str]:
    """Split the lines of a cell; `fixed` are known names, folded. A cell too long for a list of names stays whole."""
    text = [_BULLET.sub("", collapse(line)) for line in lines]
    if sum(map(len, text)) > _LONGEST_CELL:
        return [" ".join(text)]
    with_commas = [name for name in fixed if "," in name]
    pieces: list[str] = []
    for line in _joined_lines([line for line in text if line], fixed):
        for part in _cut(line, ";"):
            pieces += _cut_commas(part, with_commas, fixed)
    return [name for name in map(_tidy, pieces) if name]


def separate_known(names: Iterable[str], folds: AbstractSet[str]) -> list[str]:
    """Cut names that are nothing but several known ones run together («Управління освіти Центр соціальних служб»)."""
    return [part for name in names for part in _run_together(name, folds)]


def _run_together(name: str, known: AbstractSet[str]) -> list[str]:
    words = name.split()
    if len(words) > 60:  # noqa: PLR2004 -- no list of names is that long without a separator
        return [name]
    found = _segments(words, known, whole=True)
    return found or [name]


def _segments(words: list[str], known: AbstractSet[str], *, whole: bool) -> list[str] | None:
    """Cover `words` by known names, longest first; the whole as one name doesn't count."""
    if not words:
        return []
    for end in range(len(words) - (1 if whole else 0), 0, -1):
        head = " ".join(words[:end]).strip(",")
        if fold_words(head) not in known or not starts_body(head):
            continue
        after = words[end:]
        if len(after) > 1 and after[0] in {"та", "і", "й"}:
            after = after[1:]
        rest = _segments(after, known, whole=False)
        if rest is not None:
            return [head, *rest]
    return None


def _joined_lines(lines: list[str], known: AbstractSet[str]) -> list[str]:
    joined: list[str] = []
    for line in lines:
        if joined and _continues(joined[-1], line, known):
            glue = "" if joined[-1].endswith("-") and not joined[-1].endswith(" -") else " "
            joined[-1] += glue + line
        else:
            joined.append(line)
    return joined


def _continues(before: str, line: str, known: AbstractSet[str]) -> bool:
    """Return whether a line goes on with the name of the line before it."""
    if fold_words(line).rstrip(".,;") in known or before.endswith(";"):
        return False
    words = _WORD.findall(before)
    last = words[-1].casefold() if words else ""
    if before[-1] in "-–—" or (last in DANGLING and before[-1].isalpha()) or _unclosed(before) is not None:
        return True
    if line[0] == "(" or (line[0] in '«“"„' and fold_words(last) in TYPES_BEFORE_NAME):
        return True
    if before.endswith(","):
        return False  # the comma is judged later, with the pieces on both sides of it
    return not starts_body(line) or not _is_complete(before)


def _is_complete(text: str) -> bool:
    """Return whether a text names a body already, or is only «Чернігівський міський»."""
    if _MINISTRY.fullmatch(text):
        return True
    words = [fold_words(word) for word in _WORD.findall(text)]
    return (
        any(word in BODIES or word in PLURAL_BODIES for word in words)
        or bool(re.search(r"[А-ЯІЇЄҐA-Z]{2,}|[«“\"]", text))
        or not all(_NOMINATIVE.search(word) for word in words)
    )


def is_adjective(word: str) -> bool:
    """Return whether a word looks like an adjective that waits for its noun: «Вишнева», «обласні»."""
    folded_word = fold_words(word.strip(" ,;()"))
    return bool(_ADJECTIVE.search(folded_word)) and folded_word not in BODIES and not word.isupper()


def starts_body(piece: str) -> bool:
    """Return whether a piece of text begins with the name of a body."""
    words = _WORD.findall(piece)
    if not words:
        return False
    first = fold_words(words[0])
    if _ABBREVIATION.match(piece) or first in TYPES_BEFORE_NAME or piece[0] in '«“"„':
        return True
    if first in DANGLING:
        return False
    if words[0][0].isupper():
        return not _OBLIQUE.search(first)
    return _begins_with_body_noun(words)


def _begins_with_body_noun(printed: list[str]) -> bool:
    """Find «центр» in «міський центр …»; «надзвичайних ситуацій» or «управління майном» are no bodies."""
    words = [fold_words(word) for word in printed]
    for index, word in enumerate(words[:_LONGEST_LEAD]):
        if index and len(word) > 1 and printed[index].isupper():  # «інші ЦОВВ»
            return True
        if index and word in PLURAL_BODIES:
            return words[index - 1].endswith("і")
        if index and word in {"та", "і", "й"} and is_adjective(words[index - 1]):
            continue
        if word in BODIES or word.split("-")[0] in BODIES:
            following = words[index + 1] if index + 1 < len(words) else ""
            return not (word in {"управління", "відділення", "об'єднання"} and _INSTRUMENTAL.search(following))
        if not _NOMINATIVE.search(word):
            return False
    return False


def _cut_commas(text: str, with_commas: list[str], known: AbstractSet[str]) -> list[str]:
    pieces: list[str] = []
    for part in _cut(text, ","):
        joins = bool(pieces) and (
            not _separate(part, known)
            or _waits_for_noun(pieces[-1], known)
            or _waits_for_noun(part, known)
            or any(fold_words(f"{pieces[-1]},{part}").strip() in name for name in with_commas)
        )
        if joins:
            pieces[-1] += f",{part}"
        else:
            pieces.append(part)
    return pieces


def _waits_for_noun(part: str, known: AbstractSet[str]) -> bool:
    """Return whether a piece is nothing but adjectives («Вишнева» of «Вишнева, Лугова сільські ради»): no body."""
    words = _WORD.findall(part)
    return bool(words) and all(map(is_adjective, words)) and fold_words(part).strip(" .") not in known


def _separate(part: str, known: AbstractSet[str]) -> bool:
    part = part.strip()
    return fold_words(part).rstrip(".") in known or starts_body(part)


def _unclosed(text: str) -> int | None:
    """Return the place of the last quote or bracket that is opened and not closed."""
    stack: list[tuple[int, str]] = []
    straight: int | None = None
    for index, letter in enumerate(text):
        if stack and letter in stack[-1][1]:
            stack.pop()
        elif letter in _OPENING:
            stack.append((index, _OPENING[letter]))
        elif letter == '"':
            straight = index if straight is None else None
    return stack[-1][0] if stack else straight


def _cut(text: str, separator: str) -> list[str]:
    """Cut at separators outside quotes and brackets; an unclosed quote protects nothing, digits keep their comma."""
    protected = _protected(text)
    pieces, start = [], 0
    for index, letter in enumerate(text):
        if letter != separator or protected[index]:
            continue
        if text[index - 1 : index].isdigit() and text[index + 1 : index + 2].isdigit():
            continue
        pieces.append(text[start:index])
        start = index + 1
    return [piece for piece in [*pieces, text[start:]] if piece.strip()]


def _protected(text: str) -> list[bool]:
    """Mark the characters inside closed quotes and brackets."""
    marks = [False] * len(text)
    stack: list[tuple[int, str]] = []
    straight: int | None = None
    for index, letter in enumerate(text):
        start = None
        if letter == '"':
            start, straight = straight, (index if straight is None else None)
        elif stack and letter in stack[-1][1]:
            start = stack.pop()[0]
        elif letter in _OPENING:
            stack.append((index, _OPENING[letter]))
        if start is not None:
            marks[start : index + 1] = [True] * (index + 1 - start)
    return marks


def _tidy(name: str) -> str:
    """Strip separators at the ends, and the full stop of a whole cell («… міської ради.»)."""
    name = collapse(name).strip(" ,;")
    last = name.rsplit(" ", 1)[-1]
    short = len(last) <= 4 and last[:-1].islower()  # noqa: PLR2004 -- «ін.», «обл.»
    is_abbreviation = short or "." in last[:-1]  # «І.І.»
    return name if is_abbreviation or not name.endswith(".") else name.rstrip(".").rstrip()
