"""Old addresses kept alive by static pages: a page that moved leads on at once, a measure leaves its anchor.

What was withdrawn leaves a page or a line that says when, by which act and why.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.language.terms import date_in_words
from generator.model.community import Catalogue
from generator.model.records.redirects import WithdrawnRecord
from generator.model.settings import Settings
from generator.outputs.site_files import Asset, relative
from generator.pages.environment import component

_LEAD_ON = Asset(
    "assets/moved.js",
    b"(to => location.replace(to + (to.includes('#') ? '' : location.hash)))(document.currentScript.dataset.to)\n",
)
"""Takes along the place on a page that was asked for, which the element `meta` would lose."""


_PAGE = {
    "renamed": "Сторінку перейменовано",
    "merged": "Сторінку об’єднано з іншою",
    "replaced": "Сторінку замінено іншою",
    "": "Сторінку перенесено",
}
_MEASURE = {
    "renamed": "Захід, що був тут, тепер має іншу назву чи номер:",
    "merged": "Захід, що був тут, об’єднано з іншим:",
    "replaced": "Захід, що був тут, замінено іншим:",
    "": "Захід, що був тут, перенесено:",
}
"""What is said of what moved, by the code of redirects.yml."""


@dataclass(frozen=True, slots=True)
class Stub:
    """An anchor that is no more on its page: its name, what became of it and where its matter went, if anywhere."""

    anchor: str
    sentence: str
    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Moves:
    """What redirects.yml tells: where each old address leads in the end, how it came to that, what was withdrawn."""

    redirects: Mapping[str, str]
    how: Mapping[str, str] = field(default_factory=dict)
    withdrawn: tuple[WithdrawnRecord, ...] = ()
    listed: Collection[str] = ()
    """What was ever published: a whole kind or all below a page can be withdrawn by one line."""

    @classmethod
    def of(cls, catalogue: Catalogue, listed: Collection[str]) -> "Moves":
        """Take from a catalogue what became of old addresses."""
        return cls(catalogue.redirects, catalogue.moved_how, catalogue.withdrawn, listed)

    def gone(self, site: "Site") -> dict[str, WithdrawnRecord]:
        """Return the pages and anchors that were withdrawn, each with the line that tells of it: the nearest."""
        found: dict[str, WithdrawnRecord] = {}
        for one in sorted(self.withdrawn, key=lambda one: (one.is_kind, -len(one.old))):
            own = () if one.is_kind else (one.old,)
            for address in (*own, *filter(one.tells_of, self.listed)):
                if _has_place(address) and address not in site and address not in self.redirects:
                    found.setdefault(address, one)
        return found


def _has_place(address: str) -> bool:
    """Return whether something can be said at an address: on a page or at an anchor, but not in a file."""
    return ":" not in address and ("#" in address or address.endswith("/"))


@dataclass(frozen=True, slots=True)
class Site:
    """What stands: titles of pages and measures by address, files by address."""

    titles: Mapping[str, str]
    files: Mapping[str, bytes]

    def __contains__(self, address: str) -> bool:
        return address in self.titles or address in self.files


def redirects(moves: Moves, site: "Site", settings: Settings) -> tuple[dict[str, str], tuple[Asset, ...]]:
    """Return what old addresses need: Markdown at the end of pages that stand, by address, and files."""
    if not moves.redirects and not moves.withdrawn:
        return {}, ()
    gone, moved = moves.gone(site), _moved(moves.redirects, site)
    gone = {address: one for address, one in gone.items() if address not in moved}
    stubs = _stubs(moves, gone, site, moved)
    own = {page for page in (*stubs, *gone) if page not in site and "#" not in page}
    page_of = _OldPages(moves, site, settings)
    added = (page_of.kept(old, new) for old, new in sorted(moved.items()) if old not in own)
    left = (page_of.left(old, moved.get(old, ""), gone.get(old), stubs.get(old, [])) for old in sorted(own))
    told = {address: _told(listed) for address, listed in stubs.items()}
    return told, (*added, *left, _LEAD_ON)


def _stubs(
    moves: Moves, gone: Mapping[str, WithdrawnRecord], site: Site, moved: Mapping[str, str]
) -> dict[str, list[Stub]]:
    """Gather anchors that moved or were withdrawn, by the page they stood on.

    Where the whole page was withdrawn by the same line, the page says it once for all.
    """
    found: dict[str, list[Stub]] = {}
    for old, new in sorted(moves.redirects.items()):
        page, mark, anchor = old.partition("#")
        if mark:
            sentence = _MEASURE[_how(moves, old, _MEASURE)]
            found.setdefault(page, []).append(Stub(anchor, sentence, _title(new, site), relative(page, new)))
    for old, one in sorted(gone.items()):
        page, mark, anchor = old.partition("#")
        if mark and gone.get(page) is not one and (page in site or page not in moved):
            found.setdefault(page, []).append(Stub(anchor, f"Захід, що був тут, вилучено{_withdrawal(one)}"))
    return found


def _how(moves: Moves, old: str, said: Mapping[str, str]) -> str:
    """Return what happened to an address or to the page above it that took it along."""
    above = [page for page in moves.how if old == page or (page.endswith("/") and old.startswith(page))]
    how = moves.how[max(above, key=len)] if above else ""
    return how if how in said else ""


def _withdrawal(one: WithdrawnRecord) -> str:
    """Say when, why and by which act something was withdrawn; follows «вилучено»."""
    day = f" {date_in_words(one.date)}" if one.date else ""
    act = f" Акт: {one.act.rstrip('.')}." if one.act else ""
    return f"{day}: {one.reason.rstrip('.')}.{act}"


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


@dataclass(frozen=True, slots=True)
class _OldPages:
    """What stands at old addresses."""

    moves: Moves
    site: Site
    settings: Settings

    def kept(self, old: str, new: str) -> Asset:
        """Return a file again, or a page that leads on."""
        if new in self.site.files:
            return Asset(old, self.site.files[new])
        heading = _PAGE[_how(self.moves, old, _PAGE)]
        return _asset(old, component("redirect", heading=heading, **self._words(old, new)))

    def left(self, old: str, new: str, withdrawn: WithdrawnRecord | None, stubs: list[Stub]) -> Asset:
        """Return the page of what was withdrawn, or whose anchors went to different places; it does not lead on."""
        heading = "Сторінку вилучено" if withdrawn else _PAGE[_how(self.moves, old, _PAGE)]
        sentence = f"Цю сторінку вилучено{_withdrawal(withdrawn)}" if withdrawn else ""
        listed = component("moved-list", stubs=stubs) if stubs else ""
        return _asset(old, component("moved", list=listed, heading=heading, sentence=sentence, **self._words(old, new)))

    def _words(self, old: str, new: str) -> dict[str, str]:
        settings = self.settings
        return {
            "site_name": settings.site_name,
            "home": relative(old, ""),
            "title": _title(new, self.site) if new else "",
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


def _told(stubs: list[Stub]) -> str:
    """Return the Markdown that tells of anchors which are no more on their page."""
    lead = "Що перенесено" if all(stub.url for stub in stubs) else "Чого тут більше немає"
    heading = Markup("## {} {{#moved}}").format(lead)
    return f"\n{heading}\n\n{component('moved-list', stubs=stubs)}\n"
