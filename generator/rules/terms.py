"""Terms: understood, running forward, and inside the plan's period."""

from collections.abc import Iterator

from generator.language.terms import TermKind, date_in_words
from generator.model.plan import Plan
from generator.model.vocabulary import NoteKind
from generator.rules.finding import is_told, name_of, warning
from generator.source.problem import Problem, shown
from generator.source.yaml_source import KeyPath, Source


def terms_are_understood(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn of a term whose words can't be read, or don't say when it ends; the page shows the words all the same."""
    for measure in plan.all_measures():
        term = measure.term
        if term and term.kind is TermKind.UNKNOWN:
            why = f"{term.impossible}; " if term.impossible else ""
            message = (
                f"строк «{shown(term.text)}» не вдалося зрозуміти; {why}перевірте слова або додайте до них дати: "
                "term: {text: …, start: РРРР-ММ-ДД, end: РРРР-ММ-ДД}"
            )
            yield warning(plan, source, measure, ("term",), message)
        elif term and term.kind in {TermKind.PERIOD, TermKind.DEADLINE} and term.end is None:
            message = (
                f"зі строку «{shown(term.text)}» не видно, коли він закінчується; додайте до слів дати: "
                "term: {text: …, start: РРРР-ММ-ДД, end: РРРР-ММ-ДД}"
            )
            yield warning(plan, source, measure, ("term",), message)


def terms_run_forward(plan: Plan, source: Source) -> Iterator[Problem]:
    """Refuse dates of ours that end a term before it starts."""
    for measure in plan.all_measures():
        term, path = measure.term, (*measure.place.path, "term", "end")
        if term and term.start and term.end and term.start > term.end and path in source.values:
            message = (
                f"строк починається {date_in_words(term.start)}, а закінчується {date_in_words(term.end)}; "
                "поміняйте дати місцями або виправте рік"
            )
            yield source.problem(path, name_of(plan, measure), message)


def terms_lie_in_the_period(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn of a term that begins before the plan does or ends after it, unless a note on the plan says so."""
    if plan.record.period is None:
        return
    first, last = plan.record.period.start, plan.record.period.end
    outside = f"поза періодом плану ({date_in_words(first)} – {date_in_words(last)})"
    advice = "перевірте рік, а якщо так у документі, поясніть це в notes"
    for measure in plan.all_measures():
        if measure.term is None or is_told(plan, measure, NoteKind.CONTRADICTION, NoteKind.SLIP, NoteKind.GAP):
            continue
        for verb, field, day in (
            ("починається", "start", measure.term.start),
            ("закінчується", "end", measure.term.end),
        ):
            if day and not first <= day <= last:
                given: KeyPath = ("term", field)
                below = given if (*measure.place.path, *given) in source.values else ("term",)
                message = f"строк {verb} {date_in_words(day)}, {outside}; {advice}"
                yield warning(plan, source, measure, below, message)
                if below != given:
                    break  # of the same words, once is enough
