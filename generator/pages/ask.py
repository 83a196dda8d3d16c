"""The page «Запитати раду» and what it reads: for each community, what a letter says of each plan and measure."""

from collections.abc import Iterator
from typing import Any

from generator.model.community import Community
from generator.model.plan import Measure, Plan
from generator.outputs.json_file import json_bytes
from generator.outputs.site_files import Asset, Page, relative
from generator.pages.environment import component
from generator.pages.letters import LETTERS
from generator.pages.overview import by_oblast
from generator.pages.site_context import SiteContext, channels, crumbs
from generator.views.about_plan import approving_act, controlling
from generator.views.commitment import Commitment
from generator.views.letters import executors_line, late_sentence, term_line

ASK = "ask/"
"""The address of the page; `?m=` names a community, a plan or a measure."""


def ask_page(site: SiteContext) -> Page:
    """Make the page `/ask/`."""
    communities = [
        {"id": community.id, "name": community.record.name}
        for group in by_oblast(site)
        for community in group.communities
    ]
    return site.page(
        ASK,
        "Запитати раду",
        "ask",
        {
            "quick_exit": True,
            "description": "Готовий лист до ради: чи діє, як отримати послугу, чому не зроблено, скарга",
            "crumbs": crumbs(ASK),
            "scripts": ["ask.js"],
        },
        letters=component("letters", letters=LETTERS, communities=communities),
    )


def ask_address(of: Community | Plan, measure: Measure | None = None) -> str:
    """Return the address of the letter about a community's plans, a plan, or a measure of it."""
    return f"{ASK}?m={of.id}/{measure.id}" if measure else f"{ASK}?m={of.id}"


def ask_list(site: SiteContext, community: Community) -> Asset:
    """Write `/ask/<community>.json`: the words of letters about it, fetched when its letter is opened."""
    address = f"{ASK}{community.id}.json"
    if not community.can_be_asked(site.settings.as_of):
        return Asset(address, json_bytes({"name": community.record.name, "closed": _closed(site, community)}))
    record = community.record
    known = channels(record.contacts) if record.contacts.can_answer else []
    return Asset(
        address,
        json_bytes(
            {
                "name": record.name,
                "url": community.address,
                "council": community.council,
                "site": record.site,
                "email": record.contacts.email,
                "channels": [{key: channel.get(key) for key in ("label", "text", "href")} for channel in known],
                "plans": [_plan(site, plan) for plan in community.plans if not plan.is_project],
            }
        ),
    )


def _closed(site: SiteContext, community: Community) -> str:
    return f"{community.notice_on(site.settings.as_of)} Чи можна тепер написати раді, ми не знаємо."


def _plan(site: SiteContext, plan: Plan) -> dict[str, Any]:
    items = {item.measure.id: item for item in site.commitments.by_plan.get(plan.id, [])}
    return {
        "id": plan.id,
        "name": plan.record.name,
        "title": plan.record.title,
        "act": approving_act(plan),
        "control": controlling(plan),
        "measures": {key: dict(_measure(site, item, items)) for key, item in items.items()},
    }


def _measure(site: SiteContext, item: Commitment, items: dict[str, Commitment]) -> Iterator[tuple[str, Any]]:
    """Yield what is known; a key that is not there is a line that the letter has not."""
    measure = item.measure
    yield "text", measure.printed
    if measure.short:
        yield "title", measure.short
    yield "url", relative(ASK, item.address)
    if measure.parent:
        yield "task", items[measure.parent].measure.printed
    lines = (("term", term_line(item)), ("executors", executors_line(item)))
    yield from ((key, line) for key, line in lines if line)
    late = late_sentence(item, site.settings.as_of, site.settings.site_name)
    if late is not None:
        yield "late", late
    if measure.record.funding:
        yield "money", True
