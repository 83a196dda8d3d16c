"""The addresses of a built site.

A page answers when it stands or leads on. A measure's anchor answers when it stands on its page, or when the page
leads on to one that has it. Pieces of the search and of the chooser, styles and scripts of the theme are no addresses
anybody keeps.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath

from generator.build.site_mark import MARK
from generator.outputs.address_list import lines_of
from generator.reading.layout import DRAFT_ADDRESSES

_PASSING = re.compile(r"assets/|search/index/|embed/[^/]+\.json$|communities/names\.js$|404\.html$|sitemap\.xml")
_ANCHOR = re.compile(r'\bid="(m-[a-z0-9-]+)"')
_REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)"')


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """A page as it was built: the anchors of measures on it, and where it leads on to, if it does."""

    anchors: frozenset[str] = frozenset()
    leads_to: str = ""


def published(site_dir: Path) -> dict[str, PublishedPage]:
    """Read the addresses of a built site: pages with their anchors, files without any."""
    found: dict[str, PublishedPage] = {}
    drafts = {DRAFT_ADDRESSES, *lines_of(_drafts(site_dir))}
    for file in sorted(path for path in site_dir.rglob("*") if path.is_file()):
        name = file.relative_to(site_dir).as_posix()
        if _PASSING.match(name) or name == MARK or name.removesuffix("index.html") in drafts:
            continue
        if name.endswith("index.html"):
            address = name.removesuffix("index.html")
            found[address] = _page(address, file.read_text(encoding="utf-8", errors="replace"))
        else:
            found[name] = PublishedPage()
    return found


def _drafts(site_dir: Path) -> bytes:
    file = site_dir / DRAFT_ADDRESSES
    return file.read_bytes() if file.is_file() else b""


def _page(address: str, html: str) -> PublishedPage:
    refresh = _REFRESH.search(html)
    return PublishedPage(frozenset(_ANCHOR.findall(html)), _resolved(address, refresh[1]) if refresh else "")


def _resolved(address: str, link: str) -> str:
    """Resolve a relative link to an address of the site; its fragment is left out."""
    page = link.partition("#")[0]
    path = normpath(f"/{address}{page}").lstrip("/")
    return f"{path}/" if path and page.endswith("/") else path


def addresses(site: Mapping[str, PublishedPage]) -> set[str]:
    """Return every address to be kept; pages that lead on stand in the list already, under their old names."""
    return {
        address
        for page, found in site.items()
        if not found.leads_to
        for address in (page, *(f"{page}#{anchor}" for anchor in found.anchors))
    } - {""}


def answering(listed: Iterable[str], site: Mapping[str, PublishedPage]) -> set[str]:
    """Return the listed addresses that a site answers."""
    return {address for address in listed if _answers(address, site)}


def _answers(address: str, site: Mapping[str, PublishedPage]) -> bool:
    page, _, anchor = address.partition("#")
    found = site.get(page)
    if found is None or not anchor or anchor in found.anchors:
        return found is not None
    target = site.get(found.leads_to) if found.leads_to else None
    return target is not None and anchor in target.anchors
