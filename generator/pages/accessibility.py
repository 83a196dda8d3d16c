"""«Заява про доступність»: what the tests found, what is not accessible, how to complain.

Its parts are those of the model statement of Commission Implementing Decision (EU) 2018/1523.
"""

from datetime import date

from generator.language.terms import date_in_words
from generator.model.records.audit import AuditResults
from generator.model.settings import Settings
from generator.outputs.site_files import Page
from generator.pages.about import has_summaries, kept_by
from generator.pages.changes import day_of
from generator.pages.environment import component
from generator.pages.markup import bound
from generator.pages.site_context import SiteContext, crumbs, site_channels
from generator.pages.topics import has_topics
from generator.views import words

ADDRESS = "accessibility/"
RESULTS = "accessibility/results.json"
"""Where the results of the tests are published beside the statement."""
_LAST_OF_FEBRUARY = 28


def accessibility_page(site: SiteContext) -> Page:
    """Make the statement from the results of the tests and from what the plans lack."""
    found_somewhere, settings = site.tested, site.settings
    is_own = found_somewhere is not None and made_here(found_somewhere, settings)
    tested = found_somewhere if is_own else None
    return site.page(
        ADDRESS,
        "Заява про доступність",
        "accessibility",
        {
            "description": "Наскільки сайт доступний людям з інвалідністю, що перевірено і куди поскаржитися",
            "crumbs": crumbs(ADDRESS),
        },
        tested=tested,
        elsewhere="" if is_own else _elsewhere(found_somewhere),
        since_test=_since_test(site, tested) if tested else "",
        kept_by=kept_by(site),
        has_summaries=has_summaries(site),
        has_topics=has_topics(site),
        day=_day(tested.date) if tested else "",
        review=_day(_a_year_after(tested.date)) if tested else "",
        found=_found(tested) if tested else "",
        table=_table(tested) if tested else "",
        gaps=_gaps(site),
        channels=site_channels(settings, ADDRESS),
        reports_on_github=bool(settings.issues_url),
        site_name=settings.site_name,
    )


def made_here(tested: AuditResults, settings: Settings) -> bool:
    """Whether what was found tells of the site with these settings."""
    return tested.made_for(settings.program, settings.repo_url, settings.site_url)


def _elsewhere(tested: AuditResults | None) -> str:
    """Say what was tested instead of this site, where and when; nothing when nothing was."""
    if tested is None:
        return ""
    version = f", версію {tested.program}" if tested.program else ""
    return f"{_day(tested.date)} перевірено сайт зі сховища самої програми{version}"


def _since_test(site: SiteContext, tested: AuditResults) -> str:
    """Say how many changes of the plans came after the test: new words may bring what it has not seen."""
    if site.history is None:
        return "Чи змінилися відтоді тексти планів, не відомо: історії файлів тут немає."
    later = sum(1 for dated in site.history.changes if day_of(dated) > tested.date)
    if not later:
        return "Відтоді тексти планів не змінювалися."
    return f"Відтоді в планах {words.plural(later, 'зміна', 'зміни', 'змін')}, і разом із ними тексти не перевірено."


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
        lists=False,
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
