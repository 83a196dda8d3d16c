"""Executors that a draft names and no registry has, as entries for community.yml."""

import re
from collections.abc import Collection, Iterable, Sequence

from generator.language.romanisation import romanised, slug_of
from generator.source.problem import fold
from generator.staff.importer.yaml_scalars import scalar

_EMPTY = re.compile(r"^executors:[ \t]*(?:\[[ \t]*\])?[ \t]*(?:#.*)?$", re.MULTILINE)
_ITEM_BELOW = re.compile(r"\n(?:[ \t]*(?:#.*)?\n)*(?:-[ \n]|[ \t]+[^#\s])")
_FILLER = {"та", "і", "й", "з", "із", "у", "в", "на", "для", "до", "при"}
_ABBREVIATION = re.compile(r"[А-ЯҐЄІЇ]{2,}")
_QUOTED = re.compile(r"^(?:[А-ЯҐЄІЇ]{2,}\s+)?«(?P<own>.+)»$")


def unknown_executors(names: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return the names that no registry has, each once, in order; case and white space do not count."""
    met, found = {fold(name) for name in known}, []
    for name in names:
        if fold(name) not in met:
            met.add(fold(name))
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
    """Put entries into a community.yml whose list of executors is empty; None when it is not, or is not there."""
    found = list(_EMPTY.finditer(community))
    if len(found) != 1 or _ITEM_BELOW.match(community, found[0].end()):
        return None
    return community[: found[0].start()] + f"executors:\n{listed}" + community[found[0].end() :]


def _id(name: str) -> str:
    """Make a short id: the abbreviation if the name is one, else its first words without prepositions."""
    own = _QUOTED.match(name)
    if own:
        name = own["own"]
    if _ABBREVIATION.fullmatch(name):
        return romanised(name).lower()
    return slug_of(" ".join(word for word in name.split() if word.lower() not in _FILLER), 32)


def _free(wanted: str, used: Collection[str]) -> str:
    wanted = wanted or "vykonavets"
    number, free = 1, wanted
    while free in used:
        number += 1
        free = f"{wanted}-{number}"
    return free
