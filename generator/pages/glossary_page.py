"""The page of abbreviations and terms: the site's own, and those of the country's that its texts use."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.country.shared_files import shared_files
from generator.model.community import Community
from generator.model.records.glossary import GlossaryEntryRecord, GlossaryRecord
from generator.outputs.site_files import Page
from generator.pages.site_context import SiteContext, crumbs
from generator.reading.country_files import country_record
from generator.reading.layout import GLOSSARY
from generator.views import words

ADDRESS = "glossary/"


def glossary_page(site: SiteContext) -> Page:
    """Make the page of abbreviations and terms."""
    entries = sorted(explained(site), key=lambda entry: words.alphabetical(entry.term))
    return site.page(
        ADDRESS,
        "Словник",
        "glossary",
        {
            "description": "Скорочення і слова з планів простими словами",
            "crumbs": crumbs(ADDRESS),
            **({} if entries else {"is_empty": True}),
        },
        abbreviations=[entry for entry in entries if entry.kind == "abbreviation"],
        terms=[entry for entry in entries if entry.kind == "term"],
    )


@cache
def explained(site: SiteContext) -> list[GlossaryEntryRecord]:
    """Return what the site itself explains, and what of the country's words its plans and reports use."""
    country = country_record(GLOSSARY, shared_files()[GLOSSARY], GlossaryRecord).entries
    used = [entry for community in site.catalogue.communities for entry in _used(site, community)]
    return [entry for entry in site.catalogue.glossary if entry not in country or entry in used]


def _used(site: SiteContext, community: Community) -> list[GlossaryEntryRecord]:
    return site.glossary(community.id).mark("\n".join(_texts(community)))[1]


def _texts(community: Community) -> Iterator[str]:
    """Yield every word that pages show of a community: of its documents and reports, and of ours to them."""
    yield from _strings(community.record.model_dump())
    for plan in community.plans:
        yield from _strings(plan.record.model_dump())
        for text in plan.texts:
            yield from (text.record.title, text.body)
        for measure in plan.all_measures():
            yield from (text for entry in measure.entries for text in _strings(entry.record.model_dump()))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield str(key)
            yield from _strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)
