"""`plans build`: check, then the whole site."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from generator.build import site_mark
from generator.build.kept_addresses import BuiltAddresses, add, count_of, list_beside
from generator.build.offline import make_offline
from generator.build.publication import heal, publish, staging, undisturbed
from generator.build.recipe import Assembled, Progress
from generator.build.site_place import refuse_no_folder, refuse_place, refuse_to_replace
from generator.build.site_weight import SiteWeight, weigh, weight_lines
from generator.build.sources import SiteError, Sources
from generator.commands.listing import command
from generator.commands.options import CONFIG, DRAFTS, OFFLINE, OTHER_PLANS_DIR, SITE_DIR, WORKERS
from generator.commands.outcome import Outcome, Say, outcome, say_problems, summary
from generator.commands.usage_errors import words_of_system
from generator.source.disk import ADDRESSES
from generator.source.usage_error import UsageError
from generator.views import words


def build(
    config_file: Path, plans_dir: Path | None, site_dir: Path, say: Say, progress: Progress | None = None, *,
    drafts: bool = False, offline: bool = False, workers: int | None = None,
) -> Outcome:  # fmt: skip
    """Check, then build beside the old site and swap at the end; on any error the old site is untouched.

    UsageError when `site_dir` holds what must not be lost, or the disk refuses.
    """
    from generator.build import mkdocs as plugin  # noqa: PLC0415 - mkdocs is loaded where a site is made, nowhere else

    target = _resolved(site_dir)
    heal(target)
    before = site_mark.stamp(target)
    try:
        sources = plugin.sources(config_file, plans_dir)
        with undisturbed(target):
            refuse_place(site_dir, sources)
        say("Перевіряю плани і збираю сторінки …")
        keeping = _Keeping(sources)
        site = _built(
            lambda fresh: plugin.build(config_file, fresh, plans_dir, progress, drafts=drafts, workers=workers),
            target,
            keeping,
            make_offline if offline else None,
        )
    except SiteError as error:
        advice = "Виправте назване вище в content/ або mkdocs.yml."
        say(f"Сайт не збудовано. {error}\n{advice}{_old_site(target, before)}")
        return Outcome.PROBLEMS
    except OSError as error:
        told = words_of_system(error, near=target.parent)
        raise UsageError(f"Сайт не збудовано. {told}{_old_site(target, before)}") from error
    say_problems(site.problems, "text", say)
    say(summary(site.problems))
    if site.failed:
        say(f"Сайт не збудовано: спершу виправте помилки.{_old_site(target, before)}")
    else:
        pages = words.plural(site.number_of_pages, "сторінка", "сторінки", "сторінок")
        for line in site.notices:
            say(line)
        say(f"Сайт готовий: {site_dir}/, {pages} із планів.")
        for line in weight_lines(keeping.weight):
            say(line)
        if offline:
            say(f"Це копія для диска: скопіюйте всю теку {site_dir}/ і відкрийте в ній index.html.")
        elif not drafts:
            keeping.add_new(say)
    return outcome(site.problems)


class _Keeping:
    """The list of addresses beside the plans, kept while a site is built; what the site weighs."""

    def __init__(self, sources: Sources) -> None:
        self.settings, self.list_file = sources.settings, list_beside(sources.plans)
        self.new: list[str] = []
        self.weight = SiteWeight()

    def checked(self, site: Assembled, fresh: Path) -> Assembled:
        """Return the site with what it lost among its problems; note what is new."""
        built = BuiltAddresses(fresh, site.catalogue)
        self.new = built.new(self.list_file)
        self.weight = weigh(fresh)
        lost = built.lost(self.list_file, self.settings.as_of, self.settings.plans_root)
        return replace(site, problems=(*site.problems, *lost))

    def add_new(self, say: Say) -> None:
        """Enter what is new in the list; the site stands, even where that can't be written."""
        if not self.new:
            return
        try:
            add(self.list_file, self.new)
        except OSError as error:
            say(f"Нових адрес не записано: {words_of_system(error, near=self.list_file)}")
        else:
            where = f"{self.settings.plans_root}{ADDRESSES}"
            say(f"До {where} додано {count_of(self.new)}; збережіть цей файл разом із планами.")


def _built(
    make: Callable[[Path], Assembled], target: Path, keeping: _Keeping, rewrite: Callable[[Path], None] | None
) -> Assembled:
    """Build beside the target and put it there, rewritten; with an error in the plans the target is left alone."""
    with staging(target) as fresh:
        site = make(fresh)
        if not site.failed:
            site = keeping.checked(site, fresh)
        if not site.failed:
            if rewrite:
                rewrite(fresh)
            publish(fresh, target, refuse_to_replace)
    return site


def _old_site(target: Path, before: bytes) -> str:
    """Say that the site of before stands, where it does."""
    return " Старий сайт лишився як був." if before and site_mark.stamp(target) == before else ""


def _resolved(folder: Path) -> Path:
    """Return the folder itself, links followed; UsageError when it can't be one."""
    refuse_no_folder(folder)
    return folder.resolve()


def page_count(done: int, total: int) -> None:
    """Show on a terminal how many pages are done."""
    if done % 20 == 0 or done == total:
        click.echo(f"\rСторінок: {done} з {total}", nl=done == total, err=True)


@command("build")
@OTHER_PLANS_DIR
@SITE_DIR
@CONFIG
@DRAFTS
@OFFLINE
@WORKERS
def command_line(
    plans_dir: Path | None, site_dir: Path, config_file: Path, workers: int | None, *, drafts: bool, offline: bool
) -> Outcome:
    """Run `plans build`."""
    progress = page_count if sys.stderr.isatty() else None
    return build(
        config_file, plans_dir, site_dir, click.echo, progress, drafts=drafts, offline=offline, workers=workers
    )
