"""Topics of a country: how many communities of each oblast promise something; a page for a topic in an oblast."""

from collections.abc import Iterator

from generator.model.oblasts import oblast_slug
from generator.model.records.topics import ServiceRecord, TopicRecord
from generator.outputs.site_files import Page
from generator.pages.country.comparisons import Comparisons
from generator.pages.country.listing import Group, Place, listing, mine
from generator.pages.country.shares import oblast_lines, shared_by
from generator.pages.environment import component
from generator.pages.site_context import SiteContext
from generator.views import words
from generator.views.summary import Country, added

TOPICS = "topics/"
_OURS = "теми визначили ми, прочитавши кожен захід; у документах їх немає."
_SILENCE = (
    "Плани цих громад, які тут опубліковано, про це не кажуть. Це не означає, що такої допомоги немає: запитайте у "
    "своїй громаді."
)


def topics_pages(site: SiteContext, country: Country, compared: Comparisons) -> Iterator[Page]:
    """Make the list of topics, a page for each, and for each in every oblast."""
    topics = site.catalogue.topics
    yield listing(
        site,
        TOPICS,
        "Теми",
        "Для кого і які послуги обіцяють громади",
        [],
        [
            *([Group([_of(country, one) for one in topics.audiences], "Для кого", "audiences")]),
            *([Group([_of(country, one) for one in topics.services], "Послуги", "services")]),
            *(
                [Group([Place("Порівняння громад", "compare/", words.communities(compared.number))])]
                if compared
                else []
            ),
        ],
        above=[mine(country, TOPICS), component("ours", text=_OURS)],
    )
    for topic in topics.all:
        yield from _topic_pages(site, country, topic)


def _of(country: Country, topic: TopicRecord) -> Place:
    found = [one.topics[topic.id].count for one in country.communities if topic.id in one.topics]
    said = f"{words.communities(len(found))}, {added(found).words}" if found else "у планах немає"
    return Place(topic.name, topic.address, said)


def _topic_pages(site: SiteContext, country: Country, topic: TopicRecord) -> Iterator[Page]:
    address, trail = topic.address, ("Теми", TOPICS)
    lines = oblast_lines(country, address, lambda one: one.topics.get(topic.id))
    told = {line.title for line in lines}
    silent = [Place(one.name, f"{address}{oblast_slug(one.name)}/") for one in country.oblasts if one.name not in told]
    service = topic if isinstance(topic, ServiceRecord) else None
    official = [f"Офіційна назва: {service.official_name}."] if service and service.official_name else []
    code = [f"Код за Класифікатором соціальних послуг: {service.code}."] if service and service.code else []
    urgent = bool(topic.quick_exit) or any(
        one.topics[topic.id].urgent for one in country.communities if topic.id in one.topics
    )
    said = [topic.about, *official, *code]
    yield listing(
        site,
        address,
        topic.name,
        topic.about,
        said,
        [
            Group(lines, "За областями", "oblasts", "" if lines else "У планах громад цього немає."),
            *([Group(silent, "Де в планах цього немає", "silent")] if silent else []),
        ],
        trail,
        above=[component("ours", text=_OURS), mine(country, address)],
        urgent=urgent,
    )
    yield from shared_by(
        site,
        country,
        address,
        topic.name,
        lambda one: one.topics.get(topic.id),
        ("s" if service else "a", topic.id),
        trail,
        (topic.name, address),
        silence=_SILENCE,
        urgent=bool(topic.quick_exit),
    )
