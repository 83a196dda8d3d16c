"""Terms of a country: the nearest, counts by oblast and by quarter; for an oblast counts by community."""

from collections.abc import Iterable, Iterator

from generator.model.oblasts import oblast_slug
from generator.model.vocabulary import MeasureGroup
from generator.outputs.site_files import Page
from generator.pages.country.listing import Group, Place, due_lines, listing, mine
from generator.pages.site_context import SiteContext
from generator.views.calendar import Quarter, quarter_of
from generator.views.summary import DAYLESS, Country, Oblast, Summary, added
from generator.views.undertakings import NO_UNDERTAKINGS, Undertakings

TERMS = "terms/"
_NEAREST = 6


def terms_pages(site: SiteContext, country: Country) -> Iterator[Page]:
    """Make the page of terms and one for each oblast."""
    now = quarter_of(site.settings.as_of)
    nearest = country.next(_NEAREST)
    yield listing(
        site,
        TERMS,
        "Строки",
        "Що і коли має бути зроблено за планами громад",
        [],
        [
            Group(due_lines(nearest), MeasureGroup.NEAREST.words, "nearest"),
            Group([_of_oblast(one, now) for one in country.oblasts], "За областями", "oblasts"),
            *_sums(list(country.communities), now),
        ],
        above=[mine(country, TERMS)],
        heading="Що і до якого строку має бути зроблено",
        urgent=any(due.urgent for due in nearest),
    )
    for oblast in country.oblasts:
        yield _oblast_page(site, oblast, now)


def _oblast_page(site: SiteContext, oblast: Oblast, now: Quarter) -> Page:
    address = f"{TERMS}{oblast_slug(oblast.name)}/"
    nearest = Country((oblast,)).next(_NEAREST)
    return listing(
        site,
        address,
        f"Строки: {oblast.name}",
        f"Що і коли має бути зроблено за планами громад: {oblast.name}",
        [],
        [
            *([Group(due_lines(nearest), MeasureGroup.NEAREST.words, "nearest")] if nearest else []),
            Group(
                [_of_community(oblast, one, now) for one in oblast.communities],
                "За громадами",
                "communities",
            ),
        ],
        ("Строки", TERMS),
        after=[(oblast.name, oblast.address)],
        heading=f"Що і до якого строку має бути зроблено: {oblast.name}",
        urgent=any(due.urgent for due in nearest),
    )


def _of_oblast(oblast: Oblast, now: Quarter) -> Place:
    return Place(oblast.name, f"{TERMS}{oblast_slug(oblast.name)}/", note=_said(oblast.communities, now))


def _of_community(oblast: Oblast, one: Summary, now: Quarter) -> Place:
    """Say in two lines what is due in this quarter and what is late: an oblast has up to ninety communities."""
    due, late = _in([one], now), one.outcomes.get(MeasureGroup.LATE)
    return Place(
        oblast.called(one),
        f"{one.address}terms/" if one.plans else one.address,
        f"цього кварталу – {due.words}" if due else "",
        note=f"Строк минув, звіту немає – {late.words}" if late else "",
        id=one.id,
    )


def _said(communities: Iterable[Summary], now: Quarter) -> str:
    """Count what is due in this quarter and in the next, and what is late."""
    listed = list(communities)
    counts = [
        ("цього кварталу", _in(listed, now)),
        ("наступного", _in(listed, now.next)),
        ("строк минув, звіту немає", added(one.outcomes.get(MeasureGroup.LATE, NO_UNDERTAKINGS) for one in listed)),
    ]
    said = "; ".join(f"{words} – {count.words}" for words, count in counts if count)
    return f"{said[:1].upper()}{said[1:]}." if said else "Найближчих строків немає."


def _in(communities: Iterable[Summary], quarter: Quarter) -> Undertakings:
    return added(one.quarters.get(quarter, NO_UNDERTAKINGS) for one in communities)


def _sums(communities: list[Summary], now: Quarter) -> Iterator[Group]:
    """Count the quarters ahead and what has no day, all communities together."""
    ahead = sorted({at for one in communities for at in one.quarters if at >= now})
    lines = [Place(at.words, remark=_in(communities, at).words, id=at.anchor) for at in ahead]
    yield Group(lines, "За кварталами", "quarters")
    dayless = {group: added(one.dayless.get(group, NO_UNDERTAKINGS) for one in communities) for group in DAYLESS}
    lines = [Place(group.words, remark=count.words, id=group.value) for group, count in dayless.items() if count]
    if lines:
        yield Group(lines, "Без дня в плані", "dayless")
