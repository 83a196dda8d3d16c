"""progress.yml to reports: each is found its measure by id or number; what can't be found is a problem."""

from collections.abc import Mapping

from generator.model.place import Place
from generator.model.plan import ProgressEntry
from generator.model.promise import digest_in, digest_of, words_in
from generator.model.records.plan import PlanRecord
from generator.model.records.progress import ProgressEntryRecord, ProgressRecord
from generator.reading.references import id_of, measure_ids, unknown_measure
from generator.source.problem import Problem, shown
from generator.source.yaml_source import KeyPath, Source

SAID = {"measure": "звіт дано про", "into": "захід об’єднано з"}
"""What a report says of the measure it names in a field."""


def reports(
    plan: PlanRecord, record: ProgressRecord, source: Source, community: str
) -> tuple[Mapping[str, list[ProgressEntry]], list[Problem]]:
    """Return the reports of each measure by its id, in the order of the file, and the references that lead nowhere."""
    by_reference, repeated = measure_ids(plan)
    found: dict[str, list[ProgressEntry]] = {}
    problems: list[Problem] = []
    for index, entry in enumerate(record.entries):
        path: KeyPath = ("entries", index)
        for field, reference in (("measure", entry.measure), ("into", entry.into)):
            wanted = reference and (id_of(reference) or reference)
            if reference and wanted not in by_reference:
                mark = entry.promise if field == "measure" else entry.into_promise
                like = () if mark else by_reference  # a number that looks alike may be another promise's
                message = unknown_measure(reference, wanted in repeated, like)
                message += f"; {_where_now(field, mark, plan)}" if mark else ""
                problems.append(source.problem((*path, field), f"{community}/{shown(entry.measure, 60)}", message))
        target = by_reference.get(id_of(entry.measure) or entry.measure)
        if target:
            found.setdefault(target, []).append(_entry(entry, target, by_reference, Place.of(source, path)))
    return found, problems


def _where_now(field: str, mark: str, plan: PlanRecord) -> str:
    """Say which measure a report named that is not there, and where it is now."""
    now = [one.id or one.number or "" for one in plan.all_measures() if digest_of(one.text) == digest_in(mark)]
    said = f"{SAID[field]} «{shown(words_in(mark), 60)}»"
    if now:
        return f"{said}, а цей захід має тепер номер {' або '.join(now)}: впишіть його"
    return f"{said}; якщо захід вилучено з плану, лишіть його там із полем removed"


def _entry(record: ProgressEntryRecord, target: str, by_reference: Mapping[str, str], place: Place) -> ProgressEntry:
    into = by_reference.get(id_of(record.into) or record.into) if record.into else None
    return ProgressEntry(target, place, record, into)
