"""The page «Вставити на свій сайт»: choose, see it live, copy; ready code for those without JavaScript; steps."""

from collections.abc import Iterator

from generator.model.community import Community
from generator.outputs.json_file import json_bytes
from generator.outputs.oembed import Embed, snippet
from generator.outputs.site_files import Asset, Page, relative
from generator.pages.country.listing import NAMES, SCRIPT
from generator.pages.environment import component
from generator.pages.overview import by_oblast
from generator.pages.sharing import EMBED_HELP
from generator.pages.site_context import SiteContext, crumbs

ACCENTS = (("indigo", "синій"), ("teal", "зелений"), ("brown", "коричневий"), ("slate", "сірий"))
"""Accents that embed.css knows, the usual one first."""
THEMES = (("", "як на пристрої відвідувача"), ("light", "світлі"), ("dark", "темні"))


def embed_help_page(site: SiteContext) -> Page:
    """Make the page `/embed/`."""
    communities = [community for group in by_oblast(site) for community in group.communities]
    known = bool(site.settings.site_url)
    choosing = [SCRIPT] if site.has_oblasts else []
    return site.page(
        EMBED_HELP,
        "Вставити на свій сайт",
        "embed-help",
        {
            "description": "Як показати план громади на своєму сайті",
            "crumbs": crumbs(EMBED_HELP),
            **({"scripts": [*choosing, "embed-chooser.js", "../embed.js"]} if known else {}),
        },
        chooser=_chooser(site, communities) if known else "",
        public=site.settings.is_public,
        site_name=site.settings.site_name,
        ready=_ready(site, communities) if known and not site.has_oblasts else "",
        communities=() if site.has_oblasts else communities,
        example=_example(site, communities),
    )


def _chooser(site: SiteContext, communities: list[Community]) -> str:
    """Make the form that builds the code; its script fills in what stands in braces."""
    return component(
        "embed-chooser",
        communities=() if site.has_oblasts else communities,
        names=relative(EMBED_HELP, NAMES) if site.has_oblasts else "",
        themes=THEMES,
        accents=ACCENTS,
        root=relative(EMBED_HELP, ""),
        template=snippet(Embed("{page}", "{title}"), site.settings, query="{query}"),
    )


def _ready(site: SiteContext, communities: list[Community]) -> str:
    return component(
        "embed-ready", items=[(place, snippet(site.embeds[place.address], site.settings)) for place in communities]
    )


def _example(site: SiteContext, communities: list[Community]) -> dict[str, str]:
    """Return addresses of one community to name in the steps: its page and the page made for frames."""
    if not communities:
        return {}
    embed = site.embeds[communities[0].address]
    return {"page": site.settings.absolute(embed.page_address), "embed": site.settings.absolute(embed.address)}


def embed_list(site: SiteContext, community: Community) -> Asset:
    """Write `/embed/<community>.json`: the pages that the chooser offers, fetched when a community is chosen."""
    return Asset(f"{EMBED_HELP}{community.id}.json", json_bytes({"pages": list(_offered(site, community))}))


def _offered(site: SiteContext, community: Community) -> Iterator[dict[str, str]]:
    yield _offer(site, community.address, "Громада", community.record.name)
    for plan in community.plans:
        yield _offer(site, plan.address, "План", plan.record.name)
    for plan in community.plans:
        for goal in plan.all_pages():
            yield _offer(site, plan.goal_address(goal.id), f"Цілі: {plan.record.name}", goal.heading)
    items = site.commitments.by_community.get(community.id, [])
    named = {body.address: body for item in items for body in item.measure.bodies}
    for address, executor in sorted(named.items(), key=lambda pair: pair[1].record.name):
        yield _offer(site, address, "Виконавці", executor.record.name)


def _offer(site: SiteContext, address: str, group: str, label: str) -> dict[str, str]:
    return {"group": group, "label": label, "page": address, "title": site.embeds[address].title}
