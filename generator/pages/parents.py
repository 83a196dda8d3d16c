"""Lists at the addresses above others: who cuts the end off an address finds what stands below it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.community import Community
from generator.model.comparison import COMPARISONS, Comparison, comparisons, template_address
from generator.model.plan import Plan
from generator.outputs.site_files import Page
from generator.pages.community import executor_lines
from generator.pages.site_context import SiteContext, crumbs
from generator.views import words

_OUTERMOST, _LEVEL = Markup(), Markup("    ")


@dataclass(frozen=True, slots=True)
class Line:
    """A page of a list: its title, address, what is said of it, the space before it that makes it part of another."""

    title: str
    address: str
    remark: str = ""
    indent: Markup = _OUTERMOST


Group = tuple[str, Sequence[Line]]
"""A heading, or nothing, and the lines under it."""


def comparison_lists(site: SiteContext) -> Iterator[Page]:
    """Make the list of all comparisons and one for each template; nothing where no two plans share a template."""
    templates: dict[str, list[Comparison]] = {}
    for comparison in comparisons(site.catalogue):
        templates.setdefault(comparison.template, []).append(comparison)
    if templates:
        said = "Плани деяких громад укладено за одним зразком. Ось ті самі цілі поруч."
        groups = [(_who(found), _lines(found)) for found in templates.values()]
        yield _list(site, COMPARISONS, "Порівняння громад", said, groups, ("Теми", "topics/"))
    for template, found in templates.items():
        said = "Плани цих громад укладено за одним зразком. Ось ті самі цілі поруч."
        trail = (("Теми", "topics/"), ("Порівняння громад", COMPARISONS))
        yield _list(site, template_address(template), f"Порівняння: {_who(found)}", said, [("", _lines(found))], *trail)


def _who(compared: Iterable[Comparison]) -> str:
    names = {community.id: community.record.short_name for one in compared for community, _, _ in one.goals}
    return ", ".join(names.values())


def _lines(compared: Iterable[Comparison]) -> list[Line]:
    return [
        Line(one.title, one.address, words.communities(len({home.id for home, _, _ in one.goals}))) for one in compared
    ]


def executors_list(site: SiteContext, community: Community) -> Iterator[Page]:
    """Make the list of a community's executors; nothing where none has its page below this address."""
    own = site.commitments.executors_of(community.id)
    if own:
        named = executor_lines(site.commitments.by_community.get(community.id, []), site.settings.as_of)
        listed = {executor.address for executor, _ in named}
        silent = [(executor, "") for executor in own if executor.address not in listed]
        lines = [Line(executor.record.name, executor.address, count) for executor, count in (*named, *silent)]
        title = f"Хто виконує {'план' if len(community.plans) == 1 else 'плани'}"
        meta = site.community_meta(community.executors_address, community)
        trail = (community.record.short_name, community.address)
        yield _list(site, community.executors_address, title, "", [("", lines)], trail, meta=meta)


def texts_list(site: SiteContext, community: Community, plan: Plan) -> Iterator[Page]:
    """Make the list of a document's narrative texts; nothing without any."""
    if plan.texts:
        lines = [
            Line(text.record.title, plan.text_address(text.name), indent=_LEVEL * (text.record.level - 1))
            for text in plan.texts
        ]
        meta = site.community_meta(plan.texts_address, community)
        trail = ((community.record.short_name, community.address), (plan.record.name, plan.address))
        yield _list(site, plan.texts_address, "Розділи й додатки документа", "", [("", lines)], *trail, meta=meta)


def _list(
    site: SiteContext,
    address: str,
    title: str,
    said: str,
    groups: Sequence[Group],
    *trail: tuple[str, str],
    meta: dict[str, object] | None = None,
) -> Page:
    front = {**(meta or {}), "description": f"{title}: перелік сторінок", "crumbs": crumbs(address, *trail)}
    return site.page(address, title, "list", front, said=said, groups=groups)
