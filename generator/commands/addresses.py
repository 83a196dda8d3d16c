"""`plans addresses`: the list of every address ever published, and which of them a built site no longer answers.

A page answers when it stands or leads on. A measure's anchor answers when it stands on its page, or when the page
leads on to one that has it. Pieces of the search and of the chooser, styles and scripts of the theme are no addresses
anybody keeps.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath

import click

from generator.build.site_mark import MARK
from generator.commands.listing import command
from generator.commands.new_files import read
from generator.commands.options import PLANS_DIR, SITE_DIR
from generator.commands.outcome import Outcome, Say
from generator.reading.layout import DRAFT_ADDRESSES
from generator.source.disk import ADDRESSES
from generator.views import words

_HEAD = (
    "# Усі адреси, які сайт колись мав: сторінки, файли, заходи. Їх не вилучають, бо на них посилаються.\n"
    "# Список доповнює команда plans addresses --write. Куди поділася адреса, записують у redirects.yml.\n"
)
_PASSING = re.compile(r"assets/|search/index/|embed/[^/]+\.json$|404\.html$|sitemap\.xml")
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
    drafts = {DRAFT_ADDRESSES, *read_list(site_dir / DRAFT_ADDRESSES)}
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


def gone(listed: Iterable[str], site: Mapping[str, PublishedPage]) -> list[str]:
    """Return the listed addresses that a site no longer answers, in order."""
    return sorted(address for address in listed if not _answers(address, site))


def _answers(address: str, site: Mapping[str, PublishedPage]) -> bool:
    page, _, anchor = address.partition("#")
    found = site.get(page)
    if found is None or not anchor or anchor in found.anchors:
        return found is not None
    target = site.get(found.leads_to) if found.leads_to else None
    return target is not None and anchor in target.anchors


def read_list(file: Path) -> set[str]:
    """Read a list of addresses, one a line; lines that open with # followed by a space are remarks."""
    if not file.is_file():
        return set()
    lines = read(file).splitlines()
    return {line.strip() for line in lines if line.strip() and not line.startswith("# ")}


def check_addresses(site_dir: Path, list_file: Path, say: Say, *, write: bool) -> Outcome:
    """Say which addresses are gone and which are new; with `write`, add the new ones to the list."""
    site = published(site_dir)
    if not site:
        say(f"У теці {site_dir}/ немає сайту: спершу зберіть його командою plans build.")
        return Outcome.USAGE_ERROR
    listed = read_list(list_file)
    lost, new = gone(listed, site), sorted(addresses(site) - listed)
    for address in lost:
        say(f"{address}: за цією адресою вже нічого немає; запишіть у redirects.yml, куди вести замість неї")
    if write and new:
        list_file.write_text(_HEAD + "".join(f"{line}\n" for line in sorted(listed | set(new))), encoding="utf-8")
        say(f"Додано в {list_file}: {_count(new)}.")
    elif new:
        say(f"Ще не записано: {_count(new)}. Додати їх: plans addresses --write")
    if not lost:
        say("Усі записані адреси діють.")
    return Outcome.PROBLEMS if lost else Outcome.FINE


def _count(found: list[str]) -> str:
    return words.plural(len(found), "адресу", "адреси", "адрес")


@command("addresses")
@SITE_DIR
@click.option("--write", is_flag=True, help="Записати нові адреси у plans/addresses.txt.")
@PLANS_DIR
def command_line(site_dir: Path, write: bool, plans_dir: Path) -> Outcome:
    """Run `plans addresses`."""
    return check_addresses(site_dir, plans_dir / ADDRESSES, click.echo, write=write)
