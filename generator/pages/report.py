"""«Звіт про стан виконання» of each plan: counts with their denominator, money, what has no report, every report."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.language.terms import date_in_words
from generator.model.community import Community
from generator.model.plan import Plan
from generator.outputs.site_files import Page
from generator.pages.charts import bars
from generator.pages.environment import component
from generator.pages.indicators import measured
from generator.pages.site_context import Link, SiteContext, channels, link_from
from generator.views import words
from generator.views.commitment import Commitment, Tally, tally
from generator.views.plan_figures import count_sentences, late_sentence, money_of


@dataclass(frozen=True, slots=True)
class ReportedMeasure:
    """One measure with its reports, the newest first, as a component."""

    item: Commitment
    reports: str


def report_page(site: SiteContext, community: Community, plan: Plan) -> Page:
    """Make the report of one plan, as of the site's day."""
    address = plan.report_address
    url = link_from(address)
    items = site.commitments.by_plan.get(plan.id, [])
    counted = tally(items)
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
        all_of=words.of_measures(counted.total),
        counts=count_sentences(counted),
        late=late_sentence(counted),
        chart=states_chart(counted) if counted.reported else "",
        money=money_of(plan).sentences if counted.reported or plan.record.money_unit else [],
        silent=[item for item in items if item.state.status is None],
        reported=[ReportedMeasure(item, reports_list(site, item, url)) for item in items if item.measure.entries],
        measured=measured(items),
        channels=channels(community.record.contacts, community.record.site),
    )


def states_chart(counted: Tally) -> str:
    """Draw how many measures are in each reported state; every bar says of how many."""
    rows: Sequence[tuple[str, str, float, bool]] = [
        (said, f"{number} із {counted.total}", float(number), False) for _, said, number in counted.by_status
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
