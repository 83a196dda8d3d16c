"""Compressed bytes of each kind of page: the page alone, and with what its first view loads."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from accessibility.kinds import KINDS
from built.pages import read

AIM, AIM_AFTER = 15_000, 8_000
"""Compressed bytes that we aim at: of a first view, and of a page after it; the longest official texts do not fit."""


def compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


def first_view(site: Path, address: str) -> tuple[int, int]:
    """Return the compressed bytes of a page alone and with the style sheets and scripts it loads; images left out."""
    page = site / address / "index.html"
    loaded = {urlsplit(urljoin(f"/{address}", link)).path.lstrip("/") for link in read(page).loaded}
    files = [site / name for name in loaded if name.endswith((".css", ".js")) and (site / name).is_file()]
    alone = compressed(page)
    return alone, alone + sum(map(compressed, files))


def text_bytes(page: Path) -> int:
    """Return the compressed bytes of what a page says, without a tag or an address."""
    return len(gzip.compress(" ".join(read(page).text.split()).encode(), 9))


def _kilobytes(count: int, aim: int) -> str:
    return f"{count / 1000:.1f} КБ" + (f" (понад {aim / 1000:.0f})" if count > aim else "")


def weighed() -> Iterator[tuple[str, str]]:
    """Yield name and address of every page that stands for a kind, whatever is asked of it."""
    seen = set()
    for kind in KINDS:
        for address in (urlsplit(given).path for given in kind.addresses):
            if address not in seen:
                seen.add(address)
                yield f"{kind.name} (/{address})", address


def page_bytes(site: Path) -> Iterator[str]:
    for name, address in weighed():
        if not (site / address / "index.html").exists():
            continue
        alone, whole = first_view(site, address)
        words = text_bytes(site / address / "index.html")
        parts = f"сторінка {_kilobytes(alone, AIM_AFTER)}, із них слова {words / 1000:.1f} КБ"
        yield f"{name}: {parts}; перший перегляд {_kilobytes(whole, AIM)}"
    host = site / "embed.js"
    if host.exists():
        yield f"embed.js: {compressed(host)} байтів"
