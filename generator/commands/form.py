"""`plans form`: the forms of plans that are known, and an empty table of one to fill."""

import os
import re
from datetime import date
from pathlib import Path

import click

from generator.build.clock import as_of_date
from generator.commands.listing import command
from generator.commands.outcome import Outcome, Say
from generator.country.forms import Form, known_forms
from generator.model.records.record import FIRST_YEAR, LAST_YEAR
from generator.source.problem import maybe, shown
from generator.source.usage_error import UsageError
from generator.staff.scaffold.blank_form import blank_form, needs_years

_YEARS = re.compile(r"(\d{4})(?:-(\d{4}))?")
_MOST_YEARS = 15


def form(name: str | None, years: str | None, out: str | None, today: date, say: Say) -> Outcome:
    """List the known forms, or write an empty table of one; UsageError for an unknown one, or a file that stands."""
    known = {one.id: one for one in known_forms()}
    if name is None:
        for one in known.values():
            say(f"{one.id}: {one.title}")
        return Outcome.FINE
    if name not in known:
        raise UsageError(f"Форми «{shown(name)}» немає{maybe(name, known)}. Які є, покаже: plans form")
    target = Path(out or f"{name}.xlsx")
    if target.exists():
        raise UsageError(f"Файл «{target.as_posix()}» уже є; нічого не записано.")
    table = blank_form(known[name], _years(known[name], years), today)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(table)
    say(f"Записано: {target.as_posix()}. Це {known[name].title}.")
    say(f"Коли заповните: plans import {target.as_posix()}")
    return Outcome.FINE


def _years(one: Form, typed: str | None) -> list[int]:
    if not needs_years(one):
        return []
    found = _YEARS.fullmatch((typed or "").strip().replace("–", "-"))
    if not found:
        raise UsageError("У цій формі є стовпець на кожен рік; назвіть роки: --years 2026-2028")
    first, last = int(found[1]), int(found[2] or found[1])
    if not FIRST_YEAR <= first <= last <= min(LAST_YEAR, first + _MOST_YEARS):
        raise UsageError(f"--years: років від {first} до {last} у плані не буває.")
    return list(range(first, last + 1))


@command("form")
@click.argument("name", metavar="ФОРМА", required=False)
@click.option("--years", metavar="РОКИ", help="Роки стовпців із грошима: 2026-2028.")
@click.option("--out", metavar="ФАЙЛ", help="Куди записати; інакше – файл із назвою форми в цій теці.")
def command_line(name: str | None, years: str | None, out: str | None) -> Outcome:
    """Run `plans form`."""
    return form(name, years, out, as_of_date(None, os.environ), click.echo)
