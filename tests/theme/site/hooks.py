"""Tells pages of the demo their style sheets, as the plugin tells those of a site (generator/build/mkdocs/hooks.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.pages.kinds import KINDS, sheets_of

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    look = page.meta.get("kind", "text")
    of_look = (kind.sheets for kind in KINDS.values() if kind.front_matter["kind"] == look)
    page.meta.setdefault("sheets", list(next(of_look, ())))
    return markdown


def on_template_context(context: dict[str, Any], **_: Any) -> dict[str, Any]:
    return {**context, "sheets": sheets_of("not-found")}
