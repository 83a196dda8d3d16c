"""What an import gives: a draft of a plan, with everything that could not be placed."""

from dataclasses import dataclass, field

from generator.language.persons import is_person


@dataclass(frozen=True, slots=True)
class Note:
    """What needs a person's eye."""

    kind: str
    """A word for programs: `columns`, `outside`, `table`, `footnote`, `unaligned`, `check` …"""
    place: str
    """Place in the file, in Ukrainian: «таблиця 1, рядок 5, стовпець 2»."""
    text: str
    """The document's own words; empty when the note is only a remark."""
    remark: str
    """What to do about it, in Ukrainian; ours."""
    record: str = ""
    """Id of the measure or goal it is about, for notes that go into the plan itself."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A level above measures; `title` is empty when the document gives only a label."""

    id: str
    number: str
    title: str
    level: str
    """The document's own word in sentence case: «Стратегічна ціль»; empty if it has none."""
    parent: str | None
    label: str = ""
    """As printed before the title: «СТРАТЕГІЧНА ЦІЛЬ 1.»."""
    motto: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Executor:
    """Who carries a measure out, and what the document says of its part."""

    name: str
    as_written: str
    role: str = ""
    """`lead`, `with`, `customer` or `partner`; empty where the document makes no difference."""
    by_consent: bool = False
    does: str = ""
    """What exactly it does: «в частині обліку»."""
    role_words: str = ""
    """The document's word for the role, where that is not the heading of its column."""

    @property
    def is_plain(self) -> bool:
        """Return whether there is nothing but the name."""
        return not (self.role or self.by_consent or self.does or self.as_written != self.name)


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """One sum, or words in its place; what a line doesn't name it is the whole over: no year, all years."""

    source: str = ""
    kind: str = ""
    """What it is for: «капітальні вкладення»."""
    year: str = ""
    sum: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Funding:
    """Money as printed."""

    sources: tuple[str, ...] = ()
    unit: str | None = None
    total: str | None = None
    by_year: dict[str, str] = field(default_factory=dict)
    text: str | None = None
    """Words in place of sums."""
    lines: tuple[MoneyLine, ...] = ()
    """All that is said of money, where the fields above cannot tell it apart: several sources by year, purposes."""
    estimate: str | None = None
    """The whole cost of the works, of which only a part is to be spent by this plan."""
    remainder: str | None = None
    """What was left of the estimate when the plan was made."""

    def __bool__(self) -> bool:
        return bool(
            self.sources or self.total or self.by_year or self.text or self.lines or self.estimate or self.remainder
        )


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator and the values the document gives it."""

    text: str
    unit: str = ""
    baseline: str = ""
    targets: dict[str, str] = field(default_factory=dict)
    """Value by year."""


@dataclass(frozen=True, slots=True)
class Act:
    """The act that approved the plan, as its title page names it; empty strings where the page leaves a blank."""

    kind: str
    number: str
    date: str
    """ISO."""
    printed: str
    """The words it was taken from."""
    place: str


@dataclass(frozen=True, slots=True)
class Period:
    """Years a plan is for, and the words they were taken from."""

    start: int
    end: int
    text: str
    """«на 2026–2027 роки»; empty when the years are only those of the terms."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A task, a measure or a step of one; empty strings where the document says nothing."""

    id: str
    number: str
    text: str
    goal: str | None
    parent: str | None
    term: str = ""
    executors: tuple[Executor, ...] = ()
    indicators: tuple["Indicator", ...] = ()
    funding: Funding | None = None
    label: str = ""
    also_numbered: tuple[str, ...] = ()
    """The number of its row, where its text begins with another."""
    steps_label: str = ""
    place: str = ""
    unaligned: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Column role to the paragraphs that could not be matched with steps."""
    other: dict[str, str] = field(default_factory=dict)
    """Words of columns that a plan has no field for, by their headings."""
    unread: frozenset[str] = frozenset()
    """Roles of cells that hold something, but nothing that could be read: no gap of the document."""


@dataclass(frozen=True, slots=True)
class Total:
    """A printed row of totals; `goal` is None for the whole plan."""

    label: str
    goal: str | None
    total: str | None
    by_year: dict[str, str]
    unit: str | None = None
    source: str = ""
    """Whose money it is the total of; empty for all of it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft plan, in document order."""

    source: str
    """Name of the file."""
    goals: tuple[Goal, ...]
    measures: tuple[Measure, ...]
    totals: tuple[Total, ...]
    notes: tuple[Note, ...]
    columns: dict[str, str] = field(default_factory=dict)
    """Role of a column to its heading as printed, first table first."""
    roles: dict[str, str] = field(default_factory=dict)
    """Role of executors to the heading of its column."""
    money_unit: str | None = None
    form: str = ""
    """Id of the known form that the table follows."""
    title: str = ""
    """The plan's title as found before its table; empty if none looks like one."""
    act: Act | None = None
    period: Period | None = None

    @property
    def executor_names(self) -> tuple[str, ...]:
        """Names of bodies as written, each once, in order; people are no bodies."""
        named = dict.fromkeys(body.name for measure in self.measures for body in measure.executors)
        return tuple(name for name in named if not is_person(name))
