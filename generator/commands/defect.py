"""A defect of this program, told in words: a person gets a file to send, not a traceback."""

import platform
import sys
import tempfile
import traceback
from importlib.metadata import version
from pathlib import Path

from generator.commands.outcome import Outcome, Say

_NAME = "plans-defect.txt"
_ISSUES = "https://github.com/hromada-plans/hromada-plans/issues"


def told(error: BaseException, say: Say) -> Outcome:
    """Write what happened to a file and say where it is; returns the status of a defect."""
    place = _written(_report(error))
    say(f"У програмі стався збій, якого не мало бути ({type(error).__name__}). Це вада програми, а не ваших файлів.")
    if place:
        say(f"Що сталося, записано у файл {place}. Надішліть його розробникам: {_ISSUES}")
        say("У ньому назви тек цього комп’ютера й рядок, з яким запущено команду; паролів у ньому немає.")
    return Outcome.DEFECT


def _report(error: BaseException) -> str:
    lines = [
        f"hromada-plans {version('hromada-plans')}, Python {platform.python_version()}, {platform.platform()}",
        f"plans {' '.join(sys.argv[1:])}",
        "",
        *traceback.format_exception(error, limit=-30),
    ]
    return "\n".join(line.rstrip("\n") for line in lines) + "\n"


def _written(report: str) -> Path | None:
    """Write the report here, or where temporary files go; None when nothing can be written."""
    for folder in (Path(), Path(tempfile.gettempdir())):
        try:
            (folder / _NAME).write_text(report, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return folder / _NAME
    return None
