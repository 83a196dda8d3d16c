"""What every page builder may use: settings, the catalogue, its commitments."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Any

from markupsafe import Markup

from generator.history.history import History
from generator.language.terms import date_in_words
from generator.model.audiences import have_pages
from generator.model.community import Catalogue, Community
from generator.model.oblasts import have_oblasts
from generator.model.place import Place
from generator.model.plan import Measure, NarrativeText, Plan
from generator.model.records.audit import AuditResults
from generator.model.records.community import Contacts
from generator.model.settings import Settings
from generator.model.vocabulary import ChannelKind
from generator.outputs.assets import embeds
from generator.outputs.oembed import Embed
from generator.outputs.site_files import Page, relative
from generator.pages.environment import component, page_template
from generator.pages.glossary import MARKER, Glossary
from generator.pages.kinds import KINDS, Abbreviations
from generator.pages.markup import bound
from generator.pages.window_title import window_title
from generator.views.commitment import Commitments
from generator.views.counterparts import Counterparts, counterparts

Link = Callable[[str], Markup]
MOST_EXPLAINED = 8
"""Words that a page explains itself. With more, it says what abbreviations stand for and leads to the glossary."""


@dataclass(frozen=True, eq=False)
class SiteContext:
    """Inputs of all pages. Nothing in it changes while pages are made."""

    settings: Settings
    catalogue: Catalogue
    history: History | None = None
    tested: AuditResults | None = None
    counterparts_elsewhere: Counterparts | None = None
    """The counterparts of goals, where the catalogue does not hold all communities."""
    communities_in_all: int | None = None
    """How many communities the site has, where the catalogue does not hold all of them."""
    editions: Mapping[str, int] = field(default_factory=dict)
    """The size in bytes of every edition that was made, by its address."""

    def of(self, community: Community) -> "SiteContext":
        """Return what a community's part is made from: its own matter, what all share, its goals' counterparts.

        Nothing else can get into its pages, so they hold until one of these changes.
        """
        plans = {plan.id for plan in community.plans}
        return SiteContext(
            self.settings,
            replace(self.catalogue, communities=(community,), synonyms={}, redirects={}),
            self.history and self.history.of(community.id),
            counterparts_elsewhere={plan: goals for plan, goals in self.counterparts.items() if plan in plans},
            communities_in_all=self.number_of_communities,
        )

    @property
    def number_of_communities(self) -> int:
        known = self.communities_in_all
        return len(self.catalogue.communities) if known is None else known

    @property
    def has_audience_pages(self) -> bool:
        return have_pages(self.number_of_communities)

    @property
    def has_oblasts(self) -> bool:
        """Whether the site is so large that it is told oblast by oblast."""
        return have_oblasts(self.number_of_communities)

    @property
    def can_remember(self) -> bool:
        """Whether a reader may have a community of their own remembered: of one there is no choice."""
        return self.number_of_communities > 1

    @cached_property
    def counterparts(self) -> Counterparts:
        return counterparts(self.catalogue) if self.counterparts_elsewhere is None else self.counterparts_elsewhere

    @cached_property
    def commitments(self) -> Commitments:
        return Commitments(self.catalogue, self.settings.as_of)

    @cached_property
    def communities_by_id(self) -> Mapping[str, Community]:
        return {community.id: community for community in self.catalogue.communities}

    @cached_property
    def communities_of(self) -> Mapping[str, tuple[Community, ...]]:
        """Communities whose plans name an executor, by the address of its page."""
        return {
            address: tuple({item.community.id: item.community for item in items}.values())
            for address, items in self.commitments.by_executor.items()
        }

    @cached_property
    def quick_exit_topics(self) -> frozenset[str]:
        """Topics whose readers may have to leave a page at once."""
        topics = self.catalogue.topics
        return frozenset(topic.id for topic in topics.all if topic.quick_exit)

    def quick_exit(self, measures: Iterable[Measure], texts: Iterable[NarrativeText] = ()) -> dict[str, bool]:
        """Return the front matter of a page that shows these: a quick exit when one concerns violence (decision 12)."""
        needed = any(text.record.quick_exit for text in texts) or any(
            not self.quick_exit_topics.isdisjoint(measure.record.topics) for measure in measures
        )
        return {"quick_exit": True} if needed else {}

    @cached_property
    def embeds(self) -> Mapping[str, Embed]:
        """Pages that can be shown on another site, by their address."""
        return {embed.page_address: embed for embed in embeds(self)}

    def page(self, address: str, title: str, kind: str, meta: Mapping[str, Any], /, **context: Any) -> Page:
        """Render a page of a kind; KeyError for one that is not declared. `url` in it gives relative links from it."""
        declared = KINDS[kind]
        template = page_template(declared.template or declared.id)
        body = template(url=link_from(address), site=self, title=title, **context)
        owner = meta.get("community")
        if declared.abbreviations is Abbreviations.BY_GLOSSARY:
            body = self._explained(body, address, owner)
        elif declared.abbreviations is Abbreviations.IN_ONE_LINE:
            body = self._abbreviated(body, owner)
        community = self.communities_by_id.get(owner) if owner else None
        day = self.settings.as_of
        common = {
            "as_of": bound(date_in_words(day)),
            "as_of_day": day.isoformat(),
            "feedback": site_channels(self.settings, address),
            "window_title": window_title(title, community, self.settings.site_name),
            **({"share": True} if declared.tools and (community is None or community.can_be_asked(day)) else {}),
        }
        return Page(address, title, body.strip() + "\n", {**common, **declared.front_matter, **meta}, kind)

    def _explained(self, body: str, address: str, community: str | None) -> str:
        """Mark abbreviations and add what they mean where the page says so, else at its end."""
        marked, entries = self.glossary(community).mark(body)
        link = relative(address, "glossary/")
        brief = len(entries) > MOST_EXPLAINED
        said = [entry for entry in entries if entry.expansion] if brief else entries
        explained = component("glossary", entries=said, brief=brief, link=link) if entries else ""
        return marked.replace(MARKER, explained) if MARKER in marked else f"{marked}\n\n{explained}"

    def _abbreviated(self, body: str, community: str | None) -> str:
        """Mark abbreviations and say in one line what they stand for, where the page says so, else at its end."""
        marked, entries = self.glossary(community).mark(body.strip() + "\n")
        known = [entry for entry in entries if entry.expansion]
        line = component("abbreviations", entries=known) if known else ""
        return marked.replace(MARKER, line) if MARKER in marked else f"{marked}\n{line}"

    @cache  # noqa: B019 - one context lives for one build
    def glossary(self, community: str | None) -> Glossary:
        """Return the glossary that holds for a community's documents."""
        return Glossary(self.catalogue.glossary, community)

    def community_meta(self, address: str, community: Community) -> dict[str, Any]:
        """Return the front matter that every page of a community shares."""
        return {
            "community": community.id,
            "community_name": community.record.name,
            "community_url": relative(address, community.address),
            "feedback": [
                *channels(community.record.contacts, community.record.site),
                *site_channels(self.settings, address),
            ],
            "calendar_url": relative(address, f"{community.id}/calendar.ics"),
            "feed_url": relative(address, f"{community.id}/changes.xml"),
        }

    def plan_meta(self, address: str, community: Community, plan: Plan) -> dict[str, Any]:
        """Return the front matter that pages below a plan's page share: the community's, the way back, the source."""
        return {
            **self.community_meta(address, community),
            "crumbs": crumbs(
                address, (community.record.short_name, community.address), (plan.record.name, plan.address)
            ),
            "source": {"title": plan.record.title, "url": relative(address, plan.address)},
        }

    def edit(self, place: Place) -> str:
        return self.settings.edit_url(place.file, place.line)


def link_from(address: str) -> Link:
    """Return the function that links from one page to any address of the site."""
    return lambda target: Markup(relative(address, target))  # noqa: S704 - addresses are made of slugs


def crumbs(address: str, *trail: tuple[str, str]) -> list[dict[str, str]]:
    """Return the breadcrumbs of a page: home, then the trail of (title, address)."""
    return [{"title": title, "url": relative(address, target)} for title, target in (("Головна", ""), *trail)]


def channels(contacts: Contacts, site: str | None = None) -> list[dict[str, str]]:
    """Turn contacts into channels a reader can use."""
    found: list[dict[str, str]] = []
    if contacts.email:
        found.append(_channel(ChannelKind.EMAIL, contacts.email, f"mailto:{contacts.email}"))
    if contacts.phone:
        digits = "".join(sign for sign in contacts.phone if sign in "+0123456789")
        shown = contacts.phone.replace(" ", "\N{NO-BREAK SPACE}")
        found.append(_channel(ChannelKind.PHONE, shown, f"tel:{digits}"))
    if contacts.post:
        found.append(_channel(ChannelKind.POST, contacts.post, ""))
    if contacts.form:
        found.append(_channel(ChannelKind.FORM, contacts.form, contacts.form))
    address = contacts.site or site
    if address:
        found.append(
            _channel(ChannelKind.SITE, address.removeprefix("https://").removeprefix("http://").rstrip("/"), address)
        )
    return found


def site_channels(settings: Settings, address: str | None) -> list[dict[str, str]]:
    """Return the channels to those who run the site, about one page; none when its repository is not on GitHub."""
    form = settings.report_url(address)
    return [_channel(ChannelKind.ISSUE, "написати на GitHub (потрібна реєстрація)", form)] if form else []


def _channel(kind: ChannelKind, text: str, href: str) -> dict[str, str]:
    return {"kind": kind.value, "label": kind.words, "text": text, **({"href": href} if href else {})}
