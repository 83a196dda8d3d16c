"""What a page offers to take along: a calendar, a feed, a notice for a board, the code for another site."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from generator.model.outputs import Output
from generator.outputs.addresses import full, link
from generator.outputs.calendars import FILE_NAME, subscription
from generator.outputs.oembed import snippet
from generator.outputs.site_files import relative
from generator.pages.environment import component
from generator.pages.site_context import SiteContext
from generator.pages.workplace import WORKPLACE

EMBED_HELP = "embed/"
"""The address of the page «Вставити на свій сайт»."""
Line = tuple[str, str]
"""A label and a link."""


def for_staff(site: SiteContext, address: str, lines: Sequence[Line], *, calendar: bool = False) -> Markup:
    """Make the block that ends a page that can be embedded; `lines` stand before the code, relative to the page.

    `calendar` is whether the page has one, whose address people may copy once the site has an address of its own.
    """
    embed = site.embeds[address]
    help_address = f"{EMBED_HELP}?in={_community_id(site, address)}&page={address}"
    code = component(
        "embed-code",
        id="embed-code",
        code=snippet(embed, site.settings),
        public=site.settings.is_public,
        preview=relative(address, embed.address),
        help=relative(address, help_address),
    )
    calendar_address = full(site.settings, f"{address}{FILE_NAME}") if calendar else None
    copied = (
        component("calendar-address", id="calendar-address", address=calendar_address) if calendar_address else None
    )
    workplace = ("Робоче місце: вести план і звіт", relative(address, WORKPLACE))
    return component("for-staff", items=[*lines, workplace], calendar=copied, code=code)


def _community_id(site: SiteContext, address: str) -> str:
    """Return the community under which the chooser offers a page."""
    first = address.split("/", 1)[0]
    if first in site.communities_by_id:
        return first
    return next((community.id for community in site.communities_of.get(address, ())), "")


def calendar_lines(site: SiteContext, address: str, calendar_of: str) -> list[Line]:
    """Return the links to a page's calendar: to subscribe where the site has an address, and to the file."""
    file = relative(address, f"{calendar_of}calendar.ics")
    subscribe = subscription(site.settings, calendar_of)
    return [*([("Підписатися на календар строків", subscribe)] if subscribe else []), ("Файл календаря", file)]


def calendar_to_keep(address: str, calendar_of: str) -> dict[str, Any]:
    """Return the front matter of a page whose terms can be kept: the calendar's file, under the title."""
    return {"save": {"title": "Календар строків", "url": relative(address, f"{calendar_of}calendar.ics")}}


def notice_lines(site: SiteContext, address: str) -> list[Line]:
    """Return the link to a page's sheet for a notice board, on a site that makes these."""
    if Output.NOTICES not in site.outputs:
        return []
    return [("Оголошення з QR-кодом для друку", relative(address, f"{address}notice/"))]


def sharing_meta(site: SiteContext, address: str) -> dict[str, Any]:
    """Return the front matter: where the page for frames is, and that the page offers what to take along."""
    embed = site.embeds[address]
    meta: dict[str, Any] = {"embed_url": relative(address, embed.address), "offers": True}
    if site.settings.site_url and Output.OEMBED in site.outputs:
        meta["oembed_url"] = link(site.settings, address, embed.oembed_address)
    return meta
