"""One goal of a common template in a country: an oblast side by side, or the communities that the reader picks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from generator.model.comparison import COMPARISONS, comparison_address, template_address
from generator.model.oblasts import oblast_slug
from generator.outputs.site_files import Page, relative
from generator.pages.country.listing import NAMES, SCRIPT, Group, Place, listing
from generator.pages.environment import component
from generator.pages.site_context import SiteContext, crumbs, link_from
from generator.views import words
from generator.views.summary import Compared, Country, Oblast, Summary

Found = tuple[Oblast, tuple[tuple[Summary, Compared], ...]]
_TRAIL = (("Теми", "topics/"), ("Порівняння громад", COMPARISONS))


@dataclass(frozen=True)
class Comparisons:
    """The goals of common templates that at least two plans have, by template and goal, each by oblast."""

    goals: Mapping[tuple[str, str], tuple[Found, ...]]

    @classmethod
    def of(cls, country: Country) -> Self:
        """Find the goals."""
        found: dict[tuple[str, str], dict[str, tuple[Oblast, list[tuple[Summary, Compared]]]]] = {}
        for oblast in country.oblasts:
            for one in oblast.communities:
                for goal in one.compared:
                    by_oblast = found.setdefault((goal.template, goal.goal), {})
                    by_oblast.setdefault(oblast.name, (oblast, []))[1].append((one, goal))
        return cls(
            {
                key: tuple((oblast, tuple(own)) for oblast, own in by_oblast.values())
                for key, by_oblast in sorted(found.items())
                if sum(len(own) for _, own in by_oblast.values()) > 1
            }
        )

    def __bool__(self) -> bool:
        return bool(self.goals)

    @property
    def number(self) -> int:
        """How many communities can be compared."""
        return len({one.id for found in self.goals.values() for one in _communities(found)})


def _communities(found: tuple[Found, ...]) -> list[Summary]:
    return [one for _, own in found for one, _ in own]


def comparison_pages(site: SiteContext, compared: Comparisons) -> Iterator[Page]:
    """Make the list of comparisons, one for each template, a page for each goal, and for each oblast that has it."""
    templates: dict[str, list[tuple[str, tuple[Found, ...]]]] = {}
    for (template, goal), found in compared.goals.items():
        templates.setdefault(template, []).append((goal, found))
    said = "Плани деяких громад укладено за одним зразком. Ось ті самі цілі поруч."
    if templates:
        lines = [Place(_name(goals), template_address(template)) for template, goals in templates.items()]
        yield listing(site, COMPARISONS, "Порівняння громад", said, [said], [Group(lines)], _TRAIL[0])
    for template, goals in templates.items():
        lines = [
            Place(_title(found), comparison_address(template, goal), words.communities(len(set(_ids(found)))))
            for goal, found in goals
        ]
        title = f"Порівняння: {_name(goals)}"
        yield listing(site, template_address(template), title, said, [said], [Group(lines)], *_TRAIL)
        for goal, found in goals:
            yield from _goal_pages(site, template, goal, found, title)


def _ids(found: tuple[Found, ...]) -> list[str]:
    return [one.id for one in _communities(found)]


def _name(goals: list[tuple[str, tuple[Found, ...]]]) -> str:
    return f"плани за одним зразком, {words.communities(len({id_ for _, found in goals for id_ in _ids(found)}))}"


def _title(found: tuple[Found, ...]) -> str:
    return found[0][1][0][1].title


def _goal_pages(site: SiteContext, template: str, goal: str, found: tuple[Found, ...], above: str) -> Iterator[Page]:
    address, title = comparison_address(template, goal), _title(found)
    trail = (*_TRAIL, (above, template_address(template)))
    yield _page(
        site,
        address,
        title,
        trail,
        urgent=any(one.urgent for _, own in found for _, one in own),
        oblasts=component("places", items=[_of_oblast(address, one) for one in found], url=link_from(address)),
    )  # fmt: skip
    for oblast, own in found:
        here = f"{address}{oblast_slug(oblast.name)}/"
        yield _page(
            site,
            here,
            f"{title}: {oblast.name}",
            (*trail, (title, address)),
            urgent=any(one.urgent for _, one in own),
            compared=component("compared", items=list(_sections(own)), url=link_from(here)),
        )


def _of_oblast(address: str, found: Found) -> Place:
    oblast, own = found
    number = len({one.id for one, _ in own})
    return Place(oblast.name, f"{address}{oblast_slug(oblast.name)}/", words.communities(number))


def _sections(own: tuple[tuple[Summary, Compared], ...]) -> Iterator[tuple[object, ...]]:
    seen: dict[str, int] = {}
    for one, goal in own:
        seen[one.id] = seen.get(one.id, 0) + 1
        again = f"-{seen[one.id]}" if seen[one.id] > 1 else ""
        measures = [(said.title, said.address, term) for said, term in goal.measures]
        yield f"{one.id}{again}", one.short_name, goal.title, goal.address, measures


def _page(
    site: SiteContext,
    address: str,
    title: str,
    trail: tuple[tuple[str, str], ...],
    *,
    urgent: bool,
    oblasts: str = "",
    compared: str = "",
) -> Page:
    return site.page(
        address,
        f"Порівняння: {title}",
        "country-compare",
        {
            "description": f"{title}: що обіцяє кожна громада",
            "crumbs": crumbs(address, *trail),
            "scripts": [SCRIPT, "compare.js"] if oblasts else ["compare.js"],
            **({"quick_exit": True} if urgent else {}),
        },
        names=relative(address, NAMES),
        oblasts=oblasts,
        compared=compared,
    )
