"""The pages of fields name every field of every record, and nothing else; required ones and closed lists too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

import pytest

from generator.model.records import (
    act,
    assignment,
    community,
    formats,
    glossary,
    goal,
    indicator,
    measure,
    money,
    open_data,
    period,
    plan,
    progress,
    redirects,
    removal,
    table,
    text,
    topics,
)
from generator.model.vocabulary import NoteKind, Status, TextPart, TimeState
from guide.guide_pages import page

if TYPE_CHECKING:
    from generator.model.records.record import Record

RECORDS: dict[tuple[str, str], type[Record]] = {
    ("plan-fields.md", "plan"): plan.PlanRecord,
    ("plan-fields.md", "period"): period.PeriodRecord,
    ("plan-fields.md", "act"): act.ActRecord,
    ("plan-fields.md", "project"): plan.ProjectRecord,
    ("plan-fields.md", "columns"): table.ColumnsRecord,
    ("plan-fields.md", "goal"): goal.GoalRecord,
    ("plan-fields.md", "measure"): measure.MeasureRecord,
    ("plan-fields.md", "assignment"): assignment.AssignmentRecord,
    ("plan-fields.md", "term"): measure.TermRecord,
    ("plan-fields.md", "funding"): money.FundingRecord,
    ("plan-fields.md", "money-line"): money.MoneyLineRecord,
    ("plan-fields.md", "indicator"): indicator.IndicatorRecord,
    ("easy-read.md", "easy"): formats.EasyRecord,
    ("easy-read.md", "easy-check"): formats.EasyCheckRecord,
    ("easy-read.md", "sign-video"): formats.SignVideoRecord,
    ("easy-read.md", "sign-check"): formats.SignCheckRecord,
    ("other-fields.md", "value"): indicator.IndicatorValueRecord,
    ("plan-fields.md", "unaligned"): table.UnalignedRecord,
    ("plan-fields.md", "removed"): removal.RemovalRecord,
    ("plan-fields.md", "total"): money.TotalRecord,
    ("plan-fields.md", "notes"): plan.NoteRecord,
    ("other-fields.md", "community"): community.CommunityRecord,
    ("other-fields.md", "suspended"): community.SuspensionRecord,
    ("other-fields.md", "open-data"): open_data.OpenDataRecord,
    ("other-fields.md", "executor"): community.ExecutorRecord,
    ("other-fields.md", "shared"): community.ExecutorsRecord,
    ("other-fields.md", "parent"): community.Parent,
    ("other-fields.md", "contacts"): community.Contacts,
    ("other-fields.md", "progress"): progress.ProgressRecord,
    ("other-fields.md", "entry"): progress.ProgressEntryRecord,
    ("other-fields.md", "text"): text.TextRecord,
    ("other-fields.md", "topics"): topics.TopicsRecord,
    ("other-fields.md", "audience"): topics.AudienceRecord,
    ("other-fields.md", "service"): topics.ServiceRecord,
    ("other-fields.md", "glossary"): glossary.GlossaryRecord,
    ("other-fields.md", "glossary-entry"): glossary.GlossaryEntryRecord,
    ("addresses.md", "redirects"): redirects.RedirectsRecord,
    ("addresses.md", "redirect"): redirects.RedirectRecord,
    ("addresses.md", "withdrawn"): redirects.WithdrawnRecord,
}
NOT_IN_YAML = {"TopicRecord", "Record", "ShortForm"}
FIELD = re.compile(r"^- `([a-z_]+)` – (обов’язкове\. )?", re.MULTILINE)


def section(name: str, anchor: str) -> str:
    return next(heading.body for heading in page(name).headings if heading.id == anchor)


def values(annotation: object) -> set[str]:
    return {str(value) for value in get_args(annotation)}


@pytest.mark.parametrize(("where", "record"), RECORDS.items(), ids=lambda value: getattr(value, "__name__", str(value)))
def test_section_names_every_field_and_which_are_required(where: tuple[str, str], record: type[Record]) -> None:
    written = {name: bool(required) for name, required in FIELD.findall(section(*where))}
    assert written == {name: field.is_required() for name, field in record.model_fields.items()}


def test_every_record_has_a_section() -> None:
    modules = (
        *(act, community, formats, glossary, goal, indicator, measure, money),
        *(period, plan, progress, redirects, removal, table, text, topics),
    )
    known = {
        name
        for module in modules
        for name, thing in vars(module).items()
        if isinstance(thing, type)
        and hasattr(thing, "model_fields")
        and thing.__module__.startswith("generator.model.records")
    }
    assert known - NOT_IN_YAML == {record.__name__ for record in RECORDS.values()}


def test_closed_lists_are_complete() -> None:
    assert set(re.findall(r"`([a-z]+)` – ", section("plan-fields.md", "notes"))) >= {kind.value for kind in NoteKind}
    assert all(f"`{part.value}`" in section("other-fields.md", "text") for part in TextPart)
    assert all(f"`{status.value}`" in section("other-fields.md", "entry") for status in Status)
    kinds = values(get_args(measure.TermRecord.model_fields["kind"].annotation)[0])
    assert kinds
    assert all(f"`{kind}`" in section("plan-fields.md", "term") for kind in kinds)
    assert all(f"`{kind}`" in section("other-fields.md", "glossary-entry") for kind in values(glossary.GlossaryKind))


def test_statuses_and_states_stand_with_their_words() -> None:
    statuses = dict(re.findall(r"^- `([a-z-]+)` – «([^»]+)»", section("reports.md", "statuses"), re.MULTILINE))
    assert statuses == {status.value: status.words for status in Status}
    times = set(re.findall(r"«([^»]+)»", section("reports.md", "time").split("\n\n**")[0]))
    assert times == {state.words for state in TimeState}


def test_every_field_in_backticks_is_a_field_somewhere() -> None:
    """A name in backticks on the pages of fields is a field, a value, a file or an example of a value."""
    fields = {name for record in RECORDS.values() for name in record.model_fields}
    for name in ("import.md", "terms.md", "yaml.md", "topics.md", "texts.md", "reports.md"):
        bare = {code for code in page(name).code if re.fullmatch(r"[a-z]+_[a-z_]+", code)}
        assert bare <= fields | {"one_way", "stop_words"}, name
