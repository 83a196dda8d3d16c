"""Sheets of A4 for a notice board: what it is about, in a few words, and a QR code with its address in letters."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from markupsafe import Markup

from generator.model.community import Community
from generator.model.executor import Executor
from generator.model.outputs import Output
from generator.model.plan import Goal, Plan
from generator.model.records.community import Contacts
from generator.outputs.addresses import full, in_letters
from generator.outputs.qr import qr_svg
from generator.outputs.site_files import Page, relative
from generator.pages.environment import component
from generator.pages.executor import is_told_by_oblasts
from generator.pages.markup import bound
from generator.pages.site_context import SiteContext
from generator.pages.state_strip import state_strip
from generator.views import words
from generator.views.about_plan import period_in_words
from generator.views.commitment import Commitment
from generator.views.part import part_in, past_sentence
from generator.views.plan_over import plan_over
from generator.views.undertakings import counted

_SIZES = (("longest", 220), ("long", 90))
"""Classes of headings that are longer than so many letters."""


def notice_pages(site: SiteContext, community: Community) -> Iterator[Page]:
    """Make the sheet of a community and of every goal of its plans; none on a site that makes no sheets."""
    if Output.NOTICES not in site.outputs:
        return
    yield _community(site, community)
    for plan in community.plans:
        yield from (_goal(site, community, plan, goal) for goal in plan.all_pages())


def notice_address(page_address: str) -> str:
    """Return the permanent address of a page's sheet."""
    return f"{page_address}notice/"


def _of_plan(site: SiteContext, community: Community, plan: Plan) -> str:
    """Name a plan and say for which years it is, unless its name does; then that it is over, if it is."""
    return bound(" ".join([_named_with_years(plan), *_over(site, community, plan)]))


def _named_with_years(plan: Plan) -> str:
    period, name = plan.record.period, plan.record.name
    if period and not period.text:
        named = all(str(day.year) in name for day in (period.start, period.end))
        return f"{name}." if named else f"{name} {period.for_years}."
    said = period_in_words(plan)
    return f"{name}. Період: {said}." if said else f"{name}."


def _over(site: SiteContext, community: Community, plan: Plan) -> list[str]:
    """Say of a plan that is over or replaced that it is, with the name of what came after."""
    over = plan_over(community, plan, site.settings.as_of)
    if over is None:
        return []
    return [f"{over.sentence} {over.link_words}." if over.link_words else over.sentence]


def _community(site: SiteContext, community: Community) -> Page:
    items = site.commitments.by_community.get(community.id, [])
    sentences = [_of_plan(site, community, plan) for plan in community.plans]
    if items:
        sentences.append(f"{counted(items)}: що пообіцяно зробити, хто виконавець і до якого строку.")
    sentences += [*_known(site, community), *_ask(community.record.contacts)]
    return _page(site, community.address, community.record.name, "Що пообіцяла громада", sentences, community, items)


def _goal(site: SiteContext, community: Community, plan: Plan, goal: Goal) -> Page:
    items = site.commitments.of_goal(plan, goal)
    sentences = [
        f"{community.record.name}. {plan.record.name}{'' if goal.is_ours else f', {goal.in_sentence}'}.",
        *_over(site, community, plan),
        f"{counted(items)}: що саме, хто виконавець і до якого строку.",
        *_known(site, community),
        *_ask(community.record.contacts),
    ]
    address = plan.goal_address(goal.id)
    return _page(site, address, goal.record.title, "Що пообіцяла громада", sentences, community, items)


def executor_notice(site: SiteContext, executor: Executor) -> Page:
    """Make the sheet of an executor."""
    items = site.commitments.by_executor.get(executor.address, [])
    where = site.communities_of.get(executor.address, ())
    many = [f"{words.communities(len(where))}."] if is_told_by_oblasts(site, executor) and where else []
    sentences = [
        *(many or [*_where(where), *(line for community in where for line in _known(site, community))]),
        *_part(items, executor, site.settings.as_of),
    ]
    sentences += _ask(executor.record.contacts)
    owner = site.communities_by_id.get(executor.community or "")
    is_past = bool(items) and part_in(items, executor.address, site.settings.as_of).is_past
    heading = "Що було доручено" if is_past else "За що відповідає"
    return _page(site, executor.address, executor.record.name, heading, sentences, owner, items)


def _part(items: list[Commitment], executor: Executor, as_of: date) -> Iterator[str]:
    if not items:
        yield "Плани громад поки не називають цього виконавця прямо."
        return
    yield part_in(items, executor.address, as_of).sentence
    if past := past_sentence(items, as_of):
        yield past
    yield "На сайті написано, які це заходи і які в них строки."


def _size(title: str) -> Markup:
    """Return the class by which a long heading is set smaller, so that all of it fits one sheet."""
    name = next((name for name, length in _SIZES if len(title) > length), "")
    return Markup("{{: .{} }}").format(name) if name else Markup()


def _where(communities: Iterable[Community]) -> list[str]:
    names = ", ".join(community.record.name for community in communities)
    return [f"{names}."] if names else []


def _known(site: SiteContext, community: Community) -> list[str]:
    """Return what is important to know of a community before anything of its plan, as on its pages."""
    return [told] if (told := community.notice_on(site.settings.as_of)) else []


def _ask(contacts: Contacts) -> list[str]:
    """Say that the page tells where to ask, when it does."""
    return ["Там є також адреси для запитань."] if contacts.can_answer else []


def _page(
    site: SiteContext,
    whole: str,
    title: str,
    kicker: str,
    sentences: list[str],
    owner: Community | None,
    items: Sequence[Commitment],
) -> Page:
    address, settings = notice_address(whole), site.settings
    url = full(settings, whole)
    return site.page(
        address,
        title,
        "notice",
        {
            **({"community": owner.id, "feedback": site.community_meta(address, owner)["feedback"]} if owner else {}),
            "canonical": relative(address, whole),
            "robots": "noindex",
            "description": f"Оголошення для друку: {title}",
        },
        kicker=kicker,
        size=_size(title),
        sentences=sentences,
        strip=state_strip([("", "", items)]),
        public=settings.is_public,
        code=component("qr", svg=drawing(url), address=spoken(url)) if url else "",
    )


def drawing(url: str) -> Markup:
    """Draw the code as an image with an alternative, for use inside a page."""
    opening = Markup('<svg role="img" aria-label="QR-код з адресою {}" ').format(spoken(url))
    drawn = qr_svg(url).decode().strip().removeprefix("<svg ")
    return opening + Markup(drawn)  # noqa: S704 - drawn by us from an address made of slugs


def spoken(url: str) -> str:
    """Return an address as people type it: in letters, without the scheme and the last slash."""
    return in_letters(url).partition("://")[2].rstrip("/")
