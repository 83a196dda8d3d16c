"""plan.json: one plan whole, as data. Its keys are a promise (design, «Static data beside the pages»)."""

from collections.abc import Callable
from typing import Any

from generator.model.community import Community
from generator.model.plan import DocumentNote, Goal, Measure, NarrativeText, Plan, ProgressEntry
from generator.model.records.plan import ActRecord, TotalRecord, UnalignedRecord
from generator.model.settings import Settings
from generator.outputs.json_file import iso, json_bytes
from generator.outputs.licence import licence
from generator.outputs.site_files import Asset, relative
from generator.views.state import state_of

Link = Callable[[str], str]

_ABOUT = {
    "format": "hromada-plans/plan",
    "version": 1,
    "urls": "Кожна адреса (url) відносна до адреси цього файлу. / Every url is relative to this file’s own address.",
    "words": "Тексти, строки, виконавці й суми – слово в слово як у документі; числа надруковано так, як у ньому.",
    "ours": (
        "Від нас, а не з документа: name, summary, topics, template, notes, note, term_note, state, "
        "у term – усе, крім text."
    ),
}


def plan_json(community: Community, plan: Plan, settings: Settings) -> Asset:
    """Write a plan at `<plan>/plan.json`."""
    address = plan.file_address("json")
    return Asset(address, json_bytes(plan_data(community, plan, settings, address)))


def plan_data(community: Community, plan: Plan, settings: Settings, address: str) -> dict[str, Any]:
    """Return a plan as plain data; every url in it is relative to `address`."""

    def link(target: str) -> str:
        return relative(address, target)

    return {
        "about": _ABOUT,
        "as_of": settings.as_of.isoformat(),
        "license": licence(),
        "id": plan.id,
        "url": link(plan.address),
        "community": _community(community, link),
        "title": plan.record.title,
        "title_is_ours": plan.record.title_is_ours,
        "name": plan.record.name,
        "summary": list(plan.record.summary),
        "template": plan.record.template,
        "period": {
            "start": iso(plan.record.period.start),
            "end": iso(plan.record.period.end),
            "text": plan.record.period.text,
            "note": plan.record.period.note,
        },
        "act": _act(plan, plan.record.act, link) if plan.record.act else None,
        "columns": plan.record.columns.model_dump(),
        "money_unit": plan.record.money_unit,
        "goals": [_goal(plan, goal, link) for goal in plan.goals],
        "measures": [_measure(plan, measure, settings, link) for measure in plan.all_measures()],
        "totals": [_total(total) for total in plan.record.totals],
        "notes": [_note(note) for note in plan.notes],
        "texts": [_text(plan, text, link) for text in plan.texts],
    }


def _community(community: Community, link: Link) -> dict[str, Any]:
    return {
        "id": community.id,
        "name": community.record.name,
        "short_name": community.record.short_name,
        "oblast": community.record.oblast,
        "katottg": community.record.katottg,
        "site": community.record.site,
        "url": link(community.address),
    }


def _act(plan: Plan, act: ActRecord, link: Link) -> dict[str, Any]:
    return {
        "kind": act.kind,
        "number": act.number,
        "date": iso(act.date),
        "issuer": act.issuer,
        "title": act.title,
        "url": link(plan.text_address(act.text)) if act.text else None,
    }


def _goal(plan: Plan, goal: Goal, link: Link) -> dict[str, Any]:
    return {
        "id": goal.id,
        "number": goal.record.number,
        "kind": goal.record.kind,
        "title": goal.record.title,
        "url": link(plan.goal_address(goal.id)),
        "label": goal.record.label,
        "motto": goal.record.motto,
        "summary": list(goal.record.summary),
        "topics": list(goal.record.topics),
        "goals": [_goal(plan, inner, link) for inner in goal.goals],
    }


def _measure(plan: Plan, measure: Measure, settings: Settings, link: Link) -> dict[str, Any]:
    state = state_of(measure, settings.as_of, plan.record.period)
    return {
        "id": measure.id,
        "number": measure.record.number,
        "text": measure.record.text,
        "goal": measure.goal,
        "parent": measure.parent,
        "url": link(plan.measure_address(measure)),
        "term": measure.term.as_dict() if measure.term else None,
        "executors": [
            {
                "id": assignment.executor.id,
                "name": assignment.executor.record.name,
                "as_written": assignment.as_written,
                "url": link(assignment.executor.address),
            }
            for assignment in measure.executors
        ],
        "indicators": list(measure.record.indicators),
        "funding": _funding(plan, measure),
        "status": state.status.value if state.status else None,
        "progress": [_entry(entry) for entry in measure.entries],
        "state": {
            "code": state.time.value,
            "words": state.time.words,
            "status_words": state.status_words,
            "sentence": state.sentence,
            "due": iso(state.due),
        },
        "label": measure.record.label,
        "also_numbered": list(measure.record.also_numbered),
        "unaligned": _unaligned(measure.record.unaligned) if measure.record.unaligned else None,
        "term_note": measure.record.term.note if measure.record.term else None,
        "summary": list(measure.record.summary),
        "topics": list(measure.record.topics),
        "notes": list(measure.record.notes),
    }


def _funding(plan: Plan, measure: Measure) -> dict[str, Any] | None:
    funding = measure.record.funding
    if funding is None:
        return None
    return {
        "sources": list(funding.sources),
        "unit": funding.unit or plan.record.money_unit,
        "total": funding.total,
        "by_year": {str(year): printed for year, printed in funding.by_year.items()},
        "text": funding.text,
    }


def _unaligned(left: UnalignedRecord) -> dict[str, Any]:
    return left.model_dump(mode="json")


def _entry(entry: ProgressEntry) -> dict[str, Any]:
    return {
        "date": iso(entry.record.date),
        "status": entry.record.status.value,
        "started": iso(entry.record.started),
        "completed": iso(entry.record.completed),
        "into": entry.into,
        "comment": entry.record.comment,
        "evidence": list(entry.record.evidence),
        "spent": entry.record.spent,
        "source": entry.record.source,
    }


def _total(total: TotalRecord) -> dict[str, Any]:
    by_year = {str(year): printed for year, printed in total.by_year.items()}
    return {"label": total.label, "goal": total.goal, "total": total.total, "by_year": by_year}


def _note(note: DocumentNote) -> dict[str, Any]:
    return {
        "place": note.record.place,
        "kind": note.record.kind.value,
        "text": note.record.text,
        "goal": note.goal,
        "measure": note.measure,
        "text_name": note.text_name,
    }


def _text(plan: Plan, text: NarrativeText, link: Link) -> dict[str, Any]:
    return {
        "name": text.name,
        "title": text.record.title,
        "title_is_ours": text.record.title_is_ours,
        "part": text.record.part.value,
        "level": text.record.level,
        "url": link(plan.text_address(text.name)),
        "note": text.record.note,
        "markdown": text.body,
    }
