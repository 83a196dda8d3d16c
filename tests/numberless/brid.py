"""A made-up community whose plan prints few numbers and puts some measures under no goal."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from generator.build.recipe import Assembled, assemble
from generator.model.settings import Settings
from generator.rules.load import load

if TYPE_CHECKING:
    from generator.model.plan import Plan

COMMUNITY = """
name: Калинобрідська селищна громада
short_name: Калиновий Брід
oblast: Полтавська область
contacts: {email: rada@brid.example}
executors:
  - {id: viddil-osvity, name: Відділ освіти}
  - {id: shliakhovyk, name: КП «Шляховик»}
"""
PLAN = """
title: План заходів на 2026 рік
name: План, 2026
period: {start: 2026-01-01, end: 2026-12-31, text: на 2026 рік}
act: {kind: Рішення, number: "15", date: 2025-12-20, title: Про план, text: act}
measures:
  - {id: zvituvaty, text: Звітувати перед мешканцями, term: до 1 грудня 2026 року, executors: [Відділ освіти]}
  - {id: pereviryty-a, text: Перевірити дороги., term: І квартал 2026 року, executors: [КП «Шляховик»]}
  - {id: pereviryty-b, text: Перевірити дороги., term: ІІІ квартал 2026 року, executors: [КП «Шляховик»]}
goals:
  - id: dorohy
    kind: Розділ
    title: Дороги
    measures:
      - id: zasypaty-yamy
        text: Засипати ями на вулиці Шевченка
        executors: [КП «Шляховик»]
        steps_label: "Заходи:"
        steps:
          - {id: zamovyty, text: Замовити щебінь, term: квітень 2026 року}
          - {id: pryvezty, text: Привезти щебінь, term: травень 2026 року}
      - {id: lavky, text: "Поставити лавки:\\n• біля пошти;\\n• у сквері.", term: 2026 рік, executors: [КП «Шляховик»]}
  - number: "2"
    kind: Розділ
    title: Школи
    measures:
      - number: "2.1"
        also_numbered: ["7"]
        text: Утеплити школу
        term: 2026 рік
        executors: [Відділ освіти]
      - {id: hurtok, text: Відкрити гурток шахів, term: до 1 вересня 2026 року, executors: [Відділ освіти]}
"""
PROGRESS = """
entries:
  - {measure: hurtok, date: 2026-09-02, status: done, completed: 2026-09-01, executor: Відділ освіти}
  - {measure: pereviryty-b, date: 2026-10-02, status: merged, into: pereviryty-a}
"""
NAME = "kalynovyi-brid/dorohy-2026"
FILES = {
    "kalynovyi-brid/community.yml": COMMUNITY.encode(),
    f"{NAME}/plan.yml": PLAN.encode(),
    f"{NAME}/progress.yml": PROGRESS.encode(),
    f"{NAME}/texts/01-act.md": "---\ntitle: Рішення про план\npart: act\n---\nВирішили.\n".encode(),
}
IDS = (
    "zvituvaty",
    "pereviryty-a",
    "pereviryty-b",
    "zasypaty-yamy",
    "zamovyty",
    "pryvezty",
    "lavky",
    "hurtok",
    "dorohy",
)
"""What has an id and no number; no reader may see one of them."""
ADDRESS = re.compile(
    r"<textarea.*?</textarea>|(?:https?://|\b(?:example\.org|localhost:\d+)/)\S+|<[^>]+>|\]\([^)]*\)|\{[^}\n]*\}",
    re.DOTALL,
)
"""What of a page is no word to readers: tags, addresses, anchors, code to copy."""
SETTINGS = Settings(date(2026, 11, 22), site_url="https://example.org/plans/")


@cache
def made() -> Assembled:
    """Return everything that the site holds, without the shell of its pages."""
    site = assemble(FILES, SETTINGS)
    assert not site.failed, site.problems
    return site


@cache
def plan() -> Plan:
    (only,) = load(FILES).catalogue.plans
    return only


def asset(name: str) -> bytes:
    return next(one.content for one in made().assets if one.address == name)
