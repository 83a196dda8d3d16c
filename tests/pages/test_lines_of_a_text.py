"""A list inside a cell keeps its lines: on pages, in data, in tables; in a single line of a page it stays one line."""

from __future__ import annotations

from datetime import date

from generator.model.settings import Settings
from generator.outputs.plan_csv import plan_csv
from generator.outputs.plan_json import plan_data
from generator.pages.all_pages import community_pages
from generator.pages.site_context import SiteContext
from generator.rules.load import load

SETTINGS = Settings(date(2026, 11, 22), site_url="https://example.org/plans/")
COMMUNITY = """\
name: Калинобрідська громада
short_name: Калиновий Брід
oblast: Полтавська область
contacts: {email: rada@brid.example}
executors: [{id: viddil, name: Відділ освіти}]
"""
PLAN = """\
title: План дій
name: План
period: {start: 2026-01-01, end: 2027-12-31}
columns: {indicators: Показники}
goals:
  - number: "1"
    kind: Ціль
    title: Більше лавок
    measures:
      - number: "1.1"
        text: |-
          Поставити  лавки:

          - біля <пошти>;
          • у сквері.
        term: Постійно
        executors: [Відділ освіти]
        indicators:
          - "Лавок:\\n- дві"
      - number: "1.2"
        text: >-
          Лагодити
          лавки
        term: Постійно
        executors: [Відділ освіти]
"""


def test_lines_are_kept_everywhere() -> None:
    files = {"brid/community.yml": COMMUNITY.encode(), "brid/plan/plan.yml": PLAN.encode()}
    catalogue = load(files).catalogue
    (community,) = catalogue.communities
    (plan,) = community.plans
    site = SiteContext(SETTINGS, catalogue)
    pages = {page.address: page.markdown for page in community_pages(site.of(community), community)}
    first, second = plan.all_measures()
    assert first.record.text == "Поставити лавки:\n- біля <пошти>;\n• у сквері."
    assert first.printed == "1.1. Поставити лавки: - біля <пошти>; • у сквері."
    assert second.record.text == "Лагодити лавки"
    assert "1\\.1. Поставити" not in pages["brid/plan/1/"]
    assert " Поставити лавки:<br>\\- біля &lt;пошти&gt;;<br>• у сквері. " in pages["brid/plan/1/"]
    assert "<p>Лавок:<br>- дві</p>" in pages["brid/plan/1/"]
    assert "Поставити лавки:<br>- біля &lt;пошти&gt;;<br>• у сквері." in pages["brid/plan/"]
    assert "Лавок:<br>- дві" in pages["brid/plan/"]
    assert ">1.1. Поставити лавки: - біля &lt;пошти&gt;; • у сквері.</a>" in pages["brid/executors/viddil/"]
    assert plan_data(community, plan, SETTINGS, plan.address)["measures"][0]["text"] == first.record.text
    csv = plan_csv(plan, site.commitments.all, SETTINGS).content.decode("utf-8-sig")
    assert "Поставити лавки:\n- біля <пошти>;\n• у сквері." in csv
