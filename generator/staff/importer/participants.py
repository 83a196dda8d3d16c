"""What a document says of an executor beside its name: its role, «за згодою», what exactly it does."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.language.folding import fold_words
from generator.language.persons import is_person
from generator.staff.importer.document import collapse
from generator.staff.importer.executors import is_adjective
from generator.staff.importer.openings import ExecutorCell
from generator.staff.importer.records import Executor, Note

_CONSENT = re.compile(
    r"[\s,;–—-]*(?:\(\s*)?(?:за|у разі)\s+(?:їх(?:ньою)?\s+|взаємною\s+)?згод(?:ою|и)\s*\)?\s*[.,;]?$", re.IGNORECASE
)
_DOES = re.compile(r"[\s,]*\(?\s*(?P<does>[ву] частині\s+[^()]+?|щодо\s+[^()]+?)\s*\)?\s*$", re.IGNORECASE)
_ROLES = (
    ("customer", r"(?:державн\w+ )?замовник\w*(?: завдан\w+| робіт| програми)*"),
    ("with", r"співвиконав\w+"),
    ("partner", r"партнер\w*|залучен\w+ (?:сторони|організації|партнери)|учасник\w*"),
    (
        "lead",
        r"(?:головн\w+ |основн\w+ |відповідальн\w+ )?(?:виконавець|розпорядник\w*|відповідальн\w+)(?: (?:за )?вик\w+)?",
    ),
)  # fmt: skip
_ROLE_LINE = [(role, re.compile(rf"^(?:{pattern})\s*(?::|\s[-–—]\s?)\s*", re.IGNORECASE)) for role, pattern in _ROLES]
_ROLE_HEADING = [(role, re.compile(rf"\b(?:{pattern})\b")) for role, pattern in _ROLES]
_AND = re.compile(r"\s*,\s*|\s+(?:та|і|й)\s+")


def role_of_heading(heading: str) -> str:
    """Return the role that a column's heading gives: `customer`, `with`, `partner`, `lead`, or nothing."""
    folded = fold_words(heading)
    return next((role for role, pattern in _ROLE_HEADING if pattern.search(folded)), "")


@dataclass(frozen=True, slots=True)
class WrittenRole:
    """A role and the document's word for it."""

    role: str
    words: str


def by_role(cell: ExecutorCell) -> Iterator[tuple[WrittenRole, list[str]]]:
    """Return the lines of a cell by the role they are for: «Співвиконавці: …» begins another than the column's."""
    part, lines = WrittenRole(cell.role, cell.heading), list[str]()
    for line in cell.lines:
        found = next(((own, match) for own, pattern in _ROLE_LINE if (match := pattern.match(line))), None)
        if found is None:
            lines.append(line)
            continue
        if lines:
            yield part, lines
        part = WrittenRole(found[0], found[1][0].strip(" :-–—"))
        lines = [rest] if (rest := line[found[1].end() :].strip()) else []
    if lines:
        yield part, lines


def participant(written: str, role: str, role_words: str = "") -> Executor:
    """Take apart what is written of one executor."""
    name = written
    consent = _CONSENT.search(name)
    by_consent = consent is not None and consent.start() > 0
    if consent and by_consent:
        name = name[: consent.start()].rstrip(" ,;–—-")
    does = _DOES.search(name)
    if does and does.start() > 0 and "(" in name[does.start() :]:
        return Executor(name[: does.start()].rstrip(), written, role, by_consent, collapse(does["does"]), role_words)
    return Executor(name, written, role, by_consent, role_words=role_words)


def may_be_several(name: str) -> int:
    """Return how many bodies a name may stand for: «Вишнева, Лугова сільські ради» may be two; 1 for most."""
    plain = re.sub(r"\([^)]*\)", "", name)
    listed = _AND.split(plain.partition(":")[2].strip())
    if len(listed) > 1 and all(all(map(is_adjective, part.split())) for part in listed):
        return len(listed)
    parts = _AND.split(plain)
    leading = 0
    while leading < len(parts) - 1 and all(map(is_adjective, parts[leading].split())) and parts[leading]:
        leading += 1
    told_apart = "," in name or any(part[:1].isupper() for part in parts[1:])
    return leading + 1 if told_apart and leading < len(parts) else 1


def questions(participants: Sequence[tuple[str, Iterable[Executor]]]) -> Iterator[Note]:
    """Ask about names that may be several bodies, and tell of those that are people; each once, at its first place."""
    places: dict[str, list[str]] = {}
    for place, executors in participants:
        for executor in executors:
            places.setdefault(executor.name, []).append(place)
    for name, where in places.items():
        size, times = may_be_several(name), f" Таких місць: {len(where)}." if len(where) > 1 else ""
        if size > 1:
            remark = f"1 орган чи {size}? Записано одним; якщо їх кілька, дайте кожному свою назву.{times}"
            yield Note("question", where[0], name, remark)
        elif is_person(name):
            remark = f"Це людина, а не орган: впишіть посаду замість прізвища; сторінки людина не має.{times}"
            yield Note("person", where[0], name, remark)
