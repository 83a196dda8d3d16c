"""The page that all lists of a country are made by: sentences, then lists of communities or oblasts under headings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.outputs.site_files import Page, relative
from generator.pages.environment import component
from generator.pages.site_context import SiteContext, crumbs, link_from
from generator.views.summary import Country, Due, Oblast

NAMES = "communities/names.js"
"""The address of the names that the field searches."""
SCRIPT = "communities.js"
Trail = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a list: `remark` is a count; `below` are things of the place."""

    title: str
    address: str = ""
    remark: str = ""
    leads: str = ""
    """Where the count leads, as HTML writes it, or nothing."""
    note: str = ""
    id: str = ""
    below: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a heading; the first may have none. `said` comes before them."""

    lines: Sequence[Place]
    heading: str = ""
    anchor: str = ""
    said: str = ""


def finder(address: str) -> Markup:
    """Make the field that finds a community by its name."""
    return component("find-community", action=relative(address, "search/"), names=relative(address, NAMES))


def mine(country: Country, address: str) -> Markup:
    """Make the place for the remembered community."""
    root = link_from(address)("")
    return component("my-community", root=root, without=country.not_remembered, on_topic=False)


def listing(
    site: SiteContext,
    address: str,
    title: str,
    about: str,
    said: Iterable[str],
    groups: Iterable[Group],
    *trail: tuple[str, str],
    above: Iterable[Markup] = (),
    after: Iterable[tuple[str, str]] = (),
    heading: str = "",
    has_finder: bool = False,
    urgent: bool = False,
) -> Page:
    """Make a page of lists: `above` stands before them, `after` links at the end; an `urgent` one has a quick exit."""
    meta: dict[str, Any] = {
        "description": about,
        "crumbs": crumbs(address, *trail),
        **({"quick_exit": True} if urgent else {}),
        **({"scripts": [SCRIPT]} if has_finder else {}),
    }
    url = link_from(address)
    return site.page(
        address,
        title,
        "country",
        meta,
        heading=heading or title,
        said=list(said),
        above=list(above),
        finder=finder(address) if has_finder else "",
        groups=[(group, component("places", items=group.lines, url=url) if group.lines else "") for group in groups],
        after=list(after),
    )


def due_lines(found: Iterable[Due]) -> list[Place]:
    """List the nearest terms."""
    return [Place(due.measure.title, due.measure.address, note=due.said) for due in found]


def said_of(oblast: Oblast) -> str:
    """Return what is known of an oblast at a glance: «2 079 заходів: зроблено – 12 заходів; …»."""
    outcomes = oblast.outcomes_in_words
    return f"{oblast.count.words}: {'; '.join(outcomes)}" if outcomes else oblast.count.words
