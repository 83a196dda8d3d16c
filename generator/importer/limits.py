"""How much a document may hold; a plan of three hundred pages is far below."""

from dataclasses import dataclass

from generator.importer.package import TOO_BIG
from generator.importer.problem import ImportProblem

MOST_CHARACTERS = 5_000_000
MOST_CELLS = 150_000


@dataclass(slots=True)
class Budget:
    """What is left of the limits while a document is read."""

    characters: int = MOST_CHARACTERS
    cells: int = MOST_CELLS

    def spend(self, characters: int) -> None:
        """Count characters; raise ImportProblem over the limit."""
        self.characters -= characters
        if self.characters < 0:
            raise ImportProblem(TOO_BIG)

    def spend_cell(self, cells: int = 1) -> None:
        """Count cells; raise ImportProblem over the limit."""
        self.cells -= cells
        if self.cells < 0:
            raise ImportProblem(TOO_BIG)
