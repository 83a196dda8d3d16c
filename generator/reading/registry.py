"""The registry of executors: who may be named in a community's plans, and by which words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from generator.language.folding import fold_look, fold_name
from generator.language.plurals import form
from generator.model.executor import Executor
from generator.model.place import Place
from generator.model.records.community import ExecutorRecord
from generator.model.reserved_names import IN_EXECUTORS, IN_WINDOWS
from generator.source.problem import Problem, maybe, shown
from generator.source.yaml_source import KeyPath, Source

_WORD = re.compile(r"\w+")
_SLIP = 0.75
"""Two words at least so alike (difflib) may be one word and a slip of the keyboard."""


def _may_be_meant(typed: str, known: str) -> bool:
    """Return whether one name may be a slip for the other: a body told apart by a word of its own is another body.

    «Відділ культури» is not «Відділ освіти», while «УСЗНН» may be a slip for «УСЗН».
    """
    first, second = _WORD.findall(fold_look(typed)), _WORD.findall(fold_look(known))
    return _all_have_likes(first, second) or _all_have_likes(second, first)


def _all_have_likes(words: list[str], others: list[str]) -> bool:
    return all(any(_alike(word, other) for other in others) for word in words)


def _alike(first: str, second: str) -> bool:
    short, long = sorted((first, second), key=len)
    return (len(short) > 1 and long.startswith(short)) or SequenceMatcher(None, first, second).ratio() >= _SLIP


def in_places(places: int) -> str:
    """Say in how many places something stands, behind a space; nothing for one."""
    if places == 1:
        return ""
    return f" (у {places} {form(places, ('місці', 'місцях', 'місцях'))})"


@dataclass(slots=True)
class Registry:
    """Executors that a community's plans may name, by every spelling, and the problems met while gathering them.

    `complete` is false when the registry could not be read: then nobody is unknown.
    """

    by_spelling: dict[str, Executor] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    complete: bool = True

    def find(self, name: str) -> Executor | None:
        """Find a body by name, short name or another spelling."""
        found = self.by_spelling.get(fold_name(name))
        return found if found or self.complete else placeholder(name)

    def enter(self, source: Source, path: KeyPath, owner: str, executor: Executor) -> None:
        """Enter one body under all its spellings; a spelling that means two bodies is a problem."""
        for below, spelling in _spellings(executor):
            other = self.by_spelling.setdefault(fold_name(spelling), executor)
            if other is not executor:
                message = (
                    f"назва «{shown(spelling)}» належить двом виконавцям: «{other.id}» ({other.place.file}, рядок "
                    f"{other.place.line}) і «{executor.id}»; лишіть її в одного"
                )
                self.problems.append(source.problem((*path, *below), f"{owner}/{executor.id}", message))
            self.names.append(spelling)

    def why_unknown(self, name: str, places: int = 1) -> str:
        """Say that nobody bears a name that stands in so many places, and what to do about it."""
        said = f"невідомий виконавець «{shown(name, 120)}»{in_places(places)}"
        parts = [part.strip() for part in re.split(r"[,;\n]", name) if part.strip()]
        if len(parts) > 1 and all(self.find(part) for part in parts):
            return f"{said}: тут їх {len(parts)}; запишіть кожного окремо: [{', '.join(parts)}]"
        twin = next((known for known in self.names if fold_look(known) == fold_look(name)), None)
        if twin:
            return (
                f"{said}; від «{shown(twin, 120)}» його відрізняють лише схожі на вигляд знаки (латинські літери, "
                "лапки, апострофи); наберіть так само або додайте це написання до spellings"
            )
        offer = maybe(name, [known for known in self.names if _may_be_meant(name, known)])
        return said + (offer or "; внесіть його до executors у community.yml")


def placeholder(name: str) -> Executor:
    """Return an executor for a name that nobody bears, so that one problem does not look like two."""
    return Executor(None, Place(""), ExecutorRecord(id="unknown", name=name))


def _spellings(executor: Executor) -> Iterator[tuple[KeyPath, str]]:
    yield ("name",), executor.record.name
    if executor.record.short_name:
        yield ("short_name",), executor.record.short_name
    for index, spelling in enumerate(executor.record.spellings):
        yield ("spellings", index), spelling


def executors(source: Source, records: Iterable[ExecutorRecord], community: str | None) -> list[Executor]:
    """Turn executor records of one file into executors of a community, or shared ones where it is None."""
    return [Executor(community, Place.of(source, ("executors", index)), record) for index, record in enumerate(records)]


def registry_of(
    own: Iterable[Executor], own_source: Source, shared: Iterable[Executor], shared_source: Source | None, owner: str
) -> Registry:
    """Gather the executors one community may name: the shared ones and its own."""
    result, own, shared = Registry(), list(own), list(shared)
    for source, owned_by, listed in ((shared_source or own_source, "executors", shared), (own_source, owner, own)):
        for check in (_repeated, _misplaced):
            result.problems += check(source, owned_by, listed)
        for executor in listed:
            result.enter(source, executor.place.path, owned_by, executor)
    result.problems += _as_shared(own_source, owner, own, shared)
    return result


def not_in_windows(name: str) -> str:
    """Say that an id makes a folder which Windows can't hold."""
    return f"ідентифікатор «{name}» не годиться: Windows не може мати теки з такою назвою; дайте інший"


def _repeated(source: Source, owner: str, listed: list[Executor]) -> Iterator[Problem]:
    """Find ids that are taken already, by another executor of the file or by the site itself."""
    lines: dict[str, int] = {}
    for executor in listed:
        path: KeyPath = (*executor.place.path, "id")
        record = f"{owner}/{executor.id}"
        if executor.id in lines:
            first = lines[executor.id]
            yield source.problem(path, record, f"ідентифікатор «{executor.id}» уже є в рядку {first}; дайте інший")
        if executor.id in IN_EXECUTORS:
            message = f"ідентифікатор «{executor.id}» зайнятий адресою сайту; дайте інший"
            yield source.problem(path, record, message)
        if executor.id in IN_WINDOWS:
            yield source.problem(path, record, not_in_windows(executor.id))
        lines.setdefault(executor.id, source.at(path).line)


def _as_shared(source: Source, owner: str, own: list[Executor], shared: list[Executor]) -> Iterator[Problem]:
    """Find ids of a community's executors that shared ones have: in forms, search and data an id means one body."""
    places = {executor.id: executor.place for executor in shared}
    for executor in own:
        if executor.id in places:
            place = places[executor.id]
            message = (
                f"ідентифікатор «{executor.id}» має спільний виконавець ({place.file}, рядок {place.line}); дайте "
                "інший, а якщо це той самий орган, вилучіть цей запис"
            )
            yield source.problem((*executor.place.path, "id"), f"{owner}/{executor.id}", message)


def _misplaced(source: Source, owner: str, listed: list[Executor]) -> Iterator[Problem]:
    """Find parents that the file does not have, and bodies that are their own parent, however far up."""
    above = {executor.id: executor.parent_id for executor in listed}
    for executor in listed:
        if executor.parent_id is None:
            continue
        path: KeyPath = (*executor.place.path, "parent", "id")
        record = f"{owner}/{executor.id}"
        if executor.parent_id not in above:
            message = (
                f"органу «{executor.parent_id}» немає серед executors цього файлу{maybe(executor.parent_id, above)}; "
                "якщо його там і не має бути, назвіть його словами: parent: {name: …}"
            )
            yield source.problem(path, record, message)
        elif executor.id in _line_of(executor.parent_id, above):
            yield source.problem(path, record, f"«{executor.id}» виходить підпорядкованим сам собі; виправте parent")


def _line_of(start: str, above: dict[str, str | None]) -> set[str]:
    """Return everybody from `start` up."""
    met: set[str] = set()
    step: str | None = start
    while step and step not in met:
        met.add(step)
        step = above.get(step)
    return met
