from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from generator.cache import Cache, fingerprint
from generator.commands.outcome import Outcome
from generator.commands.progress import progress
from generator.commands.report import report
from generator.model.plan import Measure, Plan
from generator.reading.country_files import read_plans
from generator.rules.load import load
from generator.source.disk import write_files
from staff.reporting.excel_user import ExcelUser

DAY = date(2025, 10, 31)
FORMS = Cache(again=True)
"""One and the same form is made once: it takes a third of a second."""
PLAN = "testove/plan-2025"
COMMUNITY = """\
name: Тестова міська територіальна громада
short_name: Тестове
oblast: Чернігівська область
executors:
  - id: uszn
    name: Управління соціального захисту
    short_name: УСЗН
  - id: tsentr
    name: Центр соціальних служб
    short_name: Центр
"""
PLAN_YML = """\
# yaml-language-server: $schema=../../../generator/schemas/plan.schema.json
title: Стратегія розвитку послуг
name: Стратегія
period: {start: 2025-01-01, end: 2025-12-31}
money_unit: тис. грн.
goals:
  - number: "1"
    kind: Стратегічна ціль
    title: Послуги
    goals:
      - number: "1.1"
        kind: Операційна ціль
        title: Потреби
        measures:
          - number: 1.1.1
            text: Вивчити потреби громади
            term: до 31 липня 2025 року
            executors: [УСЗН, Центр]
            funding: {total: "160,0", sources: [місцевий бюджет]}
            steps:
              - number: 1.1.1.1
                text: Опитати мешканців
                term: травень-липень 2025
              - number: 1.1.1.2
                text: Оприлюднити висновки
                term: до 31 грудня 2025 року
                executors: [Центр]
          - number: 1.1.2
            text: Інформувати про послуги
            term: Постійно
            executors: [УСЗН]
  - number: "2"
    kind: Стратегічна ціль
    title: Доступність
    goals:
      - number: "2.1"
        kind: Операційна ціль
        title: Приміщення
        measures:
          - number: 2.1.1
            text: Облаштувати пандус
            term: до 30 червня 2025 року
          - {number: 2.1.2, id: a, text: Купити підйомник, term: 2025 рік}
          - {number: 2.1.2, id: b, text: Навчити водія, term: 2025 рік}
"""


@dataclass
class Office:
    """A folder of plans, and the commands as a person would give them."""

    folder: Path

    @property
    def plans(self) -> Path:
        return self.folder / "plans"

    @property
    def progress_file(self) -> Path:
        return self.plans / PLAN / "progress.yml"

    def plan(self, plan_id: str = PLAN) -> Plan:
        loaded = load(read_plans(self.plans))
        assert not [problem for problem in loaded.problems if problem.severity == "error"], loaded.problems
        return next(plan for plan in loaded.catalogue.plans if plan.id == plan_id)

    def measure(self, measure_id: str, plan_id: str = PLAN) -> Measure:
        return next(item for item in self.plan(plan_id).all_measures() if item.id == measure_id)

    def form(self, executor: str | None = None, day: date = DAY, plan_id: str = PLAN) -> ExcelUser:
        out = self.folder / f"forms-{len(list(self.folder.iterdir()))}"
        inputs = fingerprint(repr((executor, day, plan_id, sorted(read_plans(self.plans).items()))))
        name, content = FORMS.get(inputs, partial(self._form, executor, day, plan_id, out))
        write_files(out, [(name, content)])
        return ExcelUser(out / name)

    def _form(self, executor: str | None, day: date, plan_id: str, out: Path) -> tuple[str, bytes]:
        said: list[str] = []
        done = report(self.plans, plan_id, day, out, executor, one_file=True, output="xlsx", say=said.append)
        assert done is Outcome.FINE, said
        form = next(out.iterdir())
        return form.name, form.read_bytes()

    def give(self, form: ExcelUser | Path, **options: object) -> tuple[Outcome, list[str]]:
        path = form if isinstance(form, Path) else form.save(self.folder / "filled.xlsx")
        said: list[str] = []
        return progress(self.plans, path, said.append, **options), said  # type: ignore[arg-type]


@pytest.fixture
def make_office(tmp_path: Path) -> Callable[[], Office]:
    def make() -> Office:
        files = {"testove/community.yml": COMMUNITY, f"{PLAN}/plan.yml": PLAN_YML}
        folder = tmp_path / f"office-{len(list(tmp_path.iterdir()))}"
        write_files(folder / "plans", [(name, text.encode()) for name, text in files.items()])
        return Office(folder)

    return make


@pytest.fixture
def office(make_office: Callable[[], Office]) -> Office:
    return make_office()
