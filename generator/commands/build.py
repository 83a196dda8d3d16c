"""`plans build`, `plans serve`, `plans render`."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.build import mkdocs as plugin
from generator.build import site_mark
from generator.build.publication import heal, publish, staging
from generator.build.recipe import Assembled, assemble
from generator.build.site_place import refuse_no_folder, refuse_place, refuse_to_replace
from generator.commands.outcome import Outcome, Say, outcome, say_problems, summary
from generator.commands.usage_errors import words_of_system
from generator.history.history import read_history
from generator.source.disk import read_files, write_files
from generator.source.usage_error import UsageError
from generator.views import words


def build(
    config_file: Path, plans_dir: Path | None, site_dir: Path, say: Say, progress: plugin.Progress | None = None
) -> Outcome:
    """Check, then build beside the old site and swap at the end; on any error the old site is untouched.

    UsageError when `site_dir` holds what must not be lost, or the disk refuses.
    """
    target = _resolved(site_dir)
    heal(target)
    before = site_mark.stamp(target)
    try:
        sources = plugin.sources(config_file, plans_dir)
        refuse_place(site_dir, sources)
        say("Перевіряю плани і збираю сторінки …")
        site = _built(config_file, plans_dir, target, progress)
    except plugin.SiteError as error:
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
        pages = words.plural(len(site.pages), "сторінка", "сторінки", "сторінок")
        say(f"Сайт готовий: {site_dir}/, {pages} із планів.")
    return outcome(site.problems)


def _built(config_file: Path, plans_dir: Path | None, target: Path, progress: plugin.Progress | None) -> Assembled:
    """Build beside the target and put it there; with an error in the plans the target is left alone."""
    with staging(target) as fresh:
        site = plugin.build(config_file, fresh, plans_dir, progress)
        if not site.failed:
            refuse_to_replace(target)
            publish(fresh, target)
    return site


def _old_site(target: Path, before: bytes) -> str:
    """Say that the site of before stands, where it does."""
    return " Старий сайт лишився як був." if before and site_mark.stamp(target) == before else ""


def _resolved(folder: Path) -> Path:
    """Return the folder itself, links followed; UsageError when it can't be one."""
    refuse_no_folder(folder)
    return folder.resolve()


def serve(config_file: Path, address: str, say: Say) -> Outcome:
    """Show the site live until it is stopped; with an error at first there is nothing to show."""
    if plugin.serve(config_file, address, say):
        return Outcome.FINE
    say("Сайт не показано: виправте назване вище й запустіть команду ще раз.")
    return Outcome.PROBLEMS


def render(config_file: Path | None, plans_dir: Path | None, target: Path, as_of: date | None, say: Say) -> Outcome:
    """Write the Markdown pages and data files of a build, for reading or for another builder, over those of before.

    Without a file of settings pages know no address of the site, and nobody is led to the repository. UsageError when
    the folder holds what must not be lost.
    """
    try:
        sources = plugin.sources(config_file, plans_dir)
        tested = plugin.tested_site(sources.content)
    except plugin.SiteError as error:
        say(f"Нічого не записано: {error}")
        return Outcome.PROBLEMS
    refuse_place(target, sources, "plans render storinky")
    settings = replace(sources.settings, as_of=as_of) if as_of else sources.settings
    history = read_history(sources.plans, plugin.cache_of(sources.plans) / "history.json")
    site = assemble(read_files(sources.plans), settings, history, tested)
    say_problems(site.problems, "text", say)
    if not site.failed:
        count = _rendered(site, target.resolve())
        say(f"Записано {words.plural(count, 'файл', 'файли', 'файлів')} у {target}/.")
    say(summary(site.problems))
    return outcome(site.problems)


def _rendered(site: Assembled, target: Path) -> int:
    """Write pages and data beside the folder, then in its place; returns how many files there are."""
    heal(target)
    with staging(target) as fresh:
        count = write_files(fresh, [(page.source_path, page.text.encode()) for page in site.pages])
        count += write_files(fresh, [(asset.address, asset.content) for asset in site.assets])
        site_mark.finish(fresh)
        publish(fresh, target)
    return count
