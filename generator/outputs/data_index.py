"""/data/index.json: every plan and where its files are, addresses relative to the index itself."""

from typing import Any

from generator.model.community import Catalogue, Community
from generator.model.plan import Plan
from generator.model.settings import Settings
from generator.outputs.json_file import iso, json_bytes
from generator.outputs.licence import licence
from generator.outputs.site_files import Asset, relative
from generator.outputs.table_schema import TABLE_SCHEMA_ADDRESS

ADDRESS = "data/index.json"


def data_index(catalogue: Catalogue, settings: Settings) -> Asset:
    """Write the list of plans at `/data/index.json`."""
    return Asset(
        ADDRESS,
        json_bytes(
            {
                "about": {
                    "format": "hromada-plans/index",
                    "version": 1,
                    "urls": "Адреси відносні до цього файлу. / Addresses are relative to this file.",
                },
                "as_of": settings.as_of.isoformat(),
                "license": licence(),
                "table_schema": relative(ADDRESS, TABLE_SCHEMA_ADDRESS),
                "communities": [_community(community) for community in catalogue.communities],
                "plans": [_plan(community, plan) for community in catalogue.communities for plan in community.plans],
            }
        ),
    )


def _community(community: Community) -> dict[str, Any]:
    return {
        "id": community.id,
        "name": community.record.name,
        "oblast": community.record.oblast,
        "katottg": community.record.katottg,
        "url": relative(ADDRESS, community.address),
        "calendar": relative(ADDRESS, f"{community.address}calendar.ics"),
        "feed": relative(ADDRESS, f"{community.address}changes.xml"),
    }


def _plan(community: Community, plan: Plan) -> dict[str, Any]:
    period = plan.record.period
    return {
        "id": plan.id,
        "title": plan.record.title,
        "url": relative(ADDRESS, plan.address),
        "json": relative(ADDRESS, plan.file_address("json")),
        "csv": relative(ADDRESS, plan.file_address("csv")),
        "xlsx": relative(ADDRESS, plan.file_address("xlsx")),
        "name": plan.record.name,
        "community": community.id,
        "period": {"start": iso(period.start), "end": iso(period.end)} if period else None,
        "measures": sum(1 for _ in plan.all_measures()),
    }
