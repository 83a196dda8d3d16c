"""The draft as a commented plan.yml, ready for a person to go through."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.language.folding import fold_words
from generator.source.yaml_scalars import comment, scalar
from generator.staff.importer.records import Draft, Goal, Total
from generator.staff.importer.yaml_index import Index, indexed
from generator.staff.importer.yaml_measures import absent_yaml, id_yaml, measures_yaml, numbered_yaml, told
from generator.staff.importer.yaml_money import SUM, by_year_yaml

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
    lines += ["", *_about(index), "", *_goals(index), *_totals(index), *_notes(index)]
    lines += ["", *_leftovers(index), *_registry(draft, known_executors)]
    return "\n".join(lines).rstrip() + "\n"


def _about(index: Index) -> Iterator[str]:
    draft = index.draft
    if draft.title:
        yield "# ПЕРЕВІРТЕ назву: її взято з тексту над таблицею"
        yield f"title: {scalar(draft.title)}"
    else:
        yield 'title: "ЗАПОВНІТЬ: повна назва, як у документі"'
    yield 'name: "ЗАПОВНІТЬ: коротка назва для меню"'
    yield "# summary: коротко про план простими реченнями, від вас"
    yield from _period(draft)
    yield from _act(draft)
    unread = any("term" in measure.unread for measure in draft.measures)
    lacks = [*([] if draft.act else ["act"]), *index.absent.get("", ())]
    lacks += [] if draft.period or unread else ["period"]
    yield from absent_yaml(lacks, "")
    if draft.form:
        yield f"form: {draft.form}  # ПЕРЕВІРТЕ: так схоже за заголовками стовпців"
    if draft.columns or draft.roles:
        yield "columns:  # заголовки таблиці, як надруковано"
        yield from (f"  {role}: {scalar(heading)}" for role, heading in draft.columns.items())
    if draft.roles:
        yield "  roles:"
        yield from (f"    {role}: {scalar(heading)}" for role, heading in draft.roles.items())
    if draft.money_unit:
        yield f"money_unit: {scalar(draft.money_unit)}"


def _act(draft: Draft) -> Iterator[str]:
    if draft.act is None:
        yield from (
            "# act:  # акт, яким план затверджено; приберіть «#» і заповніть",
            "#   kind: Рішення міської ради",
            '#   number: "1"',
            "#   date: 2025-01-31",
            "#   title: Про затвердження …",
        )
        return
    yield f"act:  # ПЕРЕВІРТЕ: узято звідси: {draft.act.place}"
    yield f"  kind: {scalar(draft.act.kind)}"
    yield f"  number: {scalar(draft.act.number)}"
    yield f"  date: {draft.act.date}"
    yield '  title: "ЗАПОВНІТЬ: назва акта («Про затвердження …»)"'


def _period(draft: Draft) -> Iterator[str]:
    period = draft.period
    if period is None:
        yield "# period: ЗАПОВНІТЬ: {start: 2025-01-01, end: 2025-12-31}"
        return
    yield f"period:  # ПЕРЕВІРТЕ: {'роки взято з назви' if period.text else 'назва років не каже; їх узято зі строків'}"
    yield f"  start: {date(period.start, 1, 1).isoformat()}"
    yield f"  end: {date(period.end, 12, 31).isoformat()}"
    if period.text:
        yield f"  text: {scalar(period.text)}"


def _goals(index: Index) -> Iterator[str]:
    if index.draft.goals:
        yield "goals:"
    for goal in index.goals[None]:
        yield from _goal(index, goal, 1)
    yield from measures_yaml(index, index.measures[None], "measures", 0)


def _goal(index: Index, goal: Goal, depth: int) -> Iterator[str]:
    pad = "  " * depth
    yield from numbered_yaml(goal.number, goal.id, pad)
    if goal.level:
        yield f"{pad}  kind: {scalar(goal.level)}"
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


def _totals(index: Index) -> Iterator[str]:
    written = [total for total in index.draft.totals if _is_record(total)]
    if written:
        yield "totals:  # підсумки, надруковані в таблиці"
    for total in written:
        yield f"  - label: {scalar(total.label)}"
        if total.goal:
            yield f"    goal: {id_yaml(total.goal)}"
        if total.source:
            yield f"    source: {scalar(total.source)}"
        if total.total and SUM.fullmatch(total.total):
            yield f'    total: "{total.total}"'
        years = {year: printed for year, printed in total.by_year.items() if SUM.fullmatch(printed)}
        if years:
            yield f"    by_year: {by_year_yaml(years)}"
    yield from (_other_total(total) for total in index.draft.totals if total not in written)


def _is_record(total: Total) -> bool:
    """Return whether a total has a place in plan.yml: a sum, or only years."""
    has_total = bool(total.total and SUM.fullmatch(total.total))
    return has_total or any(map(SUM.fullmatch, total.by_year.values()))


def _other_total(total: Total) -> str:
    sums = "; ".join([total.total or "", *(f"{year}: {printed}" for year, printed in total.by_year.items())])
    return comment(f"Підсумок у таблиці: {total.label} {total.source} {sums}")


def _notes(index: Index) -> Iterator[str]:
    recorded = [note for note in index.draft.notes if note.kind == "numbering" and note.record]
    if recorded:
        yield "notes:  # особливості документа; ці записи буде видно на сайті"
    for note in recorded:
        yield f"  - place: {scalar(note.record)}"
        yield "    kind: numbering"
        yield f"    text: {scalar(note.remark)}"


def _leftovers(index: Index) -> Iterator[str]:
    if index.rest:
        yield "# Потребує вашої уваги: місце у файлі, текст, що з ним робити"
        yield from (comment(told(note)) for note in index.rest)


def _registry(draft: Draft, known: Sequence[str]) -> Iterator[str]:
    folded = {fold_words(name) for name in known}
    unknown = [name for name in draft.executor_names if fold_words(name) not in folded]
    if unknown:
        yield "#"
        yield "# Виконавці, яких немає в реєстрі; додайте їх до community.yml (id — латиницею):"
        yield "# executors:"
        yield from (comment(f"  - name: {scalar(name)}").replace("# -", "#   -") for name in unknown)
