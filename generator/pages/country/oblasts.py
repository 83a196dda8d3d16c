"""The list of communities by oblast, a page for each oblast, and what home has in place of the communities."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.oblasts import COMMUNITIES, oblast_slug
from generator.model.vocabulary import MeasureGroup
from generator.outputs.json_file import json_bytes
from generator.outputs.site_files import Asset, Page
from generator.pages.country.executors import executors_address
from generator.pages.country.listing import NAMES, Group, Place, due_lines, listing, mine, said_of
from generator.pages.environment import component
from generator.pages.oblast_map import oblast_map
from generator.pages.site_context import SiteContext, link_from
from generator.views import words
from generator.views.summary import Country, Oblast, Summary

_NEXT = 3


def oblast_pages(site: SiteContext, country: Country) -> Iterator[Page]:
    """Make the list of oblasts and the page of each."""
    number = country.number
    yield listing(
        site,
        COMMUNITIES,
        "Громади",
        "Усі громади, плани яких тут опубліковано, за областями",
        [f"{words.communities(number)}, за областями."],
        [Group([_of_oblast(oblast) for oblast in country.oblasts], "Області", "oblasts")],
        above=[mine(country, COMMUNITIES), drawn(country, COMMUNITIES)],
        heading="Громади, плани яких тут опубліковано",
        has_finder=True,
    )
    for oblast in country.oblasts:
        yield _oblast_page(site, oblast)


def drawn(country: Country, address: str) -> Markup:
    """Draw the map of oblasts; each leads to its own page."""
    url = link_from(address)
    by_name = {oblast.name: oblast for oblast in country.oblasts}
    return oblast_map(
        {oblast.name: oblast.communities for oblast in country.oblasts},
        lambda name, _: url(by_name[name].address),
    )


def chosen_from(country: Country) -> Markup:
    """Return what home offers to choose a community from: map and list of oblasts."""
    url = link_from("")
    links = [
        (oblast.name, url(oblast.address), words.communities(len(oblast.communities))) for oblast in country.oblasts
    ]
    return component("oblasts", map=drawn(country, ""), groups=[], links=links)


def _of_oblast(oblast: Oblast) -> Place:
    return Place(
        oblast.name,
        oblast.address,
        words.communities(len(oblast.communities)),
        note=f"{said_of(oblast)}.",
        id=oblast_slug(oblast.name),
    )


def _oblast_page(site: SiteContext, oblast: Oblast) -> Page:
    address = oblast.address
    nearest = Country((oblast,)).next(_NEXT)
    return listing(
        site,
        address,
        oblast.name,
        f"Громади, плани яких тут опубліковано: {oblast.name}",
        [f"{words.communities(len(oblast.communities))}. {said_of(oblast)}."],
        [
            Group([_of_community(oblast, one) for one in oblast.communities], "Громади", "list"),
            *([Group(due_lines(nearest), MeasureGroup.NEAREST.words, "next")] if nearest else []),
        ],
        ("Громади", COMMUNITIES),
        after=[
            ("Строки громад області", f"terms/{oblast_slug(oblast.name)}/"),
            ("Виконавці громад області", executors_address(oblast)),
            ("Теми: для кого що пообіцяно", "topics/"),
        ],
        urgent=any(due.urgent for due in nearest),
    )


def _of_community(oblast: Oblast, one: Summary) -> Place:
    said = [one.notice] if one.notice else []
    return Place(
        oblast.called(one),
        one.address,
        one.count.words if one.plans else "плану ще немає",
        note=". ".join([*said, "; ".join(one.outcomes_in_words)]).strip(". "),
        id=one.id,
    )


def names_asset(country: Country) -> Asset:
    """Write the names that are searched as one types: of each community its name, id and the place of its oblast."""
    data = {
        "oblasts": [[oblast.name, oblast_slug(oblast.name)] for oblast in country.oblasts],
        "names": [
            [one.short_name, one.id, place]
            for place, oblast in enumerate(country.oblasts)
            for one in oblast.communities
        ],
    }
    return Asset(NAMES, b"communityNames=" + json_bytes(data).strip() + b";\n")
