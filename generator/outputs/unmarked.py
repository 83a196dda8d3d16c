"""Reports without a mark: what they were about when they were published stands on the list of addresses."""

from collections.abc import Iterator, Mapping

from generator.model.community import Catalogue
from generator.model.plan import Measure, Plan
from generator.model.referred import referred
from generator.outputs.published import PROMISE, report_of
from generator.rules.finding import name_of
from generator.rules.promises import measures_by_digest, slid
from generator.source.problem import Problem


def slid_reports(listed: Mapping[str, int], catalogue: Catalogue) -> Iterator[Problem]:
    """Refuse reports without a mark that are found at other words than those they were published with."""
    marks: dict[str, list[str]] = {}
    for line in listed:
        if line.startswith(PROMISE):
            report, _, mark = line.partition(" ")
            marks.setdefault(report, []).append(mark)
    if marks:
        for plan in catalogue.plans:
            yield from _slid_of(plan, marks)


def _slid_of(plan: Plan, marks: Mapping[str, list[str]]) -> Iterator[Problem]:
    by_digest = measures_by_digest(plan)
    for measure in plan.all_measures():
        for entry in measure.entries:
            for one in referred(plan, measure, entry):
                known = [] if one.mark else marks.get(report_of(plan, entry, one), [])
                messages = [slid(mark, plan, one, by_digest) for mark in known]
                if messages and all(messages):
                    yield _problem(plan, measure, entry.place.file, entry.place.line, messages[-1])


def _problem(plan: Plan, measure: Measure, file: str, line: int, message: str) -> Problem:
    return Problem(file, line, 1, name_of(plan, measure), message)
