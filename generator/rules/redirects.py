"""Redirects lead from what is no more to what is there."""

from collections.abc import Iterable, Iterator, Mapping

from generator.model.audiences import audience_addresses
from generator.model.community import Catalogue
from generator.model.comparison import COMPARISONS, comparisons, template_address
from generator.model.outputs import Output
from generator.model.records.redirects import RedirectsRecord, matches
from generator.model.reserved_names import FROM_PLANS, IN_SITE
from generator.source.problem import Problem, maybe
from generator.source.yaml_source import Source

_OF_COMMUNITY = ("changes", "embed", "notice")
_OF_PLAN = ("embed", "report")
_OF_GOAL_OR_EXECUTOR = ("embed", "notice")
"""Pages that stand below the page of each; tests/addresses compares them with what a site is really made of."""


def final_addresses(record: RedirectsRecord) -> dict[str, str]:
    """Return where each old address leads in the end, through any number of moves; those in a circle are left out."""
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
    pages, measures = pages_from_plans(catalogue), _measures(catalogue)
    ends = final_addresses(record)
    seen: set[str] = set()
    for index, redirect in enumerate(record.redirects):
        path = ("redirects", index)
        if redirect.old in seen:
            yield source.problem((*path, "old"), "redirects", f"адресу «{redirect.old}» вже перенесено вище")
        elif redirect.old not in ends:
            yield source.problem((*path, "new"), "redirects", f"перенесення «{redirect.old}» ходить по колу")
        elif not _is_of_site(redirect.old) and _stands(redirect.old, pages, measures):
            message = f"за адресою «{redirect.old}» є сторінка, тому переносити її не можна"
            yield source.problem((*path, "old"), "redirects", message)
        elif not _stands(ends[redirect.old], pages, measures):
            message = f"за адресою «{redirect.new}» нічого немає{maybe(redirect.new, (*pages, *measures))}"
            yield source.problem((*path, "new"), "redirects", message)
        seen.add(redirect.old)
    yield from _withdrawn(record, source, pages | measures)


def _withdrawn(record: RedirectsRecord, source: Source, standing: set[str]) -> Iterator[Problem]:
    """Find addresses said to be withdrawn that still stand; a line for a whole kind of outputs switches it off."""
    for index, one in enumerate(record.withdrawn):
        off = [output.pattern for output in Output if output.is_withdrawn([one.old])]
        said = (address for address in sorted(standing) if one.tells_of(address))
        still = next((address for address in said if not any(matches(pattern, address) for pattern in off)), None)
        if still:
            message = f"за адресою «{still}» є сторінка чи захід, тому вилученою її не назвати"
            yield source.problem(("withdrawn", index, "old"), "redirects", message)


def _stands(address: str, pages: set[str], measures: set[str]) -> bool:
    """Return whether a page or measure has this address, or a file could have it beside a page.

    Of the site's own pages, which are not made from plans/, all are taken to stand.
    """
    page, mark, _ = address.partition("#")
    if mark:
        return address in measures
    return _is_of_site(page) or page[: page.rindex("/") + 1] in pages


def _is_of_site(address: str) -> bool:
    """Return whether a page is one of the site's own; whether it stands, only a build can tell."""
    return address.partition("/")[0] in IN_SITE - FROM_PLANS


def pages_from_plans(catalogue: Catalogue) -> set[str]:
    """Return every page that is made from plans/."""
    executors = (*catalogue.shared_executors, *(one for home in catalogue.communities for one in home.executors))
    goals = [plan.goal_address(goal.id) for plan in catalogue.plans for goal in plan.all_pages()]
    return {
        "executors/",
        "topics/",
        *_with_below((community.address for community in catalogue.communities), _OF_COMMUNITY),
        *(community.terms_address for community in catalogue.communities if community.plans),
        *_with_below((plan.address for plan in catalogue.plans), _OF_PLAN),
        *_with_below((*goals, *(executor.address for executor in executors)), _OF_GOAL_OR_EXECUTOR),
        *(plan.notes_address for plan in catalogue.plans if plan.notes),
        *(plan.text_address(text.name) for plan in catalogue.plans for text in plan.texts),
        *(topic.address for topic in catalogue.topics.all),
        *audience_addresses(catalogue),
        *(community.executors_address for community in catalogue.communities if community.executors),
        *(plan.texts_address for plan in catalogue.plans if plan.texts),
        *(
            address
            for one in comparisons(catalogue)
            for address in (COMPARISONS, template_address(one.template), one.address)
        ),
    }


def _with_below(addresses: Iterable[str], names: Iterable[str]) -> Iterator[str]:
    """Return pages and those that stand below each."""
    for address in addresses:
        yield address
        yield from (f"{address}{name}/" for name in names)


def _measures(catalogue: Catalogue) -> set[str]:
    return {plan.measure_address(measure) for plan in catalogue.plans for measure in plan.all_measures()}
