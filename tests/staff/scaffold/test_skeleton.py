"""The skeleton passes the checks as it is, and everything it shows as an example is right."""

import re
from datetime import date

import pytest

from generator.rules.left_to_fill import MARK, plan_is_filled, values_are_filled
from generator.rules.load import load
from generator.source.problem import Severity
from generator.source.yaml_source import read_source
from generator.staff.scaffold.skeleton import NewCommunity, NewPlan, community_files, plan_files

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def skeleton(community=None, plan=None):
    return {
        **community_files(community or NewCommunity("pryluky"), "../schemas"),
        **plan_files(plan or NewPlan("pryluky", "plan-2026", YEAR), "../schemas"),
    }


def loaded(files):
    return load({path: text.encode() for path, text in files.items()})


def test_an_unfilled_skeleton_has_no_errors():
    result = loaded(skeleton())
    assert [str(problem) for problem in result.problems if problem.severity is Severity.ERROR] == []
    assert [plan.id for plan in result.catalogue.plans] == ["pryluky/plan-2026"]


def test_every_place_left_to_fill_is_told_with_its_line():
    files = skeleton()
    plan = loaded(files).catalogue.plans[0]
    told = []
    for path in ("pryluky/community.yml", "pryluky/plan-2026/plan.yml"):
        source, _ = read_source(path, files[path].encode())
        told += plan_is_filled(plan, source) if path.endswith("plan.yml") else values_are_filled(source, "pryluky")
    lines = {(problem.path.removeprefix("plans/"), problem.line) for problem in told if "/texts/" not in problem.path}
    expected = {
        (path, number)
        for path, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        if re.search(rf'^[^#]*"{MARK}|# ПЕРЕВІРТЕ', line)
    }
    assert lines == expected
    assert len(told) == len(expected) + 1
    assert all(problem.severity is Severity.WARNING for problem in told)


@pytest.mark.parametrize("awkward", ["Місто: «Сонце» #1", 'з "лапками"', "- тире", "2026", "так: ні", "{дужка", "true"])
def test_any_words_come_back_as_typed(awkward):
    files = skeleton(
        NewCommunity("pryluky", awkward, awkward, awkward),
        NewPlan("pryluky", "plan-2026", YEAR, period_is_known=True, title=awkward, template="a-b"),
    )
    catalogue = loaded(files).catalogue
    community = catalogue.communities[0]
    record = community.record
    assert (record.name, record.short_name, record.oblast) == (awkward, awkward, awkward)
    assert (catalogue.plans[0].record.title, catalogue.plans[0].record.name) == (awkward, awkward)


def test_the_period_asks_to_be_checked_only_when_it_was_not_given():
    given = NewPlan("pryluky", "plan-2026", YEAR, period_is_known=True)
    assert "# ПЕРЕВІРТЕ:" not in skeleton(plan=given)["pryluky/plan-2026/plan.yml"]
    assert "# ПЕРЕВІРТЕ:" in skeleton()["pryluky/plan-2026/plan.yml"]


def uncommented(text):
    """Do what the hints tell: take «# » away before every field, and the empty brackets after a list."""
    without = re.sub(r"^# (?=\s*(?:- |[a-z_]+:))", "", text.split("\n", 1)[1], flags=re.MULTILINE)
    return re.sub(r"^(\w+:) \[\]$", r"\1", without, flags=re.MULTILINE)


def test_every_commented_example_is_right():
    files = {
        path: uncommented(text.replace("# absent: [act]", "# absent: [funding]")) if path.endswith(".yml") else text
        for path, text in skeleton().items()
    }
    result = loaded(files)
    errors = [str(problem) for problem in result.problems if problem.severity is Severity.ERROR]
    assert errors == [], "\n".join(files.values())
    plan = result.catalogue.plans[0]
    assert plan.record.act
    assert plan.record.summary
    assert plan.record.money_unit
    assert [measure.entries[0].record.status for measure in plan.all_measures()] == ["done"]
    assert result.catalogue.communities[0].record.contacts.email
