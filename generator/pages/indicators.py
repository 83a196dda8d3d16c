"""Values of indicators as tables that are pictures too, beside a measure and in the report of a plan."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.plan import Measure
from generator.pages.environment import component
from generator.views.commitment import Commitment
from generator.views.indicators import indicator_values

SHEET = "figures.css"
"""The style sheet of these tables, for kinds of pages that do not load it anyway."""


@dataclass(frozen=True, slots=True)
class MeasuredMeasure:
    """A measure with the values of its indicators, as components."""

    item: Commitment
    values: Markup


def values_of(item: Commitment) -> Markup:
    """Show the indicators of a measure that have values; nothing without any."""
    return Markup("\n\n").join(
        component("indicator-values", indicator=indicator) for indicator in indicator_values(item.measure)
    )


def measured(items: Iterable[Commitment]) -> list[MeasuredMeasure]:
    """Return the measures whose indicators have values."""
    return [MeasuredMeasure(item, values) for item in items if (values := values_of(item))]


def styles_for(measures: Iterable[Measure]) -> list[str]:
    """Return the sheet that a page needs when a measure on it has values."""
    return [SHEET] if any(indicator_values(measure) for measure in measures) else []
