"""Tells pages of the demo what belongs to their kind, as the plugin tells those of a site (generator/build/mkdocs/hooks.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.pages.kinds import KINDS, front_matter_of

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    look = page.meta.get("kind", "text")
    of_look = (kind.front_matter for kind in KINDS.values() if kind.front_matter["kind"] == look)
    page.meta.update({**next(of_look, {}), **page.meta})
    return markdown


def on_template_context(context: dict[str, Any], **_: Any) -> dict[str, Any]:
    return {**context, "front": front_matter_of("not-found")}
