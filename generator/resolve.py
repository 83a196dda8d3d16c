"""Records to model: ids, executors, terms and reports are found and joined; what can't be found is a problem."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.model.community import Community
from generator.model.executor import Executor
from generator.model.place import Place
from generator.model.plan import (
    Assignment,
    DocumentNote,
    Goal,
    Measure,
    NarrativeText,
    Plan,
    ProgressEntry,
)
from generator.problem import Problem, maybe
from generator.records.community import CommunityRecord, ExecutorRecord
from generator.records.plan import GoalRecord, MeasureRecord, NoteRecord, PlanRecord, TermRecord
from generator.records.progress import ProgressEntryRecord, ProgressRecord
from generator.source import Path, Source
from generator.terms import Kind, Term, parse_term

_ADDRESSES_IN_PLAN = {"text", "embed", "notice", "report", "reports"}
_ADDRESSES_IN_COMMUNITY = {"executors", "embed", "notice"}


def fold(name: str) -> str:
    """Fold a name for look-up: case and white space do not count."""
    return " ".join(name.casefold().split())


@dataclass(slots=True)
class Bodies:
    """Executors that a community's plans may name, by every spelling, and the problems met while gathering them."""

    by_spelling: dict[str, Executor] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def find(self, name: str) -> Executor | None:
        """Find a body by name, short name or another spelling."""
        return self.by_spelling.get(fold(name))

    def enter(self, source: Source, path: Path, owner: str, executor: Executor) -> None:
        """Enter one body under all its spellings; a spelling that means two bodies is a problem."""
        for spelling in (executor.name, executor.short_name, *executor.spellings):
            if spelling is None:
                continue
            other = self.by_spelling.setdefault(fold(spelling), executor)
            if other is not executor:
                self.problems.append(
                    source.problem(
                        path,
                        f"{owner}/{executor.id}",
                        f"назва «{spelling}» належить двом виконавцям: «{other.id}» і «{executor.id}»; лишіть її в одного",
                    )
                )
            self.names.append(spelling)


def executors(source: Source, records: Iterable[ExecutorRecord], community: str | None) -> list[Executor]:
    """Turn executor records of one file into executors of a community, or shared ones where it is None."""
    return [
        Executor(
            id=record.id,
            community=community,
            name=record.name,
            place=_place(source, ("executors", index)),
            short_name=record.short_name,
            spellings=record.spellings,
            parent_id=record.parent.id if record.parent else None,
            parent_name=record.parent.name if record.parent else None,
            contacts=record.contacts,
            collective=record.collective,
            note=record.note,
        )
        for index, record in enumerate(records)
    ]


def bodies(
    own: Iterable[Executor], own_source: Source, shared: Iterable[Executor], shared_source: Source | None, owner: str
) -> Bodies:
    """Gather the executors one community may name: its own and the shared ones."""
    result = Bodies()
    seen: set[str] = set()
    for index, executor in enumerate(own):
        if executor.id in seen:
            result.problems.append(
                own_source.problem(
                    ("executors", index, "id"),
                    f"{owner}/{executor.id}",
                    f"ідентифікатор «{executor.id}» уже є; дайте інший",
                )
            )
        seen.add(executor.id)
        result.enter(own_source, ("executors", index), owner, executor)
    for index, executor in enumerate(shared):
        result.enter(shared_source or own_source, ("executors", index), "executors", executor)
    for index, executor in enumerate(own):
        if executor.parent_id and executor.parent_id not in seen:
            result.problems.append(
                own_source.problem(
                    ("executors", index, "parent", "id"),
                    f"{owner}/{executor.id}",
                    f"органу «{executor.parent_id}» немає в реєстрі{maybe(executor.parent_id, seen)}",
                )
            )
    return result


def community(
    record: CommunityRecord, source: Source, community_id: str, own: list[Executor], plans: list[Plan]
) -> Community:
    """Join a community's record with its executors and plans, the newest plan first."""
    return Community(
        id=community_id,
        name=record.name,
        short_name=record.short_name,
        oblast=record.oblast,
        place=_place(source, ()),
        in_community=record.in_community,
        katottg=record.katottg,
        site=record.site,
        notice=record.notice,
        contacts=record.contacts,
        executors=tuple(own),
        plans=tuple(sorted(plans, key=lambda plan: (plan.period.end, plan.slug), reverse=True)),
    )


def plan(
    record: PlanRecord,
    source: Source,
    community_id: str,
    slug: str,
    known: Bodies,
    texts: tuple[NarrativeText, ...],
    progress: tuple[ProgressRecord, Source] | None,
) -> tuple[Plan, list[Problem]]:
    """Join a plan's record with the executors it names, its texts and its reports."""
    return _PlanBuilder(record, source, community_id, slug, known).build(texts, progress)


class _PlanBuilder:
    """Walks a plan's record once, top down; every look-up that fails becomes a problem with its place."""

    def __init__(self, record: PlanRecord, source: Source, community_id: str, slug: str, known: Bodies) -> None:
        self.record, self.source, self.community, self.slug, self.known = record, source, community_id, slug, known
        self.problems: list[Problem] = []
        self.ids: dict[str, Place] = {}
        start, end = record.period.start.year, record.period.end.year
        self.year = start if start == end else None
        self.entries: dict[str, list[ProgressEntry]] = {}

    def build(
        self, texts: tuple[NarrativeText, ...], progress: tuple[ProgressRecord, Source] | None
    ) -> tuple[Plan, list[Problem]]:
        record = self.record
        if progress:
            self._gather_entries(*progress)
        goals = tuple(self._goal(goal, ("goals", index), None) for index, goal in enumerate(record.goals))
        built = Plan(
            community=self.community,
            slug=self.slug,
            title=record.title,
            title_is_ours=record.title_is_ours,
            name=record.name,
            summary=record.summary,
            template=record.template,
            period=record.period,
            act=record.act,
            columns=record.columns,
            money_unit=record.money_unit,
            goals=goals,
            totals=record.totals,
            texts=texts,
            place=_place(self.source, ()),
        )
        self._check_totals(built)
        built = replace(built, notes=tuple(self._note(note, built) for note in record.notes))
        return built, self.problems

    def _goal(self, record: GoalRecord, path: Path, parent: str | None) -> Goal:
        goal_id = self._id(record.id, record.number, path)
        return Goal(
            id=goal_id,
            number=record.number,
            kind=record.kind,
            title=record.title,
            parent=parent,
            label=record.label,
            motto=record.motto,
            summary=record.summary,
            topics=record.topics,
            place=_place(self.source, path),
            goals=tuple(
                self._goal(inner, (*path, "goals", index), goal_id) for index, inner in enumerate(record.goals)
            ),
            measures=tuple(
                self._measure(measure, (*path, "measures", index), goal_id, None)
                for index, measure in enumerate(record.measures)
            ),
        )

    def _measure(self, record: MeasureRecord, path: Path, goal: str, parent: str | None) -> Measure:
        measure_id = self._id(record.id, record.number, path)
        return Measure(
            id=measure_id,
            number=record.number,
            label=record.label,
            text=record.text,
            goal=goal,
            parent=parent,
            term=term(record.term, self.year),
            term_note=record.term.note if record.term else None,
            executors=tuple(self._assignments(record, path)),
            indicators=record.indicators,
            funding=record.funding,
            also_numbered=record.also_numbered,
            steps_label=record.steps_label,
            unaligned=record.unaligned,
            notes=record.notes,
            summary=record.summary,
            topics=record.topics,
            place=_place(self.source, path),
            steps=tuple(
                self._measure(step, (*path, "steps", index), goal, measure_id)
                for index, step in enumerate(record.steps)
            ),
            entries=tuple(self.entries.get(measure_id, ())),
        )

    def _id(self, given: str | None, number: str, path: Path) -> str:
        """Derive an id from the number («1.1.2» -> «1-1-2») and see that nothing else in the plan has it."""
        derived = given or id_of(number)
        if derived is None:
            self._refuse(path, number, f"з номера «{number}» не виходить частина адреси; додайте поле id")
            derived = f"x-{len(self.ids)}"
        if derived in self.ids:
            line = self.ids[derived].line
            self._refuse(
                path, number, f"ідентифікатор «{derived}» уже є в рядку {line}; дайте одному з двох власне поле id"
            )
        if derived in _ADDRESSES_IN_PLAN:
            self._refuse(path, number, f"ідентифікатор «{derived}» зайнятий адресою сайту; дайте інше поле id")
        self.ids.setdefault(derived, _place(self.source, path))
        return derived

    def _assignments(self, record: MeasureRecord, path: Path) -> Iterable[Assignment]:
        for index, name in enumerate(record.executors):
            executor = self.known.find(name)
            if executor is None:
                self._refuse(
                    (*path, "executors", index),
                    record.number,
                    f"невідомий виконавець «{name}»{maybe(name, self.known.names)}",
                )
                continue
            yield Assignment(executor, name)

    def _refuse(self, path: Path, number: str, message: str) -> None:
        self.problems.append(self.source.problem(path, f"{self.community}/{number}", message))

    def _gather_entries(self, record: ProgressRecord, source: Source) -> None:
        by_reference = _measure_ids(self.record)
        for index, entry in enumerate(record.entries):
            path: Path = ("entries", index)
            target = by_reference.get(id_of(entry.measure) or entry.measure)
            if target is None:
                self._refuse_entry(
                    source,
                    (*path, "measure"),
                    entry,
                    f"заходу «{entry.measure}» у плані немає{maybe(entry.measure, by_reference)}",
                )
                continue
            if entry.into and (id_of(entry.into) or entry.into) not in by_reference:
                self._refuse_entry(
                    source,
                    (*path, "into"),
                    entry,
                    f"заходу «{entry.into}» у плані немає{maybe(entry.into, by_reference)}",
                )
            self.entries.setdefault(target, []).append(_entry(entry, target, by_reference, _place(source, path)))

    def _refuse_entry(self, source: Source, path: Path, entry: ProgressEntryRecord, message: str) -> None:
        self.problems.append(source.problem(path, f"{self.community}/{entry.measure}", message))

    def _check_totals(self, built: Plan) -> None:
        goal_ids = {goal.id for goal in built.all_goals()}
        for index, total in enumerate(self.record.totals):
            if total.goal and total.goal not in goal_ids:
                self._refuse(
                    ("totals", index, "goal"),
                    total.label,
                    f"цілі «{total.goal}» у плані немає{maybe(total.goal, goal_ids)}",
                )

    def _note(self, record: NoteRecord, built: Plan) -> DocumentNote:
        wanted = id_of(record.place) or record.place
        name = record.place.removeprefix("text/") if record.place.startswith("text/") else None
        measure = next((item for item in built.all_measures() if item.id == wanted), None)
        goal = next((item for item in built.all_goals() if item.id == wanted), None)
        if name is not None and name not in {text.name for text in built.texts}:
            index = self.record.notes.index(record)
            self._refuse(
                ("notes", index, "place"),
                record.place,
                f"тексту «{name}» серед texts/ немає{maybe(name, [text.name for text in built.texts])}",
            )
        return DocumentNote(
            place_words=record.place,
            kind=record.kind,
            text=record.text,
            text_name=name,
            measure=measure.id if measure else None,
            goal=measure.goal if measure else goal.id if goal else None,
        )


def id_of(number: str) -> str | None:
    """Turn «1.1.2.» or «1.1.2» into «1-1-2»; None when the number is not made of figures and dots."""
    bare = number.strip().rstrip(".")
    parts = bare.replace("-", ".").split(".")
    return "-".join(parts) if all(part.isascii() and part.isdigit() for part in parts) else None


def term(record: TermRecord | None, year: int | None) -> Term | None:
    """Read a term's words; kind and dates that stand beside the words win over what was read."""
    if record is None:
        return None
    read = parse_term(record.text, year)
    if record.kind:
        read = replace(read, kind=Kind(record.kind))
    if record.start or record.end:
        kind = read.kind if read.kind is not Kind.UNKNOWN else (Kind.PERIOD if record.start else Kind.DEADLINE)
        read = replace(read, kind=kind, start=record.start, end=record.end)
    return read


def _measure_ids(record: PlanRecord) -> Mapping[str, str]:
    """Map every way to name a measure (id, number as id) to its id; a number that repeats names nobody."""
    found: dict[str, str] = {}
    repeated: set[str] = set()

    def note(measure: MeasureRecord) -> None:
        by_number = id_of(measure.number)
        measure_id = measure.id or by_number or measure.number
        for name in {measure_id, by_number or measure_id}:
            if found.setdefault(name, measure_id) != measure_id:
                repeated.add(name)
        for step in measure.steps:
            note(step)

    def walk(goal: GoalRecord) -> None:
        for measure in goal.measures:
            note(measure)
        for inner in goal.goals:
            walk(inner)

    for goal in record.goals:
        walk(goal)
    return {name: target for name, target in found.items() if name not in repeated or name == target}


def _entry(record: ProgressEntryRecord, target: str, by_reference: Mapping[str, str], place: Place) -> ProgressEntry:
    into = by_reference.get(id_of(record.into) or record.into) if record.into else None
    return ProgressEntry(
        measure=target,
        date=record.date,
        status=record.status,
        place=place,
        started=record.started,
        completed=record.completed,
        into=into,
        comment=record.comment,
        evidence=record.evidence,
        spent=record.spent,
        source=record.source,
    )


def _place(source: Source, path: Path) -> Place:
    return Place(source.path, source.at(path).line, path)
