"""What a filled form changes, in words: what a dry run shows."""

from collections.abc import Iterator

from generator.model.plan import Plan
from generator.model.vocabulary import Status
from generator.staff.reporting.answer import Answer, money_unit
from generator.staff.reporting.reading import NewReport

NONE = "звіту немає"


def difference(news: NewReport, plan: Plan) -> str:
    """Say one change: «1.1.1: було «звіту немає», стане «Виконано» 20.07.2025; витрачено: 12,5 тис. грн.»."""
    who = f", {news.executor.label}" if news.executor else ""
    head = f"{news.measure.called}{who}: було «{_state(news.before, plan)}», стане «{_state(news.after, plan)}»"
    if news.after.completed:
        head += f" {news.after.completed:%d.%m.%Y}"
    return "; ".join([head, *_details(news, plan)])


def _state(answer: Answer, plan: Plan) -> str:
    if answer.status is None:
        return NONE
    if answer.status is Status.MERGED and answer.into:
        called = next((measure.called for measure in plan.all_measures() if measure.id == answer.into), answer.into)
        return f"{answer.status.words}: {called}"
    return answer.status.words


def _details(news: NewReport, plan: Plan) -> Iterator[str]:
    before, after, unit = news.before, news.after, money_unit(plan)
    pairs = (
        (
            "почато",
            f"{before.started or '':%d.%m.%Y}" if before.started else "",
            f"{after.started:%d.%m.%Y}" if after.started else "",
        ),
        ("витрачено", f"{before.spent} {unit}" if before.spent else "", f"{after.spent} {unit}" if after.spent else ""),
        ("показники", _values(before), _values(after)),
        ("коментар", before.comment or "", after.comment or ""),
        ("підтвердження", "; ".join(before.evidence), "; ".join(after.evidence)),
    )
    for name, old, new in pairs:
        if old != new:
            yield f"{name}: {f'було «{old}», ' if old else ''}{f'стане «{new}»' if new else 'прибрано'}"


def _values(answer: Answer) -> str:
    return "; ".join(f"{one.indicator or 'показник'}, {one.year} рік: {one.value}" for one in answer.values)
