"""Tables without a file format: a list of rows of spots, which word.py, opendocument.py and excel.py write down."""

from dataclasses import dataclass, field


@dataclass
class Spot:
    """A cell: its paragraphs; `numbering` is (list, level) for an automatic number in front of the first one."""

    paragraphs: list[str] = field(default_factory=list)
    colspan: int = 1
    rowspan: int = 1
    numbering: tuple[int, int] | None = None
    raw: str = ""
    """XML put in as it is, for what only one format knows."""

    @property
    def text(self):
        return "\n".join(self.paragraphs)


def spot(text="", colspan=1, rowspan=1, numbering=None, raw=""):
    return Spot([part for part in text.split("\n") if part] if text else [], colspan, rowspan, numbering, raw)


def row(*texts):
    return [text if isinstance(text, Spot) else spot(text) for text in texts]


def shuffled(rows, order):
    """Put the columns of a grid without column spans into another order; full-width rows stay."""
    return [[cells[index] for index in order] if len(cells) == len(order) else cells for cells in rows]


def laid_out(rows):
    """Yield each row as (column, spot, first) with `first` false where a spot is only merged from above."""
    above = {}
    for cells in rows:
        column, queue, out = 0, list(cells), []
        while queue or any(start >= column and left for start, (_, left) in above.items()):
            if column in above and above[column][1]:
                covering, left = above[column]
                out.append((column, covering, False))
                above[column] = (covering, left - 1)
                column += covering.colspan
            elif queue:
                cell = queue.pop(0)
                out.append((column, cell, True))
                above[column] = (cell, cell.rowspan - 1)
                column += cell.colspan
            else:
                break
        yield out
