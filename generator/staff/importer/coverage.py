"""The last check: no word of the document may be missing from the draft."""

import re
from collections.abc import Iterator

from generator.staff.importer.document import Block, Cell, Document, Paragraph, collapse
from generator.staff.importer.records import Draft, Note
from generator.staff.importer.to_json import as_data

_WORD = re.compile(r"[^\W_]+")


def lost_words(document: Document, draft: Draft) -> Iterator[Note]:
    """Return a note with the whole text for every paragraph that has a word the draft has nowhere."""
    kept = set(_WORD.findall(" ".join(_strings(as_data(draft)))))
    seen: set[int] = set()
    labels = dict.fromkeys(goal.label for goal in draft.goals if not kept.issuperset(_WORD.findall(goal.label)))
    if labels:
        text = " ".join(labels)
        kept.update(_WORD.findall(text))
        yield Note("label", draft.source, text, "Так слова й номери перед назвами цілей надруковано в документі.")
    for paragraph in _paragraphs(document.blocks, seen):
        words = set(_WORD.findall(collapse(paragraph.text)))
        if not words <= kept:
            kept |= words
            yield Note("unplaced", paragraph.place, paragraph.flat, "Не всі слова звідси потрапили до чернетки.")


def _paragraphs(blocks: tuple[Block, ...], seen: set[int]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            continue
        for row in block.rows:
            for cell in row:
                yield from _of_cell(cell, seen)


def _of_cell(cell: Cell, seen: set[int]) -> Iterator[Paragraph]:
    if id(cell) not in seen:
        seen.add(id(cell))
        yield from _paragraphs(cell.content, seen)


def _strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield str(key)
            yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)
