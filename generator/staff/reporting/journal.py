"""progress.yml with new reports at its end; what stood in it stays byte for byte."""

from collections.abc import Iterable, Sequence

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.model.plan import Plan
from generator.model.promise import mark_of
from generator.reading.references import reference_to
from generator.staff.reporting.answer import Answer
from generator.staff.reporting.reading import NewReport

_ENTRIES = "entries"
_NO_FOLD = 1_000_000
_SCHEMA_MARK = "# yaml-language-server: $schema="
_SCHEMA = f"{_SCHEMA_MARK}../../../generator/schemas/progress.schema.json"


class JournalProblem(Exception):  # noqa: N818 - a problem of the file, as everywhere in this project
    """Nothing can be added to the file as it is; the message (Ukrainian) says why and what to do."""


def with_reports(existing: bytes | None, reports: Sequence[NewReport], plan: Plan, plan_file: bytes) -> bytes:
    """Add reports at the end of progress.yml, or begin the file with the schema comment that `plan_file` has."""
    if existing is None:
        text = f"{_schema_line(plan_file)}\n{_ENTRIES}:\n" + _entries(reports, plan, "  ")
        return text.encode()
    end_of_line = "\r\n" if b"\r\n" in existing else "\n"
    kept, indent = _open_end(existing)
    if kept and not kept.endswith(b"\n"):
        kept += end_of_line.encode()
    return kept + _entries(reports, plan, indent).replace("\n", end_of_line).encode()


def entry_text(report: NewReport, plan: Plan, indent: str = "  ") -> str:
    """Write one report as YAML; all text is in double quotes, so that nothing in it can be read as anything else."""
    answer = report.after
    lines = [
        f"measure: {quoted(reference_to(plan, report.measure))}",
        f"promise: {quoted(mark_of(report.measure.record.text))}",
        f"date: {report.reported.isoformat()}",
    ]
    if report.executor:
        lines.append(f"executor: {quoted(report.executor.label)}")
    lines += _lines(answer, plan)
    if report.source:
        lines.append(f"source: {quoted(report.source)}")
    return "".join(f"{indent}{'- ' if not index else '  '}{line}\n" for index, line in enumerate(lines))


def quoted(text: str) -> str:
    """Write a text as a YAML scalar in double quotes on one line."""
    return yaml.dump(text, Dumper=yaml.SafeDumper, default_style='"', allow_unicode=True, width=_NO_FOLD).rstrip("\n")


def _lines(answer: Answer, plan: Plan) -> Iterable[str]:
    if answer.status:
        yield f"status: {answer.status.value}"
    if answer.status_words:
        yield f"status_words: {quoted(answer.status_words)}"
    if answer.started:
        yield f"started: {answer.started.isoformat()}"
    if answer.completed:
        yield f"completed: {answer.completed.isoformat()}"
    if answer.into:
        target = plan.measure(answer.into)
        yield f"into: {quoted(reference_to(plan, target))}"
        yield f"into_promise: {quoted(mark_of(target.record.text))}"
    if answer.comment:
        yield f"comment: {quoted(answer.comment)}"
    if answer.evidence:
        yield "evidence:"
        yield from (f"  - {quoted(item)}" for item in answer.evidence)
    yield from _values(answer)
    if answer.spent:
        yield f"spent: {quoted(answer.spent)}"


def _values(answer: Answer) -> Iterable[str]:
    if answer.values:
        yield "values:"
    for value in answer.values:
        named = f"indicator: {quoted(value.indicator)}, " if value.indicator else ""
        yield f"  - {{{named}year: {value.year}, value: {quoted(value.value)}}}"


def _entries(reports: Iterable[NewReport], plan: Plan, indent: str) -> str:
    return "".join(entry_text(report, plan, indent) for report in reports)


def _schema_line(plan_file: bytes) -> str:
    first = plan_file.decode("utf-8-sig", "replace").partition("\n")[0].strip()
    named = first.startswith(_SCHEMA_MARK) and "plan.schema" in first
    return first.replace("plan.schema", "progress.schema") if named else _SCHEMA


def _open_end(existing: bytes) -> tuple[bytes, str]:
    """Return the file up to where reports are added and the indentation of its list.

    An empty list written as `[]` or `null` is cut out, the one thing that has to give way.
    """
    text = existing.decode("utf-8-sig")
    node = _entries_node(text)
    if isinstance(node, SequenceNode) and not node.flow_style:
        return existing, " " * node.start_mark.column
    empty = (isinstance(node, SequenceNode) and not node.value) or (
        isinstance(node, ScalarNode) and node.tag == "tag:yaml.org,2002:null"
    )
    if node is None or not empty:
        raise JournalProblem(
            "поле entries записано в дужках; запишіть кожен звіт з нового рядка після «- » і повторіть"
        )
    mark = existing[: len(existing) - len(text.encode())]
    before, after = text[: node.start_mark.index].rstrip(" "), text[node.end_mark.index :]
    return mark + (before + after).encode(), "  "


def _entries_node(text: str) -> Node | None:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, MappingNode):
        raise JournalProblem("у файлі немає поля entries; впишіть його або видаліть файл і повторіть")
    found = {key.value: value for key, value in root.value if isinstance(key, ScalarNode)}
    if list(found) != [_ENTRIES]:
        raise JournalProblem("у файлі має бути одне поле, entries; приберіть решту і повторіть")
    node = found[_ENTRIES]
    return node if isinstance(node, Node) else None
