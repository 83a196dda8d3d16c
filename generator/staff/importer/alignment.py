"""Matching the paragraphs of a cell with the several measures of another cell of the row."""

from collections.abc import Sequence

from generator.staff.importer.document import Cell

Groups = list[list[str]]
"""For each measure, its lines."""


def lines_of(cell: Cell) -> list[str]:
    """Return every non-empty line of the cell."""
    return [line for paragraph in cell.paragraphs for line in paragraph.lines]


def bullets_of(cell: Cell) -> list[bool]:
    """Say of every line of lines_of() whether it is an item of a list without numbers."""
    return [paragraph.bullet and index == 0 for paragraph in cell.paragraphs for index, _ in enumerate(paragraph.lines)]


def groupings(cell: Cell, *, sentences: bool = False) -> list[Groups]:
    """Return the ways the cell's paragraphs may be meant to go together, the likeliest first.

    `sentences` says that the cell holds running text, where a small letter goes on with a sentence.
    """
    paragraphs = [paragraph.lines for paragraph in cell.paragraphs if paragraph.lines]
    by_blank: Groups = [[]]
    for paragraph in cell.paragraphs:
        if paragraph.lines:
            by_blank[-1] += paragraph.lines
        elif by_blank[-1]:
            by_blank.append([])
    lines = [[line] for group in paragraphs for line in group]
    blank = [group for group in by_blank if group]
    ways = [_with_continuations(paragraphs), paragraphs, *([blank] if len(blank) > 1 else []), lines]
    return [*ways[:2], _with_sentences(paragraphs), *ways[2:]] if sentences else ways


def _with_continuations(paragraphs: Groups) -> Groups:
    """Put a paragraph that follows a comma or semicolon with the one before it."""
    groups: Groups = []
    for paragraph in paragraphs:
        if groups and groups[-1][-1].endswith(","):
            groups[-1] = [*groups[-1][:-1], f"{groups[-1][-1]} {paragraph[0]}", *paragraph[1:]]
        elif groups and groups[-1][-1].endswith(";"):
            groups[-1] = [*groups[-1], *paragraph]
        else:
            groups.append(list(paragraph))
    return groups


def _with_sentences(paragraphs: Groups) -> Groups:
    """Put a paragraph that begins with a small letter with an unfinished one before it."""
    groups: Groups = []
    for paragraph in paragraphs:
        if groups and paragraph[0][0].islower() and groups[-1][-1][-1].isalnum():
            groups[-1] = [*groups[-1][:-1], f"{groups[-1][-1]} {paragraph[0]}", *paragraph[1:]]
        else:
            groups.append(list(paragraph))
    return groups


def first_and_rest(cell: Cell) -> tuple[list[str], list[str]]:
    """Return the lines of the first paragraph, continuations included, and each of the further paragraphs."""
    first, *rest = _with_continuations([paragraph.lines for paragraph in cell.paragraphs if paragraph.lines])
    return first, [" ".join(lines) for lines in rest]


def counts(cell: Cell) -> set[int]:
    """Return the numbers of measures the cell's paragraphs could be for."""
    return {len(groups) for groups in groupings(cell)}


def grouped(cell: Cell, size: int, *, sentences: bool = False) -> Groups | None:
    """Return the paragraphs in `size` groups, or None when no grouping has that many."""
    return next((groups for groups in groupings(cell, sentences=sentences) if len(groups) == size), None)


def aligned(cell: Cell, size: int, *, task: bool, steps_only: bool, role: str) -> Groups | None:
    """Return the lines for each of `size` measures, or None when they can't be matched.

    With `task` the first measure is a task and a single paragraph is its own; `steps_only` says that the columns of
    this row speak of the steps and not of the task. Without `task` a single paragraph holds for all.
    """
    if size == 1:
        return [lines_of(cell)]
    sentences = role == "indicators"
    if task and steps_only and (groups := grouped(cell, size - 1, sentences=sentences)) is not None:
        return [[], *groups]
    groups = grouped(cell, size, sentences=sentences)
    if groups is not None:
        return groups
    single = grouped(cell, 1, sentences=sentences)
    if single is not None:
        return [single[0], *([[]] * (size - 1) if task else [single[0]] * (size - 1))]
    alike = _all_alike(cell) if role in {"term", "executors"} else []
    return [alike] * size if alike else None


def _all_alike(cell: Cell) -> list[str]:
    """Return the paragraph when all paragraphs of the cell say the same."""
    different = {tuple(paragraph.lines) for paragraph in cell.paragraphs if paragraph.lines}
    return list(next(iter(different))) if len(different) == 1 else []


def speaks_of_steps(cells: Sequence[Cell], size: int) -> bool:
    """Return whether the cells have one paragraph for each step and none for the task."""
    possible = [counts(cell) for cell in cells if lines_of(cell)]
    exact = [sizes for sizes in possible if size in sizes]
    return size > 2 and bool(possible) and not exact and any(size - 1 in sizes for sizes in possible)  # noqa: PLR2004
