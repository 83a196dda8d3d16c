"""Terms: understood, and inside the plan's period."""

from collections.abc import Iterator

from generator.model.plan import Plan
from generator.problem import Problem
from generator.rules.finding import warning
from generator.source import Source
from generator.terms import Kind, date_in_words


def terms_are_understood(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn of a term whose words can't be read; the page shows the words all the same."""
    for measure in plan.all_measures():
        if measure.term and measure.term.kind is Kind.UNKNOWN:
            yield warning(
                plan,
                source,
                measure,
                ("term",),
                f"строк «{measure.term.text}» не вдалося зрозуміти; додайте "
                "дати: term: {text: …, start: РРРР-ММ-ДД, end: РРРР-ММ-ДД}",
            )


def terms_lie_in_the_period(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn of a term that begins before the plan does or ends after it."""
    first, last = plan.period.start, plan.period.end
    for measure in plan.all_measures():
        term = measure.term
        if term is None:
            continue
        if term.start and not first <= term.start <= last:
            yield warning(
                plan,
                source,
                measure,
                ("term",),
                f"строк починається {date_in_words(term.start)}, поза "
                f"періодом плану ({date_in_words(first)} – {date_in_words(last)})",
            )
        if term.end and not first <= term.end <= last:
            yield warning(
                plan,
                source,
                measure,
                ("term",),
                f"строк закінчується {date_in_words(term.end)}, поза "
                f"періодом плану ({date_in_words(first)} – {date_in_words(last)})",
            )
