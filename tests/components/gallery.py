"""Pages of all examples of all components, with the real style sheets; the first holds all that can stand together."""

from __future__ import annotations

import re
import shutil
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from components.examples import Example, all_examples

if TYPE_CHECKING:
    from collections.abc import Iterable

ASSETS = Path(__file__).parents[2] / "theme_overrides/assets"
OF_OTHER_SHELLS = {"embed.css", "notice.css"}
"""Sheets that change the looks of what others hold: frames and sheets of paper have shells of their own."""
_UNIQUE = re.compile(r"\bid=\"([^\"]+)\"|\brole=\"(search)\"|\baria-label=\"([^\"]+)\"")
"""What may stand on a page once: an id, the search, the name of a landmark."""


def write_gallery(folder: Path) -> tuple[list[Path], list[Path]]:
    """Write the pages anew; return those that show examples, and the examples that are whole pages."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ASSETS, folder / "assets")
    whole = [example for example in all_examples() if example.is_page]
    files = [f"{example.component}-{place}.html" for place, example in enumerate(whole, 1)]
    pages = together(example for example in all_examples() if not example.is_page)
    template = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    ).get_template("gallery.html.j2")
    shown = []
    for number, examples in enumerate(pages, 1):
        html = template.render(
            number=number,
            count=len(pages),
            sheets=sorted(path.name for path in ASSETS.glob("*.css") if path.name not in OF_OTHER_SHELLS),
            groups=[(name, list(own)) for name, own in groupby(examples, lambda example: example.component)],
            whole=list(zip(whole, files, strict=True)) if number == 1 else [],
        )
        shown.append(_written(folder / f"{'index' if number == 1 else number}.html", html))
    return shown, [_written(folder / file, one.rendered) for one, file in zip(whole, files, strict=True)]


def together(examples: Iterable[Example]) -> list[list[Example]]:
    """Put each example on the first page where nothing of it stands already that may stand there once."""
    pages: list[tuple[set[str], list[Example]]] = []
    for example in examples:
        own = {next(filter(None, found)) for found in _UNIQUE.findall(example.html)}
        page = next((page for page in pages if own.isdisjoint(page[0])), None)
        if page is None:
            page = (set(), [])
            pages.append(page)
        page[0].update(own)
        page[1].append(example)
    return [listed for _, listed in pages]


def _written(file: Path, html: str) -> Path:
    file.write_text(html, encoding="utf-8")
    return file
