"""Money of a measure in one shape, whichever form it is written in, and what its lines come to.

A line that names no source, purpose or year is the whole over them: it is never added to the lines it covers.
Words and dashes are no sums, and sums in another unit are never added to those in the plan's.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from generator.language.folding import fold_name
from generator.model.money import amount
from generator.model.records.money import FundingRecord, MoneyLineRecord


def lines_of(funding: FundingRecord) -> tuple[MoneyLineRecord, ...]:
    """Return all that is said of money, line by line; the short form is the total, then its years."""
    source = funding.sources[0] if len(funding.sources) == 1 and not funding.lines else None
    short = [MoneyLineRecord(source=source, sum=funding.total, years=())] if funding.total else []
    short += [
        MoneyLineRecord(source=source, year=year, sum=printed, years=()) for year, printed in funding.by_year.items()
    ]
    short += [MoneyLineRecord(source=source, words=funding.text, years=())] if funding.text else []
    unit = funding.unit
    return tuple(
        line if line.unit or not unit else line.model_copy(update={"unit": unit}) for line in (*short, *funding.lines)
    )


def in_short(funding: FundingRecord) -> FundingRecord:
    """Return the short form, filled as far as the document prints such a sum: nothing in it is added up."""
    if not funding.lines:
        return funding
    sources = tuple(dict.fromkeys(line.source for line in funding.lines if line.source))
    plain = [line for line in funding.lines if not line.kind and (line.source is None or len(sources) == 1)]
    totals = [line.sum for line in plain if line.sum and not years_of(line)]
    years = {line.year: line.sum for line in plain if line.sum and line.year}
    words = dict.fromkeys(line.words for line in funding.lines if line.words)
    has_sums = funding.total or funding.by_year or any(line.sum for line in funding.lines)
    return funding.model_copy(
        update={
            "sources": funding.sources or sources,
            "total": funding.total or (totals[0] if len(totals) == 1 else None),
            "by_year": {year: years[year] for year in sorted(years)} | funding.by_year,
            "text": funding.text or (None if has_sums else "; ".join(word for word in words if word)),
        }
    )


def words_of(funding: FundingRecord) -> tuple[str, ...]:
    """Return the words of money, each once: sources, purposes, words in place of sums by lines."""
    said = (words for line in funding.lines for words in (line.source, line.kind, line.words))
    return tuple(dict.fromkeys((*funding.sources, *(words for words in said if words))))


def years_of(line: MoneyLineRecord) -> frozenset[int]:
    """Return the years a line names; none when it is for all of them."""
    return frozenset({line.year} if line.year is not None else line.years)


def money_years(funding: FundingRecord) -> set[int]:
    """Return every year that has money or words about it."""
    return {year for line in lines_of(funding) for year in years_of(line)}


def whole(lines: Iterable[MoneyLineRecord], unit: str | None) -> Decimal | None:
    """Return what lines come to in the plan's unit; None without a sum, and where they contradict each other."""
    return _added(_sums(lines, unit))


def part_of(
    lines: Iterable[MoneyLineRecord], unit: str | None, source: str | None = None, year: int | None = None
) -> Decimal | None:
    """Return what lines give for a source, a year or both; None where that cannot be told from them."""
    sums = _sums(lines, unit)
    if source is None and year is None:
        return _added(sums) if sums else Decimal()
    inside = [line for line in sums if _is_inside(line, source, year)]
    near = [line for line in sums if line not in inside and _may_hold(line, source, year) and amount(line.sum)]
    if any(not any(covers(line, one) for one in inside) for line in near):
        return None
    return _added(inside) if inside else Decimal()


def covers(line: MoneyLineRecord, other: MoneyLineRecord) -> bool:
    """Return whether a line is a total that holds the other line."""
    return _key(line) != _key(other) and all(
        mine is None
        or mine == theirs
        or (isinstance(mine, frozenset) and isinstance(theirs, frozenset) and mine > theirs)
        for mine, theirs in zip(_key(line), _key(other), strict=True)
    )


def _key(line: MoneyLineRecord) -> tuple[str | None, str | None, frozenset[int] | None]:
    return fold_name(line.source or "") or None, fold_name(line.kind or "") or None, years_of(line) or None


def _sums(lines: Iterable[MoneyLineRecord], unit: str | None) -> list[MoneyLineRecord]:
    return [line for line in lines if amount(line.sum) is not None and line.unit in (None, unit)]


def _added(sums: Sequence[MoneyLineRecord]) -> Decimal | None:
    """Add the lines that no other line holds; where they cut the whole in two ways, both must come to the same."""
    tops = [line for line in sums if not any(covers(other, line) for other in sums)]
    if not tops:
        return None
    ways: dict[tuple[bool, ...], Decimal] = {}
    for line in tops:
        way = tuple(named is not None for named in _key(line))
        ways[way] = ways.get(way, Decimal()) + (amount(line.sum) or Decimal())
    if not any(_meet(line, other) for line in tops for other in tops):
        return sum(ways.values(), Decimal())
    return next(iter(ways.values())) if len(set(ways.values())) == 1 else None


def _meet(line: MoneyLineRecord, other: MoneyLineRecord) -> bool:
    """Return whether two lines have money in common, though neither holds the other."""
    return _key(line) != _key(other) and all(
        mine is None
        or theirs is None
        or (bool(mine & theirs) if isinstance(mine, frozenset) and isinstance(theirs, frozenset) else mine == theirs)
        for mine, theirs in zip(_key(line), _key(other), strict=True)
    )


def _is_inside(line: MoneyLineRecord, source: str | None, year: int | None) -> bool:
    of_source, _, years = _key(line)
    return (source is None or of_source == fold_name(source)) and (year is None or years == frozenset({year}))


def _may_hold(line: MoneyLineRecord, source: str | None, year: int | None) -> bool:
    of_source, _, years = _key(line)
    return (source is None or of_source in (None, fold_name(source))) and (
        year is None or years is None or year in years
    )
