"""The measures as a stock Material site: a page each, so that the searches compared read the same texts."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.search import SearchRecord

CONFIG = """site_name: Заходи
theme: {name: material, language: uk, font: false}
plugins: [search]
use_directory_urls: true
nav: [index.md]
not_in_nav: /m/
"""


def page_number(address: str) -> int | None:
    """Number of the record by the address of its page, `…/m/17/`; none for another page."""
    parts = [part for part in address.partition("#")[0].split("/") if part]
    return int(parts[-1]) if len(parts) > 1 and parts[-2] == "m" else None


def build_pages(records: Sequence[SearchRecord], folder: Path) -> Path:
    """Write and build the pages `m/<number>/`; give the folder of the site."""
    docs = folder / "docs"
    (docs / "m").mkdir(parents=True)
    (docs / "index.md").write_text("# Заходи\n", encoding="utf-8")
    for number, record in enumerate(records):
        (docs / "m" / f"{number}.md").write_text(_page(record), encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(CONFIG, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config)], check=True, capture_output=True)
    return folder / "site"


def _page(record: SearchRecord) -> str:
    """Everything our own index holds of the measure, with the community's name as residents know it."""
    words = dict.fromkeys([*record.community_forms, *(text for _, text in record.texts if text not in record.title)])
    paragraphs = "\n".join(f"<p>{escape(text)}</p>" for text in words)
    return f"# {' '.join(record.title.split())}\n\n<div>\n{paragraphs}\n</div>\n"
