"""Measures and totals while a table is being read; frozen records are made of them at the end."""

from dataclasses import dataclass, field

from generator.staff.importer.goal_tree import GoalTree, OpenGoal
from generator.staff.importer.money import Money
from generator.staff.importer.records import Note


@dataclass(frozen=True, slots=True)
class ExecutorCell:
    """The lines of a cell that names executors."""

    lines: tuple[str, ...]
    role: str
    """The role of its column."""
    place: str
    heading: str = ""
    """That of its column, where it gives a role."""


@dataclass(slots=True, eq=False)
class OpenMeasure:
    """A measure that has been met."""

    number: str
    text: str
    goal: OpenGoal | None
    parent: "OpenMeasure | None"
    label: str
    place: str
    also_numbered: tuple[str, ...] = ()
    terms: list[str] = field(default_factory=list)
    executor_cells: list[ExecutorCell] = field(default_factory=list)
    indicators: list[str] = field(default_factory=list)
    values: dict[str, list[str]] = field(default_factory=dict)
    """Values of the indicators: `unit`, `baseline` or a year, each with the lines of its cell."""
    other: dict[str, list[str]] = field(default_factory=dict)
    """Lines of columns that no field holds, by their headings."""
    money: list[Money] = field(default_factory=list)
    unit: str | None = None
    steps_label: str = ""
    unaligned: dict[str, list[str]] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    """Roles of cells that hold something, but nothing that could be read."""


@dataclass(slots=True, eq=False)
class OpenTotal:
    """A row of totals that has been met."""

    label: str
    money: Money
    unit: str | None
    path: list[OpenGoal]
    """Goals that were open, the outermost first."""
    goals_before: int
    """How many goals had been met."""
    measures_before: int


@dataclass(slots=True)
class Builder:
    """All that an import has gathered so far."""

    tree: GoalTree = field(default_factory=GoalTree)
    measures: list[OpenMeasure] = field(default_factory=list)
    totals: list[OpenTotal] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    """Headings of columns of executors that have a role."""
    unit: str | None = None
    form: str = ""
    """Id of the known form whose headings the first table has."""
    taken: set[str] = field(default_factory=set)
    """Places of lines that became the title or the act."""

    def note(self, kind: str, place: str, text: str, remark: str, record: str = "") -> None:
        """Add what needs a person's eye; `record` is the id of the measure it is about."""
        self.notes.append(Note(kind, place, text, remark, record))
