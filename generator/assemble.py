"""Files and settings to a whole site: the one recipe that every command and the builder's plugin follow."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.load import load
from generator.model.community import Catalogue
from generator.outputs import all_assets
from generator.outputs.history import History
from generator.pages.all_pages import all_pages
from generator.pages.embed_help import embed_lists
from generator.pages.narrative import narrative_assets
from generator.pages.redirects import with_redirects
from generator.pages.site_context import SiteContext
from generator.problem import Problem, Severity, has_errors
from generator.records.audit import AuditResults
from generator.search import Synonyms, build_index
from generator.settings import Settings
from generator.site import Asset, Page
from generator.views.findable import search_records


@dataclass(frozen=True, slots=True)
class Assembled:
    """A site ready for a builder, with every problem met; no pages when there is an error."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    pages: tuple[Page, ...] = ()
    assets: tuple[Asset, ...] = ()

    @classmethod
    def empty(cls) -> "Assembled":
        """Give a site of nothing, for the time before anything was read."""
        return cls(Catalogue(()), ())

    @property
    def failed(self) -> bool:
        return has_errors(self.problems)


def assemble(
    files: Mapping[str, bytes], settings: Settings, history: History | None = None, tested: AuditResults | None = None
) -> Assembled:
    """Read, check and render everything; on an error nothing is rendered.

    `history` tells what changed before, `tested` what the tests of accessibility found.
    """
    loaded = load(files, settings.plans_root, settings.as_of)
    problems = tuple(loaded.problems)
    if has_errors(problems):
        return Assembled(loaded.catalogue, problems)
    warnings = tuple(problem for problem in problems if problem.severity is Severity.WARNING)
    site = SiteContext(settings, loaded.catalogue, warnings, history, tested)
    pictures = (asset for plan in loaded.catalogue.plans for asset in narrative_assets(plan))
    assets = (*all_assets(site, history), *_search_index(site), *embed_lists(site), *pictures)
    measures = {item.address: f"{item.measure.printed_label} {item.measure.text}" for item in site.commitments.all}
    pages, assets = with_redirects(loaded.catalogue.redirects, all_pages(site), assets, measures, settings)
    return Assembled(loaded.catalogue, problems, pages, assets)


def _search_index(site: SiteContext) -> Iterator[Asset]:
    index = build_index(search_records(site.commitments), Synonyms.from_data(site.catalogue.synonyms))
    for address, content in sorted(index.items()):
        yield Asset(address, content)
