"""A desk: the files that are open, as a person changes them, with everything that can be taken back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.model.records.plan import PlanRecord
from generator.reading.layout import PLAN, files_by_community
from generator.source.yaml_source import Source
from generator.staff.workplace.checking import Checker
from generator.staff.workplace.paper import Paper, paper
from generator.staff.workplace.refusal import Refusal
from generator.staff.workplace.shapes import PlanName, Said, State, Table
from generator.staff.workplace.table import table_of

ROOT = "plans/"
_MOST_STEPS = 500
"""How many changes can be taken back."""

Papers = Mapping[str, Paper]
Steps = tuple[tuple[str, Papers], ...]
Standing = tuple[Papers, Papers, str, Steps, Steps]


@dataclass(slots=True)
class Desk:
    """The state between two requests. `papers` is replaced, never changed, so a step back is the papers of before."""

    papers: Papers = field(default_factory=dict)
    opened: Papers = field(default_factory=dict)
    plan: str = ""
    """The chosen one: «nizhyn/plan-2026»."""
    done: list[tuple[str, Papers]] = field(default_factory=list)
    """What was done and the papers of before, the newest last."""
    undone: list[tuple[str, Papers]] = field(default_factory=list)
    checker: Checker = field(default_factory=Checker)
    today: date | None = None
    returned: dict[str, Any] = field(default_factory=dict)
    """Reports of filled forms that were read, by their keys, until they are accepted."""

    def open(self, files: Mapping[str, Any], today: date | None = None) -> None:
        """Take files in the place of all that was open; reports from after `today` are told."""
        self.today = today
        self.papers = self.opened = {path: paper(path, content) for path, content in sorted(files.items())}
        self.done, self.undone, self.plan = [], [], ""
        self.checker = Checker()
        names = self.plans()
        if names:
            self.plan = names[0]["plan"]

    def choose(self, plan: str) -> None:
        """Choose the plan that everything else is about."""
        if f"{ROOT}{plan}/{PLAN}" not in self.papers:
            raise Refusal(f"Плану «{plan}» серед відкритих файлів немає.")
        self.plan = plan

    @property
    def path(self) -> str:
        """The file of the chosen plan; Refusal where there is none."""
        if not self.plan:
            raise Refusal("Плану не вибрано. Відкрийте файли громади або перенесіть план із Word.")
        return f"{ROOT}{self.plan}/{PLAN}"

    def plans(self) -> list[PlanName]:
        """Return the plans there are, with what is known of them without reading more than their heads."""
        return [self._named(path) for path in self._plan_files()]

    def table(self) -> Table:
        """Return the chosen plan as a table."""
        path = self.path
        table = table_of(self.plan, path, self.source(path), self.checker.known(self.papers, self.plan))
        return {**table, "text": self.papers[path].text} if table["unreadable"] else table

    def source(self, path: str) -> Source:
        """Return a YAML file as it is read."""
        return self.checker.source(path, self.papers[path].content)[0]

    def problems(self) -> list[Said]:
        """Return what `plans check` says of the chosen plan and its community."""
        return self.checker.of_plan(self.papers, self.plan, self.today) if self.plan else self.all_problems()

    def all_problems(self) -> list[Said]:
        """Return all that `plans check` says of plans/."""
        return self.checker.of_all(self.papers, self.today)

    def change(self, done: str, papers: Mapping[str, Paper | None]) -> None:
        """Put papers in the place of those before (None takes one away), so that one step takes all of it back."""
        kept = {**self.papers, **papers}
        after = {path: one for path, one in sorted(kept.items()) if one is not None}
        if after == self.papers:
            return
        self.done = [*self.done[-_MOST_STEPS:], (done, self.papers)]
        self.undone = []
        self.papers = after

    def undo(self) -> None:
        """Take the last change back; Refusal where there is none."""
        if not self.done:
            raise Refusal("Нічого скасовувати: змін ще не було.")
        what, before = self.done.pop()
        self.undone.append((what, self.papers))
        self._stand(before)

    def redo(self) -> None:
        """Do again what was taken back; Refusal where nothing was."""
        if not self.undone:
            raise Refusal("Нічого повертати: нічого не скасовано.")
        what, after = self.undone.pop()
        self.done.append((what, self.papers))
        self._stand(after)

    def standing(self) -> Standing:
        """Return all that a request may change, to be restored when it comes to nothing."""
        return self.papers, self.opened, self.plan, tuple(self.done), tuple(self.undone)

    def restore(self, before: Standing) -> None:
        """Put the desk back to how it stood."""
        self.papers, self.opened, self.plan = before[:3]
        self.done, self.undone = list(before[3]), list(before[4])

    def saved(self) -> None:
        """Take the files as they stand for those opened: they were handed over."""
        self.opened = self.papers

    def state(self) -> State:
        """Return what stands beside every answer."""
        return {
            "plan": self.plan,
            "can_undo": self.done[-1][0] if self.done else "",
            "can_redo": self.undone[-1][0] if self.undone else "",
            "changed": self.changed(),
        }

    def changed(self) -> list[str]:
        """Return the files that differ from those opened, by name; those that are gone too."""
        names = sorted({*self.papers, *self.opened})
        return [name for name in names if self.papers.get(name) != self.opened.get(name)]

    def _stand(self, papers: Papers) -> None:
        self.papers = papers
        if f"{ROOT}{self.plan}/{PLAN}" not in papers:
            names = self.plans()
            self.plan = names[0]["plan"] if names else ""

    def _plan_files(self) -> Iterator[str]:
        below = {path.removeprefix(ROOT): b"" for path in self.papers if path.startswith(ROOT)}
        for own in files_by_community(below).values():
            yield from (f"{ROOT}{path}" for path in own if path.endswith(f"/{PLAN}"))

    def _named(self, path: str) -> PlanName:
        plan = path.removeprefix(ROOT).removesuffix(f"/{PLAN}")
        head = self.papers[path].head(PlanRecord.model_fields)
        return {
            "plan": plan,
            "title": head.get("name") or head.get("title") or plan,
            "community": plan.partition("/")[0],
            "path": path,
            "draft": "ЗАПОВНІТЬ" in self.papers[path].text,
        }
