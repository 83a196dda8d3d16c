"""Files and settings to a whole site: the one recipe that every command and the builder's plugin follow."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.load import load
from generator.model.community import Catalogue

from generator.pages.all_pages import all_pages
from generator.pages.site_context import SiteContext
from generator.problem import Problem, Severity, has_errors
from generator.settings import Settings
from generator.site import Asset, Page


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


def assemble(files: Mapping[str, bytes], settings: Settings) -> Assembled:
    """Read, check and render everything; on an error nothing is rendered."""
    loaded = load(files, settings.plans_root)
    problems = tuple(loaded.problems)
    if has_errors(problems):
        return Assembled(loaded.catalogue, problems)
    warnings = tuple(problem for problem in problems if problem.severity is Severity.WARNING)
    site = SiteContext(settings, loaded.catalogue, warnings)
    return Assembled(loaded.catalogue, problems, tuple(all_pages(site)))
