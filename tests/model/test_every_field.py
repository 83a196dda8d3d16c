"""Every field that staff may write is used: on a page, as data, and when versions are compared.

The guide names every field too (tests/guide/test_fields.py). A field is used when another value of it makes another
page of its record, other data, and a change to tell; and what the document says of a goal or measure, another page of
the whole plan. What is not used so stands here with the reason; what is used again must go.
"""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from generator.cache import Cache
from generator.history.differences import differences
from generator.model import records
from generator.model.records.field import DOCUMENT, declared, records_in
from generator.model.records.goal import GoalRecord
from generator.model.records.record import Record
from generator.model.settings import Settings
from generator.outputs.plan_json import plan_data
from generator.pages.all_pages import community_pages, country_pages
from generator.pages.goal import goal_pages
from generator.pages.plan import plan_page
from generator.pages.site_context import SiteContext
from model.full_sample import Field, catalogue_of, changed, fields_of, record_in, sample

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.model.community import Catalogue, Community
    from generator.outputs.site_files import Page

SETTINGS = Settings(date(2026, 11, 22), site_url="https://example.org/plans/")

OF_THE_SITE = {"data": "no part of a plan", "told": "words of the site, not of a plan"}
OF_A_COMMUNITY = {"told": "facts about a community, not of its plans"}
OF_A_BODY = {"data": "plan.json names bodies; what is known of them is on their pages", **OF_A_COMMUNITY}
A_KEY = {"told": "makes an address: with another one the thing is another"}

UNUSED: dict[str, dict[str, str]] = {
    "AudienceRecord": OF_THE_SITE,
    "ServiceRecord": OF_THE_SITE,
    "GlossaryEntryRecord": OF_THE_SITE,
    "CommunityRecord": OF_A_COMMUNITY,
    "Contacts": OF_A_COMMUNITY,
    "OpenDataRecord": {
        "page": "in the files for the portal: tests/outputs/test_open_data.py",
        **OF_A_COMMUNITY,
    },
    "SuspensionRecord": OF_A_COMMUNITY,
    "SuspensionRecord.since_words": {"page": "said where no day is known", **OF_A_COMMUNITY},
    "ExecutorRecord": OF_A_BODY,
    "Parent": OF_A_BODY,
    "CommunityRecord.in_community": {"page": "for sentences; none asks for it now", **OF_A_COMMUNITY},
    "CommunityRecord.katottg": {"page": "a code for programs: in JSON-LD", **OF_A_COMMUNITY},
    "ExecutorRecord.id": OF_A_COMMUNITY,
    "ExecutorRecord.name": OF_A_COMMUNITY,
    "ExecutorRecord.collective": {"page": "no page says it yet", **OF_A_BODY},
    "ActRecord.issuer": {"page": "the kind of the act names it too; in JSON-LD"},
    "ActRecord.text": {"page": "the page shows the text whose part is «act»"},
    "MeasureRecord.id": A_KEY,
    "MeasureRecord.also_numbered": {
        "whole": "the row stands under its first number; the page of its goal names the others"
    },
    "MeasureRecord.topics": {"page": "on the pages of topics and of the community"},
    "PlanRecord.template": {"page": "on the pages of goals: the same goal elsewhere"},
    "ProgressEntryRecord.promise": {"page": "a mark for the check", "told": "the wording it stands for is told itself"},
    "ProgressEntryRecord.into_promise": {
        "page": "a mark for the check",
        "told": "the wording it stands for is told itself",
    },
    "GoalRecord.label": {"page": "the heading names level and number; as printed in the whole plan"},
    "GoalRecord.topics": {"page": "for the search"},
    "TextRecord.level": {"page": "in the contents on the page of the plan"},
}
"""Records and fields that are not used on their page, on that of the whole plan, as data or in comparisons, and why."""
PAGES = {
    "CommunityRecord": {"community"}, "SuspensionRecord": {"community"}, "Contacts": {"community", "executor"}, "ExecutorRecord": {"executor"},
    "Parent": {"executor"}, "PlanRecord": {"plan"}, "PeriodRecord": {"plan"}, "ActRecord": {"plan"}, "ProjectRecord": {"plan"},
    "ColumnsRecord": {"plan", "goal"}, "TotalRecord": {"plan"}, "NoteRecord": {"notes"}, "TextRecord": {"text"},
    "AudienceRecord": {"topic", "home"}, "ServiceRecord": {"topic", "home"}, "GlossaryEntryRecord": {"glossary", "text", "goal"},
}  # fmt: skip
"""Kinds of pages where a record must show; all others stand in goals and must show there."""
OF_COMMUNITIES = {"goal", "plan", "notes", "text", "community"}
"""Kinds of pages that no page of the whole country is of."""
IN_PLANS = {"goal", "plan"}
IN_GOALS = {record.__name__ for record in records_in(GoalRecord)}
NOT_OF_PLANS = {
    "_Result": "written by our tests",
    "AuditedKind": "written by our tests",
    "Checker": "written by our tests",
    "AuditResults": "written by our tests",
    "TopicRecord": "what audiences and services have in common",
    "RedirectRecord": "addresses: tests/addresses",
    "RedirectsRecord": "addresses: tests/addresses",
    "WithdrawnRecord": "addresses: tests/addresses",
}

DATA = sample()
FIELDS = fields_of(DATA)


def pages(
    catalogue: Catalogue,
    same: tuple[Community, ...] = (),
    of_community: Callable[[SiteContext, Community], Iterable[Page]] = community_pages,
    *,
    of_country: bool = True,
) -> dict[str, tuple[str, str, object]]:
    """What readers see by address: the kind of page, its matter, and whether it has a quick exit.

    Pages of communities that are the `same` as before are left out, those of the country unless they are asked for.
    """
    site = SiteContext(SETTINGS, catalogue)
    other = (one for one in catalogue.communities if one not in same)
    own = (page for one in other for page in of_community(site.of(one), one))
    return {
        page.address: (page.meta["kind"], page.markdown, page.meta.get("quick_exit"))
        for page in (*own, *(country_pages(site) if of_country else ()))
    }


def where_plans_show(site: SiteContext, community: Community) -> Iterator[Page]:
    """Make the pages that are asked about most fields: those of plans and goals, which stand `IN_PLANS`."""
    for plan in community.plans:
        yield plan_page(site, community, plan)
        yield from goal_pages(site, community, plan)


def data(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [plan_data(one, plan, SETTINGS, plan.address) for one in catalogue.communities for plan in one.plans]


@dataclass(frozen=True)
class Made:
    """What the sample makes; it is read once."""

    cache: Cache

    @cached_property
    def catalogue(self) -> Catalogue:
        return catalogue_of(DATA, self.cache)

    @cached_property
    def pages(self) -> dict[str, tuple[str, str, object]]:
        return pages(self.catalogue)

    @cached_property
    def data(self) -> list[dict[str, Any]]:
        return data(self.catalogue)

    def uses(self, field: Field) -> set[str]:
        """What another value of a field makes different."""
        other = catalogue_of(changed(DATA, field), self.cache)
        shows = PAGES.get(field.record.__name__, {"goal"})
        same = self.catalogue.communities if "/" in field.file else ()  # others have what is shared by all
        few = where_plans_show if shows <= IN_PLANS else community_pages
        made = pages(other, same, few, of_country=not shows <= OF_COMMUNITIES)
        kinds = {page[0] for address, page in made.items() if self.pages.get(address) != page}
        used = {
            "page": not kinds.isdisjoint(shows),
            "whole": "plan" in kinds,
            "data": data(other) != self.data,
            "told": bool(differences(self.catalogue, other)),
        }
        return {use for use, is_so in used.items() if is_so}


def wanted(field: Field) -> set[str]:
    whose = next(one.whose for one in declared(field.record) if one.name == field.name)
    in_whole = field.record.__name__ in IN_GOALS and whose is DOCUMENT
    return {"page", "data", "told", *(["whole"] if in_whole else [])}


@pytest.fixture(scope="session")
def made() -> Made:
    return Made(Cache(again=True))


@pytest.mark.parametrize("field", FIELDS, ids=str)
def test_a_field_is_used_or_it_says_why_not(field: str, made: Made) -> None:
    reasons = UNUSED.get(field, UNUSED.get(field.partition(".")[0], {}))
    unused = wanted(FIELDS[field][0])
    for one in FIELDS[field]:
        unused -= made.uses(one)
        if unused <= set(reasons):
            break
    assert unused == set(reasons)


def test_the_sample_has_every_field_of_every_record() -> None:
    modules = [import_module(f"{records.__name__}.{found.name}") for found in pkgutil.iter_modules(records.__path__)]
    written = {
        f"{thing.__name__}.{name}"
        for module in modules
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, Record) and thing is not Record
        for name in thing.model_fields
        if thing.__name__ not in NOT_OF_PLANS and not record_in(thing.model_fields[name].annotation)
    }
    written |= {
        "MeasureRecord.indicators",  # words alone, or a record
    }
    assert written == set(FIELDS)


def test_what_is_listed_is_there() -> None:
    assert set(UNUSED) <= {*FIELDS, *(field.partition(".")[0] for field in FIELDS)}
