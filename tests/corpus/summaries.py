"""The summaries of as many communities as there are, each like one of a hundred that were read from files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.words import COUNTRY, NAMES, OBLASTS
from generator.pages.site_context import SiteContext
from generator.views.summary import Country

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.views.summary import Summary


def whole_country(of_some: SiteContext) -> SiteContext:
    """Return the site of all communities of a country, of which it knows the summaries alone."""
    told = Country.of(_summaries([*of_some.country.communities]))
    catalogue = replace(of_some.catalogue, communities=())
    return SiteContext(of_some.settings, catalogue, told=told, communities_in_all=told.number, outputs=of_some.outputs)


def _summaries(known: list[Summary]) -> Iterator[Summary]:
    oblasts = [f"{oblast} область" for oblast, number in OBLASTS.items() for _ in range(number)]
    for number in range(COUNTRY):
        root, own = NAMES[number]
        like = known[number % len(known)]
        name = like.name.replace(like.short_name, root)
        yield replace(like, id=own, short_name=root, name=name, oblast=oblasts[number])
