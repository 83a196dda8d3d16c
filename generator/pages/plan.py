"""The whole plan on one page, in the order of the document, for reading and printing."""

from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup

from generator.model.community import Community
from generator.model.plan import NarrativeText, Plan
from generator.model.vocabulary import TextPart
from generator.outputs.linked_data import plan_node
from generator.outputs.site_files import Page, relative
from generator.pages.changes import change_list
from generator.pages.charts import terms_by_quarter
from generator.pages.editions import edition_links, to_keep
from generator.pages.environment import component
from generator.pages.form_of_table import form_sentence
from generator.pages.formats import formats
from generator.pages.linked import jsonld
from generator.pages.markup import bound
from generator.pages.narrative import narrative_markdown
from generator.pages.notes import notes_on_plan_page
from generator.pages.plan_table import head_rows, plan_columns, plan_tables, table_caption
from generator.pages.sharing import calendar_lines, for_staff, sharing_meta
from generator.pages.site_context import Link, SiteContext, crumbs, link_from
from generator.pages.state_strip import rows_by_goal, state_strip
from generator.pages.succession import COMPARED, amended, compared
from generator.views.about_plan import act_in_full, control_sentence, later_acts, period_in_words
from generator.views.plan_over import replaced_by, successor_of
from generator.views.undertakings import counted

_MOST_CHAPTERS = 12
"""Up to how many chapters and sections of a document its page lists all; of more it lists the chapters."""


def plan_page(site: SiteContext, community: Community, plan: Plan) -> Page:
    """Make the page of a whole plan."""
    address = plan.address
    url = link_from(address)
    act = next((text for text in plan.texts if text.record.part is TextPart.ACT), None)
    chapters = [text for text in plan.texts if text is not act]
    listed = chapters if len(chapters) <= _MOST_CHAPTERS else [text for text in chapters if text.record.level == 1]
    notes = list(notes_on_plan_page(site, plan))
    with_old, changes = compared(site, community, plan), amended(site, plan)
    promised = site.commitments.by_plan.get(plan.id, [])
    contents = list(_contents(plan, chapters, has_notes=bool(plan.notes)))
    contents += [("Що змінено в цьому плані", "#amended")] if changes else []
    contents += [("Порівняно з попереднім планом", f"#{COMPARED}")] if with_old else []
    return site.page(
        address,
        plan.record.title,
        "plan",
        _meta(site, community, plan),
        community=community,
        plan=plan,
        act=act,
        chapters=[(Markup("    ") * (text.record.level - 1), text) for text in listed],
        more_chapters=len(chapters) if len(listed) < len(chapters) else 0,
        act_and_period=act_and_period(plan),
        later_acts=later_acts(plan),
        act_body=narrative_markdown(act, 1, url(plan.text_address(act.name))) if act else "",
        brief=component("brief", id="brief", sentences=plan.record.summary) if plan.record.summary else "",
        formats=list(formats(plan.record, url)),
        contents=component("contents", items=contents) if contents else "",
        strip=state_strip(rows_by_goal(plan, url, promised)),
        form_sentence=form_sentence(plan),
        tables=_tables(plan, url),
        totals=_totals(plan),
        ribbon=terms_by_quarter(promised, site.settings.as_of),
        notes=notes,
        all_notes=url(plan.notes_address) if plan.notes else "",
        actions=component("actions", items=_actions(plan, url)),
        editions=edition_links(site, plan, url),
        compared=with_old,
        compared_there=url(f"{successor.address}#{COMPARED}")
        if (successor := successor_of(community, plan, site.settings.as_of))
        else "",
        amendments=change_list(site, address, changes) if changes else "",
        for_staff=for_staff(site, address, _taken_along(site, plan, url), calendar=True),
    )


def _meta(site: SiteContext, community: Community, plan: Plan) -> dict[str, Any]:
    address, above = plan.address, (community.record.short_name, community.address)
    promised = counted(site.commitments.by_plan.get(plan.id, []))
    return {
        **site.community_meta(address, community),
        **site.quick_exit(
            (one for shown in (plan, *replaced_by(community, plan)) for one in shown.all_measures()),
            [text for text in plan.texts if text.record.part is TextPart.ACT],
        ),
        "calendar_url": relative(address, f"{address}calendar.ics"),
        **sharing_meta(site, address),
        "save": to_keep(site, plan),
        "jsonld": jsonld(plan_node(community, plan, site.settings), address, plan.record.title, site.settings, above),
        "description": f"{plan.record.name}, {community.record.name}: {promised}",
        "crumbs": crumbs(address, above),
        "edit_url": site.edit(plan.place),
        "measures_at": "table",
    }


def _taken_along(site: SiteContext, plan: Plan, url: Link) -> list[tuple[str, str]]:
    """List what clerks take from a plan's page: its table and its calendar."""
    table = ("Таблиця заходів (Excel)", str(url(plan.file_address("xlsx"))))
    return [table, *calendar_lines(site, plan.address, plan.address)]


def _actions(plan: Plan, url: Link) -> list[tuple[str, str]]:
    return [
        ("Звіт про стан виконання", url(plan.report_address)),
    ]


def _contents(plan: Plan, chapters: Sequence[NarrativeText], *, has_notes: bool) -> Iterator[tuple[str, str]]:
    """Return the parts of the page: the plan's outermost goals in its table, then what stands below it."""
    for goal in plan.tops if plan.goals else ():
        yield goal.heading, f"#goal-{goal.id}"
    if chapters:
        yield "Розділи й додатки документа", "#texts"
    if has_notes:
        yield "Особливості документа", "#notes"


def act_and_period(plan: Plan) -> str:
    """Return the sentences on the act that approved a plan and on its period, as far as they are known."""
    act, period = act_in_full(plan), period_in_words(plan)
    said = [f"{act}." if act else "", control_sentence(plan), f"Період: {period}." if period else ""]
    return bound(" ".join(filter(None, said)))


def _tables(plan: Plan, url: Link) -> list[str]:
    columns = plan_columns(plan)
    return [
        component(
            "plan-table",
            id=f"table-{number}",
            caption=table_caption(plan, groups),
            columns=columns,
            head=head_rows(plan, columns),
            groups=groups,
        )
        for number, groups in enumerate(plan_tables(plan, columns, url), 1)
    ]


def _totals(plan: Plan) -> str:
    if not plan.record.totals:
        return ""
    years = sorted({year for total in plan.record.totals for year in total.by_year})
    unit = f", {plan.record.money_unit}" if plan.record.money_unit else ""
    return component(
        "table",
        id="totals",
        caption=f"Підсумки, надруковані в документі{unit}",
        caption_is_ours=True,
        cards=True,
        row_headings=True,
        head=["Рядок", plan.record.columns.total or "Усього", *map(str, years)],
        rows=[
            [
                " ".join(filter(None, (total.label, total.goal and plan.goal(total.goal).name, total.source))),
                total.total or "",
                *(total.by_year.get(year, "") for year in years),
            ]
            for total in plan.record.totals
        ],
    )
