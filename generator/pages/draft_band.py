"""The band over every page of a draft."""

from dataclasses import replace

from generator.model.plan import Plan
from generator.outputs.site_files import Page
from generator.pages.environment import component

_MOST_TOLD = 20
"""What a draft lacks, on its page; `plans check` tells all."""


def with_band(page: Page, plans: tuple[Plan, ...]) -> Page:
    """Put the band below the heading and ask not to be indexed; a plan's own page tells what is missing."""
    lacks = next((plan.lacks for plan in plans if plan.address == page.address), ())
    band = component("draft", lacks=lacks[:_MOST_TOLD], more=max(0, len(lacks) - _MOST_TOLD))
    heading, mark, rest = page.markdown.partition("\n\n") if page.markdown.startswith("# ") else ("", "", page.markdown)
    return replace(page, markdown=f"{heading}{mark}{band}\n\n{rest}", meta={**page.meta, "robots": "noindex"})
