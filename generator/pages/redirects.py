"""Old addresses kept alive by static pages: a page that moved leads on at once, a measure leaves its anchor."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model.settings import Settings
from generator.outputs.site_files import Asset, Page, relative
from generator.pages.environment import component

_LEAD_ON = Asset(
    "assets/moved.js",
    b"(to => location.replace(to + (to.includes('#') ? '' : location.hash)))(document.currentScript.dataset.to)\n",
)
"""Takes along the place on a page that was asked for, which the element `meta` would lose."""


@dataclass(frozen=True, slots=True)
class Stub:
    """An anchor that is no more on its page: its name and where its matter went."""

    anchor: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Site:
    """What stands: titles of pages and measures by address, files by address."""

    titles: Mapping[str, str]
    files: Mapping[str, bytes]

    def __contains__(self, address: str) -> bool:
        return address in self.titles or address in self.files


def with_redirects(
    redirects: Mapping[str, str],
    pages: Iterable[Page],
    assets: Iterable[Asset],
    measures: Mapping[str, str],
    settings: Settings,
) -> tuple[tuple[Page, ...], tuple[Asset, ...]]:
    """Add to a site what its old addresses need.

    `redirects` gives where each leads in the end, `measures` the titles of measures by address.
    """
    pages, assets = tuple(pages), tuple(assets)
    if not redirects:
        return pages, assets
    site = Site(
        {**{page.address: page.title for page in pages}, **measures}, {asset.address: asset.content for asset in assets}
    )
    stubs = _stubs(redirects, site)
    moved = _moved(redirects, site)
    gone = {page: moved.get(page, "") for page in stubs if page not in site}
    added = (_kept(old, new, site, settings) for old, new in sorted(moved.items()) if old not in gone)
    left = (_asset(old, _list_page(old, new, stubs[old], site, settings)) for old, new in sorted(gone.items()))
    return tuple(_with_stubs(page, stubs.get(page.address, [])) for page in pages), (*assets, *added, *left, _LEAD_ON)


def _stubs(redirects: Mapping[str, str], site: Site) -> dict[str, list[Stub]]:
    """Gather anchors that moved, by the page they stood on."""
    found: dict[str, list[Stub]] = {}
    for old, new in sorted(redirects.items()):
        page, mark, anchor = old.partition("#")
        if mark:
            found.setdefault(page, []).append(Stub(anchor, _title(new, site), relative(page, new)))
    return found


def _moved(redirects: Mapping[str, str], site: Site) -> dict[str, str]:
    """Return every page and file that moved with where it went; what stands below a page goes along with it."""
    found: dict[str, str] = {}
    whole = [(old, new) for old, new in redirects.items() if "#" not in old]
    for old, new in sorted(whole, key=lambda pair: (-len(pair[0]), pair)):
        below = _below(new, site) if old.endswith("/") and new.endswith("/") else ()
        for rest in ("", *below):
            if old + rest not in site:
                found.setdefault(old + rest, new + rest)
    return found


def _below(page: str, site: Site) -> Iterator[str]:
    for address in (*site.titles, *site.files):
        if address.startswith(page) and address != page and "#" not in address:
            yield address.removeprefix(page)


def _kept(old: str, new: str, site: Site, settings: Settings) -> Asset:
    """Return what stands at an old address: a file again, or a page that leads on."""
    if new in site.files:
        return Asset(old, site.files[new])
    return _asset(old, component("redirect", **_page_words(old, new, site, settings)))


def _list_page(old: str, new: str, stubs: list[Stub], site: Site, settings: Settings) -> str:
    """Make the page of an old address whose anchors went to different places; it does not lead on by itself."""
    return component("moved", list=component("moved-list", stubs=stubs), **_page_words(old, new, site, settings))


def _page_words(old: str, new: str, site: Site, settings: Settings) -> dict[str, str]:
    return {
        "site_name": settings.site_name,
        "home": relative(old, ""),
        "title": _title(new, site) if new else "",
        "url": relative(old, new) if new else "",
        "canonical": settings.absolute(new) if new and settings.site_url else (relative(old, new) if new else ""),
        "style": relative(old, "assets/site.css"),
        "script": relative(old, _LEAD_ON.address),
        "policy": Markup(settings.security_policy.replace('"', "&quot;")),  # noqa: S704 - for an attribute in double quotes
    }


def _title(address: str, site: Site) -> str:
    return site.titles.get(address) or site.titles.get(address.partition("#")[0]) or address


def _asset(page: str, html: str) -> Asset:
    return Asset(f"{page}index.html", f"{html}\n".encode())


def _with_stubs(page: Page, stubs: list[Stub]) -> Page:
    if not stubs:
        return page
    heading = Markup("## Що перенесено {#moved}")
    return replace(page, markdown=f"{page.markdown}\n{heading}\n\n{component('moved-list', stubs=stubs)}\n")
