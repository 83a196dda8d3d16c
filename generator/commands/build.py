"""`plans build`, `plans serve`, `plans render`."""

import shutil
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.build import mkdocs as plugin
from generator.build.recipe import Assembled, assemble
from generator.commands.outcome import Outcome, Say, outcome, say_problems, summary
from generator.commands.site_folder import refuse_to_lose, refuse_to_replace
from generator.history.history import read_history
from generator.source.disk import read_files, replace_folder, write_files
from generator.views import words


def build(
    config_file: Path, plans_dir: Path | None, site_dir: Path, say: Say, progress: plugin.Progress | None = None
) -> Outcome:
    """Check, then build beside the old site and swap at the end; on any error the old site is untouched.

    UsageError when `site_dir` holds what must not be lost.
    """
    try:
        refuse_to_lose(site_dir, plugin.sources(config_file, plans_dir))
        say("Перевіряю плани і збираю сторінки …")
        site = _built(config_file, plans_dir, site_dir.resolve(), progress)
    except plugin.SiteError as error:
        say(f"Сайт не збудовано. {error}\nВиправте назване вище в content/ або mkdocs.yml. Старий сайт лишився як був.")
        return Outcome.PROBLEMS
    say_problems(site.problems, "text", say)
    say(summary(site.problems))
    if site.failed:
        say("Сайт не збудовано: спершу виправте помилки. Старий сайт лишився як був.")
    else:
        pages = words.plural(len(site.pages), "сторінка", "сторінки", "сторінок")
        say(f"Сайт готовий: {site_dir}/, {pages} із планів.")
    return outcome(site.problems)


def _built(config_file: Path, plans_dir: Path | None, target: Path, progress: plugin.Progress | None) -> Assembled:
    """Build beside the target and put it there; with an error in the plans the target is left alone."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        site = plugin.build(config_file, beside, plans_dir, progress)
        if not site.failed:
            refuse_to_replace(target)
            beside.chmod(0o755)
            replace_folder(beside, target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return site


def serve(config_file: Path, address: str, say: Say) -> Outcome:
    """Show the site live until it is stopped; with an error at first there is nothing to show."""
    if plugin.serve(config_file, address, say):
        return Outcome.FINE
    say("Сайт не показано: виправте назване вище й запустіть команду ще раз.")
    return Outcome.PROBLEMS


def render(config_file: Path | None, plans_dir: Path | None, target: Path, as_of: date | None, say: Say) -> Outcome:
    """Write the Markdown pages and data files of a build, for reading or for another builder.

    Without a file of settings pages know no address of the site, and nobody is led to the repository.
    """
    try:
        sources = plugin.sources(config_file, plans_dir)
        tested = plugin.tested_site(sources.content)
    except plugin.SiteError as error:
        say(f"Нічого не записано: {error}")
        return Outcome.PROBLEMS
    settings = replace(sources.settings, as_of=as_of) if as_of else sources.settings
    history = read_history(sources.plans, plugin.cache_of(sources.plans) / "history.json")
    site = assemble(read_files(sources.plans), settings, history, tested)
    say_problems(site.problems, "text", say)
    if not site.failed:
        count = write_files(target, [(page.source_path, page.text.encode()) for page in site.pages])
        count += write_files(target, [(asset.address, asset.content) for asset in site.assets])
        say(f"Записано {words.plural(count, 'файл', 'файли', 'файлів')} у {target}/.")
    say(summary(site.problems))
    return outcome(site.problems)
