"""Data sets a council owes (Cabinet resolution 835 of 21.10.2015): what it gives to the state's portal, a file each.

Columns of the changes of programmes are those a council publishes; those of the list and of the reports follow its
manner. No validator of the portal was at hand: conformity is not claimed.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.community import Community
from generator.model.plan import Plan
from generator.model.records.open_data import OpenDataRecord
from generator.model.settings import Settings
from generator.model.vocabulary import ActRole
from generator.outputs.addresses import full, link, moment
from generator.outputs.json_file import json_bytes
from generator.outputs.licence import OURS, OURS_CODE, OURS_TITLE, OURS_URL
from generator.outputs.plan_csv import DELIMITER, LINE_END, guarded
from generator.outputs.site_files import Asset
from generator.outputs.table_schema import dialect

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DataSet:
    """One data set: its file, its title in Ukrainian and its columns, in order."""

    name: str
    title: str
    columns: Cells

    @property
    def file(self) -> str:
        return f"{self.name}.csv"


PROGRAMMES = DataSet(
    "programmes",
    "Перелік програм і планів",
    ("identifier", "title", "type", "orderType", "orderNumber", "orderDateAccepted", "orderTitle", "validFrom",
     "validThrough", "url", "publisherName", "publisherIdentifier"),
)  # fmt: skip
CHANGES = DataSet(
    "programme-changes",
    "Зміни до програм і планів",
    ("identifier", "programmeIdentifier", "programmeTitle", "orderType", "orderTitle", "orderDateAccepted",
     "orderNumber", "orderURL", "publisherName", "publisherIdentifier"),
)  # fmt: skip
REPORTS = DataSet(
    "programme-reports",
    "Звіти про виконання програм і планів",
    ("identifier", "programmeIdentifier", "programmeTitle", "title", "type", "dateReported", "reportedBy", "url",
     "publisherName", "publisherIdentifier"),
)  # fmt: skip
DATA_SETS = (PROGRAMMES, CHANGES, REPORTS)


def open_data(community: Community, settings: Settings) -> Iterator[Asset]:
    """Return the data sets of a community that says who answers for them, their passport and their structure."""
    said = community.record.open_data
    if said is None:
        return
    publisher = (community.record.council or community.record.name, said.edrpou or "")
    rows = {PROGRAMMES: _programmes, CHANGES: _changes, REPORTS: _reports}
    for data_set, made in rows.items():
        table = ((*row, *publisher) for plan in community.plans for row in made(plan, settings))
        yield Asset(f"{community.address}{data_set.file}", _csv(data_set.columns, table))
    yield Asset(f"{community.address}passport.json", json_bytes(_passport(community, said, settings)))
    yield Asset(f"{community.address}datapackage.json", json_bytes(_package(community, said, settings)))


def _programmes(plan: Plan, settings: Settings) -> Iterator[Cells]:
    record, act, period = plan.record, plan.record.act, plan.record.period
    yield (
        plan.id,
        record.title,
        record.name,
        *((act.kind, act.number, act.date.isoformat(), act.title) if act else ("", "", "", "")),
        *((period.start.isoformat(), period.end.isoformat()) if period else ("", "")),
        link(settings, plan.address, plan.address),
    )


def _changes(plan: Plan, settings: Settings) -> Iterator[Cells]:
    acts = [act for act in plan.record.all_acts if act.role is not ActRole.APPROVAL]
    for number, act in enumerate(acts, 1):
        url = link(settings, plan.address, plan.address)
        yield (
            f"{plan.id}/{number}",
            plan.id,
            plan.record.title,
            act.kind,
            act.title,
            act.date.isoformat(),
            act.number,
            url,
        )


def _reports(plan: Plan, settings: Settings) -> Iterator[Cells]:
    """Yield a row for each day on which each body reported, the oldest first; the community is told by no name."""
    told = sorted(
        {
            (entry.record.date, entry.record.executor or "")
            for measure in plan.all_measures()
            for entry in measure.entries
        }
    )
    for number, (day, executor) in enumerate(told, 1):
        url = link(settings, plan.address, plan.report_address)
        yield (
            f"{plan.id}/{number}",
            plan.id,
            plan.record.title,
            f"Звіт про виконання: {plan.record.name}",
            "Звіт",
            day.isoformat(),
            executor,
            url,
        )


def _csv(columns: Cells, table: Iterable[Cells]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=DELIMITER, lineterminator=LINE_END)
    writer.writerow(columns)
    writer.writerows(
        [cell if _is_day(name) else guarded(cell) for name, cell in zip(columns, row, strict=True)] for row in table
    )
    return text.getvalue().encode("utf-8-sig")


def _is_day(column: str) -> bool:
    return column in {"orderDateAccepted", "dateReported", "validFrom", "validThrough"}


def _passport(community: Community, said: OpenDataRecord, settings: Settings) -> dict[str, Any]:
    """Return a passport for each data set, its fields under the names that the resolution gives them.

    What the council did not say is null: it fills that in itself, as it does the days of its own publication.
    """
    return {
        "missing": said.missing,
        "passports": [
            {
                "Ідентифікаційний номер": None,
                "Найменування набору даних": f"{data_set.title}. {community.record.name}",
                "Опис змісту": f"{data_set.title}: {community.record.name}. Зібрано з опублікованих актів і звітів.",
                "Мова": "українська",
                "Формати": "CSV",
                "Формат стиснення": None,
                "Дата і час першого оприлюднення": None,
                "Дата і час внесення останніх змін": None,
                "Дата актуальності даних": settings.as_of.isoformat(),
                "Періодичність оновлення": said.frequency,
                "Підстава оприлюднення": said.basis,
                "Ключові слова": list(said.keywords),
                "Гіперпосилання на набір даних": full(settings, f"{community.address}{data_set.file}"),
                "Гіперпосилання на структуру": full(settings, f"{community.address}datapackage.json"),
                "Розпорядник інформації": community.record.council or community.record.name,
                "Код ЄДРПОУ розпорядника": said.edrpou,
                "Відповідальна особа": said.responsible,
                "Електронна адреса відповідальної особи": said.email,
            }
            for data_set in DATA_SETS
        ],
    }


def _package(community: Community, said: OpenDataRecord, settings: Settings) -> dict[str, Any]:
    """Return the structure of the data sets: Frictionless Data Package, version 1."""
    council = community.record.council or community.record.name
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": f"{community.id}-programmes",
        "title": f"Програми й плани: {community.record.name}",
        "version": settings.as_of.isoformat(),
        "created": moment(settings).isoformat().replace("+00:00", "Z"),
        "keywords": list(said.keywords),
        "contributors": [
            {"title": council, "role": "author"},
            *(
                [{"title": said.responsible, "role": "maintainer", **({"email": said.email} if said.email else {})}]
                if said.responsible
                else []
            ),
        ],
        "licenses": [{"name": OURS_CODE, "title": OURS_TITLE, "path": OURS_URL, "description": OURS}],
        "resources": [_resource(data_set) for data_set in DATA_SETS],
    }
    if homepage := full(settings, community.address):
        package["homepage"] = homepage
    return package


def _resource(data_set: DataSet) -> dict[str, Any]:
    return {
        "name": data_set.name,
        "title": data_set.title,
        "path": data_set.file,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": dialect(),
        "schema": {
            "fields": [{"name": name, "type": "date" if _is_day(name) else "string"} for name in data_set.columns],
            "missingValues": [""],
            "primaryKey": ["identifier"],
        },
    }
