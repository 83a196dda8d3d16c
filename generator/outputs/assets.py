"""Every file that is published beside the pages, each at its address."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from generator.history.changes import DatedChange
from generator.history.history import History
from generator.history.reported import reported
from generator.model.community import Catalogue, Community
from generator.model.executor import Executor
from generator.model.outputs import Output
from generator.model.plan import Plan
from generator.model.settings import Settings
from generator.outputs.calendars import Calendars
from generator.outputs.data_index import data_index
from generator.outputs.dcat import dcat_catalogue
from generator.outputs.feeds import community_feed, site_feed
from generator.outputs.oembed import Embed, oembed
from generator.outputs.open_data import open_data
from generator.outputs.plan_csv import executor_csv, plan_csv
from generator.outputs.plan_json import plan_json
from generator.outputs.site_files import Asset
from generator.outputs.table_schema import data_package, table_schema
from generator.views.commitment import Commitments


class Site(Protocol):
    """What outputs need to know of a site."""

    @property
    def settings(self) -> Settings: ...
    @property
    def catalogue(self) -> Catalogue: ...
    @property
    def commitments(self) -> Commitments: ...
    @property
    def outputs(self) -> frozenset[Output]: ...


def country_assets(site: Site, history: History | None = None) -> Iterator[Asset]:
    """Return the files that speak of all communities; `history` adds what changed between versions to the feed."""
    yield data_index(site.catalogue, site.settings)
    yield table_schema()
    yield dcat_catalogue(site.catalogue, site.settings)
    yield data_package(site.catalogue, site.settings)
    yield from _executor_assets(site, site.commitments.executors_of(None), Calendars(site.settings))
    yield site_feed(site.catalogue, all_changes(site.catalogue, history), site.settings)


def community_assets(site: Site, community: Community, history: History | None = None) -> Iterator[Asset]:
    """Return the files of one community."""
    calendars = Calendars(site.settings)
    yield calendars.of_community(community, site.commitments.by_community.get(community.id, []))
    for plan in community.plans:
        yield from _plan_assets(site, community, plan, calendars)
    yield from _executor_assets(site, site.commitments.executors_of(community.id), calendars)
    yield from open_data(community, site.settings)
    yield community_feed(community, all_changes(site.catalogue, history), site.settings)
    yield from _oembeds(site, _community_embeds(community))


def all_changes(catalogue: Catalogue, history: History | None) -> list[DatedChange]:
    """Join what the plans say happened with what their history shows."""
    return [*reported(catalogue), *(history.changes if history else ())]


def embeds(site: Site) -> Iterator[Embed]:
    """Return every page that can be shown on another site: communities, plans, goals, executors."""
    for community in site.catalogue.communities:
        yield from _community_embeds(community)
    yield from _executor_embeds(site.commitments.executors)


def _community_embeds(community: Community) -> Iterator[Embed]:
    yield Embed(community.address, community.record.name)
    for plan in community.plans:
        yield Embed(plan.address, f"{plan.record.name}. {community.record.short_name}")
        for goal in plan.all_pages():
            yield Embed(plan.goal_address(goal.id), f"{goal.heading.rstrip('.')}. {community.record.short_name}")


def _executor_embeds(executors: Iterable[Executor]) -> Iterator[Embed]:
    yield from (Embed(executor.address, executor.record.name) for executor in executors)


def _oembeds(site: Site, embeds: Iterable[Embed]) -> Iterator[Asset]:
    if Output.OEMBED in site.outputs:
        yield from (asset for embed in embeds if (asset := oembed(embed, site.settings)))


def _executor_assets(site: Site, executors: Sequence[Executor], calendars: Calendars) -> Iterator[Asset]:
    for executor in executors:
        items = site.commitments.by_executor.get(executor.address, [])
        if Output.EXECUTOR_TABLES in site.outputs:
            yield executor_csv(executor, items, site.settings)
        if Output.EXECUTOR_CALENDARS in site.outputs:
            yield calendars.of_executor(executor, items)
    yield from _oembeds(site, _executor_embeds(executors))


def _plan_assets(site: Site, community: Community, plan: Plan, calendars: Calendars) -> Iterator[Asset]:
    from generator.outputs.plan_xlsx import plan_xlsx  # noqa: PLC0415 - a library that takes long to load; most builds need none

    items = site.commitments.by_plan.get(plan.id, [])
    yield plan_json(community, plan, site.settings)
    yield plan_csv(plan, items, site.settings)
    yield plan_xlsx(community, plan, items, site.settings)
    yield calendars.of_plan(plan, items)
