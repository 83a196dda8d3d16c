"""Money of the draft as lines of plan.yml: the short form where it can hold everything, else line by line."""

import re
from collections.abc import Iterator

from generator.source.yaml_scalars import comment, quoted, scalar
from generator.staff.importer.records import Funding, MoneyLine

SUM = re.compile(r"[-–—]|~?\s?\d[\d\s\u00a0]*([.,]\d+)?")
"""What plan.yml takes for one sum (records.Sum)."""


def funding_yaml(funding: Funding, unit: str | None, pad: str) -> Iterator[str]:
    """Write the money of a measure; `unit` is the plan's."""
    if funding.lines:
        yield f"{pad}funding:"
        yield from (f"{pad}  - {_line(line)}" for line in funding.lines)
        if funding.unit and funding.unit != unit:
            yield f"{pad}# ПЕРЕВІРТЕ одиницю: {funding.unit}"
    else:
        yield from _short(funding, unit, pad)
    for key, printed in (("estimate", funding.estimate), ("remainder", funding.remainder)):
        if printed:
            yield f"{pad}{_sum(key, printed)}"


def _line(line: MoneyLine) -> str:
    parts = [f"source: {quoted(line.source)}"] if line.source else []
    parts += [f"kind: {quoted(line.kind)}"] if line.kind else []
    parts += [f"year: {line.year}"] if line.year else []
    if line.sum is not None and SUM.fullmatch(line.sum):
        parts.append(f'sum: "{line.sum}"')
    else:
        parts.append(f"words: {quoted(line.words or line.sum or '')}")
    return "{" + ", ".join(parts) + "}"


def _short(funding: Funding, unit: str | None, pad: str) -> Iterator[str]:
    body: list[str] = []
    if funding.sources:
        body.append(f"{pad}  sources:")
        body += [f"{pad}    - {scalar(source)}" for source in funding.sources]
    if funding.unit and funding.unit != unit and (funding.total or funding.by_year):
        body.append(f"{pad}  unit: {scalar(funding.unit)}")
    if funding.total:
        body.append(f"{pad}  {_sum('total', funding.total)}")
    years = {year: printed for year, printed in funding.by_year.items() if SUM.fullmatch(printed)}
    if years:
        body.append(f"{pad}  by_year: {by_year_yaml(years)}")
    body += [f"{pad}  # {year}: {printed}" for year, printed in funding.by_year.items() if year not in years]
    if funding.text:
        body.append(f"{pad}  text: {scalar(funding.text)}")
    if any(not line.lstrip().startswith("#") for line in body):
        yield f"{pad}funding:"
    yield from body


def _sum(key: str, printed: str) -> str:
    written = f'{key}: "{printed}"' if SUM.fullmatch(printed) else f"{key}: {printed}"
    return written if SUM.fullmatch(printed) else comment(f"{written} — ПЕРЕВІРТЕ: тут не одна сума")


def by_year_yaml(years: dict[str, str]) -> str:
    """Write sums by year on one line."""
    return "{" + ", ".join(f'{year}: "{printed}"' for year, printed in years.items()) + "}"
