"""What the columns of the CSV files mean, for machines: Frictionless Table Schema and Data Package.

Sources: specs.frictionlessdata.io, Table Schema, CSV Dialect and Data Package (version 1); texts in a second
language as in its pattern «Language support» (`description@en`).
"""

from typing import Any

from generator.model.community import Catalogue
from generator.model.plan import Plan
from generator.model.settings import Settings
from generator.outputs.addresses import base, moment
from generator.outputs.columns import COLUMNS, Column
from generator.outputs.json_file import json_bytes
from generator.outputs.licence import OURS, OURS_CODE, OURS_TITLE, OURS_URL
from generator.outputs.plan_csv import DELIMITER, LINE_END
from generator.outputs.site_files import Asset

TABLE_SCHEMA_ADDRESS = "data/table-schema.json"
PACKAGE_ADDRESS = "datapackage.json"

GUARD = (
    "Клітинка, яку табличний редактор виконав би як формулу (починається з «=», «+», «-», «@») або перетворив би "
    "на дату («1.1», «1-2-3»), має перед текстом апостроф. "
    "Щоб отримати точний текст, приберіть один апостроф на початку клітинки."
)
GUARD_EN = (
    "A cell that a spreadsheet would run as a formula (it begins with =, +, -, @) or turn into a date (1.1, 1-2-3) "
    "has an apostrophe before its text. "
    "To have the exact text, drop one apostrophe from the start of the cell."
)


def table_schema() -> Asset:
    """Write the Table Schema of every CSV file of the site at `/data/table-schema.json`."""
    return Asset(TABLE_SCHEMA_ADDRESS, json_bytes(schema_data()))


def schema_data() -> dict[str, Any]:
    """Return the Table Schema as data. The dialect stands beside it for readers that take no Data Package."""
    return {
        "title": "Заходи плану громади",
        "title@en": "Measures of a community’s plan",
        "description": f"Один рядок – один захід. {GUARD}",
        "description@en": f"One row is one measure. {GUARD_EN}",
        "languages": ["uk", "en"],
        "fields": [_field(column) for column in COLUMNS],
        "primaryKey": ["plan", "id"],
        "missingValues": [""],
        "dialect": dialect(),
        "encoding": "utf-8",
    }


def dialect() -> dict[str, Any]:
    """Return the CSV Dialect of the files."""
    return {
        "delimiter": DELIMITER,
        "lineTerminator": LINE_END,
        "quoteChar": '"',
        "doubleQuote": True,
        "header": True,
    }


def data_package(catalogue: Catalogue, settings: Settings) -> Asset:
    """Write the Data Package of all plans at `/datapackage.json`; its paths are relative to it."""
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "hromada-plans",
        "title": settings.site_name,
        "description": "Плани дій територіальних громад України: заходи, строки, виконавці, кошти, звіти.",
        "description@en": "Plans of action of Ukrainian communities: measures, terms, executors, money, reports.",
        "languages": ["uk", "en"],
        "created": moment(settings).isoformat().replace("+00:00", "Z"),
        "licenses": [{"name": OURS_CODE, "title": OURS_TITLE, "path": OURS_URL, "description": OURS}],
        "resources": [_resource(plan) for plan in catalogue.plans],
    }
    if base(settings):
        package["homepage"] = base(settings)
    return Asset(PACKAGE_ADDRESS, json_bytes(package))


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": "date" if column.dates else "string",
        "title": column.title,
        "title@en": column.title_en,
        "description": column.description,
        "description@en": column.description_en,
    }
    if column.required:
        field["constraints"] = {"required": True}
    return field


def _resource(plan: Plan) -> dict[str, Any]:
    return {
        "name": plan.id.replace("/", "."),
        "title": plan.record.title,
        "path": plan.file_address("csv"),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": dialect(),
        "schema": TABLE_SCHEMA_ADDRESS,
    }
