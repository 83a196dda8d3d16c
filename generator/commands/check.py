"""`plans check`: all problems in plans/."""

from datetime import date
from pathlib import Path

from generator.commands.outcome import Outcome, Say, outcome, say_problems, summary
from generator.rules.load import load
from generator.source.disk import read_files


def check(plans_dir: Path, output: str, as_of: date, say: Say) -> Outcome:
    """Say every problem with its file, line and record; reports from after the as-of day are told too."""
    problems = load(read_files(plans_dir), f"{plans_dir.as_posix()}/", as_of).problems
    say_problems(problems, output, say)
    if output == "text":
        say(summary(problems))
    return outcome(problems)
