"""Files and settings to a whole site: the one recipe that every command and the builder's plugin follow."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from generator.build.community_parts import CommunityPart, Shelves, Streamed, files_at_hand, with_more
from generator.build.drafts import draft_lines, draft_parts, without_drafts
from generator.build.editions import EditionMaker, edition_lines, outputs_of
from generator.build.parts import Inputs, country_part
from generator.build.workers import spread, usual_workers
from generator.cache import Cache, fingerprint
from generator.history.history import History
from generator.model.community import Catalogue
from generator.model.drafts import published
from generator.model.records.audit import AuditResults
from generator.model.settings import Settings
from generator.outputs.address_list import lines_of
from generator.outputs.gone import lost_of_plans
from generator.outputs.site_files import Asset, Page
from generator.pages.redirects import Moves, redirects
from generator.pages.redirects import Site as Standing
from generator.pages.site_context import SiteContext
from generator.reading.reader import Files
from generator.rules.load import load
from generator.search import Synonyms, build_index
from generator.search.findable import search_records
from generator.source.disk import ADDRESSES
from generator.source.problem import Problem, as_warning, has_errors

Progress = Callable[[int, int], None]
"""Is told how many pages are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """A site ready for a builder, with every problem met; no pages when there is an error."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    pages: tuple[Page, ...] = ()
    assets: tuple[Asset, ...] = ()
    notices: tuple[str, ...] = ()
    """What whoever builds should know of drafts."""
    streamed: tuple[Streamed, ...] = ()
    """Parts of communities that are not among `pages` and `assets`: to be read, written and forgotten one by one."""

    @classmethod
    def empty(cls) -> "Assembled":
        """Return a site of nothing, for the time before anything was read."""
        return cls(Catalogue(()), ())

    @property
    def number_of_pages(self) -> int:
        """How many pages there are, streamed ones too."""
        return len(self.pages) + sum(len(one.contents.pages) for one in self.streamed)

    @property
    def failed(self) -> bool:
        return has_errors(self.problems)


def assemble(
    files: Files,
    settings: Settings,
    history: History | None = None,
    tested: AuditResults | None = None,
    cache: Cache | None = None,
    *,
    editions: EditionMaker | None = None,
    drafts: bool = False,
    live: bool = False,
    stream: bool = False,
    workers: int | None = None,
) -> Assembled:
    """Read, check and render everything; on an error nothing is rendered.

    `history` tells what changed before, `tested` what the tests of accessibility found, `cache` has what earlier builds
    made; without it everything is made anew, to the same result. `editions` makes those; without it there are none.
    `drafts` are made only where they are asked for.
    With `stream`, what communities have is made and kept, not returned: `Assembled.streamed` has it in parts, made by
    so many processes (`workers`; by itself, as many as are of use).
    An address that is gone in silence stops everything, but while pages are shown `live`, where it is only told.
    """
    cache = cache or Cache()
    loaded = load(files, settings.plans_root, settings.as_of, cache)
    lost = lost_of_plans(files, loaded.catalogue, settings.as_of, settings.plans_root, loaded.problems)
    problems = tuple(sorted((*loaded.problems, *(map(as_warning, lost) if live else lost))))
    if has_errors(problems):
        return Assembled(loaded.catalogue, problems)
    history = history and without_drafts(history, loaded.catalogue)
    site = SiteContext(settings, published(loaded.catalogue), history, tested)
    listed = lines_of(files.get(ADDRESSES))
    site = replace(site, outputs=outputs_of(site, listed))
    parts = [country_part(site)]
    whole, streamed = _communities(site, Inputs(files), cache, editions), list[Streamed]()
    if stream:
        contents = list(
            spread(CommunityPart.contents, whole, usual_workers(len(whole)) if workers is None else workers)
        )
        streamed = [Streamed(part, found, {}) for part, found in zip(whole, contents, strict=True)]
    else:
        parts += [part.whole() for part in whole]
    if drafts:
        taken = {address for part in parts for address in part.addresses}
        taken |= {address for one in streamed for address in one.addresses}
        parts += draft_parts(site, loaded.catalogue, taken)
    pages = [page for part in parts for page in part.pages]
    assets = [*(asset for part in parts for asset in part.assets), *_search_index(site, cache, whole)]
    measures = {item.address: item.measure.printed for item in site.commitments.all}
    standing = Standing(
        {**{page.address: page.title for page in pages}, **_titles(streamed), **measures},
        files_at_hand({asset.address: asset.content for asset in assets}, streamed),
    )
    sizes = {**{asset.address: len(asset.content) for asset in assets}, **_sizes(streamed)}
    if not stream:
        for part in whole:
            part.shelf.close()
    told, added = redirects(Moves.of(loaded.catalogue, listed), standing, settings)
    assets += added
    return Assembled(
        loaded.catalogue,
        problems,
        tuple(with_more(page, told) for page in pages),
        tuple(assets),
        notices=(
            *draft_lines(loaded.catalogue, built=drafts),
            *edition_lines(sizes),
        ),
        streamed=tuple(replace(one, added=told) for one in streamed),
    )


def _communities(site: SiteContext, inputs: Inputs, cache: Cache, editions: EditionMaker | None) -> list[CommunityPart]:
    return [
        CommunityPart(site, community, inputs, editions, cache, cache.shelf(f"community {community.id}"))
        for community in site.catalogue.communities
    ]


def _titles(streamed: Iterable[Streamed]) -> dict[str, str]:
    return {page.address: page.title for one in streamed for page in one.contents.pages}


def _sizes(streamed: Iterable[Streamed]) -> dict[str, int]:
    return {address: size for one in streamed for address, size in one.contents.sizes.items()}


def _search_index(site: SiteContext, cache: Cache, parts: Iterable[CommunityPart]) -> Iterator[Asset]:
    said = site.catalogue.synonyms
    synonyms = cache.get(fingerprint("synonyms", repr(said)), partial(Synonyms.from_data, said))
    shelves = Shelves(parts)
    index = build_index(search_records(site.commitments), synonyms, shelves)
    shelves.close()
    for address, content in sorted(index.items()):
        yield Asset(address, content)
