"""The site in parts: one for each community, which can be kept by what it is made from, and what speaks of them all."""

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator.cache import Written, fingerprint
from generator.model.community import Community
from generator.outputs.assets import community_assets, country_assets
from generator.outputs.site_files import Asset, Page
from generator.pages.all_pages import community_pages, country_pages
from generator.pages.ask import ask_list
from generator.pages.embed_help import embed_list
from generator.pages.narrative import narrative_assets
from generator.pages.site_context import SiteContext
from generator.reading.country_files import COUNTRY
from generator.reading.layout import EXECUTORS, GLOSSARY, TOPICS, files_by_community
from generator.reading.reader import Files


@dataclass(frozen=True, slots=True)
class Part:
    """Pages and files that are made together."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]

    @property
    def addresses(self) -> set[str]:
        """The address of every page and file."""
        return {page.address for page in self.pages} | {asset.address for asset in self.assets}


def country_part(site: SiteContext) -> Part:
    """Make what speaks of all communities."""
    return Part(tuple(country_pages(site)), tuple(country_assets(site, site.history)))


def community_part(site: SiteContext, community: Community) -> Part:
    """Make everything of one community; `site` is what `SiteContext.of` gives for it."""
    return Part(tuple(community_pages(site, community)), tuple(_assets(site, community)))


def _assets(site: SiteContext, community: Community) -> Iterator[Asset]:
    yield from community_assets(site, community, site.history)
    yield embed_list(site, community)
    yield ask_list(site, community)
    for plan in community.plans:
        yield from narrative_assets(plan)


class Inputs:
    """Marks of what parts are made from."""

    def __init__(self, files: Files) -> None:
        self._own = {
            community: fingerprint(*(part for item in own.items() for part in item))
            for community, own in files_by_community(files).items()
        }
        self._shared = fingerprint(
            *(files.get(name, b"-") for name in (EXECUTORS, TOPICS, GLOSSARY, COUNTRY + TOPICS, COUNTRY + GLOSSARY))
        )

    def of(self, site: SiteContext, community: Community) -> str:
        """Return the mark of all that `community_part` takes: `site` comes from these files and from what it adds."""
        added = (
            site.settings, site.history, site.counterparts, site.tested, site.has_audience_pages,
            site.can_remember, site.has_oblasts, site.editions,
        )  # fmt: skip
        plans = [plan.id for plan in community.plans]
        return fingerprint(
            "part", community.id, repr(plans), self._own.get(community.id, ""), self._shared, *map(repr, added)
        )


def _write(part: Part) -> bytes:
    pages = [[page.address, page.title, page.markdown, page.meta, page.kind] for page in part.pages]
    assets = [[asset.address, base64.b64encode(asset.content).decode()] for asset in part.assets]
    return json.dumps([pages, assets], ensure_ascii=False).encode()


def _read(body: bytes) -> Part:
    pages, assets = json.loads(body)
    return Part(
        tuple(Page(*page) for page in pages),
        tuple(Asset(address, base64.b64decode(content)) for address, content in assets),
    )


PART: Written[Part] = Written("part", _write, _read)
