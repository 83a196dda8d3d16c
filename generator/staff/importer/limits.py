"""How much a document may hold; a plan of three hundred pages is below."""

from dataclasses import dataclass

from generator.staff.importer.package import TOO_BIG
from generator.staff.importer.problem import ImportProblem

MOST_CHARACTERS = 3_000_000
MOST_PARAGRAPHS = 60_000
MOST_CELLS = 40_000


@dataclass(slots=True)
class Budget:
    """What is left of the limits while a document is read."""

    characters: int = MOST_CHARACTERS
    paragraphs: int = MOST_PARAGRAPHS
    cells: int = MOST_CELLS

    def spend(self, characters: int) -> None:
        """Count a paragraph of so many characters; raise ImportProblem over the limit."""
        self.characters -= characters
        self.paragraphs -= 1
        if self.characters < 0 or self.paragraphs < 0:
            raise ImportProblem(TOO_BIG)

    def spend_cell(self, cells: int = 1) -> None:
        """Count cells; raise ImportProblem over the limit."""
        self.cells -= cells
        if self.cells < 0:
            raise ImportProblem(TOO_BIG)
