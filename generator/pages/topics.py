"""Pages that read across communities: topics, and one goal of a common template side by side."""

from collections.abc import Iterable, Iterator

from generator.model.audiences import audience_address
from generator.model.comparison import Comparison, comparisons
from generator.model.records.topics import ServiceRecord, TopicRecord
from generator.outputs.site_files import Page
from generator.pages.audiences import promises
from generator.pages.environment import component
from generator.pages.my_community import my_community
from generator.pages.site_context import SiteContext, crumbs, link_from
from generator.pages.state_strip import state_strip
from generator.views.topic import TopicShare, shares
from generator.views.undertakings import counted

_CHOSEN_BY_US = "теми визначили ми, прочитавши кожен захід; у документах їх немає."


def has_topics(site: SiteContext) -> bool:
    """Return whether the page of topics leads anywhere."""
    return bool(site.catalogue.topics.all) or any(comparisons(site.catalogue))


def topic_pages(site: SiteContext) -> Iterator[Page]:
    """Make the list of topics, a page for each, and the comparisons."""
    topics = site.catalogue.topics
    compared = list(comparisons(site.catalogue))
    yield site.page(
        "topics/",
        "Теми",
        "topics",
        {
            "description": "Для кого і які послуги обіцяють громади",
            "crumbs": crumbs("topics/"),
            **({} if has_topics(site) else {"is_empty": True}),
        },
        mine=my_community(site, "topics/"),
        about=_CHOSEN_BY_US if has_topics(site) else "жодного заходу темою ще не позначено.",
        audiences=[(topic, _count(site, topic)) for topic in topics.audiences],
        services=[(topic, _count(site, topic)) for topic in topics.services],
        comparisons=compared,
    )
    for topic in topics.all:
        yield _topic_page(site, topic)
    for comparison in compared:
        yield _comparison_page(site, comparison)


def _count(site: SiteContext, topic: TopicRecord) -> str:
    return counted(item for share in shares(site.commitments, topic.id) for item in share.items)


def _topic_page(site: SiteContext, topic: TopicRecord) -> Page:
    address = topic.address
    found = shares(site.commitments, topic.id)
    promised = [share for share in found if share.items]
    return site.page(
        address,
        topic.name,
        "topic",
        {
            "description": topic.about,
            "crumbs": crumbs(address, ("Теми", "topics/")),
            **site.quick_exit(item.measure for share in found for item in share.items),
            **({"quick_exit": True} if topic.quick_exit else {}),
            **({"measures_at": promised[0].community.id} if promised else {}),
        },
        topic=topic,
        service=topic if isinstance(topic, ServiceRecord) else None,
        promised=[(share, promises(site, share.items, link_from(address))) for share in promised],
        silent=[share for share in found if not share.items],
        mine=my_community(site, address, on_topic=True),
        sheets=_sheets(site, topic, found),
        strip=state_strip(
            (share.community.record.short_name, f"#{share.community.id}", share.items) for share in found
        ),
    )


def _sheets(site: SiteContext, topic: TopicRecord, found: Iterable[TopicShare]) -> dict[str, str]:
    """Return where what a community promises to an audience stands alone, by community; nothing for a service."""
    if topic not in site.catalogue.topics.audiences or not site.has_audience_pages:
        return {}
    return {share.community.id: audience_address(share.community, topic) for share in found if share.items}


def _comparison_page(site: SiteContext, comparison: Comparison) -> Page:
    address = comparison.address
    url = link_from(address)
    return site.page(
        address,
        f"Порівняння: {comparison.title}",
        "compare",
        {
            **site.quick_exit(measure for _, _, goal in comparison.goals for measure in goal.measures),
            "description": f"{comparison.title}: що обіцяє кожна громада",
            "crumbs": crumbs(address, ("Теми", "topics/")),
        },
        table=component(
            "comparison",
            id="comparison",
            caption="Заходи цієї цілі в кожній громаді",
            url=url,
            columns=[
                (
                    community,
                    goal,
                    plan.goal_address(goal.id),
                    [site.commitments.by_measure[plan.id, measure.id] for measure in goal.measures],
                )
                for community, plan, goal in comparison.goals
            ],
        ),
    )
