"""How the cells of the document's table are filled: parallel paragraphs, each with the number of its measure."""

from collections.abc import Callable, Iterable, Iterator

from markupsafe import Markup, escape

from generator.language.numbers import which
from generator.language.terms import date_in_words
from generator.model.further_columns import further
from generator.model.indicators import in_one_line
from generator.model.money_lines import years_of
from generator.model.plan import Measure, Plan
from generator.model.records.money import FundingRecord, MoneyLineRecord
from generator.model.records.removal import RemovalRecord
from generator.pages.markup import in_lines
from generator.pages.measure_money import said, when
from generator.pages.readings import heard
from generator.pages.site_context import Link

Cell = list[tuple[str | None, Markup]]
"""Paragraphs of a cell. Where a row holds several measures, each with what its own adds to the number of the row."""


def base_of(measure: Measure) -> str:
    """Return what the numbers of all paragraphs of a row begin with: the task's number, said once a row."""
    own = measure.record.number or ""
    numbers = [line.record.number or "" for line in measure.with_steps()]
    return own if measure.steps and all(number.startswith(own) for number in numbers) else ""


def lines_of(measure: Measure) -> Iterator[tuple[str | None, Measure]]:
    """Yield the measure and its steps with the rest of their numbers; a measure alone in its row needs none.

    A step without a number is named by its place in the row: «другий захід».
    """
    base = base_of(measure)
    for place, line in enumerate(measure.with_steps()):
        in_words = f"{which(place)} захід" if place else None
        number = line.record.number.removeprefix(base) if line.record.number else in_words
        yield (number if measure.steps else None), line


def texts_of(plan: Plan) -> Callable[[Measure, Link], Cell]:
    def cell(measure: Measure, url: Link) -> Cell:
        address = url(plan.measure_address(measure))
        text = in_lines(measure.record.text.split("\n"))
        label = measure.printed_label
        linked = Markup('<a href="{}">{}</a> {}').format(address, label, text)
        found: Cell = [(None, linked if label else Markup('<a href="{}">{}</a>').format(address, text))]
        if measure.record.steps_label:
            found.append((None, escape(measure.record.steps_label)))
        for step in measure.steps:
            found += [(None, in_lines(step.lines)), *_removal(step)]
        return [*found, *_removal(measure)]

    return cell


def _removal(measure: Measure) -> Iterator[tuple[None, Markup]]:
    """Say under the document's words that the measure was removed later."""
    if removed := measure.record.removed:
        yield None, Markup("<em>Вилучено з плану {}.</em>").format(", ".join(filter(None, _told(removed))))


def _told(removed: RemovalRecord) -> tuple[str | None, ...]:
    reason = f"причина: {removed.reason.rstrip('.')}" if removed.reason else None
    return date_in_words(removed.date), removed.act and removed.act.rstrip("."), reason


def paragraphs_of(of: Callable[[Measure], Iterable[str]], name: str) -> Callable[[Measure, Link], Cell]:
    def cell(measure: Measure, _url: Link) -> Cell:
        return [
            (number, in_lines(text.split("\n"))) for number, line in lines_of(measure) for text in of(line)
        ] + _left_over(measure, name)

    return cell


def sums_of_year(year: int) -> Callable[[Measure, Link], Cell]:
    def cell(measure: Measure, _url: Link) -> Cell:
        own: Cell = [
            (number, escape(text))
            for number, line in lines_of(measure)
            if line.record.funding
            for text in _of_year(line.record.funding, year)
        ]
        return own + [
            (None, escape(text))
            for line in measure.with_steps()
            if line.record.unaligned
            for text in line.record.unaligned.by_year.get(year, ())
        ]

    return cell


def _of_year(funding: FundingRecord, year: int) -> Iterator[str]:
    if year in funding.by_year:
        yield funding.by_year[year]
    yield from (_named(line) for line in funding.lines if line.year == year)


def _named(line: MoneyLineRecord) -> str:
    """Return a sum or words under the source and purpose they are for."""
    named = ", ".join(filter(None, (line.source, line.kind)))
    return f"{named}: {said(line)}" if named else said(line)


def further_of(plan: Plan, heading: str) -> Callable[[Measure, Link], Cell]:
    def cell(measure: Measure, _url: Link) -> Cell:
        return [
            (number, escape(one.words))
            for number, line in lines_of(measure)
            for one in further(plan.record, line.record)
            if one.heading == heading
        ]

    return cell


def _left_over(measure: Measure, name: str) -> Cell:
    return [
        (None, escape(text))
        for line in measure.with_steps()
        if line.record.unaligned
        for text in getattr(line.record.unaligned, name, ())
    ]


def indicators_of(line: Measure) -> Iterable[str]:
    return [in_one_line(indicator) for indicator in line.record.indicators]


def term_of(line: Measure) -> Iterable[str]:
    return [heard(line.term.text)] if line.term else []


def sources_of(line: Measure) -> Iterable[str]:
    return [", ".join(line.record.funding.sources)] if line.record.funding and line.record.funding.sources else []


def total_of(line: Measure) -> Iterable[str]:
    funding = line.record.funding
    if funding is None:
        return []
    total = [_with_unit(funding, funding.total)] if funding.total else []
    lines = [
        f"{when(one)}: {_named(one)}" if years_of(one) else _named(one) for one in funding.lines if one.year is None
    ]
    return [*([funding.text] if funding.text else []), *total, *lines]


def _with_unit(funding: FundingRecord, printed: str) -> str:
    """Say the unit beside a sum where it is another than the plan's, which the headings name."""
    return f"{printed} {funding.unit}" if funding.unit else printed


def nothing(_measure: Measure, _url: Link) -> Cell:
    """Leave a cell empty, as the document does for reports to come."""
    return []
