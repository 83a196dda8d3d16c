"""Compressed bytes of each kind of page: the page alone, and with what its first view loads."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from built.pages import read

KINDS = {
    "головна": "", "громада": "nizhyn/", "план": "nizhyn/social-services-2025/", "найбільший план": "melitopol/strategy-2027/",
    "ціль": "nizhyn/social-services-2025/1-2/", "найбільша ціль": "melitopol/strategy-2027/1-2/",
    "виконавець": "nizhyn/executors/uszn/", "розділ документа": "melitopol/strategy-2027/text/introduction/",
    "тема": "topics/older-people/", "строки": "terms/", "пошук": "search/", "для вставлення": "nizhyn/social-services-2025/1-2/embed/",
}  # fmt: skip


AIM = 15_000
"""Compressed bytes of a first view that we aim at; the longest official texts do not fit."""


def compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


def first_view(site: Path, address: str) -> tuple[int, int]:
    """Give the compressed bytes of a page alone and with the style sheets and scripts it loads; images left out."""
    page = site / address / "index.html"
    loaded = {urlsplit(urljoin(f"/{address}", link)).path.lstrip("/") for link in read(page).loaded}
    files = [site / name for name in loaded if name.endswith((".css", ".js")) and (site / name).is_file()]
    alone = compressed(page)
    return alone, alone + sum(map(compressed, files))


def page_bytes(site: Path) -> Iterator[str]:
    for kind, address in KINDS.items():
        if not (site / address / "index.html").exists():
            continue
        alone, whole = first_view(site, address)
        over = f", понад {AIM / 1000:.0f} КБ" if whole > AIM else ""
        yield f"{kind}: сторінка {alone / 1000:.1f} КБ, перший перегляд {whole / 1000:.1f} КБ{over}"
    host = site / "embed.js"
    if host.exists():
        yield f"embed.js: {compressed(host)} байтів"
