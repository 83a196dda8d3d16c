"""A report belongs to a promise: when another text stands under its number, it does not slide there in silence."""

from collections.abc import Iterator, Mapping

from generator.model.plan import Measure, Plan
from generator.model.promise import digest_in, digest_of, mark_of, words_in
from generator.model.referred import Referred, referred
from generator.reading.progress import SAID
from generator.reading.references import reference_to
from generator.rules.finding import name_of, warning_at
from generator.source.problem import Problem, shown
from generator.source.yaml_source import Source


def reports_keep_their_promise(plan: Plan, source: Source) -> Iterator[Problem]:
    """Refuse a report whose mark is not that of the measure it is found at: say which one it is of now."""
    by_digest = measures_by_digest(plan)
    for measure in plan.all_measures():
        for entry in measure.entries:
            for one in referred(plan, measure, entry):
                place = (*entry.place.path, one.marked)
                if one.mark and digest_in(one.mark) is None:
                    yield warning_at(source, place, name_of(plan, measure), _unread(one.mark, one))
                elif one.mark and (message := slid(one.mark, plan, one, by_digest)):
                    yield source.problem(place, name_of(plan, measure), message)


def _unread(mark: str, one: Referred) -> str:
    return (
        f"позначка «{shown(mark)}» не читається: вона закінчується на 8 знаків у дужках; "
        f'перепишіть її: {one.marked}: "{mark_of(one.measure.record.text)}"'
    )


def _where(measure: Measure) -> str:
    return f"під номером {measure.record.number}" if measure.record.number else f"під id «{measure.id}»"


def measures_by_digest(plan: Plan) -> Mapping[str, list[Measure]]:
    """Return the measures of a plan by the digest of their words; several may have the same."""
    found: dict[str, list[Measure]] = {}
    for measure in plan.all_measures():
        found.setdefault(digest_of(measure.record.text), []).append(measure)
    return found


def slid(mark: str, plan: Plan, named: Referred, by_digest: Mapping[str, list[Measure]]) -> str:
    """Say what is wrong with a mark of a report; nothing when it is that of the measure it names."""
    measure = named.measure
    if digest_in(mark) == digest_of(measure.record.text):
        return ""
    meant = by_digest.get(digest_in(mark) or "", [])
    head = f"{SAID[named.named]} «{words_in(mark)}», а {_where(measure)} тепер «{shown(measure.record.text, 60)}»"
    if meant:
        numbers = " або ".join(reference_to(plan, one) for one in meant)
        return f"{head}; той захід має тепер номер {numbers}: впишіть його в поле {named.named}"
    how = f"plans promises {plan.id} --confirm {reference_to(plan, measure)}"
    return (
        f"{head}; якщо виправлено лише слова, підтвердьте: {how}; "
        f"якщо це інший захід, знайдіть той, про який ідеться, і впишіть його номер у поле {named.named}"
    )
