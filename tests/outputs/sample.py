"""A small catalogue with one of everything that outputs must carry."""

import textwrap
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path

from generator.model.community import Catalogue
from generator.model.outputs import ALL
from generator.model.settings import Settings
from generator.outputs.assets import community_assets, country_assets
from generator.rules.load import load
from generator.source.problem import has_errors
from generator.views.commitment import Commitments
from project import real_catalogue

SHARED = """
executors:
  - id: caritas
    name: БО «БФ «Карітас»»
"""
COMMUNITY = """
name: Зеленівська міська громада
short_name: Зеленівка
in_community: у Зеленівці
oblast: Київська область
katottg: UA32000000000012345
site: https://zelenivka.example/
contacts: {email: rada@zelenivka.example}
executors:
  - {id: uszn, name: Управління соціального захисту, short_name: УСЗН}
  - {id: tsentr, name: Центр послуг, parent: {id: uszn}}
  - {id: vilnyi, name: Вільний виконавець}
"""
PLAN = """
title: План дій Зеленівської громади на 2025–2027 роки
name: План дій, 2025–2027
period: {start: 2025-01-01, end: 2027-12-31}
act: {kind: Рішення, number: "7", date: 2025-01-15, title: Про план, text: act}
money_unit: тис. грн.
goals:
  - number: "1"
    kind: Стратегічна ціль
    title: Більше послуг <для всіх> & кожного
    goals:
      - number: "1.1"
        kind: Операційна ціль
        title: Знати потреби
        measures:
          - {number: 1.1.1, text: "Опитати; мешканців «усіх»", term: травень-липень 2025, executors: [УСЗН, БО «БФ «Карітас»»]}
          - {number: 1.1.2, text: "=HYPERLINK(1)", term: Постійно, executors: [УСЗН]}
          - {number: 1.1.3, text: "- Звітувати", term: Щокварталу, executors: [Центр послуг], indicators: [Раз, Два]}
          - {number: 1.1.4, text: Оновити, term: Щороку в лютому, executors: [Центр послуг]}
      - number: "1.2"
        kind: Операційна ціль
        title: Будувати
        measures:
          - number: 1.2.1
            text: Збудувати центр
            term: до 1 грудня 2025 року
            executors: [УСЗН, Управління соціального захисту]
            funding: {sources: [бюджет], total: "1 250,0", by_year: {2025: "1 250,0", 2026: "-"}}
            steps:
              - {number: 1.2.1.1, text: Проєкт, term: "2025", executors: [УСЗН], funding: {text: Не потребує}}
              - {number: 1.2.1.2, text: Мури, term: після завершення війни, executors: [УСЗН]}
          - {number: 1.2.2, text: Без строку, executors: [УСЗН]}
totals:
  - {label: "ВСЬОГО:", total: "1 250,0", by_year: {2025: "1 250,0", 2026: "-"}}
notes:
  - {place: 1.2.2, kind: gap, text: Строку немає.}
"""
PROGRESS = """
entries:
  - {measure: 1.1.1, date: 2025-06-01, status: in-progress, comment: Почали, source: УСЗН}
  - {measure: 1.1.1, date: 2025-07-30, status: done, completed: 2025-07-20, evidence: ["https://zelenivka.example/1"], spent: "12,5"}
  - {measure: 1.2.1.1, date: 2025-07-30, status: cancelled, comment: "=cmd"}
"""
TEXT = """---
title: Рішення
part: act
---
Текст рішення.
"""
FILES = {
    "executors.yml": SHARED,
    "zelenivka/community.yml": COMMUNITY,
    "zelenivka/plan-2025/plan.yml": PLAN,
    "zelenivka/plan-2025/progress.yml": PROGRESS,
    "zelenivka/plan-2025/texts/01-act.md": TEXT,
}
SITE_URL = "https://example.org/plans"
AS_OF = date(2025, 11, 22)
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Site:
    settings: Settings
    catalogue: Catalogue
    outputs = ALL

    @cached_property
    def commitments(self) -> Commitments:
        return Commitments(self.catalogue, self.settings.as_of)

    @cached_property
    def assets(self) -> dict[str, bytes]:
        own = (community_assets(self, community) for community in self.catalogue.communities)
        assets = [*country_assets(self), *chain.from_iterable(own)]
        assert len({asset.address for asset in assets}) == len(assets)
        return {asset.address: asset.content for asset in assets}


def encoded(files: dict[str, str]) -> dict[str, bytes]:
    return {path: textwrap.dedent(text).lstrip("\n").encode() for path, text in files.items()}


def catalogue_of(files: dict[str, str]) -> Catalogue:
    loaded = load(encoded(files))
    assert not has_errors(loaded.problems), [str(problem) for problem in loaded.problems]
    return loaded.catalogue


def edited(**changes: tuple[str, str]) -> Catalogue:
    """The catalogue with one replacement in each file named by its last part: `edited(plan=("Мури", "Стіни"))`."""
    files = dict(FILES)
    for name, (old, new) in changes.items():
        path = next(path for path in files if path.rpartition("/")[2].startswith(name))
        assert old in files[path]
        files[path] = files[path].replace(old, new)
    return catalogue_of(files)


def real_site() -> Site:
    return Site(Settings(AS_OF, site_url=SITE_URL), real_catalogue())
