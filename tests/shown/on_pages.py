"""Pages of made-up communities, by templates that mark what they show."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.history.changes import Change, ChangeKind, DatedChange
from generator.history.history import History
from generator.model.outputs import Output
from generator.model.owner import Owner, OwnerKind
from generator.model.records.audit import AuditedKind, AuditResults, Checker
from generator.model.settings import Settings
from generator.pages import site_context
from generator.pages.about import about_page
from generator.pages.accessibility import accessibility_page
from generator.pages.all_pages import community_pages, country_pages
from generator.pages.changes import changes_page
from generator.pages.environment import page_environment
from generator.pages.markup import escape_markdown
from generator.pages.overview import home_page
from generator.pages.site_context import SiteContext
from generator.pages.terms import terms_page
from generator.rules.load import load
from generator.source.disk import read_files
from generator.source.problem import has_errors
from shown.marking import lines_with_values, marking

if TYPE_CHECKING:
    from collections.abc import Iterator

PLANS = Path(__file__).with_name("plans")
SETTINGS = Settings(date(2026, 11, 22), site_url="https://example.org/plans/")

_TESTED = AuditResults(
    date=date(2026, 10, 1), browser="Chromium 156", program="1.0", repository="https://github.com/o/r", axe="4.14.1",
    html_validate="10.17.0", widths=(320,), stops=3, site_pages=9, markup_errors=0,
    kinds=(AuditedKind(id="home", name="головна", pages=1, states=2, problems=0),),
    checkers=(Checker(name="IBM", version="4", pages=9, findings=0),),
)  # fmt: skip
_OWN = {"program": "1.0", "repo_url": "https://github.com/o/r"}
_OTHERWISE: dict[str, Any] = {
    "of a council": {"owner": Owner(OwnerKind.COUNCIL, "Рада *громади*", date(2026, 9, 1)), **_OWN},
    "of somebody else": {"owner": Owner(OwnerKind.THIRD_PARTY, "Спілка")},
}
"""Sites that differ in whose they are, and in whether it was they that were tested."""


def shown_on_pages() -> list[str]:
    """Return the lines that show something, marked: see `lines_with_values`."""
    environment = marking(page_environment(), escape_markdown)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site_context, "page_template", lambda name: environment.get_template(f"{name}.md.j2").render)
        return list(lines_with_values(_pages()))


def _pages() -> Iterator[tuple[str, str]]:
    loaded = load(read_files(PLANS), SETTINGS.plans_root)
    assert not has_errors(loaded.problems), [str(problem) for problem in loaded.problems]
    ours = Change(ChangeKind.OURS_CHANGED, "brid", "brid/plan", "План", "", "brid/plan/", "Змінено наше пояснення.")
    term = Change(ChangeKind.TERM_CHANGED, "brid", "brid/plan", "План", "1-1-3", "brid/plan/1-1/", "Змінено строк.")
    since = datetime(2026, 11, 1, tzinfo=UTC)
    history = History((DatedChange(ours, since, "abc"), DatedChange(term, since, "abc")), since, complete=True)
    site = SiteContext(SETTINGS, loaded.catalogue, history)
    editions = {f"{plan.address}{output.file}": 102_400 for plan in loaded.catalogue.plans for output in Output}
    own = (
        page
        for one in site.catalogue.communities
        for page in community_pages(replace(site.of(one), editions=editions), one)
    )
    for page in (*country_pages(site), *own):
        yield f"/{page.address}", page.markdown
    alone = replace(site, catalogue=replace(site.catalogue, communities=site.catalogue.communities[:1]))
    for page in (home_page(alone), terms_page(alone), changes_page(alone)):
        yield f"/{page.address} (one community)", page.markdown
    for words, changed in _OTHERWISE.items():
        other = replace(site, settings=replace(SETTINGS, **changed), tested=_TESTED)
        for page in (about_page(other), accessibility_page(other)):
            yield f"/{page.address} ({words})", page.markdown
    for words, later in {"no history": None, "nothing later": replace(history, changes=())}.items():
        page = accessibility_page(replace(site, settings=replace(SETTINGS, **_OWN), tested=_TESTED, history=later))
        yield f"/{page.address} ({words})", page.markdown
