"""`plans new`: a commented skeleton of a community and of its first plan, or of one more plan."""

import os
import re
import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from generator.build.clock import as_of_date
from generator.commands.listing import command
from generator.commands.new_files import write_new
from generator.commands.options import NEW_PLANS_DIR, about_community
from generator.commands.outcome import Outcome, Say
from generator.language.romanisation import community_slug
from generator.model.records.record import FIRST_YEAR, LAST_YEAR, SLUG
from generator.model.reserved_names import IN_COMMUNITY, IN_SITE, IN_WINDOWS
from generator.reading.layout import COMMUNITY
from generator.source.usage_error import UsageError
from generator.staff.scaffold.skeleton import NewCommunity, NewPlan, community_files, plan_files

Ask = Callable[[str, str], str]
"""Ask a person: the question and the answer that Enter gives; the words that were typed."""
_DAY = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)|(\d\d?)\.(\d\d?)\.(\d{4})")
_SCHEMAS = ("../generator/schemas", "../schemas")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person gave on the command line; None where nothing was given."""

    community: str
    name: str | None = None
    short_name: str | None = None
    oblast: str | None = None
    plan: str | None = None
    title: str | None = None
    period_start: str | None = None
    period_end: str | None = None
    template: str | None = None


def new(wanted: Wanted, plans_dir: Path, today: date, ask: Ask | None, say: Say) -> Outcome:
    """Write the skeleton; `ask` is None when nobody sits at a terminal. UsageError when that can't be done."""
    own_id = community_id(wanted.community, ask)
    stands = (plans_dir / own_id / COMMUNITY).exists()
    if stands and not wanted.plan:
        raise UsageError(
            f"Громада «{own_id}» уже є: {plans_dir.as_posix()}/{own_id}/. Її файлів не змінено. "
            f"Щоб додати їй план, дайте йому теку: plans new {own_id} --plan plan-{today.year}"
        )
    files = {} if stands else community_files(_community(wanted, own_id, ask), schemas_of(plans_dir))
    plan = _plan(wanted, own_id, today, ask)
    if (plans_dir / own_id / plan.slug).exists():
        raise UsageError(f"План «{own_id}/{plan.slug}» уже є; нічого не записано. Дайте іншу теку: --plan …")
    files |= plan_files(plan, schemas_of(plans_dir))
    made = write_new(plans_dir, files)
    say("Створено:")
    for path in made:
        say(f"  {path.as_posix()}")
    _say_what_is_next(plan, plans_dir, say)
    return Outcome.FINE


def schemas_of(plans_dir: Path) -> str:
    """Find the folder of schemas for the first line of YAML files, seen from plans/."""
    found = (folder for folder in _SCHEMAS if (plans_dir / folder).is_dir())
    return next(found, _SCHEMAS[-1])


def schema_line(plans_dir: Path) -> str:
    """Write the first line of a plan.yml, by which editors find its schema."""
    return f"# yaml-language-server: $schema=../../{schemas_of(plans_dir)}/plan.schema.json"


def community_id(typed: str, ask: Ask | None) -> str:
    """Take what was typed as a community's id, or ask for one by its name; UsageError when it can't be one."""
    typed = typed.strip()
    if re.fullmatch(SLUG, typed):
        return _free(typed, IN_SITE, "громади")
    suggested = community_slug(typed)
    if ask is None or not suggested:
        offer = f"; можливо, «{suggested}»: plans new {suggested}" if suggested else ""
        raise UsageError(
            f"«{typed}» не може бути ідентифікатором громади. Він стоїть в адресах сторінок, тому пишеться малими "
            f"латинськими літерами, цифрами й дефісами{offer}"
        )
    return _free(_slug(ask, "Ідентифікатор громади латиницею (стане адресою, назавжди)", suggested), IN_SITE, "громади")


def _community(wanted: Wanted, own_id: str, ask: Ask | None) -> NewCommunity:
    own_words = "" if re.fullmatch(SLUG, wanted.community) else wanted.community
    return NewCommunity(
        id=own_id,
        name=_answer(wanted.name, "Повна назва громади", "", ask),
        short_name=_answer(wanted.short_name, "Коротка назва, для меню", own_words, ask),
        oblast=_answer(wanted.oblast, "Область (повністю: «Чернігівська область»)", "", ask),
    )


def _plan(wanted: Wanted, own_id: str, today: date, ask: Ask | None) -> NewPlan:
    title = _answer(wanted.title, "Повна назва плану, як у документі", "", ask)
    start = _asked_day(wanted.period_start, "Перший день плану (РРРР-ММ-ДД)", ask)
    end = _asked_day(wanted.period_end, "Останній день плану (РРРР-ММ-ДД)", ask)
    first = start or date(min(today.year, end.year if end else today.year), 1, 1)
    last = end or date(max(today.year, first.year), 12, 31)
    if last < first:
        raise UsageError(f"План закінчується ({last}) раніше, ніж починається ({first}); виправте дати.")
    years = f"{first.year}" if first.year == last.year else f"{first.year}-{last.year}"
    slug = wanted.plan or (_slug(ask, "Тека плану (стане адресою)", f"plan-{years}") if ask else f"plan-{years}")
    for name in filter(None, (slug, wanted.template)):
        if not re.fullmatch(SLUG, name):
            raise UsageError(f"«{name}» не годиться: потрібні малі латинські літери, цифри й дефіси між ними.")
    slug = _free(slug, IN_COMMUNITY, "плану")
    return NewPlan(own_id, slug, (first, last), bool(start and end), title, wanted.template or "")


def _answer(given: str | None, question: str, default: str, ask: Ask | None) -> str:
    """Take what was given, else ask, else the default; white space is collapsed."""
    if given is None:
        given = ask(question, default) if ask else default
    return " ".join(given.split())


def _slug(ask: Ask, question: str, default: str) -> str:
    """Ask until the answer can be a piece of an address."""
    typed = ask(question, default).strip()
    while not re.fullmatch(SLUG, typed):
        typed = ask("Потрібні малі латинські літери, цифри й дефіси між ними. Ще раз", default).strip()
    return typed


def _asked_day(given: str | None, question: str, ask: Ask | None) -> date | None:
    """Take a day that was given; else ask until it is one, or nothing."""
    if given is not None or ask is None:
        return _day(given or "")
    typed = ask(question, "")
    while True:
        try:
            return _day(typed)
        except UsageError as error:
            typed = ask(f"{error} {question}", "")


def _day(typed: str) -> date | None:
    """Read 2026-01-31 or 31.01.2026; nothing when nothing was typed."""
    if not typed.strip():
        return None
    found = _DAY.fullmatch(typed.strip())
    year, month, day_of_month = (found[1] or found[6], found[2] or found[5], found[3] or found[4]) if found else "000"
    try:
        day = date(int(year), int(month), int(day_of_month))
    except ValueError:  # 30 February, or no date at all
        day = None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UsageError(f"«{typed}» – не дата. Дату пишуть так: 2026-01-31.")
    return day


def _free(name: str, taken: Collection[str], whose: str) -> str:
    if name in IN_WINDOWS:
        raise UsageError(f"«{name}» не може бути текою {whose}: Windows не може мати теки з такою назвою.")
    if name in taken:
        raise UsageError(f"«{name}» – адреса самого сайту, теку {whose} назвіть інакше.")
    return name


def _say_what_is_next(plan: NewPlan, plans_dir: Path, say: Say) -> None:
    where = "" if plans_dir == Path("plans") else f" --plans-dir {plans_dir.as_posix()}"
    say("Далі:")
    say("  1. Якщо план є у файлі Word, OpenDocument або Excel, перенесіть із нього таблицю:")
    say(f"     plans import ФАЙЛ.docx --community {plan.community} --plan {plan.slug}{where}")
    say("  2. Відкрийте створені файли: де написано ЗАПОВНІТЬ, впишіть своє.")
    say(f"  3. Перевірте: plans check{where}")


def asker() -> Ask | None:
    """Return the way to ask the person at the terminal; none when nobody sits there."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    return lambda question, default: str(click.prompt(question, default=default, show_default=bool(default)))


@command("new")
@click.argument("community", metavar="ГРОМАДА")
@about_community
@NEW_PLANS_DIR
def command_line(community: str, plans_dir: Path, **options: str | None) -> Outcome:
    """Run `plans new`."""
    wanted = Wanted(community, **options)
    return new(wanted, plans_dir, as_of_date(None, os.environ), asker(), click.echo)
