"""The site in parts: one for each community, which can be kept by what it is made from, and what speaks of them all."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator.cache import Written, fingerprint
from generator.model.community import Community
from generator.outputs.assets import community_assets, country_assets
from generator.outputs.site_files import Asset, Page
from generator.pages.all_pages import community_pages, country_pages
from generator.pages.ask import ask_list
from generator.pages.country.oblasts import names_asset
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
    names = (names_asset(site.country),) if site.has_oblasts else ()
    return Part(tuple(country_pages(site)), (*country_assets(site, site.history), *names))


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
            site.settings, site.history, site.counterparts, site.tested, sorted(site.outputs),
            site.can_remember, site.has_oblasts, site.editions,
        )  # fmt: skip
        plans = [plan.id for plan in community.plans]
        return fingerprint(
            "part", community.id, repr(plans), self._own.get(community.id, ""), self._shared, *map(repr, added)
        )


_LENGTH = 8
"""Figures that say how long the head of a written part is."""


def _write(part: Part) -> bytes:
    """Write a part: a head in JSON that says what it holds and how long each is, then texts and files as they are."""
    texts = [page.markdown.encode() for page in part.pages]
    pages = [
        [page.address, page.title, len(text), page.meta, page.kind]
        for page, text in zip(part.pages, texts, strict=True)
    ]
    assets = [[asset.address, len(asset.content)] for asset in part.assets]
    head = json.dumps([pages, assets], ensure_ascii=False).encode()
    return b"".join([b"%0*d" % (_LENGTH, len(head)), head, *texts, *(asset.content for asset in part.assets)])


def _read(body: bytes) -> Part:
    at = _LENGTH + int(body[:_LENGTH])
    pages, assets = json.loads(body[_LENGTH:at])
    read_pages, read_assets = [], []
    for address, title, length, meta, kind in pages:
        read_pages.append(Page(address, title, body[at : at + length].decode(), meta, kind))
        at += length
    for address, length in assets:
        read_assets.append(Asset(address, body[at : at + length]))
        at += length
    return Part(tuple(read_pages), tuple(read_assets))


PART: Written[Part] = Written("part", _write, _read)
