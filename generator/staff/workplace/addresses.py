"""Addresses that a change of a plan moves: what was published stays for ever, so redirects.yml tells where it went."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.model.reserved_names import LOOSE
from generator.outputs.address_list import lines_of
from generator.reading.layout import REDIRECTS
from generator.reading.references import id_of
from generator.source.disk import ADDRESSES
from generator.source.yaml_source import KeyPath, read_source
from generator.staff.workplace.paper import Paper
from generator.staff.workplace.shapes import Lost
from generator.staff.workplace.splice import insert_item, remove, set_value

ROOT = "plans/"
_HOW = "moved"


def own_id(item: Mapping[str, Any]) -> str:
    """Return the id of a goal or measure by its file; nothing where none can be made of it."""
    number = item.get("number")
    return str(item.get("id") or (id_of(number) if isinstance(number, str) else None) or "")


def addresses(plan: str, data: Any, at: KeyPath) -> list[str]:
    """Return the addresses of a goal or measure and of all below it, in the order of the file."""
    item = data
    for step in at:
        item = item[step]
    kind = at[-2] if len(at) > 1 else ""
    return list(_below(plan, item, str(kind), _goal_above(data, at)))


def _goal_above(data: Any, at: KeyPath) -> str:
    """Return the id of the goal that a path lies in, itself left out."""
    found, node = LOOSE, data
    for place, step in enumerate(at[:-1]):
        node = node[step]
        if isinstance(step, int) and at[place - 1] == "goals":
            found = own_id(node)
    return found


def _below(plan: str, item: Mapping[str, Any], kind: str, goal: str) -> Iterator[str]:
    own = own_id(item)
    if kind == "goals":
        yield f"{plan}/{own}/"
        for name in ("goals", "measures"):
            for one in _items(item, name):
                yield from _below(plan, one, name, own)
        return
    yield f"{plan}/{goal}/#m-{own}"
    for one in _items(item, "steps"):
        yield from _below(plan, one, "steps", goal)


def _items(item: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = item.get(name)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def moved(
    papers: Mapping[str, Paper], before: Iterable[str], after: Iterable[str]
) -> tuple[dict[str, Paper], list[Lost]]:
    """Enter in redirects.yml what moved from one address to another, pair by pair; return the file and what is said."""
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    listed = lines_of(papers[ROOT + ADDRESSES].content) if ROOT + ADDRESSES in papers else {}
    published = [(old, new) for old, new in pairs if old in listed]
    said: list[Lost] = [
        {
            "kind": "redirect",
            "said": f"Адреса {old} тепер {new}; зі старої вестиме нова, це вписано до redirects.yml.",
        }
        for old, new in published
    ]
    stands = {new for _, new in pairs}
    paper = papers.get(ROOT + REDIRECTS, Paper("redirects: []\n"))
    text = _without(paper, stands)
    for old, new in published:
        text = _entered(text, {"old": old, "new": new, "how": _HOW})
    if text == paper.text:
        return {}, said
    return {ROOT + REDIRECTS: paper.with_text(text)}, said


def withdrawn(papers: Mapping[str, Paper], gone: Iterable[str], reason: str) -> tuple[dict[str, Paper], list[Lost]]:
    """Enter in redirects.yml what is no more, and why."""
    listed = lines_of(papers[ROOT + ADDRESSES].content) if ROOT + ADDRESSES in papers else {}
    known = [one for one in gone if one in listed]
    said: list[Lost] = [
        {"kind": "address", "said": f"За адресою {one} буде сказано, що це вилучено: {reason}"} for one in known
    ]
    if not known:
        return {}, said
    paper = papers.get(ROOT + REDIRECTS, Paper("redirects: []\n"))
    text = paper.text
    for one in known:
        source, _ = read_source(REDIRECTS, text.encode())
        entry = {"old": one, "reason": reason}
        if ("withdrawn",) in source.values:
            text = insert_item(source, ("withdrawn",), len(source.data["withdrawn"] or []), entry).text
        else:
            text = set_value(source, ("withdrawn",), [entry], ("redirects", "withdrawn")).text
    return {ROOT + REDIRECTS: paper.with_text(text)}, said


def published_below(papers: Mapping[str, Paper], own: Iterable[str]) -> list[str]:
    """Return those of some addresses that were published."""
    listed = lines_of(papers[ROOT + ADDRESSES].content) if ROOT + ADDRESSES in papers else {}
    return [one for one in own if one in listed]


def _without(paper: Paper, stands: set[str]) -> str:
    """Take out redirects of addresses at which something stands again."""
    text = paper.text
    while True:
        source, _ = read_source(REDIRECTS, text.encode())
        entries = source.data.get("redirects") if isinstance(source.data, Mapping) else None
        found = next((index for index, one in enumerate(entries or []) if one.get("old") in stands), None)
        if found is None:
            return text
        only = len(entries or []) == 1
        text = set_value(source, ("redirects",), [], ()).text if only else remove(source, ("redirects", found)).text


def _entered(text: str, entry: dict[str, str]) -> str:
    source, _ = read_source(REDIRECTS, text.encode())
    if not isinstance(source.data, Mapping) or "redirects" not in source.data:
        return (
            f"{text.rstrip()}\nredirects:\n  - old: {entry['old']}\n    new: {entry['new']}\n    how: {entry['how']}\n"
        )
    return insert_item(source, ("redirects",), len(source.data["redirects"] or []), entry).text
