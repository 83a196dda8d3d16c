"""Redirects lead from what is no more to what is there."""

from collections.abc import Iterator, Mapping

from generator.model.community import Catalogue
from generator.problem import Problem, maybe
from generator.records.redirects import RedirectsRecord
from generator.reserved import IN_SITE
from generator.source import Source

_MADE_FROM_PLANS = {"executors", "topics"}
_BESIDE = {"embed", "notice", "changes"}
"""Pages that stand below the page of a community, plan, goal or executor."""


def final_addresses(record: RedirectsRecord) -> dict[str, str]:
    """Give where each old address leads in the end, through any number of moves; those in a circle are left out."""
    table = {redirect.old: redirect.new for redirect in record.redirects}
    return {old: new for old in table if (new := _follow(table, old))}


def _follow(table: Mapping[str, str], old: str) -> str:
    seen, address = {old}, table[old]
    while address in table:
        if address in seen:
            return ""
        seen.add(address)
        address = table[address]
    return address


def check_redirects(catalogue: Catalogue, record: RedirectsRecord, source: Source) -> Iterator[Problem]:
    """Find redirects of pages that still stand, to pages that do not, in circles, and of one address twice."""
    pages, measures = _pages(catalogue), _measures(catalogue)
    ends = final_addresses(record)
    seen: set[str] = set()
    for index, redirect in enumerate(record.redirects):
        path = ("redirects", index)
        if redirect.old in seen:
            yield source.problem((*path, "old"), "redirects", f"адресу «{redirect.old}» вже перенесено вище")
        elif redirect.old not in ends:
            yield source.problem((*path, "new"), "redirects", f"перенесення «{redirect.old}» ходить по колу")
        elif _stands(redirect.old, pages, measures):
            message = f"за адресою «{redirect.old}» є сторінка, тому переносити її не можна"
            yield source.problem((*path, "old"), "redirects", message)
        elif not _stands(ends[redirect.old], pages, measures):
            message = f"за адресою «{redirect.new}» нічого немає{maybe(redirect.new, (*pages, *measures))}"
            yield source.problem((*path, "new"), "redirects", message)
        seen.add(redirect.old)


def _stands(address: str, pages: set[str], measures: set[str]) -> bool:
    """Say whether a page or measure has this address; of the site's own pages all are taken to stand."""
    page, mark, _ = address.partition("#")
    if mark:
        return address in measures
    folder = page[: page.rindex("/") + 1]
    parts = folder.rstrip("/").split("/")
    if parts[0] in IN_SITE - _MADE_FROM_PLANS or folder in pages:
        return True
    return parts[-1] in _BESIDE and folder.removesuffix(f"{parts[-1]}/") in pages


def _pages(catalogue: Catalogue) -> set[str]:
    executors = (*catalogue.shared_executors, *(one for home in catalogue.communities for one in home.executors))
    topics = (*catalogue.topics.audiences, *catalogue.topics.services)
    return {
        "executors/",
        "topics/",
        *(community.address for community in catalogue.communities),
        *(plan.address for plan in catalogue.plans),
        *(plan.goal_address(goal.id) for plan in catalogue.plans for goal in plan.all_goals()),
        *(plan.text_address(text.name) for plan in catalogue.plans for text in plan.texts),
        *(executor.address for executor in executors),
        *(f"topics/{topic.id}/" for topic in topics),
    }


def _measures(catalogue: Catalogue) -> set[str]:
    return {plan.measure_address(measure) for plan in catalogue.plans for measure in plan.all_measures()}
