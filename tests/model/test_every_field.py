"""Every field that staff may write is used: on a page, as data, and when versions are compared.

The guide names every field too (tests/guide/test_fields.py). A field is used when another value of it makes another
page, other data, and a change to tell. What is not used so stands here with the reason; what is used again must go.
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
from generator.model.records.record import Record
from generator.model.settings import Settings
from generator.outputs.plan_json import plan_data
from generator.pages.all_pages import community_pages, country_pages
from generator.pages.site_context import SiteContext
from model.full_sample import Field, catalogue_of, changed, fields_of, record_in, sample

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.community import Catalogue

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
    "GoalRecord.topics": {"page": "for the search"},
}
"""Records and fields that are not used on a page («page»), as data or in comparisons («told»), and why."""
NOT_OF_PLANS = {
    "_Result": "written by our tests",
    "AuditedKind": "written by our tests",
    "AuditResults": "written by our tests",
    "TopicRecord": "what audiences and services have in common",
    "RedirectRecord": "addresses: tests/addresses",
    "RedirectsRecord": "addresses: tests/addresses",
}

DATA = sample()
FIELDS = fields_of(DATA)


def pages(catalogue: Catalogue) -> Iterator[list[tuple[str, Any]]]:
    """What readers see of each community; then of the site."""
    site = SiteContext(SETTINGS, catalogue)
    own = (community_pages(site.of(community), community) for community in reversed(catalogue.communities))
    for made in (*own, country_pages(site)):
        yield [(page.markdown, page.meta.get("quick_exit")) for page in made]


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
    def pages(self) -> list[list[tuple[str, Any]]]:
        return list(pages(self.catalogue))

    @cached_property
    def data(self) -> list[dict[str, Any]]:
        return data(self.catalogue)

    def uses(self, field: Field) -> set[str]:
        """What another value of a field makes different."""
        other = catalogue_of(changed(DATA, field), self.cache)
        used = {
            "page": any(own != before for own, before in zip(pages(other), self.pages, strict=True)),
            "data": data(other) != self.data,
            "told": bool(differences(self.catalogue, other)),
        }
        return {use for use, is_so in used.items() if is_so}


@pytest.fixture(scope="session")
def made() -> Made:
    return Made(Cache(again=True))


@pytest.mark.parametrize("field", FIELDS, ids=str)
def test_a_field_is_used_or_it_says_why_not(field: str, made: Made) -> None:
    reasons = UNUSED.get(field, UNUSED.get(field.partition(".")[0], {}))
    used: set[str] = set()
    for one in FIELDS[field]:
        used |= made.uses(one)
        if not {"page", "data", "told"} - used - set(reasons):
            break
    assert {"page", "data", "told"} - used == set(reasons)


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
    assert written == set(FIELDS)


def test_what_is_listed_is_there() -> None:
    assert set(UNUSED) <= {*FIELDS, *(field.partition(".")[0] for field in FIELDS)}
