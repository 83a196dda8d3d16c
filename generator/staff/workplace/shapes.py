"""The shapes of what the desk is asked and what it answers: the contract between the page and `desk.answer`.

A path into a file is a list of keys and indexes from the file's root: `["goals", 0, "measures", 2, "term"]`. Names of
files are relative to the repository: «plans/nizhyn/plan-2026/plan.yml». Every word in `label`, `help`, `said`,
`message`, `reading` is Ukrainian and ready to be shown as text; only `html` of a preview is HTML.
"""

from typing import Any, Literal, NotRequired, TypedDict

Path = list[str | int]

Input = Literal[
    "line",
    "lines",
    "day",
    "number",
    "sum",
    "choice",
    "yes-no",
    "term",
    "executor",
    "topics",
    "choices",
    "list",
    "record",
    "map",
]
"""How a field is typed: one line; several lines; РРРР-ММ-ДД; a whole number; a sum as printed; one of `choices` or
several; a term (a line that is read live); an executor (a line with `executors` to choose from); `list`, `record` and
`map` hold `fields`. A `map` has years or headings of columns for names."""


class Choice(TypedDict):
    """One value that a field may have, and the word a person chooses it by."""

    value: str
    label: str


class Said(TypedDict):
    """One problem as `plans check` tells it; `said` is the message alone, `whole` the line of the command."""

    path: str
    line: int
    column: int
    record: str
    severity: Literal["error", "warning"]
    said: str
    whole: str
    at: Path
    """The field or record it is about, in the file `path`; empty for the whole file."""
    task: bool
    """Something left to fill or to be checked; ticked off by «checked»."""


class Field(TypedDict):
    """One cell: a field of a record with what stands in it."""

    at: Path
    name: str
    """As the file calls it; of an item of a list or map its index or key."""
    label: str
    help: str
    whose: Literal["document", "ours", ""]
    input: Input
    value: Any
    """What stands in the file: a text, a number, true, null where nothing does; of `topics` and `choices` a list of
    values; null where `fields` hold it. A day is a text, РРРР-ММ-ДД."""
    is_set: bool
    required: bool
    main: bool
    """A column of the table; the rest of a record stands behind «Інші поля»."""
    choices: NotRequired[list[Choice]]
    fields: NotRequired[list["Field"]]
    adds: NotRequired[str]
    """Of a list or map: the words of the button that adds an item; «add» with `at` does it (a map needs `name`)."""
    reading: NotRequired[str]
    """Of a term: «Ми розуміємо так: …», or nothing where the words say it all."""


class Adding(TypedDict):
    """A list of goals, measures or steps that a row can get more of."""

    at: Path
    label: str


class Row(TypedDict):
    """A goal, measure or step, in the order of the document."""

    at: Path
    kind: Literal["goal", "measure", "step"]
    depth: int
    called: str
    """How people call it: «захід 1.1.2»."""
    title: str
    address: str
    """Its permanent address on the site; empty while it has none."""
    fields: list[Field]
    adds: list[Adding]
    removed: bool


class Table(TypedDict):
    """A plan as a table."""

    plan: str
    """«nizhyn/plan-2026»."""
    path: str
    title: str
    unreadable: bool
    """The file is no YAML: there is no table, only its `text`, which «write» replaces, and the problems."""
    text: NotRequired[str]
    about: list[Field]
    rows: list[Row]
    executors: list["Body"]
    topics: list[Choice]
    adds: list[Adding]


class Body(TypedDict):
    """An executor of the registry."""

    name: str
    label: str
    spellings: list[str]
    shared: bool


class PlanName(TypedDict):
    """A plan that may be chosen."""

    plan: str
    title: str
    community: str
    path: str
    draft: bool


class State(TypedDict):
    """Stands beside every answer."""

    plan: str
    can_undo: str
    """What «undo» would take back («Змінено строк заходу 1.2»); empty when there is nothing."""
    can_redo: str
    changed: list[str]
    """Files that differ from those opened."""


class Answer(TypedDict):
    """Every answer. `ok` is false when nothing was done; `message` says why and what to do."""

    ok: bool
    message: NotRequired[str]
    state: State


class Lost(TypedDict):
    """A consequence of a change, said before it is done (`"dry": true`) and after it."""

    said: str
    kind: Literal["address", "redirect", "report", "reference", "format"]
