"""Files and settings to a whole site: the one recipe that every command and the builder's plugin follow."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from generator.build.drafts import draft_lines, draft_parts, without_drafts
from generator.build.editions import EditionMaker, edition_lines, outputs_of
from generator.build.parts import PART, Inputs, Part, community_part, country_part
from generator.cache import Cache, fingerprint
from generator.history.history import History
from generator.model.community import Catalogue
from generator.model.drafts import published
from generator.model.outputs import Output
from generator.model.records.audit import AuditResults
from generator.model.settings import Settings
from generator.outputs.address_list import lines_of
from generator.outputs.gone import lost_of_plans
from generator.outputs.site_files import Asset, Page
from generator.pages.redirects import Moves, with_redirects
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

    @classmethod
    def empty(cls) -> "Assembled":
        """Return a site of nothing, for the time before anything was read."""
        return cls(Catalogue(()), ())

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
) -> Assembled:
    """Read, check and render everything; on an error nothing is rendered.

    `history` tells what changed before, `tested` what the tests of accessibility found, `cache` has what earlier builds
    made; without it everything is made anew, to the same result. `editions` makes those; without it there are none.
    `drafts` are made only where they are asked for.
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
    chosen = outputs_of(site, listed) if editions else frozenset[Output]()
    parts = [country_part(site), *_community_parts(site, Inputs(files), cache, editions, chosen)]
    if drafts:
        taken = {address for part in parts for address in part.addresses}
        parts += draft_parts(site, loaded.catalogue, taken)
    pages = [page for part in parts for page in part.pages]
    assets = [*(asset for part in parts for asset in part.assets), *_search_index(site, cache)]
    measures = {item.address: item.measure.printed for item in site.commitments.all}
    return Assembled(
        loaded.catalogue,
        problems,
        *with_redirects(Moves.of(loaded.catalogue, listed), pages, assets, measures, settings),
        notices=(*draft_lines(loaded.catalogue, built=drafts), *edition_lines(assets)),
    )


def _community_parts(
    site: SiteContext, inputs: Inputs, cache: Cache, editions: EditionMaker | None, outputs: frozenset[Output]
) -> Iterator[Part]:
    for community in site.catalogue.communities:
        own = site.of(community)
        if editions:
            made = tuple(editions.of(own, community, outputs, cache))
            own = replace(own, editions={asset.address: len(asset.content) for asset in made})
            yield Part((), made)
        yield cache.read(inputs.of(own, community), partial(community_part, own, community), PART)


def _search_index(site: SiteContext, cache: Cache) -> Iterator[Asset]:
    said = site.catalogue.synonyms
    synonyms = cache.get(fingerprint("synonyms", repr(said)), partial(Synonyms.from_data, said))
    index = build_index(search_records(site.commitments), synonyms)
    for address, content in sorted(index.items()):
        yield Asset(address, content)
