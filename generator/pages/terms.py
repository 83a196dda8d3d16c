"""Terms: the nearest across communities, and all of one community, a quarter at a time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.community import Community
from generator.model.vocabulary import MeasureGroup
from generator.outputs.site_files import Page
from generator.pages.environment import component
from generator.pages.site_context import SiteContext, crumbs
from generator.views.calendar import Calendar, Quarter, calendar, quarter_of
from generator.views.commitment import Commitment, due_next, not_replaced
from generator.views.outcome import by_outcome
from generator.views.plan_figures import late_sentences
from generator.views.plan_over import successor_of
from generator.views.undertakings import counted

_NEAREST = 6
_LATE = "Строк за планом минув, а звіту на сайті немає. Можливо, захід виконано, але про це не повідомили."
_DAYLESS = {
    MeasureGroup.RECURRING: "Ці заходи повторюють щороку, щокварталу або частіше.",
    MeasureGroup.ONGOING: "Ці заходи виконують постійно, поки діє план.",
    MeasureGroup.CONDITIONAL: "Ці заходи почнуть, коли настане подія, яку називає план.",
    MeasureGroup.UPCOMING: "Ці заходи виконуватимуть постійно або періодично, але час починати ще не настав.",
    MeasureGroup.ENDED: ("Ці заходи мали виконувати постійно, періодично або після певної події, і цей час минув."),
    MeasureGroup.UNREAD: "У плані для цих заходів строк названо, але дня, коли він закінчується, з його слів не видно.",
    MeasureGroup.UNDATED: "У плані для цих заходів строку не названо.",
    MeasureGroup.UNFILLED: "Окремого строку цих заходів тут не вказано; дивіться строк їхнього завдання чи частин.",
    MeasureGroup.SUSPENDED: "Строків планів цих громад ми тепер не рахуємо; чому, сказано на сторінці громади.",
    MeasureGroup.PROJECTS: "Ці заходи стоять у проєктах планів, яких ще не затверджено.",
}
"""What is said of measures without a day; a `Calendar` holds them under the same name, which is their anchor too."""
_LISTED = 30
"""Communities named one by one; a country has a page of them."""


@dataclass(frozen=True, slots=True)
class CommunityCount:
    """How many measures a community has under a heading, and where they are listed."""

    community: Community
    count: str
    address: str


@dataclass(frozen=True, slots=True)
class QuarterLine:
    """A quarter and how many terms end in it, by community."""

    quarter: Quarter
    communities: tuple[CommunityCount, ...]


@dataclass(frozen=True, slots=True)
class Dayless:
    """What stands outside the quarters ahead, by community."""

    anchor: str
    heading: str
    sentence: str
    communities: tuple[CommunityCount, ...]


def terms_page(site: SiteContext) -> Page:
    """Make the page of terms across communities."""
    address, as_of = "terms/", site.settings.as_of
    coming = due_next(site.commitments.all, as_of, len(site.commitments.all))
    calendars = {
        community.id: calendar(not_replaced(site.commitments.by_community.get(community.id, []), site.settings.as_of))
        for community in site.catalogue.communities
    }
    now = quarter_of(as_of)
    ahead = {now} | {at for kept in calendars.values() for at, _ in kept.quarters if at > now}
    dayless = [section for section in _dayless(site, calendars) if section.communities]
    return site.page(
        address,
        "Строки",
        "terms",
        {
            **site.quick_exit(item.measure for item in coming[:_NEAREST]),
            "description": "Що і коли має бути зроблено за планами громад",
            "crumbs": crumbs(address),
            "measures_at": "nearest",
        },
        now=now,
        communities=site.catalogue.communities[:_LISTED],
        apart=_apart(site, as_of),
        apart_words=MeasureGroup.SUSPENDED.words,
        nearest=coming[:_NEAREST],
        more=counted(coming[_NEAREST:]) if len(coming) > _NEAREST else "",
        quarters=[QuarterLine(at, tuple(_counts(site, at.anchor, _due_in(at, calendars)))) for at in sorted(ahead)],
        dayless=dayless,
        contents=component(
            "contents",
            items=[
                (MeasureGroup.NEAREST.words, "#nearest"),
                ("За кварталами", "#quarters"),
                *((section.heading, f"#{section.anchor}") for section in dayless),
            ],
        ),
    )


def _apart(site: SiteContext, as_of: date) -> list[tuple[Community, str]]:
    """Return the communities whose terms are not counted, each with the reason."""
    suspended = ((community, community.suspension_on(as_of)) for community in site.catalogue.communities)
    return [(community, suspension.reason) for community, suspension in suspended if suspension]


def _dayless(site: SiteContext, calendars: Mapping[str, Calendar]) -> Iterator[Dayless]:
    """Return what stands outside the quarters ahead, each under the anchor it has on a community's page."""
    outcomes = {
        community: by_outcome(not_replaced(items, site.settings.as_of))
        for community, items in site.commitments.by_community.items()
    }
    late = {community: found.get(MeasureGroup.LATE, ()) for community, found in outcomes.items()}
    yield _section(site, MeasureGroup.LATE, _LATE, late)
    for group, sentence in _DAYLESS.items():
        found = {community: getattr(kept, group.value) for community, kept in calendars.items()}
        yield _section(site, group, sentence, found)


def _section(
    site: SiteContext, group: MeasureGroup, sentence: str, found: Mapping[str, Sequence[Commitment]]
) -> Dayless:
    return Dayless(group.value, group.words, sentence, tuple(_counts(site, group.value, found)))


def _due_in(quarter: Quarter, calendars: Mapping[str, Calendar]) -> dict[str, Sequence[Commitment]]:
    """Return what falls due in a quarter, by community."""
    return {community: dict(kept.quarters).get(quarter, ()) for community, kept in calendars.items()}


def _counts(site: SiteContext, anchor: str, found: Mapping[str, Sequence[Commitment]]) -> Iterator[CommunityCount]:
    for community in site.catalogue.communities:
        items = found.get(community.id, ())
        if items:
            yield CommunityCount(community, counted(items), f"{community.terms_address}#{anchor}")


def community_terms_page(site: SiteContext, community: Community) -> Page:
    """Make the page of one community's terms."""
    address, now = community.terms_address, quarter_of(site.settings.as_of)
    everything = not_replaced(site.commitments.by_community.get(community.id, []), site.settings.as_of)
    kept = calendar(everything)
    ahead = [(quarter, items) for quarter, items in kept.quarters if quarter >= now]
    past = [(quarter, items) for quarter, items in reversed(kept.quarters) if quarter < now]
    by_group = ((group, getattr(kept, group.value)) for group in _DAYLESS)
    dayless = [(group.words, group.value, items) for group, items in by_group if items]
    return site.page(
        address,
        f"Строки: {community.record.name}",
        "community-terms",
        {
            **site.community_meta(address, community),
            **site.quick_exit(item.measure for item in everything),
            "description": f"Що і коли має бути зроблено: {community.record.name}",
            "crumbs": crumbs(address, (community.record.short_name, community.address)),
        },
        community=community,
        replaced=[plan for plan in community.plans if successor_of(community, plan, site.settings.as_of)],
        now=now,
        ahead=ahead,
        past=past,
        nothing_ahead=not ahead and not kept.suspended and not due_next(everything, site.settings.as_of, 1),
        late=late_sentences(everything),
        dayless=dayless,
        contents=component(
            "contents",
            items=[
                *([(MeasureGroup.NEAREST.words, "#ahead")] if ahead else []),
                *([(MeasureGroup.PAST.words, "#late")] if past else []),
                *((heading, f"#{name}") for heading, name, _ in dayless),
            ],
        ),
    )
