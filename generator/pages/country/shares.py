"""What communities of an oblast have under one heading, a topic or a body: counts, and some measures of each."""

from collections.abc import Callable, Iterable, Iterator

from generator.model.oblasts import oblast_slug
from generator.outputs.site_files import Page
from generator.pages.country.listing import Group, Place, listing, mine
from generator.pages.site_context import SiteContext
from generator.views import words
from generator.views.summary import Country, Oblast, Share, Summary, added

Asked = Callable[[Summary], Share | None]
_ROOMY, _FULL = 20, 40
"""Up to how many communities two measures of each are shown, and up to how many one: a page is to stay short."""


def oblast_lines(country: Country, whole: str, asked: Asked) -> list[Place]:
    """List the oblasts that have something, each with how many communities and measures, and its own page."""
    return [
        Place(
            oblast.name,
            f"{whole}{oblast_slug(oblast.name)}/",
            f"{words.communities(len(found))}, {added(share.count for share in found).words}",
        )
        for oblast in country.oblasts
        if (found := [share for one in oblast.communities if (share := asked(one))])
    ]


def shared_by(
    site: SiteContext,
    country: Country,
    whole: str,
    title: str,
    asked: Asked,
    search: tuple[str, str],
    *trail: tuple[str, str],
    silence: str = "",
    urgent: bool = False,
) -> Iterator[Page]:
    """Make a page for each oblast that has something; a count leads to the search, which narrows by `search`.

    With a `silence` said, communities that have nothing are listed after it, and every oblast has its page.
    """
    for oblast in country.oblasts:
        found = [(one, share) for one in oblast.communities if (share := asked(one))]
        if found or silence:
            address = f"{whole}{oblast_slug(oblast.name)}/"
            silent = [one for one in oblast.communities if not asked(one)] if silence else []
            yield listing(
                site,
                address,
                f"{title}: {oblast.name}",
                f"{title} – громади: {oblast.name}",
                [_said(share for _, share in found)],
                [
                    Group(_lines(oblast, found, search)),
                    *(
                        [Group(_silent(oblast, silent), "У чиїх планах цього немає", "silent", silence)]
                        if silent
                        else []
                    ),
                ],
                *trail,
                above=[mine(country, address)],
                after=[(oblast.name, oblast.address)],
                urgent=urgent or any(share.urgent for _, share in found),
            )


def _said(found: Iterable[Share]) -> str:
    counts = [share.count for share in found]
    return f"{words.communities(len(counts))}, {added(counts).words}." if counts else ""


def _silent(oblast: Oblast, communities: list[Summary]) -> list[Place]:
    return [Place(oblast.called(one), one.address) for one in communities]


def _lines(oblast: Oblast, found: list[tuple[Summary, Share]], search: tuple[str, str]) -> list[Place]:
    most = 2 if len(found) <= _ROOMY else 1 if len(found) <= _FULL else 0
    name, value = search
    return [
        Place(
            oblast.called(one),
            one.address,
            share.count.words,
            leads=f"search/?c={one.id}&amp;{name}={value}",
            note=one.notice,
            id=one.id,
            below=tuple(share.first[:most]),
        )
        for one, share in found
    ]
