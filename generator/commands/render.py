"""`plans render`: the Markdown pages and data files of a build, without the theme."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from generator.build.recipe import assemble
from generator.build.sources import SiteError, cache_of, tested_site
from generator.commands.listing import command
from generator.commands.options import AS_OF, CONFIG_IF_ANY, OTHER_PLANS_DIR
from generator.commands.outcome import Outcome, Say, outcome, say_problems, summary
from generator.history.history import read_history
from generator.source.disk import read_files, write_files
from generator.views import words


def render(config_file: Path | None, plans_dir: Path | None, target: Path, as_of: date | None, say: Say) -> Outcome:
    """Write the Markdown pages and data files of a build, for reading or for another builder.

    Without a file of settings pages know no address of the site, and nobody is led to the repository.
    """
    from generator.build import mkdocs as plugin  # noqa: PLC0415 - mkdocs is loaded where a site is made, nowhere else

    try:
        sources = plugin.sources(config_file, plans_dir)
        tested = tested_site(sources.content)
    except SiteError as error:
        say(f"Нічого не записано: {error}")
        return Outcome.PROBLEMS
    settings = replace(sources.settings, as_of=as_of) if as_of else sources.settings
    history = read_history(sources.plans, cache_of(sources.plans) / "history.json")
    site = assemble(read_files(sources.plans), settings, history, tested)
    say_problems(site.problems, "text", say)
    if not site.failed:
        count = write_files(target, [(page.source_path, page.text.encode()) for page in site.pages])
        count += write_files(target, [(asset.address, asset.content) for asset in site.assets])
        say(f"Записано {words.plural(count, 'файл', 'файли', 'файлів')} у {target}/.")
    say(summary(site.problems))
    return outcome(site.problems)


@command("render")
@click.argument("target", metavar="ТЕКА", type=click.Path(file_okay=False, path_type=Path))
@AS_OF
@OTHER_PLANS_DIR
@CONFIG_IF_ANY
def command_line(target: Path, as_of: date | None, plans_dir: Path | None, config_file: Path | None) -> Outcome:
    """Run `plans render`."""
    return render(config_file, plans_dir, target, as_of, click.echo)
