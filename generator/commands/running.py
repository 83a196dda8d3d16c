"""One run of the command line: what a person can get wrong ends in words and a status, never in a traceback."""

import re

import click

from generator.commands import defect, usage_errors
from generator.commands.console import hang_up, speak_any_code_page
from generator.commands.listing import plans
from generator.commands.outcome import Outcome
from generator.source.usage_error import UsageError

_SURROGATES = re.compile("[\ud800-\udfff]")
"""Bytes of a command line that are no letters, as Python keeps them (PEP 383)."""
UNREAD = (
    "У команді є слово чи назва не в кодуванні UTF-8. Наберіть команду в терміналі, де кодування – UTF-8, "
    "або дайте файлові іншу назву."
)
"""What is said of them."""


def run(stopped: str) -> int:
    """Run the command that was typed and return its exit status; `stopped` is said when it was broken off."""
    speak_any_code_page()
    try:
        return int(plans(prog_name="plans", standalone_mode=False) or Outcome.FINE)
    except click.ClickException as error:
        words, place = usage_errors.words_of(error), usage_errors.help_of(error)
        click.echo(f"Неправильна команда: {words}\nДовідка: {place}", err=True)
    except click.Abort:
        click.echo(stopped, err=True)
        return Outcome.PROBLEMS
    except UsageError as error:
        click.echo(str(error), err=True)
    except BrokenPipeError:
        hang_up()
        return Outcome.PROBLEMS
    except OSError as error:
        click.echo(usage_errors.words_of_system(error), err=True)
    except Exception as error:  # noqa: BLE001 - the edge: a defect of ours is told, with a file to send
        if isinstance(error, UnicodeEncodeError) and _SURROGATES.search(error.object):
            click.echo(UNREAD, err=True)
            return Outcome.USAGE_ERROR
        return int(defect.told(error, lambda text: click.echo(text, err=True)))
    return Outcome.USAGE_ERROR
