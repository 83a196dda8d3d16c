"""`plans build`: check, then the whole site."""

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import click

from generator.build.recipe import Assembled, Progress
from generator.build.sources import SiteError
from generator.commands.listing import command
from generator.commands.options import CONFIG, OTHER_PLANS_DIR, SITE_DIR
from generator.commands.outcome import Outcome, Say, outcome, say_problems, summary
from generator.commands.site_folder import refuse_to_lose, refuse_to_replace
from generator.source.disk import replace_folder
from generator.views import words


def build(
    config_file: Path, plans_dir: Path | None, site_dir: Path, say: Say, progress: Progress | None = None
) -> Outcome:
    """Check, then build beside the old site and swap at the end; on any error the old site is untouched.

    UsageError when `site_dir` holds what must not be lost.
    """
    from generator.build import mkdocs as plugin  # noqa: PLC0415 - mkdocs is loaded where a site is made, nowhere else

    try:
        refuse_to_lose(site_dir, plugin.sources(config_file, plans_dir))
        say("Перевіряю плани і збираю сторінки …")
        site = _built(lambda beside: plugin.build(config_file, beside, plans_dir, progress), site_dir.resolve())
    except SiteError as error:
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


def _built(make: Callable[[Path], Assembled], target: Path) -> Assembled:
    """Build beside the target and put it there; with an error in the plans the target is left alone."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        site = make(beside)
        if not site.failed:
            refuse_to_replace(target)
            beside.chmod(0o755)
            replace_folder(beside, target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return site


def page_count(done: int, total: int) -> None:
    """Show on a terminal how many pages are done."""
    if done % 20 == 0 or done == total:
        click.echo(f"\rСторінок: {done} з {total}", nl=done == total, err=True)


@command("build")
@OTHER_PLANS_DIR
@SITE_DIR
@CONFIG
def command_line(plans_dir: Path | None, site_dir: Path, config_file: Path) -> Outcome:
    """Run `plans build`."""
    return build(config_file, plans_dir, site_dir, click.echo, page_count if sys.stderr.isatty() else None)
