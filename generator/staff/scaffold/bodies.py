"""Executors that a draft names and no registry has, as entries for community.yml."""

import re
from collections.abc import Collection, Iterable, Sequence

from generator.language.folding import fold_name
from generator.language.romanisation import romanised, slug_of
from generator.source.yaml_scalars import scalar

_EMPTY = re.compile(r"executors:[ \t]*(?:\[[ \t]*\])?[ \t]*(?:#.*)?")
_BARE = re.compile(r"executors:[ \t]*(?:#.*)?")
_MOST_WORDS = 3
_LONGEST = 28
_FILLER = {"та", "і", "й", "з", "із", "у", "в", "на", "для", "до", "при"}
_ABBREVIATION = re.compile(r"[А-ЯҐЄІЇ]{2,}")
_QUOTED = re.compile(r"^(?:[А-ЯҐЄІЇ]{2,}\s+)?«(?P<own>.+)»$")


def unknown_executors(names: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return the names that no registry has, each once, in order; case and white space do not count."""
    met, found = {fold_name(name) for name in known}, []
    for name in names:
        if fold_name(name) not in met:
            met.add(fold_name(name))
            found.append(name)
    return found


def entries(names: Sequence[str], taken: Collection[str]) -> str:
    """Write executors as items of a YAML list, indented by two; ids are made from the names and avoid `taken`."""
    used, lines = set(taken), []
    for name in names:
        made = _free(_id(name), used)
        used.add(made)
        lines += [f"  - id: {made}", f"    name: {scalar(name)}"]
    return "\n".join(lines)


def with_entries(community: str, listed: str) -> str | None:
    """Put entries at the end of the list of executors of a community.yml; None when it has no list item by item."""
    lines = community.splitlines()
    heads = [index for index, line in enumerate(lines) if line.startswith("executors:")]
    if len(heads) != 1:
        return None
    head = heads[0]
    last, indent = _end_of_list(lines, head)
    if last == head and _EMPTY.fullmatch(lines[head]):
        return "\n".join([*lines[:head], "executors:", listed, *lines[head + 1 :], ""])
    if indent is None or not _BARE.fullmatch(lines[head]):
        return None
    own = [f"{indent}{line.removeprefix('  ')}" for line in listed.splitlines()]
    return "\n".join([*lines[: last + 1], *own, *lines[last + 1 :], ""])


def _end_of_list(lines: Sequence[str], head: int) -> tuple[int, str | None]:
    """Return the last line of the list below a key, and what its items are indented by; None for no items."""
    last, indent = head, None
    for index in range(head + 1, len(lines)):
        line, bare = lines[index], lines[index].lstrip(" \t")
        if not bare or bare.startswith("#"):
            continue
        if line == bare and not bare.startswith("-"):
            break
        last = index
        if indent is None and bare.startswith("-"):
            indent = line[: len(line) - len(bare)]
    return last, indent


def _id(name: str) -> str:
    """Make a short id: the abbreviation if the name is one, else its first telling words without prepositions."""
    own = _QUOTED.match(name)
    if own:
        name = own["own"]
    if _ABBREVIATION.fullmatch(name):
        return romanised(name).lower()
    words = [word for word in name.split() if word.lower().strip(",.()") not in _FILLER]
    return slug_of(" ".join(words[:_MOST_WORDS]), _LONGEST)


def _free(wanted: str, used: Collection[str]) -> str:
    wanted = wanted or "vykonavets"
    number, free = 1, wanted
    while free in used:
        number += 1
        free = f"{wanted}-{number}"
    return free
