"""Search records of the five plans, from the project's own model."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from generator.search import SearchRecord, Synonyms
from generator.search.findable import search_records
from generator.source.problem import has_errors
from generator.views.commitment import Commitments
from project import plain, real_catalogue, real_plans

PLANS = Path(__file__).parents[2] / "plans"
AS_OF = date(2026, 6, 1)


def read(path: Path) -> Any:
    return plain(path.read_text(encoding="utf-8"))


def synonyms() -> Synonyms:
    return Synonyms.from_data(real_catalogue().synonyms)


@cache
def plan_records() -> tuple[SearchRecord, ...]:
    loaded = real_plans()
    assert not has_errors(loaded.problems), loaded.problems
    return tuple(search_records(Commitments(loaded.catalogue, AS_OF)))


def address(url: str) -> str:
    """`nizhyn/social-services-2025/1-2/#m-1-2-3` -> `nizhyn/1-2-3`; other kinds stay as they are."""
    if "#m-" not in url:
        return url
    return f"{url.split('/', 1)[0]}/{url.split('#m-', 1)[1]}"
