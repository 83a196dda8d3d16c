"""Cells of which all words are struck out or hidden: what stood there is told apart, and is not missing."""

from dataclasses import replace

from generator.staff.importer.document import Cell, Document, Table, Unread

_KINDS = frozenset({"struck", "hidden"})


def with_taken_out(document: Document) -> Document:
    """Mark the cells of a document that hold such words alone."""
    places = {aside.place for aside in document.asides if aside.kind in _KINDS}
    if not places:
        return document
    made: dict[int, Cell] = {}

    def marked(cell: Cell) -> Cell:
        if cell.text or cell.unread or cell.place not in places:
            return cell
        return made.setdefault(id(cell), replace(cell, unread=Unread.TAKEN_OUT))

    blocks = (
        replace(block, rows=tuple(tuple(map(marked, row)) for row in block.rows)) if isinstance(block, Table) else block
        for block in document.blocks
    )
    return replace(document, blocks=tuple(blocks))
