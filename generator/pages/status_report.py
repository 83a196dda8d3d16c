"""«Звіт про стан виконання» of each plan: counts with their denominator, money, what has no report, every report."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.language.terms import date_in_words
from generator.model.community import Community
from generator.model.plan import Plan
from generator.model.vocabulary import MeasureGroup
from generator.outputs.site_files import Page
from generator.pages.charts import bars
from generator.pages.environment import component
from generator.pages.indicators import measured
from generator.pages.site_context import Link, SiteContext, channels, link_from
from generator.pages.state_strip import rows_by_goal, state_strip
from generator.views.commitment import Commitment, by_status
from generator.views.outcome import by_outcome
from generator.views.plan_figures import count_sentences, late_sentences, money_of
from generator.views.undertakings import Undertakings, share_of


@dataclass(frozen=True, slots=True)
class OutcomeSection:
    """The measures of one outcome: those with reports, and those without."""

    heading: str
    anchor: str
    reported: tuple["ReportedMeasure", ...]
    silent: tuple[Commitment, ...]


@dataclass(frozen=True, slots=True)
class ReportedMeasure:
    """One measure with its reports, the newest first, as a component."""

    item: Commitment
    reports: str


def status_report_page(site: SiteContext, community: Community, plan: Plan) -> Page:
    """Make the report of one plan, as of the site's day."""
    address = plan.report_address
    url = link_from(address)
    items = site.commitments.by_plan.get(plan.id, [])
    is_reported = any(item.state.status for item in items)
    day = date_in_words(site.settings.as_of)
    return site.page(
        address,
        f"Звіт про стан виконання: {plan.record.name}",
        "report",
        {
            **site.plan_meta(address, community, plan),
            **site.quick_exit(item.measure for item in items),
            "description": f"{plan.record.name}, {community.record.name}: що виконано станом на {day}",
            "edit_url": site.edit(plan.place),
        },
        community=community,
        plan=plan,
        day=day,
        all_of=Undertakings.of(items).genitive,
        counts=count_sentences(items),
        late=late_sentences(items),
        strip=state_strip(rows_by_goal(plan, url, items)),
        chart=states_chart(items) if is_reported else "",
        money=money_of(plan).sentences if is_reported or plan.record.money_unit else [],
        is_reported=is_reported,
        sections=[_section(site, group, found, items, url) for group, found in by_outcome(items).items()],
        measured=measured(items),
        channels=channels(community.record.contacts, community.record.site),
    )


def _section(
    site: SiteContext, group: MeasureGroup, found: Sequence[Commitment], items: Sequence[Commitment], url: Link
) -> OutcomeSection:
    return OutcomeSection(
        f"{group.words}: {share_of(found, items)}",
        group.value,
        tuple(ReportedMeasure(item, reports_list(site, item, url)) for item in found if item.measure.entries),
        tuple(item for item in found if not item.measure.entries),
    )


def states_chart(items: Sequence[Commitment]) -> str:
    """Draw how many measures, tasks left out, are in each reported state; every bar says of how many."""
    own = [item for item in items if not item.measure.is_task] or items
    rows: Sequence[tuple[str, str, float, bool]] = [
        (said, f"{number} із {len(own)}", float(number), False) for said, number in by_status(own)
    ]
    return bars("Що кажуть звіти про заходи плану", ("Стан за звітом", "Скільки заходів"), rows)


def reports_list(site: SiteContext, item: Commitment, url: Link) -> str:
    """Show the reports of a measure, the newest first; nothing without any."""
    entries = item.measure.entries
    if not entries:
        return ""
    targets = {entry.into: site.commitments.by_measure[item.plan.id, entry.into] for entry in entries if entry.into}
    return component(
        "reports",
        unit=item.plan.record.money_unit,
        entries=sorted(entries, key=lambda entry: entry.record.date, reverse=True),
        into={into: (target.measure.called, url(target.address)) for into, target in targets.items()},
    )
