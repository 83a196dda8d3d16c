"""A new community and its first plan, or one more plan: the skeleton that `plans new` writes, on the desk."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.language.romanisation import community_slug
from generator.model.records.record import SLUG
from generator.model.reserved_names import IN_COMMUNITY, IN_SITE, IN_WINDOWS
from generator.reading.layout import COMMUNITY, PLAN
from generator.staff.scaffold.skeleton import NewCommunity, NewPlan, community_files, plan_files
from generator.staff.workplace.importing import schema_line
from generator.staff.workplace.paper import Paper
from generator.staff.workplace.refusal import Refusal
from generator.staff.workplace.session import ROOT, Desk


def start(desk: Desk, given: Mapping[str, Any], today: date) -> list[str]:
    """Write the files of a new community or plan and choose the plan; returns their paths."""
    community = str(given.get("community") or "") or community_slug(
        str(given.get("short_name") or given.get("name") or "")
    )
    slug = str(given.get("plan") or f"plan-{today.year}")
    for name, taken, whose in ((community, IN_SITE, "громади"), (slug, IN_COMMUNITY, "плану")):
        if not re.fullmatch(SLUG, name):
            raise Refusal(f"Назва теки {whose} стає адресою: потрібні малі латинські літери, цифри й дефіси між ними.")
        if name in taken | IN_WINDOWS:
            raise Refusal(f"«{name}» – зайнята назва, теку {whose} назвіть інакше.")
    if f"{ROOT}{community}/{slug}/{PLAN}" in desk.papers:
        raise Refusal(f"План «{community}/{slug}» уже є; виберіть його або дайте новому іншу теку.")
    folder = schema_line(desk, up="").partition("=")[2].removesuffix("/plan.schema.json")
    files: dict[str, str] = {}
    if f"{ROOT}{community}/{COMMUNITY}" not in desk.papers:
        words = {key: str(given.get(key) or "") for key in ("name", "short_name", "oblast")}
        files |= community_files(NewCommunity(community, **words), f"../{folder}")
    period, is_known = _period(given, today)
    plan = NewPlan(community, slug, period, is_known, str(given.get("title") or ""))
    files |= plan_files(plan, f"../{folder}")
    desk.change(f"Створено план «{community}/{slug}»", {ROOT + path: Paper(text) for path, text in files.items()})
    desk.choose(f"{community}/{slug}")
    return [ROOT + path for path in files]


def _period(given: Mapping[str, Any], today: date) -> tuple[tuple[date, date], bool]:
    try:
        days = [date.fromisoformat(str(given[key])) for key in ("start", "end") if given.get(key)]
    except ValueError as error:
        raise Refusal("Дату пишуть так: 2026-01-31.") from error
    if len(days) == 2 and days[0] <= days[1]:  # noqa: PLR2004 - first and last day
        return (days[0], days[1]), True
    if days:
        raise Refusal("Дайте обидва дні періоду, перший і останній, або жодного.")
    return (date(today.year, 1, 1), date(today.year, 12, 31)), False
