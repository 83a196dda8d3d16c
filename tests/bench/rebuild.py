"""Processor time of a first build, of the next one, and of the same pages by stock MkDocs in the same run."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
STOCK = """site_name: Плани
theme: {name: material, language: uk, font: false}
plugins: [search]
markdown_extensions: [attr_list, tables]
validation: {links: {unrecognized_links: ignore}, nav: {omitted_files: ignore}}
"""


def processor_seconds(*command: str, cache: Path | None = None) -> float:
    """Seconds of processor time, user and system, of a command and its children; `cache` is where it keeps results."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = os.environ | ({"PLANS_CACHE": str(cache)} if cache else {})
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def rebuild(site: Path) -> Iterator[str]:
    plans = (sys.executable, "-m", "generator.cli")
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / "cache"
        own, again = (processor_seconds(*plans, "build", "--site-dir", str(site), cache=cache) for _ in range(2))
        pages = sum(1 for _ in site.rglob("*.html"))
        yield f"plans build уперше: {own:.2f} с процесора, {pages} сторінок, {own / pages * 1000:.1f} мс на сторінку"
        yield f"plans build удруге, без змін у планах: {again:.2f} с процесора"
        docs = Path(folder) / "docs"
        processor_seconds(*plans, "render", str(docs))
        count = sum(1 for _ in docs.rglob("*.md"))
        config = Path(folder) / "mkdocs.yml"
        config.write_text(STOCK, encoding="utf-8")
        stock = processor_seconds(sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config))
    yield f"ті самі {count} сторінок Material без змін: {stock:.2f} с; у {stock / own:.1f} раза більше на весь сайт"
