"""The draft as a commented plan.yml, ready for a person to go through."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.importer.matching import fold
from generator.importer.records import Draft, Funding, Goal, Measure, Note, Total
from generator.importer.yaml_scalars import comment, scalar

_SUM = re.compile(r"[-–—]|~?\s?\d[\d\s\u00a0]*([.,]\d+)?")
_YEAR = re.compile(r"20\d\d")
_UNALIGNED = {"term": "terms", "executors": "executors", "indicators": "indicators", "sources": "sources"}
_RECORDED = {"missing": "gap", "numbering": "numbering"}
_HEAD = (
    "# Чернетка плану, зроблена командою «plans import» з файлу «{source}».",
    "# Перевірте кожен рядок за документом. Рядки, що починаються з «#», на сайті не видно:",
    "# це підказки й усе, чого не вдалося розмістити. Коли перенесете потрібне, їх можна вилучити.",
)


@dataclass(slots=True)
class _Index:
    """The draft's parts by what they stand under."""

    draft: Draft
    goals: dict[str | None, list[Goal]] = field(default_factory=lambda: defaultdict(list))
    """By parent."""
    measures: dict[str | None, list[Measure]] = field(default_factory=lambda: defaultdict(list))
    """Measures that are no steps, by goal."""
    steps: dict[str, list[Measure]] = field(default_factory=lambda: defaultdict(list))
    """By task."""
    beside: dict[str, list[Note]] = field(default_factory=dict)
    """Notes on the cells of a row with measures, by the id of the row's first measure."""
    rest: list[Note] = field(default_factory=list)
    """Notes that stand beside no measure."""


def _index(draft: Draft) -> _Index:
    index = _Index(draft)
    for goal in draft.goals:
        index.goals[goal.parent].append(goal)
    first: dict[str, str] = {}
    for measure in draft.measures:
        (index.steps[measure.parent] if measure.parent else index.measures[measure.goal]).append(measure)
        first.setdefault(_row(measure.place), measure.id)
    for note in draft.notes:
        if note.record:
            continue
        owner = first.get(note.place) or first.get(_row(note.place))
        (index.beside.setdefault(owner, []) if owner else index.rest).append(note)
    return index


def _row(place: str) -> str:
    """Give the place of the row of a cell."""
    return place.split(", стовпець", 1)[0]


def to_yaml(draft: Draft, known_executors: Sequence[str] = ()) -> str:
    """Write the draft as plan.yml; `known_executors` are names that registries already have.

    What the document doesn't say but the format needs is filled with a remark «ЗАПОВНІТЬ» beside it.
    """
    lines = [line.format(source=" ".join(draft.source.split())) for line in _HEAD]
    index = _index(draft)
    lines += ["", *_about(draft), "", *_goals(index), *_totals(draft), *_notes(draft)]
    lines += ["", *_leftovers(index), *_registry(draft, known_executors)]
    return "\n".join(lines).rstrip() + "\n"


def _about(draft: Draft) -> Iterator[str]:
    if draft.title:
        yield f"title: {scalar(draft.title)}"
    else:
        yield 'title: "ЗАПОВНІТЬ: повна назва, як у документі"'
    yield 'name: "ЗАПОВНІТЬ: коротка назва для меню"'
    yield "# summary: коротко про план простими реченнями, від вас"
    yield from _period(draft)
    yield from (
        "# act:  # акт, яким план затверджено; приберіть «#» і заповніть",
        "#   kind: Рішення міської ради",
        '#   number: "1"',
        "#   date: 2025-01-31",
        "#   title: Про затвердження …",
    )
    if draft.columns:
        yield "columns:  # заголовки таблиці, як надруковано"
        yield from (f"  {role}: {scalar(heading)}" for role, heading in draft.columns.items())
    if draft.money_unit:
        yield f"money_unit: {scalar(draft.money_unit)}"


def _period(draft: Draft) -> Iterator[str]:
    words = [draft.title, *(measure.term for measure in draft.measures)]
    years = [int(year) for text in words[:1] for year in _YEAR.findall(text)]
    years = years or [int(year) for text in words for year in _YEAR.findall(text)]
    if years:
        yield "period:  # ПЕРЕВІРТЕ: роки взято з назви плану або зі строків"
        yield f"  start: {date(min(years), 1, 1).isoformat()}"
        yield f"  end: {date(max(years), 12, 31).isoformat()}"
    else:
        yield "# period: ЗАПОВНІТЬ: {start: 2025-01-01, end: 2025-12-31}"


def _goals(index: _Index) -> Iterator[str]:
    yield "goals:"
    for goal in index.goals[None]:
        yield from _goal(index, goal, 1)
    loose = index.measures[None]
    if loose or not index.draft.goals:
        yield "  # Цих заходів у документі не віднесено до жодної цілі; назву й номер цілі дайте самі."
        yield '  - number: "0"'
        yield "    kind: Розділ"
        yield '    title: "ЗАПОВНІТЬ: назва цілі або розділу"'
        yield from _measures(index, loose, "measures", 2)


def _goal(index: _Index, goal: Goal, depth: int) -> Iterator[str]:
    pad = "  " * depth
    number = goal.number or goal.id
    yield f"{pad}- number: {scalar(number)}{'' if goal.number else '  # номер дали ми: у документі його немає'}"
    if goal.id != number.replace(".", "-"):
        yield f"{pad}  id: {goal.id}"
    yield f"{pad}  kind: {scalar(goal.level or 'Розділ')}{'' if goal.level else '  # ПЕРЕВІРТЕ: слово дали ми'}"
    if goal.label:
        yield f"{pad}  label: {scalar(goal.label)}"
    yield f"{pad}  title: {scalar(goal.title or 'ЗАПОВНІТЬ: назви в документі немає')}"
    if goal.motto:
        yield f"{pad}  motto: {scalar(goal.motto)}"
    inner = index.goals[goal.id]
    if inner:
        yield f"{pad}  goals:"
        for other in inner:
            yield from _goal(index, other, depth + 2)
    yield from _measures(index, index.measures[goal.id], "measures", depth + 1)


def _measures(index: _Index, measures: Sequence[Measure], key: str, depth: int) -> Iterator[str]:
    if measures:
        yield f"{'  ' * depth}{key}:"
    for measure in measures:
        yield from _measure(index, measure, depth + 1)


def _measure(index: _Index, measure: Measure, depth: int) -> Iterator[str]:
    pad = "  " * depth
    yield from (f"{pad}{comment(_told(note))}" for note in index.beside.get(measure.id, []))
    number = measure.number or measure.id
    yield f"{pad}- number: {scalar(number)}{'' if measure.number else '  # номер дали ми: у документі його немає'}"
    pad += "  "
    if measure.id != number.replace(".", "-"):
        yield f"{pad}id: {measure.id}"
    if measure.label and measure.label != f"{measure.number}.":
        yield f"{pad}label: {scalar(measure.label)}"
    yield f"{pad}text: {scalar(measure.text or 'ЗАПОВНІТЬ: тексту в документі немає')}"
    if measure.term:
        yield f"{pad}term: {scalar(measure.term)}"
    yield from _list("executors", measure.executors, pad)
    yield from _list("indicators", measure.indicators, pad)
    if measure.funding:
        yield from _funding(measure.funding, index.draft.money_unit, pad)
    if measure.steps_label:
        yield f"{pad}steps_label: {scalar(measure.steps_label)}"
    yield from _unaligned(measure, pad)
    yield from _measures(index, index.steps[measure.id], "steps", depth + 1)


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
    years = {year: printed for year, printed in funding.by_year.items() if _SUM.fullmatch(printed)}
    if years:
        body.append(f"{pad}  by_year: {_by_year(years)}")
    body += [f"{pad}  # {year}: {printed}" for year, printed in funding.by_year.items() if year not in years]
    if funding.text:
        body.append(f"{pad}  text: {scalar(funding.text)}")
    if any(not line.lstrip().startswith("#") for line in body):
        yield f"{pad}funding:"
    yield from body


def _sum(key: str, printed: str) -> str:
    written = f'{key}: "{printed}"' if _SUM.fullmatch(printed) else f"{key}: {printed}"
    return written if _SUM.fullmatch(printed) else comment(f"{written} — ПЕРЕВІРТЕ: тут не одна сума")


def _by_year(years: dict[str, str]) -> str:
    return "{" + ", ".join(f'{year}: "{printed}"' for year, printed in years.items()) + "}"


def _unaligned(measure: Measure, pad: str) -> Iterator[str]:
    if not measure.unaligned:
        return
    body: list[str] = []
    years: list[str] = []
    for role, texts in measure.unaligned.items():
        name, _, year = role.partition(":")
        values = "[" + ", ".join(f'"{text}"' if _SUM.fullmatch(text) else _quoted(text) for text in texts) + "]"
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


def _totals(draft: Draft) -> Iterator[str]:
    sums = [total for total in draft.totals if total.total and _SUM.fullmatch(total.total)]
    if sums:
        yield "totals:  # підсумки, надруковані в таблиці"
    for total in sums:
        yield f"  - label: {scalar(total.label)}"
        if total.goal:
            yield f"    goal: {scalar(total.goal) if not re.search('[a-z]', total.goal) else total.goal}"
        yield f'    total: "{total.total}"'
        years = {year: printed for year, printed in total.by_year.items() if _SUM.fullmatch(printed)}
        if years:
            yield f"    by_year: {_by_year(years)}"
    yield from (_other_total(total) for total in draft.totals if total not in sums)


def _other_total(total: Total) -> str:
    sums = "; ".join([total.total or "", *(f"{year}: {printed}" for year, printed in total.by_year.items())])
    return comment(f"Підсумок у таблиці: {total.label} {sums}")


def _notes(draft: Draft) -> Iterator[str]:
    recorded = [note for note in draft.notes if note.kind in _RECORDED and note.record]
    if recorded:
        yield "notes:  # особливості документа; ці записи буде видно на сайті"
    for note in recorded:
        yield f"  - place: {scalar(note.record)}"
        yield f"    kind: {_RECORDED[note.kind]}"
        yield f"    text: {scalar(note.remark)}"


def _leftovers(index: _Index) -> Iterator[str]:
    if index.rest:
        yield "# Потребує вашої уваги: місце у файлі, текст, що з ним робити"
        yield from (comment(_told(note)) for note in index.rest)


def _told(note: Note) -> str:
    return ": ".join(part for part in (note.place, f"«{note.text}»" if note.text else "", note.remark) if part)


def _registry(draft: Draft, known: Sequence[str]) -> Iterator[str]:
    folded = {fold(name) for name in known}
    unknown = [name for name in draft.executor_names if fold(name) not in folded]
    if unknown:
        yield "#"
        yield "# Виконавці, яких немає в реєстрі; додайте їх до community.yml (id — латиницею):"
        yield "# executors:"
        yield from (comment(f"  - name: {scalar(name)}").replace("# -", "#   -") for name in unknown)
