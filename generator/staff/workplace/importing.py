"""From a Word or Excel file to a plan: the draft beside the document’s own table, and what a person is to see to."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.model.executor import Executor
from generator.model.records.record import SLUG
from generator.model.reserved_names import IN_COMMUNITY, IN_WINDOWS
from generator.reading.layout import COMMUNITY, PLAN
from generator.source.problem import maybe, shown
from generator.source.yaml_scalars import comment
from generator.source.yaml_source import KeyPath, read_source
from generator.staff.importer import (
    ColumnMapError,
    Draft,
    ImportProblem,
    draft,
    read_column_map,
    read_document,
    to_yaml,
)
from generator.staff.importer.document import Block, Cell, Document, Table
from generator.staff.importer.records import Note
from generator.staff.importer.yaml_measures import told
from generator.staff.scaffold.bodies import entries, unknown_executors, with_entries
from generator.staff.scaffold.filling import filled, is_empty_skeleton
from generator.staff.workplace.addresses import own_id
from generator.staff.workplace.paper import Paper
from generator.staff.workplace.refusal import Refusal
from generator.staff.workplace.session import ROOT, Desk

_SCHEMA = re.compile(r"\$schema=(?:\.\./)+(?P<folder>.*)/[a-z]+\.schema\.json")


def import_plan(desk: Desk, file: Path, community: str, plan: str | None, columns: str | None) -> dict[str, Any]:
    """Draft a plan from a file and choose it; Refusal, in the importer's words, where that can't be done."""
    home = f"{ROOT}{community}/{COMMUNITY}"
    if home not in desk.papers:
        there = [path.split("/")[1] for path in desk.papers if path.endswith(f"/{COMMUNITY}")]
        raise Refusal(f"Громади «{shown(community)}» тут немає{maybe(community, there)}. Створіть її: «Нова громада».")
    everyone = desk.checker.known(desk.papers, f"{community}/x").executors
    names = [name for one in everyone for name in _names(one)]
    try:
        by_hand = read_column_map(columns) if columns else None
        document = read_document(file)
        drafted = draft(document, names, by_hand)
    except (ImportProblem, ColumnMapError) as problem:
        raise Refusal(str(problem)) from problem
    if not drafted.measures:
        raise Refusal("Таблиці із заходами у файлі не знайдено. Назвіть самі, що в котрому стовпці: «Стовпці».")
    _take(desk, drafted, community, plan, {one.id for one in everyone}, names)
    source = desk.source(desk.path)
    at = dict(_by_id(source.data, ()))
    return {
        "plan": desk.plan,
        "document": [_block(block) for block in document.blocks],
        "rows": _rows(drafted, at),
        "tasks": [_task(note, drafted, at) for note in drafted.notes],
        "lost": _asides(document),
    }


def _take(
    desk: Desk, drafted: Draft, community: str, plan: str | None, taken: Collection[str], names: list[str]
) -> None:
    """Put the draft and its new bodies on the desk, as one change."""
    text = to_yaml(drafted, drafted.executor_names)
    slug = plan or _slug(desk, community, text)
    if not re.fullmatch(SLUG, slug) or slug in IN_COMMUNITY | IN_WINDOWS:
        raise Refusal(f"«{shown(slug)}» не може бути текою плану: потрібні малі латинські літери, цифри й дефіси.")
    path, home = f"{ROOT}{community}/{slug}/{PLAN}", f"{ROOT}{community}/{COMMUNITY}"
    stands = desk.papers.get(path)
    if stands and not is_empty_skeleton(stands.text):
        raise Refusal(f"План «{community}/{slug}» уже є і не порожній; його не змінено. Дайте новому іншу теку.")
    text = filled(stands.text, text) if stands else f"{schema_line(desk)}\n{text}"
    changed = {path: stands.with_text(text) if stands else Paper(text)}
    new = unknown_executors(drafted.executor_names, names)
    with_new = with_entries(desk.papers[home].text, entries(new, taken)) if new else None
    if with_new:
        changed[home] = desk.papers[home].with_text(with_new)
    desk.change(f"Перенесено план із файлу «{drafted.source}»", changed)
    desk.choose(f"{community}/{slug}")


def schema_line(desk: Desk, name: str = "plan", up: str = "../../../") -> str:
    """Write the first line of a file, by which editors find its schema, as the files that are open have it."""
    found = next((match for one in desk.papers.values() if (match := _SCHEMA.search(one.text[:200]))), None)
    return f"# yaml-language-server: $schema={up}{found['folder'] if found else 'schemas'}/{name}.schema.json"


def _slug(desk: Desk, community: str, text: str) -> str:
    """Name the folder of a plan after its years; a skeleton that waits for its table is filled."""
    own = [path for path in desk.papers if path.startswith(f"{ROOT}{community}/") and path.endswith(f"/{PLAN}")]
    empty = [path.split("/")[2] for path in own if is_empty_skeleton(desk.papers[path].text)]
    if len(empty) == 1:
        return empty[0]
    data = read_source("", text.encode())[0].data
    period = data.get("period") if isinstance(data, Mapping) else None
    years = dict.fromkeys(str(period[key].year) for key in ("start", "end")) if period else []
    wanted = "-".join(["plan", *years])
    if f"{ROOT}{community}/{wanted}/{PLAN}" in own:
        raise Refusal(f"План «{community}/{wanted}» уже є. Дайте новому свою теку, як-от «{wanted}-2».")
    return wanted


def _names(one: Executor) -> Iterator[str]:
    yield from filter(None, (one.record.name, one.record.short_name, *one.record.spellings))


def _by_id(data: Any, at: KeyPath) -> Iterator[tuple[tuple[str, str], KeyPath]]:
    """Yield kind and id of every goal and measure of a plan's file, with its place."""
    for name in ("goals", "measures", "steps"):
        items = data.get(name) if isinstance(data, Mapping) else None
        for index, item in enumerate(items or []):
            yield ("goal" if name == "goals" else "measure", own_id(item)), (*at, name, index)
            yield from _by_id(item, (*at, name, index))


def _rows(drafted: Draft, at: Mapping[tuple[str, str], KeyPath]) -> list[dict[str, Any]]:
    """Say which row of the document became which row of the plan."""
    places = [("goal", goal.id, goal.place) for goal in drafted.goals]
    places += [("measure", measure.id, measure.place) for measure in drafted.measures]
    return [
        {"place": row_place(place), "at": list(at[kind, own])}
        for kind, own, place in places
        if place and (kind, own) in at
    ]


def _task(note: Note, drafted: Draft, at: Mapping[tuple[str, str], KeyPath]) -> dict[str, Any]:
    """Return a remark as a task: its cell and row in the document, its place in the plan, its line in the file."""
    row = row_place(note.place)
    ids = [("measure", note.record), ("goal", note.record)] if note.record else []
    ids += [("measure", one.id) for one in drafted.measures if row_place(one.place) == row]
    ids += [("goal", one.id) for one in drafted.goals if row_place(one.place) == row]
    found = next((at[one] for one in ids if one in at), ())
    return {
        "kind": note.kind,
        "place": note.place,
        "row": row,
        "text": note.text,
        "said": note.remark,
        "at": list(found),
        "remark": comment(told(note)),
    }


def row_place(place: str) -> str:
    """Return the place of the row of a cell: «таблиця 1, рядок 5»."""
    return place.split(", стовпець", 1)[0]


def _asides(document: Document) -> list[dict[str, str]]:
    return [{"kind": one.kind, "place": one.place, "text": one.text} for one in document.asides]


def _block(block: Block) -> dict[str, Any]:
    if not isinstance(block, Table):
        return {"kind": "paragraph", "place": block.place, "text": block.flat}
    edges = sorted({cell.left for row in block.rows for cell in row})
    rows = [
        {"place": block.row_place(index), "cells": [_cell(cell, edges) for cell in row if cell.row == index]}
        for index, row in enumerate(block.rows)
    ]
    return {"kind": "table", "place": block.place, "rows": rows}


def _cell(cell: Cell, edges: list[int]) -> dict[str, Any]:
    across = sum(1 for edge in edges if cell.left <= edge < cell.right)
    return {"place": cell.place, "lines": cell.texts, "rows": cell.rowspan, "columns": max(across, 1)}
