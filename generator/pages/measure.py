"""One measure on its goal's page: two lines that answer, the official text, and the rest behind a button."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from generator.model.plan import Assignment, Measure
from generator.pages.ask import ask_address
from generator.pages.environment import anchor, component
from generator.pages.indicators import values_of
from generator.pages.measure_money import measure_money
from generator.pages.site_context import Link, SiteContext
from generator.pages.status_report import reports_list
from generator.views.commitment import Commitment
from generator.views.outcome import counted_by_outcome
from generator.views.shape import said_in_a_line, shape_of, until_when
from generator.views.words import small

_NAMED = 2
"""How many executors a line names; the rest are counted, and named in full below."""


def measure_block(site: SiteContext, item: Commitment, url: Link, depth: int) -> dict[str, Any]:
    """Gather what the template of one measure shows; steps are blocks of the same shape, one level deeper."""
    measure = item.measure
    return {
        "measure": measure,
        "hashes": Markup("#") * depth,
        "anchor": anchor(measure.anchor),
        "title": measure.short,
        "line": measure_line(site, item, url),
        "more": component(
            "measure-more",
            called=measure.called,
            official=component("official", lines=measure.record.text.split("\n")) if measure.record.short else "",
            link=url(item.address),
            ask=url(ask) if (ask := _ask(site, item)) else "",
            parts=list(filter(None, _more(site, item, url))),
        ),
        "steps": [
            measure_block(site, site.commitments.by_measure[item.plan.id, step.id], url, min(depth + 1, 6))
            for step in measure.steps
        ],
    }


def measure_line(
    site: SiteContext, item: Commitment, url: Link, *, in_list: bool = False, with_plan: bool = False
) -> Markup:
    """Say in one line who does it, until when and where it stands; of a task also what its measures came to."""
    named = sorted(item.measure.executors, key=lambda one: not one.answers)
    who = list({_known_as(one): url(one.executor.address) if one.has_page else "" for one in named}.items())
    steps = site.commitments.under(item)
    said = [
        item.plan.record.name if with_plan else "",
        "" if who else f"виконавець: {small(item.no_executors)}",
        until_when(item),
        counted_by_outcome(steps) if steps else "",
    ]
    shape = shape_of(item.state)
    return component(
        "measure-line",
        who=who[:_NAMED],
        more=len(who[_NAMED:]),
        facts=[fact for fact in said if fact],
        code=shape.code,
        sign=shape.sign,
        state=said_in_a_line(item),
        in_list=in_list,
    )


def measure_list(site: SiteContext, items: Iterable[Commitment], url: Link, *, with_plan: bool = False) -> Markup:
    """List measures by our short titles, or as the document prints them, each with the line that answers.

    Measures of several plans may bear one number, so `with_plan` names the plan of each.
    """
    return component(
        "measure-list",
        items=[
            (
                item.measure.titled,
                bool(item.measure.record.short),
                url(item.address),
                measure_line(site, item, url, with_plan=with_plan),
            )
            for item in items
        ],
    )


def _known_as(one: Assignment) -> str:
    return one.executor.label if one.has_page else one.as_written


def _more(site: SiteContext, item: Commitment, url: Link) -> Iterator[Markup | str]:
    """Yield the rest of what is known, each a component or nothing."""
    record = item.measure.record
    yield component("measure-summary", sentences=record.summary) if record.summary else ""
    if item.has_facts:
        heading = item.plan.record.columns.indicators or "Показники"
        yield component("facts", item=item, url=url, indicators_heading=heading, money=measure_money(item))
    yield values_of(item)
    yield from (component("ours", text=note) for note in record.notes)
    yield _unaligned(item.measure)
    yield reports_list(site, item, url)


def _ask(site: SiteContext, item: Commitment) -> str:
    """Return where a letter about the measure is made; nothing where nobody can answer, or nothing is promised yet."""
    can_ask = item.community.can_be_asked(site.settings.as_of) and not item.plan.is_project
    return ask_address(item.plan, item.measure) if can_ask else ""


def _unaligned(measure: Measure) -> str:
    cells = measure.record.unaligned
    if cells is None:
        return ""
    lines = [
        ("Показники", cells.indicators),
        ("Строки", cells.terms),
        ("Виконавці", cells.executors),
        ("Джерела фінансування", cells.sources),
        ("Усього", cells.total),
        *years_alike(cells.by_year),
    ]
    return component(
        "unaligned",
        heading=f"Що ще надруковано біля {measure.record.number or 'цього заходу'}",
        lines=[(name, paragraphs) for name, paragraphs in lines if paragraphs],
    )


def years_alike(by_year: Mapping[int, tuple[str, ...]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Return sums by year; years with the same sums, often only dashes, in one line."""
    years: dict[tuple[str, ...], list[int]] = {}
    for year, sums in sorted(by_year.items()):
        years.setdefault(sums, []).append(year)
    for sums, same in years.items():
        yield (f"За кожен рік: {', '.join(map(str, same))}" if len(same) > 1 else str(same[0])), sums
