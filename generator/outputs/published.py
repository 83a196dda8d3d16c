"""What a site publishes of its plans, worked out without building it: pages, anchors, files, events, entries of feeds.

Each is one line of plans/addresses.txt. Pages, files and anchors are addresses; an event of a calendar stands as
`uid:` and its UID, an entry of a feed as `feed:` and the key its id is made from. What a report without a mark of its
own is about stands as `promise:`, so that such a report is not found at other words unnoticed.
"""

from collections.abc import Iterator

from generator.history.reported import reported
from generator.model.community import Catalogue
from generator.model.executor import Executor
from generator.model.outputs import EDITIONS
from generator.model.plan import Measure, Plan, ProgressEntry
from generator.model.promise import mark_of
from generator.model.records.period import PeriodRecord
from generator.model.referred import Referred, referred
from generator.outputs.calendars import has_event, uid
from generator.rules.redirects import pages_from_plans

UID, FEED, PROMISE = "uid:", "feed:", "promise:"
_OF_COMMUNITY = ("calendar.ics", "changes.xml", "oembed.json")
_OF_PLAN = ("plan.json", "plan.csv", "plan.xlsx", "calendar.ics", "oembed.json", *(one.file for one in EDITIONS))
_OF_EXECUTOR = ("executor.csv", "calendar.ics", "oembed.json")
"""Files beside the page of each; tests/addresses compares them with what a site is really made of.

Of the kinds that the option `outputs:` switches all: whether one was switched off in silence shows the built site.
"""


def published_of_plans(catalogue: Catalogue) -> set[str]:
    """Return every line that the list of addresses has for what is made from plans/."""
    return {*pages_from_plans(catalogue), *_files(catalogue), *beside_pages(catalogue)}


def beside_pages(catalogue: Catalogue) -> Iterator[str]:
    """Return what is published inside pages and files: anchors of measures, events of calendars, entries of feeds."""
    for plan in catalogue.plans:
        for measure in plan.all_measures():
            yield plan.measure_address(measure)
            yield from _event(plan, measure, plan.record.period)
            for entry in measure.entries:
                for one in referred(plan, measure, entry):
                    if not one.mark:
                        yield f"{report_of(plan, entry, one)} {mark_of(one.measure.record.text)}"
    yield from (f"{FEED}{dated.key}" for dated in reported(catalogue))


def report_of(plan: Plan, entry: ProgressEntry, named: Referred) -> str:
    """Return how a line of the list begins that says what a report is about, or what took its measure."""
    below = "" if named.named == "measure" else f"/{named.named}"
    return f"{PROMISE}{plan.id}/{entry.measure}/{entry.record.date}{below}"


def _event(plan: Plan, measure: Measure, period: PeriodRecord | None) -> Iterator[str]:
    if not plan.is_project and has_event(measure.term, period):
        yield f"{UID}{uid(plan, measure)}"


def _files(catalogue: Catalogue) -> Iterator[str]:
    for community in catalogue.communities:
        yield from _beside(community.address, _OF_COMMUNITY)
    for plan in catalogue.plans:
        yield from _beside(plan.address, _OF_PLAN)
        for goal in plan.all_pages():
            yield f"{plan.goal_address(goal.id)}oembed.json"
        for text in plan.texts:
            yield from (f"{plan.text_address(text.name)}{name}" for name, _ in text.pictures)
    for executor in _executors(catalogue):
        yield from _beside(executor.address, _OF_EXECUTOR)


def _executors(catalogue: Catalogue) -> Iterator[Executor]:
    yield from catalogue.shared_executors
    for community in catalogue.communities:
        yield from community.executors


def _beside(address: str, names: tuple[str, ...]) -> Iterator[str]:
    yield from (f"{address}{name}" for name in names)
