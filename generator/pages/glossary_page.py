"""The page of abbreviations and terms."""

from generator.outputs.site_files import Page
from generator.pages.site_context import SiteContext, crumbs
from generator.views import words


def glossary_page(site: SiteContext) -> Page:
    """Make the page of abbreviations and terms."""
    address = "glossary/"
    entries = sorted(site.catalogue.glossary, key=lambda entry: words.alphabetical(entry.term))
    return site.page(
        address,
        "Словник",
        "glossary",
        {"description": "Скорочення і слова з планів простими словами", "crumbs": crumbs(address)},
        abbreviations=[entry for entry in entries if entry.kind == "abbreviation"],
        terms=[entry for entry in entries if entry.kind == "term"],
    )
