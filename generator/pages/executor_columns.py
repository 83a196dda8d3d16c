"""The document's columns of executors: one, or one for each role where the document has several."""

from collections.abc import Callable, Iterator, Sequence

from markupsafe import Markup, escape

from generator.model.plan import Assignment, Measure, Plan
from generator.model.vocabulary import Role
from generator.pages.form_of_table import headings

Lines = Iterator[Markup]
Of = Callable[[Measure], Lines]


def executor_columns(plan: Plan) -> Iterator[tuple[str, Of]]:
    """Yield the heading of each column, in the document's order, and what stands in it of a measure or step."""
    heads = headings(plan)
    own = set(heads.roles)
    named = (one for measure in plan.all_measures() for one in measure.executors)
    if not own or heads.executors or any(one.record.role not in own for one in named):
        yield heads.executors or "Виконавці", _without(own)
    yield from ((heading, _of(role)) for role, heading in heads.roles.items())


def _without(own: set[Role]) -> Of:
    def lines(measure: Measure) -> Lines:
        for words, group in measure.by_role:
            others = [one for one in group if one.record.role not in own]
            if others:
                yield Markup("{}: {}").format(words, _names(others)) if words else _names(others)

    return lines


def _of(role: Role) -> Of:
    def lines(measure: Measure) -> Lines:
        named = [one for one in measure.executors if one.record.role is role]
        if named:
            yield _names(named)

    return lines


def _names(named: Sequence[Assignment]) -> Markup:
    """Name executors as the document does; links to them stand with the measure on its goal's page."""
    return escape(", ").join(one.whole for one in named)
