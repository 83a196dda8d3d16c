"""The menu of mkdocs.yml: an entry that leads to no page stops the build, one to an empty page is left out."""

from collections.abc import Collection
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.build.mkdocs.settings_file import read_settings, refusal
from generator.source.problem import maybe, shown


def leave_out_empty(config: MkDocsConfig, empty: Collection[str]) -> None:
    """Leave out of the menu what leads to a page of the plans that has nothing to show yet."""
    links = {index for index, url in _links(config) if _page(url) in empty}
    if links:
        config.extra["menu"] = [entry for index, entry in enumerate(config.extra["menu"]) if index not in links]


def refuse_dead_menu(config: MkDocsConfig, addresses: Collection[str]) -> None:
    """Refuse with UsageError entries that lead nowhere; `addresses`: of everything the site publishes."""
    known = {"" if address in {".", "./"} else address for address in addresses}
    dead = [(index, url) for index, url in _links(config) if _page(url) not in known]
    if dead:
        settings = read_settings(near(Path(config.config_file_path)))
        pages = ", ".join(sorted(page for page in known if page.count("/") == 1 and page.endswith("/")))
        told = (
            (
                index,
                f"меню веде на «{shown(url)}», а такої сторінки на сайті немає{maybe(_page(url), known)}; є: {pages}",
            )
            for index, url in dead
        )
        raise refusal([settings.problem(["extra", "menu", index, "url"], message) for index, message in told])


def near(file: Path) -> Path:
    """Return the path of a file as the person sees it from where the command was started."""
    here = Path.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file


def _links(config: MkDocsConfig) -> list[tuple[int, str]]:
    """Return the entries that lead to pages of this site."""
    entries = enumerate(config.extra.get("menu") or [])
    links = [(index, str(entry.get("url", ""))) for index, entry in entries if isinstance(entry, dict)]
    return [(index, url) for index, url in links if ":" not in url and not url.startswith("//")]


def _page(url: str) -> str:
    return url.partition("#")[0].partition("?")[0].removeprefix("./").removeprefix("/")
