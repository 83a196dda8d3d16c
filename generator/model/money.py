"""Money as printed («1 250,0», «-») and as numbers."""

import re
from collections.abc import Iterable
from decimal import Decimal

DASHES = {"-", "–", "—"}
"""What documents and people write where there is nothing to write."""


def amount(printed: str | None) -> Decimal | None:
    """Read a printed sum; a dash, nothing or an estimate («~10») is no number."""
    if printed is None or printed.strip() in DASHES:
        return None
    bare = re.sub(r"[\s\u00a0]", "", printed).replace(",", ".")
    return Decimal(bare) if re.fullmatch(r"\d+(\.\d+)?", bare) else None


def add(sums: Iterable[str | None]) -> Decimal:
    """Add printed sums; what is no number counts as nothing."""
    return sum((value for value in map(amount, sums) if value is not None), Decimal())


def in_figures(value: Decimal) -> str:
    """Write a number as these documents print sums: all its decimals, one at least, thousands parted: «42 010,0»."""
    digits = f"{value:,f}"
    return (digits if "." in digits else f"{digits}.0").replace(",", "\u00a0").replace(".", ",")
