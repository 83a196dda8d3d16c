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


def compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


def page_bytes(site: Path) -> Iterator[str]:
    for kind, address in KINDS.items():
        page = site / address / "index.html"
        if not page.exists():
            continue
        loaded = {
            urlsplit(urljoin(f"/{address}", link)).path.lstrip("/")
            for link in read(page).loaded
            if "canonical" not in link
        }
        files = [site / name for name in loaded if name.startswith("assets/") and (site / name).is_file()]
        alone = compressed(page)
        yield f"{kind}: сторінка {alone / 1000:.1f} КБ, перший перегляд {(alone + sum(map(compressed, files))) / 1000:.1f} КБ"
    host = site / "embed.js"
    if host.exists():
        yield f"embed.js: {compressed(host)} байтів"
