"""plan.json: one plan whole, as data. Its keys are a promise (design, «Static data beside the pages»)."""

from collections.abc import Callable, Collection, Iterable
from functools import cache
from typing import Any

from generator.model.community import Community
from generator.model.money_lines import in_short, lines_of
from generator.model.plan import Assignment, DocumentNote, Goal, Measure, NarrativeText, Plan, ProgressEntry
from generator.model.records.act import ActRecord
from generator.model.records.field import DOCUMENT, OURS, declared, records_in
from generator.model.records.money import FundingRecord
from generator.model.records.plan import PlanRecord
from generator.model.records.record import Record
from generator.model.records.text import TextRecord
from generator.model.settings import Settings
from generator.model.standing import Standing
from generator.outputs.json_file import iso, json_bytes
from generator.outputs.licence import licence
from generator.outputs.site_files import Asset, relative
from generator.views.indicators import IndicatorValues, indicator_values
from generator.views.state import state_in

Link = Callable[[str], str]

_PLAN = (
    "title", "title_is_ours", "name", "summary", "template", "period", "act", "columns", "money_unit", "goals",
    "measures", "totals", "notes", "texts",
)  # fmt: skip
_MEASURE = (
    "id", "number", "text", "goal", "parent", "url", "term", "executors", "indicators", "funding", "status", "progress",
    "state", "label", "also_numbered", "unaligned", "term_note", "summary", "topics", "notes",
)  # fmt: skip
"""Keys in the order in which they were first published; new ones follow."""
_FROM_REGISTRIES = {"name"}
"""Of an executor; the document’s own word for it is `as_written`."""
_RECORDS = (*records_in(PlanRecord), TextRecord)


_URLS = "Кожна адреса (url) відносна до адреси цього файлу. / Every url is relative to this file’s own address."


@cache
def _about() -> dict[str, Any]:
    fields = [field for record in _RECORDS for field in declared(record)]
    official = {field.name for field in fields if field.whose is DOCUMENT} - _FROM_REGISTRIES
    ours = dict.fromkeys(field.name for field in fields if field.whose is OURS and field.name not in official)
    return {
        "format": "hromada-plans/plan",
        "version": 1,
        "urls": _URLS,
        "words": "Тексти, строки, виконавці й суми – слово в слово як у документі; числа надруковано так, як у ньому.",
        "ours": f"Від нас, а не з документа: {', '.join(ours)}, term_note, state, у term – усе, крім text.",
    }


def plan_json(community: Community, plan: Plan, settings: Settings) -> Asset:
    """Write a plan at `<plan>/plan.json`."""
    address = plan.file_address("json")
    return Asset(address, json_bytes(plan_data(community, plan, settings, address)))


def plan_data(community: Community, plan: Plan, settings: Settings, address: str) -> dict[str, Any]:
    """Return a plan as plain data; every url in it is relative to `address`."""

    def link(target: str) -> str:
        return relative(address, target)

    record = plan.record
    return {
        "about": _about(),
        "as_of": settings.as_of.isoformat(),
        "license": licence(),
        "id": plan.id,
        "url": link(plan.address),
        "community": _community(community, link),
        **_fields(record, _PLAN, {"act", "acts", "goals", "measures", "notes"}),
        "act": _act(plan, record.act, link) if record.act else None,
        "acts": [_act(plan, act, link) for act in record.all_acts],
        "goals": [_goal(plan, goal, link) for goal in plan.goals],
        "measures": [_measure(community, plan, measure, settings, link) for measure in plan.all_measures()],
        "notes": [_note(plan, note) for note in plan.notes],
        "texts": [_text(plan, text, link) for text in plan.texts],
    }


def _fields(record: Record, first: Iterable[str] = (), without: Collection[str] = ()) -> dict[str, Any]:
    """Return every field of a record as JSON has it; `first` come those whose order was published so, known or not.

    What is resolved is laid over it: it keeps its place among `first`.
    """
    return {**dict.fromkeys(first), **record.model_dump(mode="json", exclude=set(without))}


def _community(community: Community, link: Link) -> dict[str, Any]:
    first = ("id", "name", "short_name", "oblast", "katottg", "site", "url")
    return {
        **_fields(community.record, first, {"executors"}),
        "id": community.id,
        "url": link(community.address),
    }


def _act(plan: Plan, act: ActRecord, link: Link) -> dict[str, Any]:
    return {**_fields(act, ("kind", "number")), "url": link(plan.text_address(act.text)) if act.text else None}


def _goal(plan: Plan, goal: Goal, link: Link) -> dict[str, Any]:
    return {
        **_fields(goal.record, ("id", "number", "kind", "title", "url"), {"goals", "measures"}),
        "id": goal.id,
        "url": link(plan.goal_address(goal.id)),
        "goals": [_goal(plan, inner, link) for inner in goal.goals],
    }


def _measure(community: Community, plan: Plan, measure: Measure, settings: Settings, link: Link) -> dict[str, Any]:
    record = measure.record
    state = state_in(community, plan, measure, settings.as_of)
    return {
        **_fields(record, _MEASURE, {"steps"}),
        "id": measure.id,
        "goal": plan.goal_of(measure),
        "parent": measure.parent,
        "url": link(plan.measure_address(measure)),
        "term": measure.term.as_dict() if measure.term else None,
        "term_note": record.term.note if record.term else None,
        "executors": [_assignment(assignment, link) for assignment in measure.executors],
        "indicators": [indicator.text for indicator in record.indicators],
        "indicator_values": [_indicator(values) for values in indicator_values(measure)],
        "funding": _funding(plan, record.funding) if record.funding else None,
        "status": state.status.value if state.status else None,
        "progress": [_entry(entry) for entry in measure.entries],
        "state": {
            "code": state.time.value,
            "words": state.time.words,
            "status_words": state.status_words,
            "sentence": state.sentence,
            "due": iso(state.due),
        },
        "standing": _standing(state.standing) if state.standing else None,
    }


def _assignment(assignment: Assignment, link: Link) -> dict[str, Any]:
    """Say who it is, and what the document says of its part; a person has neither id nor page."""
    body, page = assignment.executor, assignment.has_page
    return {
        "id": body.id if page else None,
        "name": body.record.name,
        "as_written": assignment.as_written,
        "url": link(body.address) if page else None,
        **_fields(assignment.record, ("role", "role_words", "by_consent", "does"), {"name", "as_written"}),
        "role_words": assignment.role_words or None,
    }


def _funding(plan: Plan, funding: FundingRecord) -> dict[str, Any]:
    unit = plan.record.money_unit
    lines = [line.model_copy(update={"unit": line.unit or unit}) for line in lines_of(funding)]
    return {
        **_fields(in_short(funding)),
        "unit": funding.unit or unit,
        "lines": [_fields(line) for line in lines],
    }


def _indicator(values: IndicatorValues) -> dict[str, Any]:
    """Say what is planned as printed, what the reports say, and the difference where both are numbers in one unit."""
    return {
        **_fields(values.record),
        "actual": {year.year: year.actual for year in values.years if year.actual},
        "deviation": {year.year: f"{year.difference:f}" for year in values.years if year.difference is not None},
    }


def _standing(standing: Standing) -> dict[str, Any]:
    """Say by whose word the status stands, and who has not reported."""
    return {
        "rule": standing.rule.value,
        "words": standing.rule.words,
        "completed": iso(standing.completed),
        "silent": [body.id for body in standing.silent],
    }


def _entry(entry: ProgressEntry) -> dict[str, Any]:
    return {
        **_fields(entry.record, without={"measure"}),
        "executor": entry.executor.id if entry.executor else None,
        "into": entry.into,
    }


def _note(plan: Plan, note: DocumentNote) -> dict[str, Any]:
    goal = plan.goal_of(plan.measure(note.measure)) if note.measure else note.goal
    return {**_fields(note.record), "goal": goal, "measure": note.measure, "text_name": note.text_name}


def _text(plan: Plan, text: NarrativeText, link: Link) -> dict[str, Any]:
    first = ("name", "title", "title_is_ours", "part", "level", "url", "note", "markdown")
    return {
        **_fields(text.record, first),
        "name": text.name,
        "url": link(plan.text_address(text.name)),
        "markdown": text.body,
    }
