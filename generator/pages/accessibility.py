"""«Заява про доступність»: what the tests found, what is not accessible, how to complain.

Its parts are those of the model statement of Commission Implementing Decision (EU) 2018/1523.
"""

from datetime import date

from generator.language.terms import date_in_words
from generator.model.records.audit import AuditResults
from generator.outputs.site_files import Page
from generator.pages.environment import component
from generator.pages.markup import bound
from generator.pages.site_context import SiteContext, crumbs, site_channels
from generator.views import words

ADDRESS = "accessibility/"
RESULTS = "accessibility/results.json"
"""Where the results of the tests are published beside the statement."""
_LAST_OF_FEBRUARY = 28


def accessibility_page(site: SiteContext) -> Page:
    """Make the statement from the results of the tests and from what the plans lack."""
    tested = site.tested
    return site.page(
        ADDRESS,
        "Заява про доступність",
        "accessibility",
        {
            "description": "Наскільки сайт доступний людям з інвалідністю, що перевірено і куди поскаржитися",
            "crumbs": crumbs(ADDRESS),
        },
        tested=tested,
        day=_day(tested.date) if tested else "",
        review=_day(_a_year_after(tested.date)) if tested else "",
        found=_found(tested) if tested else "",
        table=_table(tested) if tested else "",
        gaps=_gaps(site),
        channels=site_channels(site.settings, ADDRESS),
        site_name=site.settings.site_name,
    )


def _day(day: date) -> str:
    return bound(date_in_words(day))


def _a_year_after(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, _LAST_OF_FEBRUARY) if day.month == 2 else day.day)  # noqa: PLR2004


def _found(tested: AuditResults) -> str:
    """Say what the automatic check found; never that the site is fully accessible."""
    if not tested.problems:
        return "Порушень, які може помітити програма, не знайдено."
    many = words.plural(tested.problems, "порушення", "порушення", "порушень")
    return f"Програма помітила {many}. На яких сторінках, видно з таблиці нижче."


def _table(tested: AuditResults) -> str:
    return component(
        "table",
        id="tested",
        caption="Які сторінки перевірено",
        caption_is_ours=False,
        head=["Вид сторінки", "Скільки сторінок", "У скількох станах", "Порушень"],
        rows=[[kind.name.capitalize(), kind.pages, kind.states, kind.problems] for kind in tested.kinds],
        row_headings=True,
        cards=True,
    )


def _gaps(site: SiteContext) -> list[str]:
    """Name what the published plans lack for readers who need plain words or a way to ask."""
    plans = site.catalogue.plans
    goals = [goal for plan in plans for goal in plan.all_goals()]
    silent = sum(1 for goal in goals if not goal.record.summary)
    mute = [place.record.short_name for place in site.catalogue.communities if not place.record.contacts.can_answer]
    found = []
    if silent:
        found.append(
            f"Пояснення «Коротко» простими словами немає у {silent} з "
            f"{words.plural(len(goals), 'цілі', 'цілей', 'цілей')}."
            " Офіційний текст там важкий. Замість нього допоможуть теми і словник."
        )
    if mute:
        found.append(
            f"Адреси для листів чи телефону ще не маємо для громад: {', '.join(mute)}."
            " Замість них подано офіційний сайт ради, якщо він є."
        )
    return found
