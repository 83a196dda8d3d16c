"""«Про сайт»: what the site is, where its words come from, whose it is."""

from generator.language.terms import date_in_words
from generator.outputs.site_files import Page
from generator.pages.glossary_page import explained
from generator.pages.markup import bound
from generator.pages.site_context import SiteContext, crumbs
from generator.pages.topics import has_topics

ADDRESS = "about/"


def about_page(site: SiteContext) -> Page:
    """Make the page; it names only what this very site has, and its owner only as far as mkdocs.yml says."""
    return site.page(
        ADDRESS,
        "Про сайт",
        "about",
        {"description": "Що це за сайт, звідки тут тексти і хто за них відповідає", "crumbs": crumbs(ADDRESS)},
        kind=site.settings.owner.kind,
        kept_by=kept_by(site),
        has_topics=has_topics(site),
        has_glossary=bool(explained(site)),
        has_summaries=has_summaries(site),
        remembers_community=site.can_remember,
    )


def kept_by(site: SiteContext) -> str:
    """Return who answers for the site, and since which day where that is filled in; nothing while no name is."""
    owner = site.settings.owner
    since = f", з {bound(date_in_words(owner.since))}" if owner.since else ""
    return f"{owner.name}{since}" if owner.name else ""


def has_summaries(site: SiteContext) -> bool:
    """Return whether anything here is said in plain words («Коротко»)."""
    plans = site.catalogue.plans
    return any(plan.record.summary for plan in plans) or any(
        goal.record.summary for plan in plans for goal in plan.all_goals()
    )
