"""The draft as a commented plan.yml, ready for a person to go through."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from generator.staff.importer.matching import fold
from generator.staff.importer.records import Draft, Goal, Total
from generator.staff.importer.yaml_index import Index, indexed
from generator.staff.importer.yaml_measures import SUM, by_year_yaml, measures_yaml, told
from generator.staff.importer.yaml_scalars import comment, scalar

_YEAR = re.compile(r"20\d\d")
_RECORDED = {"missing": "gap", "numbering": "numbering"}
_HEAD = (
    "# Чернетка плану, зроблена командою «plans import» з файлу «{source}».",
    "# Перевірте кожен рядок за документом. Рядки, що починаються з «#», на сайті не видно:",
    "# це підказки й усе, чого не вдалося розмістити. Коли перенесете потрібне, їх можна вилучити.",
)


def to_yaml(draft: Draft, known_executors: Sequence[str] = ()) -> str:
    """Write the draft as plan.yml; `known_executors` are names that registries already have.

    What the document doesn't say but the format needs is filled with a remark «ЗАПОВНІТЬ» beside it.
    """
    lines = [line.format(source=" ".join(draft.source.split())) for line in _HEAD]
    index = indexed(draft)
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


def _goals(index: Index) -> Iterator[str]:
    yield "goals:"
    for goal in index.goals[None]:
        yield from _goal(index, goal, 1)
    loose = index.measures[None]
    if loose or not index.draft.goals:
        yield "  # Цих заходів у документі не віднесено до жодної цілі; назву й номер цілі дайте самі."
        yield '  - number: "0"'
        yield "    kind: Розділ"
        yield '    title: "ЗАПОВНІТЬ: назва цілі або розділу"'
        yield from measures_yaml(index, loose, "measures", 2)


def _goal(index: Index, goal: Goal, depth: int) -> Iterator[str]:
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
    yield from measures_yaml(index, index.measures[goal.id], "measures", depth + 1)


def _totals(draft: Draft) -> Iterator[str]:
    sums = [total for total in draft.totals if total.total and SUM.fullmatch(total.total)]
    if sums:
        yield "totals:  # підсумки, надруковані в таблиці"
    for total in sums:
        yield f"  - label: {scalar(total.label)}"
        if total.goal:
            yield f"    goal: {scalar(total.goal) if not re.search('[a-z]', total.goal) else total.goal}"
        yield f'    total: "{total.total}"'
        years = {year: printed for year, printed in total.by_year.items() if SUM.fullmatch(printed)}
        if years:
            yield f"    by_year: {by_year_yaml(years)}"
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


def _leftovers(index: Index) -> Iterator[str]:
    if index.rest:
        yield "# Потребує вашої уваги: місце у файлі, текст, що з ним робити"
        yield from (comment(told(note)) for note in index.rest)


def _registry(draft: Draft, known: Sequence[str]) -> Iterator[str]:
    folded = {fold(name) for name in known}
    unknown = [name for name in draft.executor_names if fold(name) not in folded]
    if unknown:
        yield "#"
        yield "# Виконавці, яких немає в реєстрі; додайте їх до community.yml (id — латиницею):"
        yield "# executors:"
        yield from (comment(f"  - name: {scalar(name)}").replace("# -", "#   -") for name in unknown)
