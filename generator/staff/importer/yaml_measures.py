"""A measure of the draft as lines of plan.yml."""

from collections.abc import Iterator, Sequence

from generator.source.yaml_scalars import block, comment, quoted, scalar
from generator.staff.importer.records import Executor, Indicator, Measure, Note
from generator.staff.importer.yaml_index import Index
from generator.staff.importer.yaml_money import SUM, funding_yaml

_UNALIGNED = {"term": "terms", "executors": "executors", "indicators": "indicators", "sources": "sources"}
_NO_TEXT = "ЗАПОВНІТЬ: тексту в документі немає"
_NOT_FOUND = "  # ПЕРЕВІРТЕ: у файлі цього немає; якщо в документі є, впишіть, а звідси вилучіть"
_UNREAD = {"term": "строк", "executors": "виконавців", "measure": "текст", "indicators": "показник"}


def measures_yaml(index: Index, measures: Sequence[Measure], key: str, depth: int) -> Iterator[str]:
    """Write measures as a list under `key`, indented by `depth` steps; nothing for none."""
    if measures:
        yield f"{'  ' * depth}{key}:"
    for measure in measures:
        yield from _measure(index, measure, depth + 1)


def numbered_yaml(number: str, own_id: str, pad: str) -> Iterator[str]:
    """Write how a goal or measure is known: its number, an id where that is not the number with hyphens."""
    if number:
        yield f"{pad}- number: {scalar(number)}"
        if own_id != number.replace(".", "-"):
            yield f"{pad}  id: {id_yaml(own_id)}"
    else:
        yield f"{pad}- id: {id_yaml(own_id)}"


def id_yaml(own_id: str) -> str:
    """Write an id so that YAML takes it for words: `1` and `no` need quotes."""
    return scalar(own_id) if not own_id[:1].isalpha() or len(own_id) < 4 else own_id  # noqa: PLR2004 -- no, yes, on, off


def absent_yaml(fields: Sequence[str], pad: str) -> Iterator[str]:
    """Propose what the document seems to lack; a person confirms it."""
    if fields:
        yield f"{pad}absent: [{', '.join(fields)}]{_NOT_FOUND}"


def _measure(index: Index, measure: Measure, depth: int) -> Iterator[str]:
    pad = "  " * depth
    yield from (f"{pad}{comment(told(note))}" for note in index.beside.get(measure.id, []))
    yield from numbered_yaml(measure.number, measure.id, pad)
    pad += "  "
    if measure.label and measure.label != f"{measure.number}.":
        yield f"{pad}label: {scalar(measure.label)}"
    if measure.also_numbered:
        yield f"{pad}also_numbered: [{', '.join(map(quoted, measure.also_numbered))}]"
    yield from block(f"{pad}text: ", measure.text or _NO_TEXT)
    if measure.term:
        yield f"{pad}term: {scalar(measure.term)}"
    yield from _executors(measure.executors, pad)
    yield from _indicators(measure.indicators, pad)
    if measure.funding:
        yield from funding_yaml(measure.funding, index.draft.money_unit, pad)
    yield from _other(measure, pad)
    yield from absent_yaml(index.absent.get(measure.id, ()), pad)
    yield from (
        f"{pad}# ЗАПОВНІТЬ {_UNREAD[role]}: у файлі його не вдалося прочитати або закреслено чи приховано"
        for role in sorted(measure.unread & _UNREAD.keys())
    )
    if measure.steps_label:
        yield f"{pad}steps_label: {scalar(measure.steps_label)}"
    yield from _unaligned(measure, pad)
    yield from measures_yaml(index, index.steps[measure.id], "steps", depth + 1)


def _executors(executors: Sequence[Executor], pad: str) -> Iterator[str]:
    if executors:
        yield f"{pad}executors:"
    for body in executors:
        if body.is_plain:
            yield f"{pad}  - {scalar(body.name)}"
            continue
        yield f"{pad}  - name: {scalar(body.name)}"
        yield from [f"{pad}    as_written: {scalar(body.as_written)}"] if body.as_written != body.name else []
        yield from [f"{pad}    role: {body.role}"] if body.role else []
        yield from [f"{pad}    role_words: {scalar(body.role_words)}"] if body.role_words else []
        yield from [f"{pad}    by_consent: true"] if body.by_consent else []
        yield from [f"{pad}    does: {scalar(body.does)}"] if body.does else []


def _indicators(indicators: Sequence[Indicator], pad: str) -> Iterator[str]:
    if indicators:
        yield f"{pad}indicators:"
    for indicator in indicators:
        values = [("unit", indicator.unit), ("baseline", indicator.baseline)]
        said = [f"{key}: {quoted(value)}" for key, value in values if value]
        if indicator.targets:
            years = ", ".join(f"{year}: {quoted(value)}" for year, value in indicator.targets.items())
            said.append(f"targets: {{{years}}}")
        if not said:
            yield f"{pad}  - {scalar(indicator.text)}"
        else:
            yield f"{pad}  - text: {scalar(indicator.text)}"
            yield from (f"{pad}    {line}" for line in said)


def _other(measure: Measure, pad: str) -> Iterator[str]:
    if measure.other:
        yield f"{pad}other:"
    for heading, words in measure.other.items():
        yield f"{pad}  {quoted(heading)}: {scalar(words)}"


def _unaligned(measure: Measure, pad: str) -> Iterator[str]:
    if not measure.unaligned:
        return
    body: list[str] = []
    years: list[str] = []
    for role, texts in measure.unaligned.items():
        name, _, year = role.partition(":")
        values = "[" + ", ".join(f'"{text}"' if SUM.fullmatch(text) else quoted(text) for text in texts) + "]"
        if year and name == "year":
            years.append(f"{pad}    {year}: {values}")
        elif name in _UNALIGNED or name == "total":
            body.append(f"{pad}  {_UNALIGNED.get(name, name)}: {values}")
        else:
            body += [f"{pad}  {comment(text)}" for text in texts]
    if years:
        body += [f"{pad}  by_year:", *years]
    if any(not line.lstrip().startswith("#") for line in body):
        yield f"{pad}unaligned:  # ПЕРЕВІРТЕ: розподіліть між заходами, якщо з документа видно як"
    yield from body


def told(note: Note) -> str:
    """Write a note on one line: place, words of the document, what to do."""
    return ": ".join(part for part in (note.place, f"«{note.text}»" if note.text else "", note.remark) if part)
