"""The examples of components, by templates that mark what they show."""

from __future__ import annotations

from markupsafe import escape

from components.examples import all_examples
from generator.pages.environment import component_environment
from shown.marking import lines_with_values, marking


def shown_in_examples() -> list[str]:
    """Return the lines that show something, marked: see `lines_with_values`."""
    environment = marking(component_environment(), lambda value: str(escape(value)))
    return list(
        lines_with_values((f"{one.component}: {one.name}", one.rendered_by(environment)) for one in all_examples())
    )
