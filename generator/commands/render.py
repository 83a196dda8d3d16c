"""`plans render`: the Markdown pages and data files of a build, without the theme."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from generator.build import site_mark
from generator.build.editions import EditionMaker
from generator.build.history_notices import history_notices
from generator.build.publication import heal, publish, staging
from generator.build.recipe import Assembled, assemble
from generator.build.site_place import refuse_place, refuse_to_replace
from generator.build.sources import SiteError, cache_of, tested_site
from generator.build.typesetter import Typesetter
from generator.commands.listing import command
from generator.commands.options import AS_OF, CONFIG_IF_ANY, DRAFTS, OTHER_PLANS_DIR
from generator.commands.outcome import Outcome, Say, outcome, say_problems, summary
from generator.history.history import read_history
from generator.reading.country_files import read_plans
from generator.source.disk import write_files
from generator.views import words


def render(
    config_file: Path | None,
    plans_dir: Path | None,
    target: Path,
    as_of: date | None,
    say: Say,
    *,
    drafts: bool = False,
) -> Outcome:
    """Write the Markdown pages and data files of a build, for reading or for another builder, over those of before.

    Without a file of settings pages know no address of the site, and nobody is led to the repository. UsageError when
    the folder holds what must not be lost.
    """
    from generator.build import mkdocs as plugin  # noqa: PLC0415 - mkdocs is loaded where a site is made, nowhere else

    try:
        sources = plugin.sources(config_file, plans_dir)
        tested = tested_site(sources.content)
    except SiteError as error:
        say(f"Нічого не записано: {error}")
        return Outcome.PROBLEMS
    refuse_place(target, sources, "plans render storinky")
    settings = replace(sources.settings, as_of=as_of) if as_of else sources.settings
    history = read_history(sources.plans, cache_of(sources.plans) / "history.json")
    editions = EditionMaker(Typesetter())
    site = assemble(read_plans(sources.plans), settings, history, tested, editions=editions, drafts=drafts)
    site = replace(site, notices=(*site.notices, *history_notices(sources.plans)))
    say_problems(site.problems, "text", say)
    if not site.failed:
        count = _rendered(site, target.resolve())
        for line in site.notices:
            say(line)
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
        publish(fresh, target, refuse_to_replace)
    return count


@command("render")
@click.argument("target", metavar="ТЕКА", type=click.Path(file_okay=False, path_type=Path))
@AS_OF
@OTHER_PLANS_DIR
@CONFIG_IF_ANY
@DRAFTS
def command_line(
    target: Path, as_of: date | None, plans_dir: Path | None, config_file: Path | None, *, drafts: bool
) -> Outcome:
    """Run `plans render`."""
    return render(config_file, plans_dir, target, as_of, click.echo, drafts=drafts)
