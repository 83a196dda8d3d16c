"""A draft never fails `plans check`: what only a person can know is a warning until the plan is published."""

from datetime import date
from pathlib import Path

import pytest

from generator.rules.load import load
from generator.source.problem import Severity
from generator.staff.importer import draft, read_document, to_yaml
from generator.staff.scaffold.bodies import entries

FILES = Path(__file__).parent / "files"
COMMUNITY = "name: Калинобрідська громада\nshort_name: Калиновий Брід\noblast: Полтавська область\n"


def problems_of(path):
    drafted = draft(read_document(path))
    named = entries(drafted.executor_names, set())
    community = COMMUNITY + (f"executors:\n{named}\n" if named else "executors: []\n")
    files = {
        "kalynovyi-brid/community.yml": community.encode(),
        "kalynovyi-brid/plan/plan.yml": to_yaml(drafted, drafted.executor_names).encode(),
    }
    return load(files, "plans/", date(2026, 1, 1)).problems


@pytest.mark.parametrize("name", sorted(path.name for path in FILES.iterdir()))
def test_a_draft_passes_the_check_without_an_edit(name):
    assert [str(problem) for problem in problems_of(FILES / name) if problem.severity is Severity.ERROR] == []
