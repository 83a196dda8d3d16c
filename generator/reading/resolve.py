"""Records to model: ids, executors, terms and reports are found and joined; what can't be found is a problem."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from generator.language.folding import fold_name
from generator.language.persons import is_person
from generator.language.shortening import quoted_opening
from generator.language.terms import Term, TermKind, parse_term
from generator.model.community import Community
from generator.model.executor import Executor
from generator.model.loose import loose_page
from generator.model.place import Place
from generator.model.plan import (
    Assignment,
    DocumentNote,
    Goal,
    Measure,
    NarrativeText,
    Plan,
    ProgressEntry,
    bodies_of,
)
from generator.model.records.assignment import AssignmentRecord
from generator.model.records.community import CommunityRecord
from generator.model.records.goal import GoalRecord
from generator.model.records.measure import MeasureRecord, TermRecord
from generator.model.records.plan import NoteRecord, PlanRecord
from generator.model.records.progress import ProgressRecord
from generator.model.reserved_names import IN_PLAN, IN_WINDOWS, LOOSE
from generator.reading.alike import Alike
from generator.reading.progress import reports
from generator.reading.references import as_number, id_of
from generator.reading.registry import Registry, not_in_windows, placeholder
from generator.source.problem import Problem, maybe, shown
from generator.source.yaml_source import KeyPath, Source

_NAMELESS = (
    "немає ні номера, ні id; впишіть number, як у документі, а якщо номера в ньому немає – id: кілька слів латинськими "
    "літерами через дефіс; з нього буде адреса"
)
_LIKE_A_NUMBER = "ідентифікатор «{}» схожий на номер, а номера тут немає; складіть id з кількох слів"
_LOOKS_LIKE_AN_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*|[0-9][0-9.]*[0-9]")


def community(
    record: CommunityRecord, source: Source, community_id: str, own: Iterable[Executor], plans: list[Plan]
) -> Community:
    """Join a community's record with its executors and plans, the newest plan first."""
    return Community(
        id=community_id,
        place=Place.of(source, ()),
        record=record,
        executors=tuple(one for one in own if not one.is_person),
        plans=tuple(sorted(plans, key=lambda plan: (_last_day(plan), plan.slug), reverse=True)),
    )


def _last_day(plan: Plan) -> date:
    return plan.record.period.end if plan.record.period else date.min


def plan(
    record: PlanRecord,
    source: Source,
    community_id: str,
    slug: str,
    known: Registry,
    texts: tuple[NarrativeText, ...],
    progress: tuple[ProgressRecord, Source] | None,
) -> tuple[Plan, list[Problem]]:
    """Join a plan's record with the executors it names, its texts and its reports."""
    return _PlanBuilder(record, source, community_id, slug, known).build(texts, progress)


class _PlanBuilder:
    """Walks a plan's record once, top down; every look-up that fails becomes a problem with its place."""

    def __init__(self, record: PlanRecord, source: Source, community_id: str, slug: str, known: Registry) -> None:
        self.record, self.source, self.community, self.slug, self.known = record, source, community_id, slug, known
        self.problems: list[Problem] = []
        self.ids: dict[str, Place] = {}
        self.alike = Alike(record)
        self.unknown: dict[str, list[tuple[KeyPath, str, str]]] = {}
        period = record.period
        self.year = period.start.year if period and period.start.year == period.end.year else None
        self.entries: Mapping[str, list[ProgressEntry]] = {}
        self.progress: Source | None = None

    def build(
        self, texts: tuple[NarrativeText, ...], progress: tuple[ProgressRecord, Source] | None
    ) -> tuple[Plan, list[Problem]]:
        record = self.record
        if progress:
            self.entries, self.problems = reports(record, *progress, self.community)
            self.progress = progress[1]
        loose = self._loose() if record.measures else None
        goals = tuple(self._goal(goal, ("goals", index), None) for index, goal in enumerate(record.goals))
        built = Plan(
            community=self.community,
            slug=self.slug,
            place=Place.of(self.source, ()),
            record=record,
            goals=goals,
            loose=loose,
            texts=texts,
        )
        self._refuse_unknown()
        self._check_totals(built)
        built = replace(built, notes=tuple(self._note(*numbered, built) for numbered in enumerate(record.notes)))
        return built, self.problems

    def _loose(self) -> Goal:
        """Make our page for the measures that the document puts under no goal."""
        measures = (
            self._measure(measure, ("measures", index), LOOSE, None, ())
            for index, measure in enumerate(self.record.measures)
        )
        return loose_page(Place.of(self.source, ("measures",)), measures, beside_goals=bool(self.record.goals))

    def _goal(self, record: GoalRecord, path: KeyPath, parent: str | None) -> Goal:
        goal_id = self._id(record, record.title, path)
        return Goal(
            id=goal_id,
            place=Place.of(self.source, path),
            record=record,
            parent=parent,
            goals=tuple(
                self._goal(inner, (*path, "goals", index), goal_id) for index, inner in enumerate(record.goals)
            ),
            measures=tuple(
                self._measure(measure, (*path, "measures", index), goal_id, None, ())
                for index, measure in enumerate(record.measures)
            ),
        )

    def _measure(
        self, record: MeasureRecord, path: KeyPath, goal: str, parent: str | None, above: tuple[Executor, ...]
    ) -> Measure:
        measure_id = self._id(record, record.text, path)
        executors = tuple(self._assignments(record, path))
        answering = bodies_of(executors) or above
        return Measure(
            id=measure_id,
            goal=goal,
            place=Place.of(self.source, path),
            record=record,
            parent=parent,
            term=term(record.term, self.year),
            executors=executors,
            answering=answering,
            steps=tuple(
                self._measure(step, (*path, "steps", index), goal, measure_id, answering)
                for index, step in enumerate(record.steps)
            ),
            entries=self._entries(measure_id, answering),
            alike=self.alike.next(record),
        )

    def _entries(self, measure_id: str, answering: tuple[Executor, ...]) -> tuple[ProgressEntry, ...]:
        """Find who makes each report of a measure; the order of reports does not hang on that of the file."""
        entries = [self._told_by(entry, answering) for entry in self.entries.get(measure_id, ())]
        order = {entry: (entry.record.date, entry.voice, entry.record.model_dump_json()) for entry in entries}
        return tuple(sorted(entries, key=order.__getitem__))

    def _told_by(self, entry: ProgressEntry, answering: tuple[Executor, ...]) -> ProgressEntry:
        name = entry.record.executor
        if name is None or self.progress is None:
            return entry
        body = self.known.find(name)
        if body is None or (answering and body.address not in {one.address for one in answering}):
            allowed = [one.label for one in answering]
            near = maybe(name, allowed) or (f"; виконавці: {', '.join(allowed)}" if allowed else "")
            message = f"«{shown(name)}» не є виконавцем цього заходу{near}"
            owner = f"{self.community}/{shown(entry.record.measure, 60)}"
            self.problems.append(self.progress.problem((*entry.place.path, "executor"), owner, message))
        return replace(entry, executor=body or placeholder(name))

    def _id(self, record: GoalRecord | MeasureRecord, words: str, path: KeyPath) -> str:
        """Derive an id from the number («1.1.2» -> «1-1-2») and see that nothing else in the plan has it.

        What the document gives no number has a given one; `words` name it to people.
        """
        given, number = record.id, record.number
        derived = given or (id_of(number) if number else None)
        called = number or quoted_opening(words)
        at: KeyPath = (*path, "id") if given else (*path, "number") if number else path
        if number is None and given and id_of(given):
            self._refuse(at, called, _LIKE_A_NUMBER.format(given))
        if derived is None:
            message = f"з номера «{shown(number)}» не виходить частина адреси; додайте поле id" if number else _NAMELESS
            self._refuse(at, called, message)
            derived = f"x-{len(self.ids)}"
        if derived in self.ids:
            line = self.ids[derived].line
            what = f"ідентифікатор «{derived}»" if given or number is None else f"номер «{shown(number)}»"
            self._refuse(
                at, called, f"{what} уже є в рядку {line}; виправте його або дайте одному з двох власне поле id"
            )
        if derived in IN_PLAN:
            self._refuse(at, called, f"ідентифікатор «{derived}» зайнятий адресою сайту; дайте інше поле id")
        if derived in IN_WINDOWS:
            self._refuse(at, called, not_in_windows(derived))
        self.ids.setdefault(derived, Place.of(self.source, at))
        return derived

    def _assignments(self, record: MeasureRecord, path: KeyPath) -> Iterable[Assignment]:
        """Find who is named; a person needs no entry in the registry."""
        for index, named in enumerate(record.executors):
            executor = self.known.find(named.name)
            if executor is None and not is_person(named.name):
                called = record.number or quoted_opening(record.text)
                place = ((*path, "executors", index), called, named.name)
                self.unknown.setdefault(fold_name(named.name), []).append(place)
            yield Assignment(executor or placeholder(named.name), named, self._role_words(named))

    def _role_words(self, named: AssignmentRecord) -> str:
        """Return the document's words for a role: beside the name, over its column; ours only where it has neither."""
        if named.role_words or named.role is None:
            return named.role_words or ""
        return self.record.columns.roles.get(named.role, named.role.words)

    def _refuse_unknown(self) -> None:
        """Tell of each name that nobody bears once, at its first place, however often the plan has it."""
        for places in self.unknown.values():
            path, number, name = places[0]
            self._refuse(path, number, self.known.why_unknown(name, len(places)))

    def _refuse(self, path: KeyPath, number: str, message: str) -> None:
        self.problems.append(self.source.problem(path, f"{self.community}/{shown(number, 60)}", message))

    def _near(self, wanted: str) -> str:
        return maybe(as_number(wanted), map(as_number, self.ids))

    def _check_totals(self, built: Plan) -> None:
        goal_ids = {goal.id for goal in built.all_goals()}
        for index, total in enumerate(self.record.totals):
            if total.goal and total.goal not in goal_ids:
                self._refuse(
                    ("totals", index, "goal"),
                    total.label.rstrip(" :"),
                    f"цілі «{total.goal}» у плані немає{maybe(total.goal, sorted(goal_ids))}",
                )

    def _note(self, index: int, record: NoteRecord, built: Plan) -> DocumentNote:
        wanted = id_of(record.place) or record.place
        path: KeyPath = ("notes", index, "place")
        name = record.place.removeprefix("text/") if record.place.startswith("text/") else None
        measure = next((item for item in built.all_measures() if item.id == wanted), None)
        goal = next((item for item in built.all_goals() if item.id == wanted), None)
        names = [text.name for text in built.texts]
        if name is not None and name not in names:
            self._refuse(path, record.place, f"тексту «{shown(name)}» серед texts/ немає{maybe(name, names)}")
        elif name is None and not measure and not goal and _LOOKS_LIKE_AN_ID.fullmatch(wanted):
            self._refuse(path, record.place, f"у плані немає ні цілі, ні заходу «{record.place}»{self._near(wanted)}")
        return DocumentNote(
            record=record,
            text_name=name,
            measure=measure.id if measure else None,
            goal=measure.goal if measure else goal.id if goal else None,
        )


def term(record: TermRecord | None, year: int | None) -> Term | None:
    """Read a term's words; kind and dates that stand beside the words win over what was read."""
    if record is None:
        return None
    read = parse_term(record.text, year)
    if record.kind:
        read = replace(read, kind=TermKind(record.kind))
    if record.start or record.end:
        kind = (
            read.kind if read.kind is not TermKind.UNKNOWN else (TermKind.PERIOD if record.start else TermKind.DEADLINE)
        )
        read = replace(read, kind=kind, start=record.start, end=record.end)
    return read
