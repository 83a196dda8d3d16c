"""A plan as sound: each goal a file, read by a voice of this computer. Nothing of it is published.

`make audio PLAN=nizhyn/social-services-2025` writes WAV to build/audio/. The voice is eSpeak NG (Debian: espeak-ng).
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from generator.language.spoken import spoken
from generator.model.community import Catalogue
from generator.model.plan import Goal, Measure, Plan
from generator.reading.country_files import read_plans
from generator.rules.load import load
from generator.source.problem import maybe

_WORDS_A_MINUTE = "140"


def main(plans: Path, plan_id: str, target: Path) -> int:
    """Write the files of a plan; 2 when there is no such plan or no voice, said in Ukrainian."""
    catalogue = load(read_plans(plans)).catalogue
    known = {plan.id: plan for plan in catalogue.plans}
    voice = shutil.which("espeak-ng")
    if plan_id not in known:
        click.echo(f"Плану «{plan_id}» немає{maybe(plan_id, known)}; є: {', '.join(known)}.", err=True)
        return 2
    if voice is None:
        click.echo("Немає голосу eSpeak NG. На Debian і Ubuntu: sudo apt-get install espeak-ng.", err=True)
        return 2
    folder = target / plan_id
    folder.mkdir(parents=True, exist_ok=True)
    names = [_written(voice, folder / f"{name}.wav", text) for name, text in chapters(catalogue, known[plan_id])]
    click.echo(f"Записано файлів: {len(names)}, у теці {folder}/. Голос синтетичний; людина його не перевіряла.")
    return 0


def chapters(catalogue: Catalogue, plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield the name of a file and what is said in it: the plan's title, then every goal that holds measures."""
    words = abbreviations(catalogue, plan.community)
    yield "00-plan", _said([plan.record.title, *plan.record.summary], words)
    for number, goal in enumerate((goal for goal in plan.all_goals() if goal.measures), 1):
        yield f"{number:02}-{goal.id}", _said(_lines(goal), words)


def abbreviations(catalogue: Catalogue, community: str) -> Mapping[str, str]:
    """Return what the abbreviations of a community's documents stand for."""
    return {
        form: entry.expansion
        for entry in catalogue.glossary
        if entry.expansion and (not entry.communities or community in entry.communities)
        for form in (entry.term, *entry.forms)
    }


def _lines(goal: Goal) -> Iterator[str]:
    yield goal.printed
    for measure in goal.measures:
        for one in measure.with_steps():
            yield from _of_measure(one)


def _of_measure(measure: Measure) -> Iterator[str]:
    yield measure.printed
    if measure.term:
        yield f"Строк: {measure.term.text}"
    if measure.record.executors:
        yield f"Виконавці: {', '.join(assigned.name for assigned in measure.record.executors)}"


def _said(lines: Iterator[str] | list[str], words: Mapping[str, str]) -> str:
    """Return the lines as they are spoken, each a sentence, so that the voice rests between them."""
    return "\n\n".join(f"{spoken(line, words).rstrip('.')}." for line in lines)


def _written(voice: str, file: Path, text: str) -> Path:
    command = [voice, "-v", "uk", "-s", _WORDS_A_MINUTE, "-w", str(file), "--stdin"]
    subprocess.run(command, input=text.encode(), check=True)
    return file


if __name__ == "__main__":
    sys.exit(main(Path("plans"), sys.argv[1] if len(sys.argv) > 1 else "", Path("build", "audio")))
