"""A measure of the draft as lines of plan.yml."""

import re
from collections.abc import Iterator, Sequence

from generator.staff.importer.records import Funding, Measure, Note
from generator.staff.importer.yaml_index import Index
from generator.staff.importer.yaml_scalars import block, comment, scalar

SUM = re.compile(r"[-–—]|~?\s?\d[\d\s\u00a0]*([.,]\d+)?")
"""What plan.yml takes for one sum (records.Sum)."""
_NO_TEXT = "ЗАПОВНІТЬ: тексту в документі немає"
_UNALIGNED = {"term": "terms", "executors": "executors", "indicators": "indicators", "sources": "sources"}


def measures_yaml(index: Index, measures: Sequence[Measure], key: str, depth: int) -> Iterator[str]:
    """Write measures as a list under `key`, indented by `depth` steps; nothing for none."""
    if measures:
        yield f"{'  ' * depth}{key}:"
    for measure in measures:
        yield from _measure(index, measure, depth + 1)


def _measure(index: Index, measure: Measure, depth: int) -> Iterator[str]:
    pad = "  " * depth
    yield from (f"{pad}{comment(told(note))}" for note in index.beside.get(measure.id, []))
    number = measure.number or measure.id
    yield f"{pad}- number: {scalar(number)}{'' if measure.number else '  # номер дали ми: у документі його немає'}"
    pad += "  "
    if measure.id != number.replace(".", "-"):
        yield f"{pad}id: {measure.id}"
    if measure.label and measure.label != f"{measure.number}.":
        yield f"{pad}label: {scalar(measure.label)}"
    yield from block(f"{pad}text: ", measure.text or _NO_TEXT)
    if measure.term:
        yield f"{pad}term: {scalar(measure.term)}"
    yield from _list("executors", [body.name for body in measure.executors], pad)
    yield from _list("indicators", [indicator.text for indicator in measure.indicators], pad)
    if measure.funding:
        yield from _funding(measure.funding, index.draft.money_unit, pad)
    if measure.steps_label:
        yield f"{pad}steps_label: {scalar(measure.steps_label)}"
    yield from _unaligned(measure, pad)
    yield from measures_yaml(index, index.steps[measure.id], "steps", depth + 1)


def _list(key: str, values: Sequence[str], pad: str) -> Iterator[str]:
    if values:
        yield f"{pad}{key}:"
        yield from (f"{pad}  - {scalar(value)}" for value in values)


def _funding(funding: Funding, unit: str | None, pad: str) -> Iterator[str]:
    body = list(_list("sources", funding.sources, f"{pad}  "))
    if funding.unit and funding.unit != unit:
        body.append(f"{pad}  unit: {scalar(funding.unit)}")
    if funding.total:
        body.append(f"{pad}  {_sum('total', funding.total)}")
    years = {year: printed for year, printed in funding.by_year.items() if SUM.fullmatch(printed)}
    if years:
        body.append(f"{pad}  by_year: {by_year_yaml(years)}")
    body += [f"{pad}  # {year}: {printed}" for year, printed in funding.by_year.items() if year not in years]
    if funding.text:
        body.append(f"{pad}  text: {scalar(funding.text)}")
    if any(not line.lstrip().startswith("#") for line in body):
        yield f"{pad}funding:"
    yield from body


def _sum(key: str, printed: str) -> str:
    written = f'{key}: "{printed}"' if SUM.fullmatch(printed) else f"{key}: {printed}"
    return written if SUM.fullmatch(printed) else comment(f"{written} — ПЕРЕВІРТЕ: тут не одна сума")


def by_year_yaml(years: dict[str, str]) -> str:
    """Write sums by year on one line."""
    return "{" + ", ".join(f'{year}: "{printed}"' for year, printed in years.items()) + "}"


def _unaligned(measure: Measure, pad: str) -> Iterator[str]:
    if not measure.unaligned:
        return
    body: list[str] = []
    years: list[str] = []
    for role, texts in measure.unaligned.items():
        name, _, year = role.partition(":")
        values = "[" + ", ".join(f'"{text}"' if SUM.fullmatch(text) else _quoted(text) for text in texts) + "]"
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


def _quoted(text: str) -> str:
    """Quote a value of a flow list, where commas and brackets have a meaning."""
    plain = scalar(text)
    return plain if plain.startswith('"') or not re.search(r"[,\[\]{}]", plain) else '"' + plain + '"'


def told(note: Note) -> str:
    """Write a note on one line: place, words of the document, what to do."""
    return ": ".join(part for part in (note.place, f"«{note.text}»" if note.text else "", note.remark) if part)
