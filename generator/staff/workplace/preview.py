"""A page of the site as it will be: the same templates and the same Markdown, without the shell around it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from generator.model.community import Community
from generator.model.plan import Goal, Plan
from generator.model.settings import Settings
from generator.outputs.site_files import Page
from generator.pages.goal import goal_pages
from generator.pages.plan import plan_page
from generator.pages.site_context import SiteContext
from generator.source.markdown import converter
from generator.staff.workplace.refusal import Refusal
from generator.staff.workplace.session import Desk

_EXTENSIONS = ["attr_list", "tables", "toc"]
"""Those of mkdocs.yml; a test compares."""


def preview(desk: Desk, at: list[str | int]) -> dict[str, Any]:
    """Return the page on which a goal or measure stands, else that of the plan; Refusal while it can't be read."""
    checked = desk.checker.checked(desk.papers, desk.plan, desk.today)
    community = checked.community
    plan = next((one for one in community.plans if one.id == desk.plan), None) if community else None
    if community is None or plan is None:
        raise Refusal("Сторінку буде видно, коли в плані не лишиться помилок: вони стоять біля полів.")
    catalogue = replace(desk.checker.shared(desk.papers), communities=(community,))
    site = SiteContext(Settings(desk.today or date(2000, 1, 1)), catalogue)
    wanted = _goal_at(plan, at)
    page = next((page for page in _pages(site, community, plan) if page.address == _address(plan, wanted)), None)
    if page is None:
        raise Refusal("Цієї сторінки на сайті не буде.")
    anchor = _anchor(plan, at)
    return {"html": _convert()(page.markdown), "title": page.title, "address": page.address, "anchor": anchor}


def _pages(site: SiteContext, community: Community, plan: Plan) -> Iterator[Page]:
    yield plan_page(site, community, plan)
    yield from goal_pages(site, community, plan)


def _address(plan: Plan, goal: Goal | None) -> str:
    return plan.goal_address(goal.id) if goal else plan.address


def _goal_at(plan: Plan, at: list[str | int]) -> Goal | None:
    """Return the innermost goal, or our page of measures under none, that a path of the file lies in."""
    path = tuple(at)
    within = [goal for goal in plan.all_goals() if path[: len(goal.place.path)] == goal.place.path]
    if within:
        return max(within, key=lambda goal: len(goal.place.path))
    return plan.loose if path[:1] == ("measures",) else None


def _anchor(plan: Plan, at: list[str | int]) -> str:
    path = tuple(at)
    within = [one for one in plan.all_measures() if path[: len(one.place.path)] == one.place.path]
    return max(within, key=lambda one: len(one.place.path)).anchor if within else ""


@cache
def _convert() -> Any:
    return converter(_EXTENSIONS, {})
